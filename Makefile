# `make site` builds the site, `make test` runs the tests; both install what is missing first. `make` lists the rest.

SITE = .
PREFIX = /usr/local
prefix = $(DESTDIR)$(PREFIX)

missiv = .build/release/missiv
sources := Package.swift $(shell find Sources -type f)

apt_packages = libcmark-dev libyaml-dev pkg-config
brew_packages = cmark libyaml pkg-config
libraries_are_there = pkg-config --exists libcmark yaml-0.1 2>/dev/null

.PHONY: help site test check bench install uninstall clean needs libraries

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

site: $(missiv) ## build the site from content/ into public/ (SITE=folder for another site)
	$(missiv) build --site $(SITE)

check: $(missiv) ## say what is wrong with the content, without building
	$(missiv) check --site $(SITE)

test: needs ## run all tests
	swift test

bench: $(missiv) ## measure where the time of a build goes
	Benchmarks/run

install: $(missiv) ## install the program and its theme (PREFIX=/usr/local)
	install -d $(prefix)/bin $(prefix)/share/missiv
	install -m 755 $(missiv) $(prefix)/bin/missiv
	rm -rf $(prefix)/share/missiv/templates
	cp -R templates $(prefix)/share/missiv/templates
	chmod -R a+rX $(prefix)/share/missiv

uninstall: ## remove what `make install` installed
	rm -f $(prefix)/bin/missiv
	rm -rf $(prefix)/share/missiv

clean: ## remove what was compiled
	rm -rf .build

# Built again only when a source is newer, so that `sudo make install` needs no compiler.
$(missiv): $(sources)
	@$(MAKE) --no-print-directory needs
	swift build -c release --product missiv

needs:
	@command -v swift >/dev/null || { echo "Swift is missing. https://www.swift.org/install tells how to get it" \
	  "(Missiv needs version 6.2 or later; swiftly is the easiest way)." >&2; exit 2; }
	@$(libraries_are_there) || $(MAKE) --no-print-directory libraries

# The package lists are fetched only where the packages are not found without.
libraries:
	@if command -v apt-get >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then root=env; elif command -v sudo >/dev/null; then root="sudo env"; else \
	    echo "Libraries are missing. Have the administrator run: apt-get install $(apt_packages)" >&2; exit 2; fi; \
	  apt="$$root DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"; \
	  echo "Installing $(apt_packages) ..."; \
	  $$apt install -y --no-install-recommends $(apt_packages) 2>/dev/null || \
	    { $$apt update && $$apt install -y --no-install-recommends $(apt_packages); }; \
	elif command -v brew >/dev/null; then \
	  brew install $(brew_packages); \
	else \
	  echo "Libraries are missing: cmark and libyaml, with their headers, and pkg-config." >&2; \
	  echo "Install them with your package manager (Fedora: dnf install cmark-devel libyaml-devel pkgconf;" >&2; \
	  echo "macOS: get Homebrew from https://brew.sh first), then run make again." >&2; exit 2; \
	fi
	@$(libraries_are_there) || { echo "pkg-config still does not find libcmark and yaml-0.1." >&2; exit 2; }

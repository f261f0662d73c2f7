# `make site` builds the site, `make test` runs the tests; both install what is missing first. `make` lists the rest.

SITE = .
PREFIX = /usr/local
prefix = $(DESTDIR)$(PREFIX)

missiv = .build/release/missiv
# What runs here: the program of the tests, which compiles in half the time, until the one for installing is there.
program = $(if $(wildcard $(missiv)),$(missiv),.build/debug/missiv)
sources := Package.swift $(shell find Sources -type f)

apt_packages = libcmark-dev libyaml-dev libssl-dev pkg-config
brew_packages = cmark libyaml pkg-config
# macOS computes checksums itself.
packages = libcmark yaml-0.1 $(if $(filter Darwin,$(shell uname)),,libcrypto)
# The compiler's static libraries; its linker takes them without remarks on what is in them.
static_library = $(shell swiftc -static-stdlib -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')
static_library_is_there = test -e "$(static_library)/linux/libswiftCore.a" -a -x "$(static_library)/../../bin/ld.lld"
libraries_are_there = pkg-config --exists $(packages) 2>/dev/null

# What the tests in a browser need; the rest of it comes from PyPI into .venv.
browser_tests = Tests/Browser
browser_is_there = $(browser_tests)/have browser >/dev/null
java_is_there = $(browser_tests)/have java
python_is_there = $(browser_tests)/have python

.PHONY: help site test test-swift test-browser mutate fuzz fuzz-compiles sanitize kill screenshots check bench bench-serve install uninstall clean format needs needs-browser libraries

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

site: $(program) ## build the site from content/ into public/ (SITE=folder for another site)
	$(program) build --site $(SITE)

check: $(program) ## say what is wrong with the content, without building
	$(program) check --site $(SITE)

test: test-swift test-browser ## run all tests

test-swift: needs fuzz-compiles ## only those of the program
	swift test

test-browser: .build/debug/missiv needs-browser ## only those of the pages, in a browser
	.venv/bin/python $(browser_tests)/run

mutate: needs ## edit a site that is shown or built, and an index, in 500 random ways, and mutate 2,000 folders of content (an hour)
	MISSIV_EDITS=500 MISSIV_MUTATIONS=2000 swift test --filter 'LiveSiteLawTests|BuildLawTests|MutatedFolderTests|IndexPatchTests'

kill: needs ## kill builds at every change of the disk and at 500 random instants, and let the system fail (minutes)
	MISSIV_KILLS=$${MISSIV_KILLS:-500} swift test --no-parallel --filter 'KilledBuildTests|FailingMachineTests'

screenshots: .build/debug/missiv needs-browser ## take the pictures in Tests/Browser/screenshots again
	.venv/bin/python $(browser_tests)/screenshots.py

# What the fuzzers are made of changes, and nobody runs them daily. Not linked, they need no libFuzzer, and seconds.
fuzz-compiles: needs
	MISSIV_FUZZ=1 swift build --target fuzz

fuzz: needs ## try the program with what libFuzzer makes up (FUZZ_SECONDS=60, FUZZERS="folders edtf")
	MISSIV_FUZZ=1 swift build -c release --product fuzz --scratch-path .build-fuzz \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
	Tests/Fuzz/run $(FUZZERS)

# A sanitizer and a system that is made to fail do not go together in one program.
without_faults = --skip 'KilledBuildTests|FailingMachineTests'

sanitize: needs ## run the program's tests with the address and thread sanitizers
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-asan $(without_faults)
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.txt swift test --sanitize=thread --scratch-path .build-tsan \
	  $(without_faults)

bench: $(missiv) .venv-bench/ready ## measure builds beside Hugo's, and where the time goes (AUDITS="1000 10000 60000")
	Benchmarks/run $(AUDITS)

bench-serve: $(missiv) needs-browser ## measure the preview of 10,000 audits in a browser
	Benchmarks/serve $(AUDITS)

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

format: ## break lines and indent as all files do
	swift format --in-place --parallel --recursive Sources Tests Package.swift

# Built again only when a source is newer, so that `sudo make install` needs no compiler. With Swift's own library inside, where the
# compiler has it to give (not on macOS), the program takes a sixth less time and runs where no Swift is installed.
$(missiv): $(sources)
	@$(MAKE) --no-print-directory needs
	swift build -c release --product missiv $(shell $(static_library_is_there) && echo --static-swift-stdlib -Xswiftc -use-ld=lld)

.build/debug/missiv: needs
	swift build --product missiv

needs:
	@command -v swift >/dev/null || { echo "Swift is missing. https://www.swift.org/install tells how to get it" \
	  "(Missiv needs version 6.2 or later; swiftly is the easiest way)." >&2; exit 2; }
	@$(libraries_are_there) || $(MAKE) --no-print-directory libraries

libraries:
	@$(call install,$(apt_packages),$(brew_packages),Libraries are missing: cmark$(comma) libyaml and OpenSSL's libcrypto$(comma) with \
	  their headers$(comma) and pkg-config (Fedora: dnf install cmark-devel libyaml-devel openssl-devel pkgconf).)
	@$(libraries_are_there) || { echo "pkg-config still does not find $(packages)." >&2; exit 2; }

needs-browser: .venv/ready
	@$(browser_is_there) || ! command -v apt-get >/dev/null || ( $(call install,chromium-headless-shell,,Chromium is missing.) ) || true
	@$(browser_is_there) || { $(call install,chromium,--cask google-chrome,Chromium or Chrome is missing.); }
	@$(browser_is_there) || { echo "Chromium is still not found. Say where one is: MISSIV_CHROMIUM=/path/to/chrome make test" >&2; exit 2; }
	@$(java_is_there) || { $(call install,default-jre-headless,openjdk,Java is missing$(comma) version 11 or later.); }
	@$(java_is_there) || { echo "java is still not found. Put it on the PATH." >&2; exit 2; }

.venv/ready: $(browser_tests)/requirements.txt
.venv-bench/ready: Benchmarks/requirements.txt
.venv/ready .venv-bench/ready:
	@$(python_is_there) || { $(call install,python3-venv,python,Python 3.11 or later is missing$(comma) with its venv module.); }
	@rm -rf $(@D)
	@python3 -m venv $(@D) && $(@D)/bin/pip install --quiet --disable-pip-version-check -r $< || \
	  { rm -rf $(@D); echo "The packages in $< could not be installed from PyPI. See above why; make test-swift runs without." >&2; exit 2; }
	@touch $@

comma := ,

# $(call install,APT PACKAGES,BREW PACKAGES,WHAT IS MISSING) installs packages, or says what to do. The package lists are
# fetched only where the packages are not found without.
define install
if command -v apt-get >/dev/null; then \
  if [ "$$(id -u)" = 0 ]; then root=env; elif command -v sudo >/dev/null; then root="sudo env"; else \
    echo "$(3) Have the administrator run: apt-get install $(1)" >&2; exit 2; fi; \
  apt="$$root DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"; \
  echo "Installing $(1) ..."; \
  $$apt install -y --no-install-recommends $(1) 2>/dev/null || \
    { $$apt update && $$apt install -y --no-install-recommends $(1); }; \
elif command -v brew >/dev/null; then \
  brew install $(2); \
else \
  echo "$(3)" >&2; echo "Install it with your package manager (macOS: get Homebrew from https://brew.sh first), then run make again." >&2; \
  exit 2; \
fi
endef

"""The sites under test, built afresh and served from this machine: the founding documents and the example of `missiv new site`."""

import atexit
import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SITES = "MISSIV_SITES"


@dataclass(frozen=True)
class Page:
    """A page that can be read, by its address in its site: `boras/index.html`."""

    site: "Site"
    address: str

    @property
    def url(self):
        return self.site.url + self.address

    @property
    def file(self):
        return self.site.folder / self.address

    def __str__(self):
        return f"{self.site.name}/{self.address}"


@dataclass(frozen=True)
class Site:
    """A built site: where it lies and where it is served."""

    name: str
    folder: pathlib.Path
    url: str

    @functools.cached_property
    def files(self):
        """Every HTML file, signposts to moved pages too."""
        return sorted(self.folder.rglob("*.html"))

    @functools.cached_property
    def pages(self):
        """Every page with something to read: signposts to moved pages lead on at once and are left out."""
        return [
            Page(self, file.relative_to(self.folder).as_posix())
            for file in self.files
            if 'http-equiv="refresh"' not in file.read_text("utf-8")
        ]

    def page(self, address):
        return next(page for page in self.pages if page.address == address)

    @functools.cached_property
    def _tables(self):
        """The kind of every page that is a row of a data table: `boras/` is one of `municipalities`."""
        kinds = {}
        base = None
        for table in sorted((self.folder / "data").glob("*.json")):
            rows = json.loads(table.read_text("utf-8"))
            for row in rows if isinstance(rows, list) else []:
                url = row.get("url")
                if isinstance(url, str) and "id" in row and "#" not in url:
                    kinds.setdefault(url, table.stem)
                    base = os.path.commonprefix([base, url]) if base else url
        start = re.match(r"https?://[^/]+/", base or "")
        return {url[len(start[0]) :]: kind for url, kind in kinds.items()} if start else {}

    def kind(self, page):
        """What sort of page it is: `audits`, `boards`, `teman/*`, `metod`. Pages of a kind share template."""
        folder = page.address.removesuffix("index.html")
        if folder.startswith("en/"):
            return "in English: " + self.kind(Page(self, page.address.removeprefix("en/")))
        first, _, last = folder.rstrip("/").rpartition("/")
        view = last.rpartition("-")[2]  # comparisons of a topic: jamfor/skola-lage shows what jamfor/lage does
        if any(other.address.startswith(f"{first}/") and other.address.endswith(f"-{view}/index.html") for other in self.pages):
            if (self.folder / first / view / "index.html").exists():
                return f"{first}/{view}"
        return self._tables.get(folder) or re.sub(r"^([^/]+)/[^/]+/$", r"\1/*", folder) or "start"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder in silence, and the site's own page where there is none."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        missing = pathlib.Path(self.directory) / "404.html"
        if self.path == "/favicon.ico":  # browsers ask for it unasked
            self.send_response(204)
            return self.end_headers()
        if code != 404 or not missing.exists():
            return super().send_error(code, message, explain)
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of browsers that leave in the middle of an answer."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(folder):
    """Serves `folder` on a free port of this machine until the program ends, and returns the address."""
    handler = functools.partial(Handler, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def missiv(*arguments):
    """Runs the debug build of the program, which `make test` has just made."""
    program = REPOSITORY / ".build/debug/missiv"
    run = subprocess.run([program, *arguments], capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(f"missiv {' '.join(map(str, arguments))}\n{run.stdout}{run.stderr}")


def build(folder):
    """Builds both sites below `folder`, serves them, and lets the processes that are started later know."""
    missiv("build", "--site", REPOSITORY, "--output", folder / "founding")
    missiv("new", "site", folder / "source")
    missiv("build", "--site", folder / "source", "--output", folder / "example")
    built = {name: {"folder": str(folder / name), "url": serve(folder / name)} for name in ("founding", "example")}
    os.environ[SITES] = json.dumps(built)


@functools.cache
def sites():
    """The founding site and the example, built now if nobody has done so."""
    if SITES not in os.environ:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="missiv-browser-"))
        atexit.register(shutil.rmtree, folder, True)
        build(folder)
    built = json.loads(os.environ[SITES])
    return tuple(Site(name, pathlib.Path(site["folder"]), site["url"]) for name, site in built.items())


def founding():
    return sites()[0]


def example():
    return sites()[1]


def _largest_of_every_kind(pages):
    largest = {}
    for page in sorted(pages, key=lambda page: page.file.stat().st_size):
        largest[page.site.kind(page)] = page
    return dict(sorted(largest.items()))


def _in_swedish():
    return [page for site in sites() for page in site.pages if not page.address.startswith("en/")]


@functools.cache
def one_of_every_kind():
    """The largest page of every kind, on either site: if a kind has a fault, it is most likely there."""
    return _largest_of_every_kind(_in_swedish())


@functools.cache
def one_of_every_kind_in_english():
    return _largest_of_every_kind(page for page in example().pages if page.address.startswith("en/"))


@functools.cache
def every_page():
    """Every page of both sites in Swedish, and one of every kind in English, which the same templates make."""
    return _in_swedish() + list(one_of_every_kind_in_english().values())

"""Opens every page once and looks at it in all the ways that the tests in `test_every_page` ask about.

One visit for all checks is what keeps the tests fast: nothing is loaded again to be looked at narrower, darker or bigger.
"""

import collections
import functools
import json
import os

import browser
import checks
import sites

RESULT = "MISSIV_SURVEY"


class Notes:
    """What was looked at, under which name, and what was found there."""

    def __init__(self):
        self.looked = collections.Counter()
        self.found = collections.defaultdict(list)
        self.titles = []

    def add(self, name, page, findings):
        self.looked[name] += 1
        self.found[name] += [f"{page}: {finding}" for finding in findings]

    def join(self, other):
        self.looked.update(other.looked)
        for name, findings in other.found.items():
            self.found[name] += findings
        self.titles += other.titles


def visit(tab, page, closely):
    """Looks at one page; `closely` is for one page of every kind, in every mode."""
    notes = Notes()
    window = tab.open(page.url)
    notes.titles.append((str(page), window.title()))

    def look(*names, mode=""):
        for name, findings in checks.look(window, *names).items():
            notes.add(f"{name} {mode}".strip(), page, findings)

    look("axe", "headings", "language", "targets", "overlap", "growth")
    notes.add("requests", page, more_requests_than_allowed(tab, page))
    window.set_viewport_size({"width": 320, "height": 256})
    look("overflow", "overlap", mode="narrow")
    checks.wide_spacing(window)
    look("overflow", "clipped", "overlap", mode="widely spaced")
    checks.usual_spacing(window)
    window.set_viewport_size({"width": 390, "height": 844})
    checks.text_size(window, 2)
    look("overflow", mode="in text twice as large")
    checks.text_size(window, 1)
    for width in 768, 1024, 1280:
        window.set_viewport_size({"width": width, "height": 900})
        look("overflow", mode=f"{width} wide")
    if closely:
        window.set_viewport_size({"width": 375, "height": 812})
        look("axe", "targets", mode="on a phone")
        window.set_viewport_size({"width": 1280, "height": 900})
        for mode, media in MODES.items():
            window.emulate_media(**media)
            look("colours", mode=mode)
            if mode == "in the dark":
                look("dark")
            window.emulate_media(**{name: "null" for name in media})
        window.emulate_media(reduced_motion="reduce")
        look("motion")
        window.emulate_media(reduced_motion="null")
    window.set_viewport_size({"width": 1280, "height": 900})
    notes.add("complaints", page, tab.complaints)
    notes.add("foreign", page, tab.foreign_requests(page.url))
    return notes


MODES = {
    "in the dark": {"color_scheme": "dark"},
    "in forced colours": {"forced_colors": "active"},
    "in high contrast": {"contrast": "more"},
}


def more_requests_than_allowed(tab, page):
    """The page itself and three more."""
    return [f"{len(tab.requests)} requests: {tab.requests}"] if len(tab.requests) > 4 else []


def survey(pages, close):
    """Visits the pages in one tab. `close` has the pages to look closely at."""
    notes = Notes()
    tab = browser.Tab()
    for page in pages:
        notes.join(visit(tab, page, page in close))
    tab.close()
    return notes


def part(number, of):
    """Every `of`-th page, for the process that works on this part."""
    close = set(sites.one_of_every_kind().values())
    return survey(sites.every_page()[number::of], close)


@functools.cache
def notes():
    """The whole survey: what the runner saved, or made now."""
    if RESULT not in os.environ:
        return part(0, 1)
    with open(os.environ[RESULT], encoding="utf-8") as file:
        saved = json.load(file)
    whole = Notes()
    whole.looked.update(saved["looked"])
    whole.found.update(saved["found"])
    whole.titles += saved["titles"]
    return whole


def save(whole, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"looked": whole.looked, "found": whole.found, "titles": whole.titles}, file)

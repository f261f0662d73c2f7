"""Checks of an open page. Each is a function in `checks/NAME.js` that returns what it finds, in words; an empty list is a pass."""

import functools
import pathlib

import axe_playwright_python

FOLDER = pathlib.Path(__file__).parent / "checks"
NAMES = sorted(file.stem for file in FOLDER.glob("*.js"))
AXE = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"


@functools.cache
def _source(file):
    return file.read_text("utf-8")


def look(page, *names):
    """What each of the checks finds on the page that is open, by its name. One question to the browser is faster than many."""
    if {"axe", "colours"} & set(names) and not page.evaluate("'axe' in window"):
        page.evaluate(_source(AXE) + "; undefined")
    answers = ", ".join(f"{name}: await (\n{_source(FOLDER / f'{name}.js')})()" for name in names)
    return page.evaluate(f"async () => ({{ {answers} }})")


def findings(page, name):
    """What the check `name` finds on the page that is open, each with the place."""
    return look(page, name)[name]


def wide_spacing(page):
    """Letters, words and lines as far apart as WCAG 1.4.12 says that a reader may set them."""
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
            p { margin-block-end: 2em !important }`)
          document.adoptedStyleSheets = [sheet]
        }"""
    )


def usual_spacing(page):
    page.evaluate("() => { document.adoptedStyleSheets = [] }")


def text_size(page, times):
    """The size of text that a reader sets in the browser: so many times as large as usual, for queries of the window's width too."""
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16 * times, "fixed": 13 * times}})
    browser.detach()

"""A real browser for the tests: Chromium, driven by Playwright, and a test case that opens pages in it."""

import functools
import multiprocessing.util
import os
import pathlib
import subprocess
import unittest

from playwright.sync_api import sync_playwright

import checks
import sites

def executable():
    """The browser on this machine, or None. MISSIV_CHROMIUM names another one."""
    have = pathlib.Path(__file__).parent / "have"
    return subprocess.run([have, "browser"], capture_output=True, text=True).stdout.strip() or None


@functools.cache
def _playwright():
    playwright = sync_playwright().start()
    multiprocessing.util.Finalize(None, playwright.stop, exitpriority=1)
    return playwright


@functools.cache
def chromium(*flags):
    """One browser for all tests of this process, and one more for every set of flags. They are closed with the process."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = _playwright().chromium.launch(executable_path=executable(), args=[*as_root, *flags])
    multiprocessing.util.Finalize(None, browser.close, exitpriority=2)
    return browser


class Tab:
    """A page in the browser and what went wrong in it: errors, broken rules of the content policy, requests to others."""

    def __init__(self, width=1280, height=900, scripts=True, program=None, **context):
        self.context = (program or chromium()).new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, locale="sv-SE", **context
        )
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.complaints = []
        self.requests = []
        self.page.on("console", lambda message: self._complain(message.type, message.text, message.type in ("error", "warning")))
        self.page.on("pageerror", lambda error: self._complain("error", str(error), True))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", lambda request: self._complain("failed", request.url, True))

    def _complain(self, kind, text, counts):
        # Chromium complains of the missing page itself, which is the point of 404.html.
        if counts and "404 (Not Found)" not in text:
            self.complaints.append(f"{kind}: {text}")

    def open(self, url):
        """Opens the page and forgets what went wrong in the one before."""
        self.complaints.clear()
        self.requests.clear()
        self.page.goto(url)
        return self.page

    def foreign_requests(self, url):
        """Requests that left the place that the page came from."""
        home = url.split("#")[0].split("?")[0] if url.startswith("file:") else "/".join(url.split("/")[:3]) + "/"
        if home.startswith("file:"):
            home = "file:"
        return [f"asked for {request}" for request in self.requests if not request.startswith((home, "data:", "blob:"))]

    def close(self):
        self.context.close()


class BrowserTest(unittest.TestCase):
    """A test with pages. When it ends, none of them may have complained or asked another computer for anything."""

    maxDiff = None

    def tab(self, **how):
        tab = Tab(**how)
        self.addCleanup(tab.close)
        return tab

    def open(self, page, **how):
        """Opens a page (a `sites.Page` or an address) in a tab of its own: `self.open(page, width=375, color_scheme="dark")`."""
        tab = self.tab(**how)
        url = page.url if isinstance(page, sites.Page) else str(page)

        def check():
            self.assert_nothing(tab.complaints + tab.foreign_requests(url), url)

        self.addCleanup(check)
        return tab.open(url)

    def assert_nothing(self, findings, where=""):
        """Passes when the list is empty, and otherwise shows the first lines of it."""
        shown = "\n  ".join(map(str, findings[:25]))
        more = f"\n  … and {len(findings) - 25} more" if len(findings) > 25 else ""
        if findings:
            self.fail(f"{len(findings)} found {where}\n  {shown}{more}")

    def assert_no_findings(self, page, *names):
        """Runs checks of `checks/` on the open page and expects that they find nothing."""
        for name in names:
            self.assert_nothing(checks.findings(page, name), f"by {name} on {page.url}")


BROKEN = pathlib.Path(__file__).parent / "broken"

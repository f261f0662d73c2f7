"""The preview of `missiv serve`: what is saved shows on the open page, and what is wrong shows over it."""

import contextlib
import pathlib
import re
import signal
import subprocess
import tempfile

import browser
import sites


class Serve(browser.BrowserTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="missiv-serve-")
        self.addCleanup(folder.cleanup)
        self.site = pathlib.Path(folder.name)
        sites.missiv("new", "site", self.site)
        sites.missiv("build", "--site", self.site)
        program = sites.REPOSITORY / ".build/debug/missiv"
        self.process = subprocess.Popen(
            [program, "serve", "--site", self.site, "--port", "0"], stderr=subprocess.PIPE, text=True
        )
        self.addCleanup(self.stop)
        self.url = re.search(r"http://127\.0\.0\.1:\d+/", self.process.stderr.readline())[0]
        self.audit = max((self.site / "content").glob("exempelby/*/audit.md"), key=lambda file: file.stat().st_size)
        self.address = self.audit.parent.relative_to(self.site / "content").as_posix() + "/"

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGINT)
        self.assertEqual(self.process.wait(20), 0)
        self.process.stderr.close()

    def save(self, pattern, replacement):
        text, count = re.subn(pattern, replacement, self.audit.read_text("utf-8"), count=1, flags=re.M)
        self.assertEqual(count, 1, pattern)
        self.audit.write_text(text, "utf-8")

    def open_tab(self, address):
        tab = self.tab()

        def check():
            # A page that is left stops listening, which Chromium counts as a request that failed.
            left = f"failed: {self.url}_missiv/events"
            self.assert_nothing([c for c in tab.complaints if c != left] + tab.foreign_requests(self.url), address)

        self.addCleanup(check)
        return tab.open(self.url + address)

    def open_audit(self):
        page = self.open_tab(self.address)
        page.locator(".missiv-live-review").wait_for()
        return page

    def test_a_saved_file_shows_in_place_with_scroll_and_focus_kept(self):
        page = self.open_audit()
        page.evaluate("window.neverLoadedAgain = true")
        link = page.locator("main a").nth(5)
        link.focus()
        page.evaluate("scrollTo(0, 700)")
        before = page.evaluate("[scrollY, document.activeElement.href]")
        self.save(r"^title: .*$", "title: En ny rubrik som är så lång att den tar mer plats än den förra gjorde, på flera rader")
        page.locator("h1", has_text="En ny rubrik").wait_for()
        self.assertTrue(page.evaluate("window.neverLoadedAgain"))
        self.assertEqual(page.evaluate("document.activeElement.href"), before[1])
        self.assertGreaterEqual(page.evaluate("scrollY"), before[0], "what was read stays where it was, though more stands above it")

    def test_what_the_reader_opened_or_closed_stays_so(self):
        page = self.open_audit()
        details = page.locator("main details").first
        was_open = details.evaluate("node => node.open")
        details.locator("summary").press("Enter")
        self.assertNotEqual(details.evaluate("node => node.open"), was_open)
        self.save(r"^title: .*$", "title: En ny rubrik")
        page.locator("h1", has_text="En ny rubrik").wait_for()
        self.assertNotEqual(details.evaluate("node => node.open"), was_open)

    def test_an_error_shows_over_the_last_good_page_until_it_is_mended(self):
        page = self.open_audit()
        heading = page.locator("h1").inner_text()
        self.save(r"^auditor:", "auditer<b>x</b>:")
        problem = page.locator(".missiv-live-error", has_text="auditer<b>x</b>")
        problem.wait_for()
        self.assertEqual(page.locator(".missiv-live b").count(), 0, "what is wrong is text and never markup")
        self.assertRegex(problem.locator("button").first.inner_text(), r"audit\.md, rad \d+$")
        self.assertEqual(page.locator("h1").inner_text(), heading)
        self.assert_no_findings(page, "axe")
        self.save(r"^auditer<b>x</b>:", "auditor:")
        page.locator(".missiv-live-errors").wait_for(state="detached")
        self.assertEqual(page.locator(".missiv-live li").count(), 0)

    def test_the_list_of_errors_is_closed_and_opened_with_the_keyboard(self):
        page = self.open_audit()
        self.save(r"^auditor:", "auditer:")
        page.locator(".missiv-live-error").first.wait_for()
        page.locator(".missiv-live li button").first.focus()
        page.keyboard.press("Escape")
        self.assertFalse(page.locator(".missiv-live li").first.is_visible())
        page.keyboard.press("Enter")
        self.assertTrue(page.locator(".missiv-live li").first.is_visible())

    def test_review_marks_what_differs_and_follows_what_is_saved(self):
        page = self.open_audit()
        page.locator(".missiv-live-review").click()
        page.locator(".missiv-review").wait_for()
        page.locator(".missiv-live-quiet").wait_for()
        self.assert_no_findings(page, "axe")
        self.assertEqual(page.locator(".missiv-ins, .missiv-del").count(), 0)
        self.save(r"^title: ", "title: Nyskrivet ")
        page.locator("h1 .missiv-ins", has_text="Nyskrivet").wait_for()
        self.assertEqual(page.locator("h1 .missiv-ins").inner_text().split(), ["Tillagt:", "Nyskrivet"])
        page.locator(".missiv-review a").first.click()
        changed = page.locator("main li a").first
        changed.wait_for(timeout=60_000)
        self.assertEqual(changed.get_attribute("href"), f"/_granska/{self.address}index.html", "what changed most stands first")
        self.assert_no_findings(page, "axe")

    def test_a_page_that_comes_to_be_shows_its_pictures(self):
        page = self.open_tab("exempelby/ny-2026/")
        page.locator(".missiv-message").wait_for()
        folder = self.site / "content/exempelby/ny-2026"
        folder.mkdir()
        lines = ["---", "type: audit", "title: Nyskrivet", "auditor: Exempelby revisorer", "draft: true", "---", ""]
        (folder / "audit.md").write_text("\n".join(lines), "utf-8")
        page.locator("h1", has_text="Nyskrivet").wait_for()
        page.wait_for_load_state()
        self.assertGreater(page.locator("img").first.evaluate("node => node.naturalWidth"), 0)

    def test_a_message_is_not_said_to_be_the_page_before_the_errors(self):
        page = self.open_tab("exempelby/ny-2026/")
        page.locator(".missiv-message").wait_for()
        self.save(r"^auditor:", "auditer:")
        page.locator(".missiv-live-error").first.wait_for()
        self.assertRegex(page.locator(".missiv-live-status").inner_text(), r"^\d+ fel\.$")

    def test_an_unknown_address_leads_to_those_near_it(self):
        page = self.open_tab(self.address[:-2] + "/")
        page.locator(f'main a[href="/{self.address}"]').click()
        page.locator(".missiv-live-review").wait_for()
        self.assertEqual(page.url, self.url + self.address)

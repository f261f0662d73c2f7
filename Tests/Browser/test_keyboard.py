"""A page with the keyboard alone."""

import browser
import keyboard
import sites


class Keyboard(browser.BrowserTest):
    def walk_through(self, part, of=3):
        tab = self.tab(reduced_motion="reduce")
        found = []
        for page in list(sites.one_of_every_kind().values())[part::of]:
            stops, faults = keyboard.walk(tab.open(page.url))
            self.assertGreater(len(stops), 5, page)
            found += [f"{page}: {fault}" for fault in faults]
        self.assert_nothing(found, "on the way through")

    def test_tab_reaches_everything_in_order_and_always_shows_where_one_is(self):
        self.walk_through(0)

    def test_tab_reaches_everything_in_order_on_more_kinds_of_pages(self):
        self.walk_through(1)

    def test_tab_reaches_everything_in_order_on_the_other_kinds_of_pages(self):
        self.walk_through(2)

    def test_tab_reaches_everything_on_a_phone_with_a_keyboard(self):
        for kind in ("start", "jamfor/teman", "audits"):
            page = self.open(sites.one_of_every_kind()[kind], width=375, height=667, reduced_motion="reduce")
            self.assert_nothing(keyboard.walk(page)[1], f"on the way through {page.url}")

    def test_the_first_stop_leads_past_the_menu(self):
        page = self.open(sites.one_of_every_kind()["audits"])
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        self.assertTrue(skip.is_visible())
        self.assertGreaterEqual(skip.bounding_box()["y"], 0)
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.localName"), "main")
        page.keyboard.press("Tab")
        self.assertTrue(page.evaluate("document.activeElement.closest('main') !== null"))

    def test_shift_and_tab_lead_back_the_same_way(self):
        page = self.open(sites.founding().page("index.html"))
        for _ in range(8):
            page.keyboard.press("Tab")
        there = page.evaluate("document.activeElement.outerHTML")
        for _ in range(3):
            page.keyboard.press("Tab")
        for _ in range(3):
            page.keyboard.press("Shift+Tab")
        self.assertEqual(page.evaluate("document.activeElement.outerHTML"), there)

    def test_details_open_with_the_keyboard(self):
        for page in sites.one_of_every_kind().values():
            if "<summary>" not in page.file.read_text("utf-8"):
                continue
            window = self.open(page)
            summary = window.locator("summary").first
            summary.focus()
            was = summary.evaluate("element => element.parentElement.open")
            window.keyboard.press("Enter")
            self.assertNotEqual(summary.evaluate("element => element.parentElement.open"), was, page)
            return
        self.fail("no page has details to open")

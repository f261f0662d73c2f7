"""A page on paper."""

import io
import re

import pypdf

import browser
import sites


def printed(page):
    """What the open page says on A4, with all spaces and line breaks as one."""
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def unbroken(text):
    """Without spaces: an address may be cut anywhere at the end of a line."""
    return re.sub(r"\s", "", text)


class Print(browser.BrowserTest):
    def test_every_kind_of_page_says_on_paper_what_it_is_of_which_day_and_where_it_was(self):
        tab = self.tab()
        for kind, page in sites.one_of_every_kind().items():
            if kind == "404.html":
                continue
            window = tab.open(page.url)
            text = unbroken(printed(window))
            canonical = window.get_attribute("link[rel=canonical]", "href")
            self.assertIn(canonical, text, page)
            self.assertIn(unbroken(window.text_content("h1")).replace("\u00ad", ""), text, page)
            self.assertIn(unbroken(window.text_content(".footer strong")), text, page)

    def test_an_audit_says_on_paper_how_it_is_cited_and_where_its_sources_are(self):
        window = self.open(sites.one_of_every_kind()["audits"])
        text = unbroken(printed(window))
        self.assertIn(unbroken(window.text_content(".citation")), text)
        sources = window.locator(".sources a[href]")
        self.assertGreater(sources.count(), 0)
        for source in sources.all():
            address = source.get_attribute("data-address")
            self.assertRegex(address, "^https?://")
            self.assertIn(address, text)

    def test_a_link_that_leads_away_has_its_address_on_paper(self):
        page = next(page for page in sites.every_page() if 'rel="external"' in page.file.read_text("utf-8"))
        window = self.open(page)
        text = unbroken(printed(window))
        for link in window.locator("main a[rel~=external]").all():
            self.assertIn(link.get_attribute("href"), text)

    def test_the_menu_stays_off_the_paper(self):
        page = self.open(sites.founding().page("index.html"))
        page.emulate_media(media="print")
        self.assertFalse(page.locator("header nav").is_visible())
        self.assertFalse(page.locator(".skip").is_visible())

    def test_paper_is_white_even_for_who_reads_in_the_dark(self):
        page = self.open(sites.founding().page("index.html"), color_scheme="dark")
        page.emulate_media(media="print")
        self.assertEqual(page.evaluate("getComputedStyle(document.body).color"), "rgb(0, 0, 0)")

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


HEADED_BUT_EMPTY = """() => [...document.querySelectorAll("main section")].filter(section => section.checkVisibility()
  && section.querySelector(".section-body") && ![...section.querySelectorAll(".section-body *")].some(one => one.checkVisibility()))
  .map(section => section.querySelector("h2")?.textContent)"""


class Print(browser.BrowserTest):
    def test_every_kind_of_page_says_on_paper_where_it_was_and_of_which_day_it_is(self):
        tab = self.tab()
        tab.page.emulate_media(media="print")
        for kind, page in sites.one_of_every_kind().items():
            if kind in ("404.html", "k/*"):  # the one stands anywhere, the other only leads on
                continue
            window = tab.open(page.url)
            shown = window.inner_text("body")
            self.assertIn(window.get_attribute("link[rel=canonical]", "href"), shown, page)
            self.assertIn(window.text_content(".footer strong"), shown, page)
            self.assertFalse(window.locator("header nav").is_visible(), page)
            self.assert_nothing(window.evaluate(HEADED_BUT_EMPTY), f"without anything below on {page}")

    def test_a_page_comes_out_on_paper_from_title_to_address(self):
        for kind in ("start", "recommendations", "jamfor/teman"):
            window = self.open(sites.one_of_every_kind()[kind])
            text = unbroken(printed(window))
            self.assertIn(unbroken(window.text_content("h1")).replace("\u00ad", ""), text, kind)
            self.assertIn(window.get_attribute("link[rel=canonical]", "href"), text, kind)

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

    def test_paper_is_white_even_for_who_reads_in_the_dark(self):
        page = self.open(sites.founding().page("index.html"), color_scheme="dark")
        page.emulate_media(media="print")
        self.assertEqual(page.evaluate("getComputedStyle(document.body).color"), "rgb(0, 0, 0)")

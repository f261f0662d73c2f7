"""The same words however one reads: without script, from a disk, with big letters."""

import browser
import checks
import sites

# What is read, but for tools and what they say: those may come with a script.
WORDS = """() => {
  const root = document.body.cloneNode(true)
  for (const extra of root.querySelectorAll(".tools, script, noscript, style, template, form, button:not(th button), input, select, output, [role=status], [aria-live], dialog"))
    extra.remove()
  return root.textContent.split(/\\s+/).filter(Boolean)
}"""

HIDDEN = """() => [...document.querySelectorAll("main *")].filter(element =>
  !element.checkVisibility() && element.textContent.trim() && !element.closest("noscript, svg, script, style, template, details, .print-only, .results-page"))
  .map(element => element.outerHTML.replace(/\\s+/g, " ").slice(0, 120))"""


class Reading(browser.BrowserTest):
    def test_every_kind_of_page_has_the_same_words_without_script(self):
        with_script, without = self.tab(), self.tab(scripts=False)
        for page in sites.one_of_every_kind().values():
            words = without.open(page.url).evaluate(WORDS)
            self.assertGreater(len(words), 30, page)
            self.assertEqual(with_script.open(page.url).evaluate(WORDS), words, page)

    def test_nothing_is_hidden_from_who_reads_without_script(self):
        tab = self.tab(scripts=False)
        for page in sites.one_of_every_kind().values():
            self.assert_nothing(tab.open(page.url).evaluate(HIDDEN), f"hidden on {page}")

    def test_every_kind_of_page_can_be_read_from_a_disk(self):
        tab = self.tab()
        for kind, page in sites.one_of_every_kind().items():
            if kind == "404.html":  # only a server shows it
                continue
            url = page.file.as_uri()
            window = tab.open(url)
            # A signpost has no masthead, only the ways on.
            selector, style, value = (".terms > li", "listStyleType", "none") if kind == "k/*" else (".masthead", "borderBlockStartWidth", "6px")
            self.assertEqual(window.evaluate(f"getComputedStyle(document.querySelector('{selector}')).{style}"), value, page)
            self.assert_nothing(tab.complaints + tab.foreign_requests(url), f"on {page}, read from a disk")

    def test_links_lead_on_from_a_disk(self):
        page = self.open(sites.founding().page("index.html").file.as_uri())
        page.click("nav a[href='granskningar/index.html']")
        page.click("main h3 a, main h2 a")
        page.click(".trail a")
        page.wait_for_url("**/founding/index.html")

    def test_a_missing_address_shows_a_page_that_leads_on(self):
        for site in sites.sites():
            page = self.open(site.url + "finns/inte/alls/")
            page.click(".nav a >> nth=1")
            page.wait_for_url(lambda url: url.startswith(site.url) and url.endswith("/index.html"))
            self.assertTrue(page.locator("h1").is_visible())

    def test_letters_of_twice_the_size_lose_nothing(self):
        big = browser.chromium("--blink-settings=defaultFontSize=32")
        tab = self.tab(program=big)
        found = []
        for page in sites.one_of_every_kind().values():
            window = tab.open(page.url)
            self.assertEqual(window.evaluate("getComputedStyle(document.documentElement).fontSize"), "32px")
            for check in ("overflow", "clipped", "overlap"):
                found += [f"{page}: {check}: {finding}" for finding in checks.findings(window, check)]
        self.assert_nothing(found, "with letters of twice the size")

"""How much a reader with a slow connection fetches."""

import gzip
import re

import browser
import sites

CHARTS = re.compile(rb'<svg(?! class="(?:icon|site-mark|sprite|num-icon)").*?</svg>', re.S)


def files_of(tab, page):
    """The page and what it asks for at once, as bytes by address."""
    tab.open(page.url)
    addresses = {request.removeprefix(page.site.url) for request in tab.requests}
    return {address: (page.site.folder / address).read_bytes() for address in addresses}


class Weight(browser.BrowserTest):
    def test_the_first_page_one_sees_is_60_kilobytes_at_most_with_all_it_needs_but_the_charts(self):
        for site in sites.sites():
            files = files_of(self.tab(), site.page("index.html"))
            self.assertGreater(len(files), 1)
            weight = sum(len(CHARTS.sub(b"", body)) for body in files.values())
            self.assertLessEqual(weight, 60_000, {url: len(body) for url, body in files.items()})

    def test_any_page_is_30_kilobytes_at_most_as_servers_send_it(self):
        tab = self.tab()
        for page in sites.one_of_every_kind().values():
            files = files_of(tab, page)
            self.assertLessEqual(sum(len(gzip.compress(body)) for body in files.values()), 30_000, page)

    def test_no_script_is_larger_than_20_kilobytes(self):
        for site in sites.sites():
            for script in site.folder.rglob("*.js"):
                self.assertLessEqual(script.stat().st_size, 20_000, script)

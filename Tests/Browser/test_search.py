"""The search: that words find each other, what a first query fetches, and that it can be used in every way."""

import functools
import pathlib
import tempfile

import browser
import sites

FOLDER = pathlib.Path(__file__).parent
PAIRS = [line.split() for line in (FOLDER / "search-pairs.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
FORMS = [line.split() for line in (FOLDER / "search-forms.txt").read_text("utf-8").splitlines() if line[:1] not in "#-"]

HOSTILE = '<img src=x onerror="document.title=1"></script><script>document.title=1</script> ”citat” \\ &amp; `'


@functools.cache
def words_site():
    """A site with a recommendation for every word of the pairs, and nothing else in common between them."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="missiv-search-"))
    content = folder / "content"
    (content / "exempelby/ordens-granskning").mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: Provsidan\nbase-url: https://prov.example.se/\nlanguage: sv\nreplies: complete\nas-of: 2026-01-01\n"
        "themes: [{id: ovrigt, name: Övrigt}]\ntopics: [{id: ord, name: Ord}]\nboard-kinds: [{id: bolag, name: Bolag}]\n",
        "utf-8",
    )
    (content / "exempelby/index.md").write_text(
        '---\ntype: municipality\nname: Exempelby\ncode: "9901"\nboards:\n  - {id: eab, name: Exempelbolaget AB, kind: bolag}\n---\n', "utf-8"
    )
    words = sorted({word for _, *pair in PAIRS for word in pair}) + [HOSTILE]
    entries = "".join(f"    - id: R{n}\n      to: [eab]\n      themes: [ovrigt]\n      text: '{word.replace(chr(39), chr(39) * 2)}'\n" for n, word in enumerate(words, 1))
    (content / "exempelby/ordens-granskning/index.md").write_text(
        "---\ntype: audit\ntitle: Ordens tur\nauditor: Provbyrån\ndate: 2025\ntopics: [ord]\nrecommendations:\n  items:\n" + entries + "---\n\nEn löpande text om fiskmåsar.\n",
        "utf-8",
    )
    sites.missiv("build", "--site", folder, "--output", folder / "public")
    return sites.serve(folder / "public")


class Search(browser.BrowserTest):
    def search(self, page, query):
        page.fill("#q", query)
        page.press("#q", "Enter")
        page.wait_for_function("q => document.querySelector('[role=status]').textContent.includes(q)", arg=query)
        page.wait_for_function("() => document.querySelector('.results li') || document.querySelector('#sok-not:not([hidden])')")
        return page.locator(".results h3").all_inner_texts()

    # Words

    def test_pairs_of_swedish_words_find_each_other_and_no_false_one_stands_above(self):
        page = self.open(words_site() + "sok/index.html")
        self.assertGreaterEqual(len(PAIRS), 40)
        wrong = []
        for kind, a, b in PAIRS:
            for one, other in ((a, b), (b, a)):
                found = self.search(page, one)
                if other not in found[:5]:
                    wrong.append(f"{kind}: {one} does not find {other}, but {found[:5]}")
                elif set(found[: found.index(other)]) - {one, other} - related(one, other):
                    wrong.append(f"{kind}: {one} finds {found[: found.index(other)]} before {other}")
        self.assert_nothing(wrong, "among the pairs")

    def test_the_script_stems_every_word_as_the_index_does(self):
        page = self.open(words_site() + "sok/index.html")
        self.search(page, "nämnd")
        for forms in FORMS:
            stems = page.evaluate("words => words.map(missivSearch.stem)", forms)
            self.assertEqual(len(set(stems)), 1, dict(zip(forms, stems)))

    def test_a_phrase_is_found_where_its_words_stand_together(self):
        page = self.open(sites.founding().url + "sok/index.html")
        apart = self.search(page, "integrerat program")
        together = self.search(page, '"program för ett integrerat"')
        self.assertGreater(len(apart), 0)
        self.assertGreater(len(together), 0)
        self.assertEqual(self.search(page, '"integrerat program"'), [])

    def test_words_of_running_text_are_shown_with_what_stands_around_them(self):
        page = self.open(words_site() + "sok/index.html?q=fiskm%C3%A5s")
        self.assertEqual(page.locator(".hit-text mark").inner_text(), "fiskmåsar")

    def test_hostile_text_is_shown_as_text(self):
        page = self.open(words_site() + "sok/index.html")
        title = page.title()
        self.assertEqual(self.search(page, "onerror"), [HOSTILE])
        self.search(page, HOSTILE)
        self.assertEqual(page.title(), title)
        self.assertEqual(page.locator(".results img, .results script, .results-head img").count(), 0)

    # The page

    def test_the_query_and_the_filters_stand_in_the_address(self):
        page = self.open(sites.founding().url + "sok/index.html")
        self.search(page, "integration")
        page.get_by_label("Vänersborg").check()
        page.wait_for_function("() => location.search.includes('kommun=')")
        shared = page.url
        filtered = page.locator(".results h3").all_inner_texts()
        other = self.open(shared)
        other.wait_for_selector(".results li")
        self.assertEqual(other.locator(".results h3").all_inner_texts(), filtered)
        self.assertTrue(other.get_by_label("Vänersborg").is_checked())
        other.locator(".active button").click()
        other.wait_for_function("() => !location.search.includes('kommun=')")
        self.assertEqual(other.evaluate("document.activeElement.id"), "q")

    def test_counts_beside_filters_are_what_one_gets(self):
        page = self.open(sites.founding().url + "sok/index.html?q=integration")
        for facet in ("typ", "kommun", "lage", "tema", "amne", "namnd", "ar"):
            page.wait_for_selector(f"[data-facet={facet}]")
            if page.locator(f"[data-facet={facet}]").get_attribute("open") is None:
                page.locator(f"[data-facet={facet}] summary").click()
            page.wait_for_selector(f"[data-facet={facet}] li")
            label = page.locator(f"[data-facet={facet}] label").first
            count = label.locator(".count").inner_text()
            label.click()
            page.wait_for_selector(".active button")
            self.assertEqual(page.locator("#traffar").inner_text().split()[0], count, facet)
            page.locator(".active button").click()
            page.wait_for_selector(".active button", state="hidden")

    def test_results_are_shown_by_ten_and_go_on(self):
        page = self.open(sites.founding().url + "sok/index.html?q=kommunen")
        page.wait_for_selector(".results li")
        self.assertEqual(page.locator(".results > li").count(), 10)
        page.get_by_role("button", name="Visa fler").click()
        page.wait_for_function("() => document.querySelectorAll('.results > li').length > 10")
        self.assertEqual(page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.results > li')[10]"), True)

    def test_it_searches_while_one_types_and_keeps_the_field(self):
        page = self.open(sites.founding().url + "sok/index.html")
        page.focus("#q")
        page.keyboard.type("uppföl")
        page.wait_for_function("() => document.querySelector('[role=status]').textContent.includes('träffar på ”uppföl”')")
        page.wait_for_selector(".results mark")
        self.assertEqual(page.evaluate("document.activeElement.id"), "q")

    def test_axe_finds_nothing_on_a_page_with_results_wide_or_narrow_light_or_dark(self):
        for how in ({}, {"width": 320}, {"color_scheme": "dark"}):
            page = self.open(sites.founding().url + "sok/index.html?q=uppf%C3%B6ljnign&kommun=Bor%C3%A5s", **how)
            page.wait_for_selector(".results li")
            self.assert_no_findings(page, "axe", "overflow")

    def test_nothing_found_says_so_and_helps(self):
        page = self.open(sites.founding().url + "sok/index.html")
        self.assertEqual(self.search(page, "qwzzx"), [])
        self.assertIn("Pröva ett annat ord", page.locator("#sok-not").inner_text())

    def test_the_start_page_leads_to_the_answer(self):
        page = self.open(sites.founding().page("index.html"))
        page.fill("input[type=search]", "samverkan")
        page.keyboard.press("Enter")
        page.wait_for_selector(".results mark")

    def test_the_search_works_from_a_disk(self):
        page = self.open((sites.founding().folder / "sok/index.html").as_uri() + "?q=uppf%C3%B6ljning")
        page.wait_for_selector(".results mark")
        page.locator(".results a").first.click()
        page.wait_for_url(lambda url: url.endswith("index.html") or "#" in url)

    def test_the_pages_in_english_search_the_same_and_lead_to_english_pages(self):
        page = self.open(sites.founding().url + "en/sok/index.html?q=integration")
        page.wait_for_selector(".results li")
        self.assertIn("results", page.locator("#traffar").inner_text())
        self.assertIn("/en/", page.locator(".results a").first.evaluate("link => link.href"))

    def test_without_scripts_there_are_lists_to_look_through(self):
        page = self.open(sites.founding().page("sok/index.html"), scripts=False)
        self.assertTrue(page.locator("noscript").inner_text())
        self.assertGreater(page.locator("section .links a").count(), 10)

    def test_a_search_that_cannot_be_loaded_says_so(self):
        tab = self.tab()
        tab.page.route("**/sok/index/**", lambda route: route.abort())
        page = tab.open(sites.founding().url + "sok/index.html?q=skola")
        page.wait_for_function("() => document.querySelector('#traffar').textContent.includes('kunde inte läsas in')")


def related(*words):
    """Words of the pairs that are right answers too: those that a chain of pairs leads to, and compounds with the same first part."""
    every = {word for _, *pair in PAIRS for word in pair}
    found = set(words) | {one for one in every for word in words if one[:5] == word[:5]}
    while more := {word for _, *pair in PAIRS for word in pair if set(pair) & found} - found:
        found |= more
    return found


class Weight(browser.BrowserTest):
    def test_a_first_query_fetches_little(self):
        for query in ("uppf%C3%B6ljning", "kommunen", "intern+kontroll", "%22integrerat+samh%C3%A4lle%22", "uppf%C3%B6ljnign"):
            tab = self.tab()
            page = tab.open(sites.founding().url + "sok/index.html?q=" + query)
            page.wait_for_function("() => document.querySelector('.results mark') && !document.querySelector('.results').textContent.includes('…\\n')")
            scripts = {request.split("?")[0].removeprefix(sites.founding().url) for request in tab.requests if ".js" in request}
            self.assertGreater(len(scripts), 4)
            self.assertLessEqual(sum((sites.founding().folder / script).stat().st_size for script in scripts), 80_000, query)

    def test_the_page_alone_asks_for_no_more_than_its_style_and_its_script(self):
        tab = self.tab()
        tab.open(sites.founding().url + "sok/index.html").wait_for_load_state("networkidle")
        self.assertEqual(len(tab.requests), 3)

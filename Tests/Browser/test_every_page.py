"""What holds on every page of both sites. `survey.py` has opened them; the tests here say what they were looked at for."""

import collections
import pathlib
import tempfile

import browser
import sites
import survey


class EveryPage(browser.BrowserTest):
    def assert_found_nothing(self, *names, pages=None):
        notes = survey.notes()
        for name in names:
            self.assertEqual(notes.looked[name], pages or len(sites.every_page()), f"pages looked at for {name}")
            self.assert_nothing(notes.found[name], f"by {name}")

    def assert_found_nothing_on_one_of_every_kind(self, *names):
        self.assert_found_nothing(*names, pages=len(sites.one_of_every_kind()))

    def test_there_are_pages_of_many_kinds(self):
        self.assertGreater(len(sites.every_page()), 150)
        self.assertGreater(len(sites.one_of_every_kind()), 25)

    def test_axe_finds_nothing_on_any_page(self):
        self.assert_found_nothing("axe")

    def test_axe_finds_nothing_on_a_phone(self):
        self.assert_found_nothing_on_one_of_every_kind("axe on a phone")

    def test_axe_finds_no_pale_text_in_the_dark_in_forced_colours_and_in_high_contrast(self):
        self.assert_found_nothing_on_one_of_every_kind(*(f"colours {mode}" for mode in survey.MODES))

    def test_headings_go_down_one_level_at_a_time(self):
        self.assert_found_nothing("headings")

    def test_every_page_says_its_language_and_its_name(self):
        self.assert_found_nothing("language")

    def test_pages_in_english_say_that_they_are(self):
        self.assertGreater(len(sites.one_of_every_kind_in_english()), 20)
        tab = self.tab()
        for page in sites.one_of_every_kind_in_english().values():
            self.assertEqual(tab.open(page.url).get_attribute("html", "lang"), "en", page)

    def test_no_two_pages_of_a_site_have_the_same_title(self):
        notes = survey.notes()
        for site in sites.sites():
            swedish = {str(page) for page in site.pages if not page.address.startswith("en/")}
            titles = collections.Counter(title for page, title in notes.titles if page in swedish)
            self.assertGreater(len(titles), 50)
            self.assert_nothing([title for title, times in titles.items() if times > 1], "more than once")

    def test_nothing_sticks_out_of_a_window_of_320_pixels(self):
        self.assert_found_nothing("overflow narrow", "overlap narrow")

    def test_nothing_sticks_out_of_wider_windows(self):
        self.assert_found_nothing("overflow 768 wide", "overflow 1024 wide", "overflow 1280 wide")

    def test_nothing_sticks_out_of_a_phone_s_window_in_text_twice_as_large(self):
        self.assert_found_nothing("overflow in text twice as large")

    def test_names_of_one_long_word_break_in_a_window_of_320_pixels(self):
        with tempfile.TemporaryDirectory(prefix="missiv-long-") as name:
            site = pathlib.Path(name)
            sites.missiv("new", "site", site)
            for file, short, long in [
                ("site.yaml", "title: Övningsrevisionen", "title: Granskningsuppföljningsportalen"),
                ("site.yaml", "name: Roller och ansvar", "name: Ansvarsfördelningsöverenskommelser"),
                ("exempelby/index.md", "name: Fastighetsnämnden", "name: Samhällsbyggnadsförvaltningsnämnden"),
            ]:
                path = site / "content" / file
                self.assertIn(short, path.read_text("utf-8"))
                path.write_text(path.read_text("utf-8").replace(short, long), "utf-8")
            sites.missiv("build", "--site", site)
            url = sites.serve(site / "public")
            for page in ["", "rekommendationer/", "exempelby/skolbyggnader-2022/", "exempelby/namnder/fastighetsnamnden/", "teman/ansvar/"]:
                self.assert_no_findings(self.open(url + page, width=320), "overflow")

    def test_no_text_lies_on_other_text(self):
        self.assert_found_nothing("overlap")

    def test_nothing_is_lost_when_letters_words_and_lines_are_set_apart(self):
        self.assert_found_nothing("overflow widely spaced", "clipped widely spaced", "overlap widely spaced")

    def test_all_text_grows_with_the_reader_s_text_size(self):
        self.assert_found_nothing("growth")

    def test_everything_that_is_pressed_is_24_pixels_high_and_wide(self):
        self.assert_found_nothing("targets")
        self.assert_found_nothing_on_one_of_every_kind("targets on a phone")

    def test_paper_is_dark_for_who_wants_it_dark(self):
        self.assert_found_nothing_on_one_of_every_kind("dark")

    def test_nothing_moves_for_who_wants_it_still(self):
        self.assert_found_nothing_on_one_of_every_kind("motion")

    def test_no_page_complains_in_the_console(self):
        self.assert_found_nothing("complaints")

    def test_no_page_asks_another_computer_for_anything(self):
        self.assert_found_nothing("foreign")

    def test_a_page_needs_at_most_three_requests_beside_itself(self):
        self.assert_found_nothing("requests")

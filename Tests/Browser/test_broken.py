"""Every check can fail: for each there is a page in `broken/` that it must complain about."""

import browser
import checks
import keyboard
import sites
import survey
import test_print
import test_reading

# What each check of `checks/` must say of the page of its name, in which mode.
EXPECTED = {
    "axe": (["color-contrast", "image-alt", "label"], {}),
    "clipped": (["Words just as long"], {}),
    "colours": (["color-contrast"], {"color_scheme": "dark"}),
    "dark": (["paper is", "ink is"], {"color_scheme": "dark"}),
    "growth": (["14 px grows only to 14 px"], {}),
    "headings": (["h3 under h1"], {}),
    "language": (['lang is ""', "no title"], {}),
    "motion": (["smooth scrolling", "a transition"], {"reduced_motion": "reduce"}),
    "overflow": (["wide in a window of 320", "<div>Wide"], {"width": 320}),
    "overlap": (["“One sentence” and “and another”"], {}),
    "targets": (["<a href=\"#one\">", "<a href=\"#two\">"], {}),
}

WALKS = {
    "focus": "no visible focus",
    "covered": "hidden or covered",
    "order": "goes back to",
    "trap": "never reached",
    "lost": "focus is lost",
}


def broken(name):
    return (browser.BROKEN / f"{name}.html").as_uri()


class Broken(browser.BrowserTest):
    def assert_says(self, words, findings, name):
        self.assertTrue(any(words in finding for finding in findings), f"{name} does not say “{words}” but {findings}")

    def test_every_check_has_a_page_that_it_complains_about(self):
        self.assertEqual(sorted(EXPECTED), checks.NAMES)
        for name, (said, mode) in EXPECTED.items():
            page = self.tab(**mode).open(broken(name))
            if name == "clipped":
                self.assertEqual(checks.findings(page, name), [], "before the words are set apart")
                checks.wide_spacing(page)
            findings = checks.findings(page, name)
            for words in said:
                self.assert_says(words, findings, name)

    def test_the_walk_with_the_keyboard_notices_every_fault(self):
        for name, words in WALKS.items():
            self.assert_says(words, keyboard.walk(self.tab().open(broken(name)))[1], name)

    def test_errors_in_the_console_and_broken_policies_are_noticed(self):
        tab = self.tab()
        tab.open(broken("complaints"))
        self.assert_says("error: broken", tab.complaints, "complaints")
        self.assert_says("missing is not defined", tab.complaints, "complaints")
        tab.open(broken("policy"))
        self.assert_says("Content Security Policy", tab.complaints, "policy")

    def test_requests_to_other_computers_and_too_many_are_noticed(self):
        tab = self.tab()
        tab.open(broken("foreign"))
        self.assert_says("styles.example", tab.foreign_requests(broken("foreign")), "foreign")
        tab.open(broken("requests"))
        self.assert_says("5 requests", survey.more_requests_than_allowed(tab, None), "requests")

    def test_words_that_only_a_script_brings_are_noticed(self):
        without = self.tab(scripts=False).open(broken("scripted"))
        words = without.evaluate(test_reading.WORDS)
        self.assertNotEqual(self.tab().open(broken("scripted")).evaluate(test_reading.WORDS), words)
        self.assert_says("A hidden sentence", without.evaluate(test_reading.HIDDEN), "scripted")

    def test_what_is_not_on_the_paper_is_not_found_there(self):
        page = self.tab().open(broken("scripted"))
        text = test_print.printed(page)
        self.assertIn("A sentence with more words", text)
        self.assertNotIn("hidden", text)

    def test_a_page_of_this_site_turned_bad_is_noticed_too(self):
        page = self.tab().open(sites.founding().page("index.html").url)
        page.evaluate("document.querySelector('main').style.color = '#ddd'")
        self.assert_says("color-contrast", checks.findings(page, "axe"), "axe")

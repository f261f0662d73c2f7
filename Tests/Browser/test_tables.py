"""Tables and long lists: sorted, filtered, copied and shared with script, whole without, read by keyboard and in all sizes."""

import collections
import urllib.parse

import browser
import sites

PHONE = 360
LEVELS = ["Inte", "Inte", "Otillräckligt", "Delvis", "Delvis", "Delvis", "Helt"]


def founding(address):
    return sites.sites()[0].page(address)


def example(address):
    return sites.sites()[1].page(address)


class Tables(browser.BrowserTest):
    def levels(self, page):
        return [level.strip() for level in page.locator("tbody td:last-child .level:visible").all_inner_texts()]

    def said(self, page):
        return page.locator(".tools [role=status]").first.inner_text()

    def roles(self, page):
        """How many of each role the browser tells assistive technology of, whatever the style sheet does to tables."""
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
        return collections.Counter(node["role"]["value"] for node in tree["nodes"] if not node["ignored"])

    def test_a_column_is_sorted_up_and_down_and_back(self):
        page = self.open(founding("jamfor/bedomningar/index.html"))
        before = self.levels(page)
        button = page.get_by_role("button", name="Nivå")
        head = page.get_by_role("columnheader", name="Nivå")
        button.click()
        self.assertEqual(self.levels(page), LEVELS)
        self.assertEqual(head.get_attribute("aria-sort"), "ascending")
        self.assertEqual(self.said(page), "Sortering: Nivå, stigande")
        button.click()
        self.assertEqual(self.levels(page), LEVELS[::-1])
        self.assertEqual(head.get_attribute("aria-sort"), "descending")
        button.click()
        self.assertEqual(self.levels(page), before)
        self.assertIsNone(head.get_attribute("aria-sort"))

    def test_words_are_sorted_as_in_swedish_and_what_is_empty_comes_last(self):
        page = self.open(example("jamfor/svarstider/index.html"))
        page.get_by_role("button", name="Nämnd").click()
        names = [name.strip() for name in page.locator("tbody tr td:nth-child(2)").all_inner_texts()]
        known = [name for name in names if not name.startswith("–")]
        self.assertEqual(names[: len(known)], known)
        sort = "names => names.sort(new Intl.Collator('sv', {numeric: true}).compare)"
        self.assertEqual(known, page.evaluate(sort, known))

    def test_dates_are_sorted_by_the_day(self):
        page = self.open(example("jamfor/svarstider/index.html"))
        page.get_by_role("button", name="Svarat").click()
        days = page.locator("tbody tr td:nth-child(4)").evaluate_all(
            "cells => cells.map(cell => cell.querySelector('time')?.dateTime).filter(Boolean)"
        )
        self.assertGreater(len(days), 2)
        self.assertEqual(days, sorted(days))

    def test_what_was_chosen_is_shared_by_the_address(self):
        page = self.open(founding("jamfor/bedomningar/index.html"))
        page.get_by_role("button", name="Nivå").click()
        page.get_by_label("Filtrera").fill("vänersborg 2019")
        self.assertEqual(self.said(page), "2 av 7 på sidan visas.")
        self.assertIn("sort=4", page.url)
        other = self.open(page.url)
        self.assertEqual(self.levels(other), ["Delvis", "Helt"])
        self.assertEqual(other.get_by_label("Filtrera").input_value(), "vänersborg 2019")

    def test_rows_are_chosen_by_a_value_that_returns(self):
        page = self.open(founding("jamfor/bedomningar/index.html"))
        page.get_by_role("combobox", name="Nivå", exact=True).select_option("Inte")
        self.assertEqual(page.locator("tbody tr:visible").count(), 2)
        page.get_by_role("combobox", name="Nivå", exact=True).select_option("Alla")
        self.assertEqual(page.locator("tbody tr:visible").count(), 7)

    def test_a_note_leads_back_to_a_row_that_was_filtered_away(self):
        page = self.open(founding("jamfor/bedomningar/index.html"))
        page.get_by_label("Filtrera").fill("trollhättan")
        self.assertFalse(page.locator("#ref-assessments-1").is_visible())
        page.locator("#not-assessments-1 a[aria-label]").press("Enter")
        page.locator("#ref-assessments-1").wait_for()

    def test_the_table_is_copied_as_csv(self):
        page = self.open(founding("jamfor/bedomningar/index.html"), permissions=["clipboard-read", "clipboard-write"])
        page.evaluate("document.querySelector('tbody td').firstChild.textContent = '=1+\"1\"'")
        page.get_by_role("button", name="Kopiera tabellen som CSV").click()
        page.get_by_text("Kopierat med rubriker. Antal rader: 7.").wait_for()
        lines = page.evaluate("navigator.clipboard.readText()").split("\r\n")
        self.assertEqual(lines[0], "Granskning,Gäller,Revisorernas ord,Nivå")
        self.assertTrue(lines[1].startswith('Borås 2021,"\'=1+""1""'), lines[1])
        self.assertTrue(lines[1].endswith(",Delvis"), lines[1])
        self.assertEqual((len(lines), lines[-1]), (9, ""))

    def test_where_copying_is_forbidden_it_says_so(self):
        page = self.open(founding("jamfor/bedomningar/index.html"))
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
        page.get_by_role("button", name="Kopiera tabellen som CSV").click()
        page.get_by_text("Det gick inte att kopiera").wait_for()
        self.assertTrue(page.get_by_role("link", name="Tabellen som CSV").is_visible())

    def test_without_script_the_table_and_its_file_are_there_and_no_controls(self):
        page = self.open(founding("jamfor/bedomningar/index.html"), scripts=False)
        self.assertEqual(page.locator("tbody tr:visible").count(), 7)
        self.assertEqual(page.locator("main :is(button, input, select)").count(), 0)
        self.assertTrue(page.get_by_role("link", name="Tabellen som CSV").is_visible())

    def test_a_list_is_filtered_and_its_empty_parts_go(self):
        page = self.open(founding("rekommendationer/index.html"))
        parts = page.locator("main section:visible").count()
        self.assertGreaterEqual(parts, 4)
        page.get_by_role("combobox", name="Läge", exact=True).select_option("Besvarad")
        self.assertEqual(page.locator(".recs > li:visible").count(), 6)
        self.assertLess(page.locator("main section:visible").count(), parts)
        self.assertEqual(self.said(page), "6 av 20 på sidan visas.")

    def test_on_a_phone_tables_are_still_tables_and_sorted_by_a_list(self):
        for address in ("jamfor/bedomningar/index.html", "jamfor/teman/index.html"):
            page = self.open(founding(address), width=PHONE)
            rows = page.locator("tbody tr").count()
            roles = self.roles(page)
            self.assertEqual(roles["rowheader"], rows, address)
            self.assertEqual(roles["cell"], page.locator("tbody td").count(), address)
            self.assertGreaterEqual(roles["table"], 1, address)
            self.assertFalse(page.locator(".sort").first.is_visible(), address)
            page.get_by_role("combobox", name="Sortera", exact=True).select_option(index=2)
            self.assertIn("fallande", self.said(page))
            self.assert_no_findings(page, "axe", "overflow", "targets")

    def test_what_has_focus_is_not_hidden_under_the_head_of_a_table(self):
        for address, size in (("jamfor/teman/index.html", (1280, 420)), ("jamfor/teman/index.html", (PHONE, 640)),
                              ("jamfor/bedomningar/index.html", (1280, 420))):
            page = self.open(founding(address), width=size[0], height=size[1], reduced_motion="reduce")
            links = page.locator("tbody a")
            for at in reversed(range(links.count())):
                links.nth(at).focus()
                # The middle of what has focus is on top of everything else.
                hidden = links.nth(at).evaluate(
                    """link => { const box = link.getBoundingClientRect()
                      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
                      return top && (link.contains(top) || top.contains(link)) ? '' : link.textContent + ' under ' + top?.outerHTML }"""
                )
                self.assertEqual(hidden, "", f"{address} {size}")

    def test_a_wide_table_keeps_its_first_column_and_its_head_in_view(self):
        page = self.open(example("jamfor/lage/index.html"), width=900)
        box = page.locator(".table-box")
        self.assertTrue(box.evaluate("box => box.scrollWidth > box.clientWidth"))
        name = box.locator("tbody th").first
        before = name.bounding_box()["x"]
        box.evaluate("box => box.scrollTo(400, 0)")
        self.assertAlmostEqual(name.bounding_box()["x"], before, delta=1)
        self.assertEqual(box.get_attribute("tabindex"), "0")
        box.locator("tbody a").first.focus()
        self.assert_no_findings(page, "axe", "overflow")

    def test_controls_obey_in_forced_colours_and_when_text_is_set_apart(self):
        page = self.open(founding("jamfor/bedomningar/index.html"), forced_colors="active")
        page.get_by_role("button", name="Nivå").click()
        self.assert_no_findings(page, "axe", "overflow", "targets")
        self.assertEqual(urllib.parse.urlsplit(page.url).fragment, "assessments.sort=4")

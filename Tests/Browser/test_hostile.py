"""Attacks in every field, text, table and file name come out as text: nothing runs, nothing is asked of others, no policy is broken."""

import contextlib
import csv
import functools
import io
import json
import pathlib
import re
import signal
import subprocess
import tempfile
import xml.etree.ElementTree

import browser
import hostile
import sites

PROGRAM = sites.REPOSITORY / ".build/debug/missiv"

# Fields that only tell the program something.
SILENT = {
    "site.rules.untouched.reason", "site.publisher.type", "site.publisher.organisation-number", "glossary.terms.translations.en.forms",
}  # fmt: skip

# What may not be in any page, however it came there.
LOOK = """() => {
  const wrong = []
  for (const node of document.querySelectorAll("*")) {
    const tag = node.localName
    for (const { name, value } of node.attributes) {
      if (/^on/i.test(name) || name === "style" || name === "srcdoc") wrong.push(`<${tag} ${name}>`)
      if (/^(href|src|action|formaction|xlink:href|poster|data)$/i.test(name) && tag !== "data") {
        const scheme = new URL(value, location.href)
        if (!/^(https?|mailto|tel|file):$/.test(scheme.protocol)) wrong.push(`<${tag} ${name}=${value}>`)
        if (scheme.host === "evil.invalid") wrong.push(`<${tag} ${name}=${value}>`)
        if (name !== "href" && scheme.origin !== location.origin) wrong.push(`<${tag} ${name}=${value}>`)
      }
    }
    if (tag === "script" && !node.src) {
      if (node.type !== "application/ld+json") wrong.push("<script>")
      else JSON.parse(node.textContent)
    }
    if (["iframe", "object", "embed", "base", "frame", "applet", "style", "foreignobject"].includes(tag)) wrong.push(`<${tag}>`)
    if (tag === "meta" && node.httpEquiv && !/^(content-security-policy|refresh)$/i.test(node.httpEquiv)) wrong.push("<meta>")
  }
  if (!document.querySelector("meta[http-equiv=Content-Security-Policy]")) wrong.push("no policy")
  return wrong
}"""


@functools.cache
def built(attack):
    """The site attacked that way, with what was written into it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="missiv-hostile-"))
    writer = hostile.write(folder, attack)
    sites.missiv("build", "--site", folder)
    return sites.Site("hostile", folder / "public", sites.serve(folder / "public")), writer


class Hostile(browser.BrowserTest):
    def watched_tab(self, url):
        """A tab that notes dialogs, requests to others and breaches of the policy, for as long as it is open."""
        tab = self.tab()
        tab.page.on("dialog", lambda dialog: (wrong.append(f"dialog on {tab.page.url}"), dialog.dismiss()))
        tab.page.on("request", lambda request: request.url.startswith((url, "data:")) or wrong.append(f"asked for {request.url}"))
        tab.page.on("console", lambda message: "Policy" not in message.text or wrong.append(message.text))
        tab.context.add_init_script(
            "addEventListener('securitypolicyviolation', event => console.error('Policy', event.violatedDirective, event.blockedURI))"
        )
        wrong = []
        self.addCleanup(lambda: self.assert_nothing(wrong))
        return tab

    def assert_pages_are_harmless(self, site, pages):
        tab = self.watched_tab(site.url)
        wrong = []
        for page in pages:
            tab.open(page.url)
            wrong += [f"{page}: {finding}" for finding in tab.page.evaluate(LOOK) + tab.complaints]
        self.assertGreater(len(pages), 15)
        self.assert_nothing(wrong)

    def test_pages_with_an_attack_in_every_field_show_it_as_text(self):
        site, _ = built(hostile.breakout)
        self.assert_pages_are_harmless(site, [page for page in site.pages if not page.address.startswith("en/")])

    def test_a_text_that_is_an_address_is_a_link_nowhere(self):
        site, _ = built(hostile.address)
        kinds = {site.kind(page): page for page in site.pages}
        self.assert_pages_are_harmless(site, list(kinds.values()))

    def test_every_field_comes_out_somewhere_so_that_the_attack_was_one(self):
        site, writer = built(hostile.breakout)
        text = "".join(file.read_text("utf-8") for file in site.folder.rglob("*") if file.suffix in (".html", ".json", ".xml", ".csv"))
        missing = [path for token, path in writer.tokens.items() if token not in text and path not in SILENT]
        self.assert_nothing(missing, "is in no file")
        self.assertGreater(len(writer.tokens), 70)

    def test_feeds_and_maps_are_well_formed_and_data_has_no_formulas(self):
        site, _ = built(hostile.breakout)
        for file in [*site.folder.rglob("*.xml"), site.folder / "datasets/dcat", site.folder / "server/web.config"]:
            for element in xml.etree.ElementTree.parse(file).iter():
                self.assertNotIn(element.tag.rpartition("}")[2], ("script", "img", "svg", "iframe"), file)
                self.assertNotIn(hostile.ELSEWHERE, "".join(element.attrib.values()), file)
        for file in site.folder.rglob("*.json"):
            json.loads(file.read_text("utf-8"))
        cells = 0
        for file in (site.folder / "data").rglob("*.csv"):
            for row in csv.reader(io.StringIO(file.read_text("utf-8"), newline="")):
                cells += len(row)
                self.assert_nothing([cell for cell in row if re.match(r"[=@\t\r]|[-+].*[^\d ,.%]", cell)], file)
        self.assertGreater(cells, 300)
        for name in ("_headers", "server/nginx.conf", "server/apache.conf"):
            text = (site.folder / name).read_text("utf-8")
            self.assertNotRegex(text, "zq|onerror=|javascript:|<img|<script", name)

    def test_the_search_finds_attacks_and_shows_them_as_text(self):
        site, _ = built(hostile.breakout)
        tab = self.watched_tab(site.url)
        page = tab.open(site.url + "sok/index.html?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27%3C/script%3E")
        for query in ("alert", "<script>alert(1)</script>", "zqbody2"):
            page.fill("#q", query)
            page.press("#q", "Enter")
            page.wait_for_function("q => document.querySelector('[role=status]').textContent.includes(q)", arg=query)
        page.locator(".results li").first.wait_for()
        self.assert_nothing(page.evaluate(LOOK) + tab.complaints)

    def test_a_page_opened_from_a_disk_is_as_harmless(self):
        site, _ = built(hostile.breakout)
        for address in ("exempelby/granskning/index.html", "sok/index.html"):
            tab = self.watched_tab("file:")
            tab.open((site.folder / address).as_uri())
            self.assert_nothing(tab.page.evaluate(LOOK) + tab.complaints, address)

    # What is refused

    def test_a_change_to_be_reviewed_is_marked_as_text(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            hostile.write(folder, hostile.breakout)
            sites.missiv("build", "--site", folder)
            audit = folder / "content/exempelby/granskning/audit.md"
            audit.write_text(audit.read_text("utf-8").replace("<svg", "<img src=y onerror=alert(2)><svg", 1), "utf-8")
            with self.preview(folder) as url:
                tab = self.watched_tab(url)
                page = tab.open(url + "_granska/exempelby/granskning/index.html")
                page.locator(".missiv-ins").first.wait_for()
                self.assert_nothing(page.evaluate(LOOK))

    def test_what_is_refused_is_told_of_at_its_line_and_harms_no_terminal(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            writer = hostile.write(folder, lambda token: hostile.address(token) + "\x1b]0;x\x07\x9b31m\u202e", refused=True)
            run = subprocess.run([PROGRAM, "check", "--site", folder, "--format", "json"], capture_output=True)
            errors = [problem for problem in json.loads(run.stdout) if problem["severity"] == "error"]
            told = {(problem["path"], problem["line"]) for problem in errors}
            untold = []
            for file in (folder / "content").rglob("*"):
                if file.suffix not in (".md", ".yaml"):
                    continue
                for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
                    token = re.search(r"zq\d{3}x", line)
                    if token and (str(file), number) not in told:
                        untold.append(f"{writer.tokens[token[0]]}: {line.strip()}")
            self.assert_nothing(untold, "is taken")
            for number, text in enumerate(hostile.REFUSED_BODIES):
                self.assertIn(str(folder / f"content/sida-{number}.md"), {file for file, _ in told}, text)
            shown = subprocess.run([PROGRAM, "check", "--site", folder], capture_output=True, text=True)
            self.assertEqual(shown.returncode, 1)
            self.assertNotRegex(shown.stdout + shown.stderr, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

    def test_what_is_refused_is_text_over_the_page_that_serve_shows(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            hostile.write(folder, hostile.breakout, refused=True)
            with self.preview(folder) as url:
                tab = self.watched_tab(url)
                for address in ("", "%3Cscript%3Ealert(1)%3C/script%3E/", "exempelby/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"):
                    page = tab.open(url + address)
                    page.locator(".missiv-live-error").nth(50).wait_for(state="attached")
                    self.assertEqual(page.locator(".missiv-live script, .missiv-live img, .missiv-live svg").count(), 0)
                    self.assertEqual(page.evaluate("document.querySelectorAll('[onerror], [onload], [onclick]').length"), 0)

    @contextlib.contextmanager
    def preview(self, folder):
        """The address of `missiv serve` of a site, for as long as it is needed."""
        process = subprocess.Popen([PROGRAM, "serve", "--site", folder, "--port", "0"], stderr=subprocess.PIPE, text=True)
        try:
            yield re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)
            process.stderr.close()

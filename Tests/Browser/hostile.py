"""A site whose every field, text, table and file name is an attack. The fields are those of the schemas, so that a new one is attacked too."""

import itertools
import json
import pathlib

import sites

_FILES = [json.loads(file.read_text("utf-8")) for file in (sites.REPOSITORY / "templates/schemas").glob("*.json")]
SCHEMAS = {schema["title"]: schema for schema in _FILES}

# Nobody answers there: whatever asks is seen.
ELSEWHERE = "evil.invalid"


def breakout(token):
    """Ends every place that a text may stand in, and then does what must not be done."""
    return (
        f"""=cmd|'{token}"'`><script>alert(1)</script><img src=//{ELSEWHERE}/{token} onerror=alert(1)><svg onload=alert(1)>"""
        f"""</title></style></textarea></script><script>alert(1)</script>--><!-- ]]> */ {{{{site.title}}}} {{{{{{words}}}}}} ${{alert(1)}} """
        f""" \\";alert(1)// &lt;b&gt; &#60;b> %3Cscript%3E"""
    )


def address(token):
    """A text that runs if anything makes a link of it."""
    return f"javascript:alert('{token}')//https://{ELSEWHERE}/"


# The fields whose words are names of something else, dates or addresses; each is refused when it is none. All other texts are free.
FIXED = {
    "site": {"base-url": "https://revision.example.se/", "language": "sv", "languages": ["sv", "en"]},
    "brand": {"colour": "#005b8f", "logo": "logo.svg"},
    "rule": {"in": ["exempelby"], "severity": "note"},
    "board": {"kind": "slag", "successor": "namnden-2"},
    "municipality": {"code": "9901", "formerly": ["/forr/kommun/"]},
    "audit": {"topics": ["amne"], "follows": ["exempelby/forra"], "formerly": ["/forr/granskning/"]},
    "assessment": {"of": ["namnden"]},
    "criticism": {"against": ["namnden"]},
    "observation": {"themes": ["tema"]},
    "reply-request": {"from": ["namnden"]},
    "recommendation": {
        "to": ["namnden"], "with": ["namnden-2"], "concerns": ["namnden"], "themes": ["tema"], "companion-of": None, "parts": None,
    },
    "repetition": {"of": "exempelby/forra/R1"},
    "source": {"file": "bilaga.svg", "transcription": "excerpt"},
    "reply": {"by": ["namnden"], "formerly": ["/forr/svar/"]},
    "decision": {"body": "namnden"},
    "cited-decision": {"body": "namnden"},
    "answer": {"to": ["R1"], "refers-to": "namnden-2"},
    "measure": {"for": ["R1"], "by": ["namnden"]},
    "follow-up": {"by": ["namnden"], "formerly": ["/forr/uppf/"], "counts": None},
    "finding": {"for": ["R1"], "status": "implemented", "to": None},
    "moved-deadline": {"for": ["R1"]},
    "page": {"formerly": ["/forr/sida/"]},
}
# Where the keys are the writer's own.
KEYS = {("inferred",): "title", ("rules",): "untouched", ("translations",): "en"}


class Writer:
    """Fills documents as the schemas ask, and remembers what stands where."""

    def __init__(self, attack, refused=False):
        self.attack = attack
        # Whether the attack stands where it must be refused, and plain words where it would be taken.
        self.refused = refused
        self.tokens = {}
        self.numbers = itertools.count(1)

    def text(self, path):
        token = f"zq{next(self.numbers):03d}x"
        self.tokens[token] = path
        return self.attack(token)

    def document(self, kind, **given):
        return self._value(SCHEMAS[kind], SCHEMAS[kind], kind, kind) | given

    def _value(self, schema, node, path, owner):
        if "$ref" in node:
            name = node["$ref"].split("/")[-1]
            return self._value(schema, schema["$defs"][name], path, name)
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return self.text(path) if self.refused else node["enum"][0]
        if "anyOf" in node:
            choices = [choice for choice in node["anyOf"] if choice.get("type") != "integer"]
            return self._value(schema, choices[-1], path, owner)
        kind = node.get("type")
        if kind == "array":
            return [self._value(schema, node["items"], path, owner)]
        if kind == "boolean":
            return self.text(path) if self.refused else path.endswith(".complete")
        if kind == "integer":
            return self.text(path) if self.refused else 1
        if kind == "object" and "properties" not in node:
            key = KEYS.get((path.split(".")[-1],), "planned")
            return {key: self._value(schema, node["additionalProperties"], f"{path}.{key}", owner)}
        if kind == "object":
            return self._object(schema, node, path, owner)
        return self._scalar(node, path)

    def _scalar(self, node, path):
        pattern = node.get("pattern", "")
        if not pattern:
            return "a" if self.refused else self.text(path)
        if self.refused:
            return self.text(path)
        if "http" in pattern:
            return "https://example.se/" + path.replace(".", "/")
        if "@" in pattern:
            return "revision@example.se"
        return "2024-03-04" if "0-9]{4}" in pattern else path.split(".")[-2][:4] + "-1"

    def _object(self, schema, node, path, owner):
        filled = {}
        for key, value in node["properties"].items():
            where = f"{path}.{key}"
            if key in FIXED.get(owner, {}):
                fixed = FIXED[owner][key]
                if fixed is not None:
                    filled[key] = self.text(where) if self.refused else fixed
            else:
                filled[key] = self._value(schema, value, where, owner)
        return filled


def body(attack, folder=""):
    """A text with an attack in everything that Markdown knows and that is taken as text."""
    return f"""
# {attack('zqbody1')}

Ett stycke: {attack('zqbody2')} och <script>alert(1)</script> och <img src="//{ELSEWHERE}/a" onerror="alert(1)">.

<div onclick="alert(1)" style="background:url(//{ELSEWHERE}/b)"><iframe src="javascript:alert(1)"></iframe></div>

| {attack('zqcell1').replace('|', '/')} | b |
| --- | --- |
| {attack('zqcell2').replace('|', '/')} | <svg onload=alert(1)> |

```"><script>alert(1)</script>
{attack('zqcode1')}
```

> {attack('zqbody3')}

[En länk "><img src=x onerror=alert(1)>](https://example.se/"><script>alert(1)</script> "titel&quot;><script>alert(1)</script>")

[Till sidan](exempelby#"onclick="alert(1)) och `kod</code><script>alert(1)</script>` och &lt;script>alert(1)&lt;/script>

![Text "><script>alert(1)</script>](<{folder}bilaga.svg> "&quot; onerror=alert(1)")

![Nyckeltal "><script>alert(1)</script>](<{folder}nyckeltal.csv> "bar")
"""


REFUSED_BODIES = [
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#115;cript:alert(1))", "[a](<java\tscript:alert(1)>)",
    "[a](&#1;javascript:alert(1))", "[a](vbscript:x)", "[a](data:text/html,<script>alert(1)</script>)", "<javascript:alert(1)>",
    "[a][b]\n\n[b]: javascript:alert(1)", "![a](javascript:alert(1))", f"![a](//{ELSEWHERE}/a.png)", f"![a](https://{ELSEWHERE}/a.png)",
    "![a](data:image/svg+xml,<svg>)", "[a](file:///etc/passwd)", "[a](../../../etc/passwd)", "[a](blob:x)",
]  # fmt: skip

CLEAN_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'


def _document(fields, text=""):
    """JSON is YAML; a value a line, so that a diagnostic's line tells the field."""
    return "---\n" + json.dumps(fields, indent=1, ensure_ascii=True) + "\n---\n" + text


def write(folder, attack, refused=False):
    """Writes the site below `folder`, and returns its writer."""
    writer = Writer(attack, refused)
    content = folder / "content"
    audit = content / "exempelby/granskning"
    audit.mkdir(parents=True)
    text = "" if refused else body(attack)
    elsewhere = "" if refused else body(attack, "exempelby/granskning/")
    site = writer.document("site")
    if not refused:
        site["topics"][0]["id"], site["themes"][0]["id"], site["board-kinds"][0]["id"] = "amne", "tema", "slag"
    (content / "site.yaml").write_text(json.dumps(site, indent=1, ensure_ascii=True), "utf-8")
    (content / "logo.svg").write_text(CLEAN_PICTURE, "utf-8")
    (audit / "bilaga.svg").write_text(CLEAN_PICTURE, "utf-8")
    town = writer.document("municipality")
    second = {"id": "namnden-2", "name": "Andra nämnden", "kind": "slag"}
    if not refused:
        town["boards"][0]["id"] = "namnden"
    town["boards"].append(second)
    (content / "exempelby/index.md").write_text(_document(town, elsewhere), "utf-8")
    report = writer.document("audit")
    reply = writer.document("reply")
    follow_up = writer.document("follow-up")
    if not refused:
        item = report["recommendations"]["items"][0]
        item["id"] = "R1"
        parts = [dict(item, id=f"R2{letter}") for letter in "ab"]
        companion = dict(item, id="R3") | {"companion-of": "R1"}
        report["recommendations"]["items"] += [{"id": "R2", "text": item["text"], "parts": parts}, companion]
        reply["measures"][0]["id"] = "M1"
        follow_up["findings"].append(follow_up["findings"][0] | {"for": ["R3"], "status": "transferred", "to": "namnden-2"})
    (audit / "audit.md").write_text(_document(report, text), "utf-8")
    (audit / "svar.md").write_text(_document(reply, text), "utf-8")
    (audit / "uppf.md").write_text(_document(follow_up, text), "utf-8")
    attacked = attack("zqcsv1").lstrip("=").replace('"', '""')
    (audit / "nyckeltal.csv").write_text(f'År,"{attacked}",Källa\n2023,1,"{attacked}"\n2024,2,"{attacked}"\n', "utf-8")
    earlier = content / "exempelby/forra"
    earlier.mkdir()
    (earlier / "audit.md").write_text(
        "---\ntype: audit\ntitle: Förra\nauditor: R\ndate: 2020\nrecommendations: {items: [{id: R1, text: Förra.}]}\n---\n", "utf-8"
    )
    glossary = writer.document("glossary")
    (content / "ordlista.md").write_text(_document(glossary), "utf-8")
    (content / "om.md").write_text(_document(writer.document("page"), elsewhere), "utf-8")
    if refused:
        for number, line in enumerate(REFUSED_BODIES):
            (content / f"sida-{number}.md").write_text(f'---\ntype: page\ntitle: "Sida {number}"\n---\n{line}\n', "utf-8")
        (audit / "bild.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "utf-8")
        (audit / "sida.html").write_text("<script>alert(1)</script>", "utf-8")
        (audit / "formel.csv").write_text("a,b\n=cmd|' /C calc'!A0,1\n", "utf-8")
        (audit / "svar\"><img src=x onerror=alert(1)>.md").write_text('---\ntype: reply\nby: x\n---\n', "utf-8")
        (content / "exempelby/<script>alert(1)<").mkdir()
        (content / "exempelby/<script>alert(1)</audit.md").write_text("---\ntype: audit\ntitle: a\nauditor: b\n---\n", "utf-8")
    else:
        # Attachments keep their names; what they say is text wherever it is shown.
        for name in ("\"'><img src=x onerror=alert(1)>.svg", "&quot;;}{.svg"):
            (audit / name).write_text(CLEAN_PICTURE, "utf-8")
            report["sources"].append({"title": name, "transcription": "excerpt", "file": name})
        (audit / "audit.md").write_text(_document(report, text), "utf-8")
    return writer

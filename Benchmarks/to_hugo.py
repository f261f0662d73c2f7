#!/usr/bin/env python3
"""to_hugo.py CONTENT OUT [VARIANT …]: the same content as Hugo sites OUT/hugo-bundles, OUT/hugo-flat and OUT/hugo-flat-recs.

bundles    the sources as they are, one leaf bundle per audit, replies and follow-ups as page resources; only Hugo's own keys are
           added (a date it can read, the taxonomies). Templates do the joining.
flat       one file per audit: replies and follow-ups are joined to the recommendations and counted here, outside the timing.
flat-recs  as flat, and every recommendation, reply and follow-up has a page of its own, as in Missiv; every board has one, too.
           Recommendations come from a content adapter per municipality (JSON), about a tenth faster than small files.

Needs PyYAML. Works on any content that Missiv finds no error in.
"""
import argparse
import json
import os
import re
import shutil
import sys

import yaml

sys.dont_write_bytecode = True
from generate import yaml_lines     # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
VARIANTS = {"bundles": ["common", "bundles"], "flat": ["common", "flat"], "flat-recs": ["common", "flat", "flat-recs"]}
ADAPTER = """{{ range resources.Get "recs/%s.json" | transform.Unmarshal }}
  {{- $page := dict "path" .path "title" .title "params" .params }}
  {{- with .date }}{{ $page = merge $page (dict "dates" (dict "date" (time.AsTime .))) }}{{ end }}
  {{- $.AddPage $page }}
{{- end }}
"""
NOT_FOLLOWED_UP = "ej följd upp"


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    end = text.index("\n---\n", 3)
    return text, yaml.load(text[4:end + 1], LOADER), text[end + 5:]


def write(path, front, body=""):
    lines = ["---"]
    yaml_lines({k: v for k, v in front.items() if v is not None}, 0, lines)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n---\n" + body)


def first_day(edtf):
    """A date that Hugo can sort by."""
    if not edtf:
        return None
    return (edtf.rstrip("?~%") + "-01-01")[:10]


def underscored(mapping, *keys):
    return {key.replace("-", "_"): mapping[key] for key in keys if key in mapping}


class Audit:
    """One audit with its replies and follow-ups, joined."""

    def __init__(self, content, municipality, folder, names):
        self.municipality, self.folder, self.path = municipality, folder, f"{municipality}/{folder}"
        self.source = f"{content}/{self.path}"
        self.text, self.front, self.body = read(f"{self.source}/audit.md")
        self.replies, self.followups, self.attachments = [], [], []
        for name in sorted(os.listdir(self.source)):
            if name == "audit.md":
                continue
            if not name.endswith(".md"):
                self.attachments.append(name)
                continue
            text, front, body = read(f"{self.source}/{name}")
            (self.replies if front["type"] == "reply" else self.followups).append((name[:-3], text, front, body))
        self.names = names
        self.recs = []
        for item in self.front.get("recommendations", {}).get("items", []):
            self.recs.append(self.join(item, item))
            self.recs += [self.join(part, item) for part in item.get("parts", [])]
        self.boards = sorted({f"{municipality}/{b}" for r in self.recs for b in r["to"] if "/" not in b})
        self.themes = sorted({t for r in self.recs for t in r["themes"]})
        leaves = [r for r in self.recs if not r["umbrella"]]
        self.counts = {"n": len(leaves), "done": sum(r["latest"] in ("implemented", "obsolete") for r in leaves),
                       "unknown": sum(r["latest"] == NOT_FOLLOWED_UP for r in leaves)}
        self.counts["open"] = len(leaves) - self.counts["done"] - self.counts["unknown"]

    def voice(self, front):
        return "auditors" if front["by"] == "auditors" else ", ".join(self.names.get(f"{self.municipality}/{b}", b) for b in front["by"])

    def join(self, rec, item):
        ident = rec["id"]
        answers, measures, findings, deadlines, history = [], [], [], [], []
        latest = NOT_FOLLOWED_UP
        if self.front.get("date"):
            history.append({"date": self.front["date"], "voice": "auditors", "what": "recommended", "url": f"/audits/{self.path}/"})
        for name, _, front, _ in self.replies:
            date, url = front.get("date", ""), f"/replies/{self.path}/{name}/"
            for a in front.get("answers", []):
                if ident in a["to"]:
                    answers.append({"by": front["by"], "date": date, **underscored(a, "stance", "refers-to", "quote", "note")})
                    history.append({"date": date, "voice": self.voice(front), "what": a["stance"], "url": url})
            for m in front.get("measures", []):
                if ident in m.get("for", []):
                    measures.append(underscored(m, "id", "by", "force", "text", "due", "due-wording"))
        for name, _, front, _ in sorted(self.followups, key=lambda f: f[2].get("date", "")):
            date, url = front.get("date", ""), f"/followups/{self.path}/{name}/"
            for f in front.get("findings", []):
                if ident in f["for"]:
                    latest = f["status"]
                    findings.append({"voice": self.voice(front), "date": date, **underscored(f, "status", "reason", "quote")})
                    history.append({"date": date, "voice": self.voice(front), "what": latest, "url": url})
            deadlines += [d for d in front.get("deadlines", []) if d["for"] == ident]
        joined = {"id": ident, "umbrella": "parts" in rec, "to": rec.get("to", item.get("to", [])), "themes": rec.get("themes", item.get("themes", [])),
                  **underscored(rec, "lead-in", "text", "with", "due", "companion-of", "repeats"), "latest": latest, "answers": answers,
                  "measures": measures, "findings": findings, "deadlines": deadlines}
        self.history = getattr(self, "history", {})
        self.history[ident] = sorted(history, key=lambda h: h["date"])
        return joined

    # -- the three variants

    def bundle(self, out):
        target = f"{out}/content/audits/{self.path}"
        os.makedirs(target)
        keys = [f"municipality: {self.municipality}", f"boards: [{', '.join(self.boards)}]", f"themes: [{', '.join(self.themes)}]"]
        if "formerly" in self.front:
            keys.append(f"aliases: [{', '.join(self.front['formerly'])}]")
        documents = [("index", self.text, self.front, keys)] + [(n, t, f, []) for n, t, f, _ in self.replies + self.followups]
        for name, text, front, extra in documents:
            if "date" in front:
                extra = extra + [f'date_text: "{front["date"]}"']
                text = re.sub(r"^date: .*$", f"date: {first_day(front['date'])}", text, count=1, flags=re.M)
            with open(f"{target}/{name}.md", "w", encoding="utf-8") as file:
                file.write("".join(["---\n"] + [e + "\n" for e in extra]) + text[4:])
        for name in self.attachments:
            shutil.copy(f"{self.source}/{name}", target)

    def flat_front(self, recs):
        kept = {k: v for k, v in self.front.items() if k not in ("type", "date", "recommendations", "formerly")}
        return {**kept, "date": first_day(self.front.get("date")), "date_text": self.front.get("date"), "municipality": self.municipality,
                "aliases": self.front.get("formerly"), **self.counts, "recs": recs}

    def attach(self, out):
        for name in self.attachments:
            os.makedirs(f"{out}/static/audits/{self.path}", exist_ok=True)
            shutil.copy(f"{self.source}/{name}", f"{out}/static/audits/{self.path}")

    def flat(self, out):
        parts = [self.body]
        for _, _, front, body in self.replies:
            parts.append(f"\n## Svar från {self.voice(front)} {front.get('date', '')} {front.get('decision', {}).get('paragraph', '')}\n{body}")
        for _, _, front, body in self.followups:
            parts.append(f"\n## Uppföljning {front.get('date', '')}\n{body}")
        front = {**self.flat_front(self.recs), "boards": self.boards, "themes": self.themes}
        write(f"{out}/content/audits/{self.path}.md", front, "".join(parts))
        self.attach(out)

    def flat_recs(self, out):
        shared = {"municipality_id": self.municipality, "audit_title": self.front["title"], "audit_url": f"/audits/{self.path}/"}
        pages = []
        for kind, folder, list_ in (("Svar", "replies", self.replies), ("Uppföljning", "followups", self.followups)):
            for name, _, front, body in list_:
                title = f"{kind} från {self.voice(front)} {front.get('date', '')}".strip()
                pages.append({"title": title, "url": f"/{folder}/{self.path}/{name}/"})
                kept = {k: v for k, v in front.items() if k not in ("type", "date")}
                write(f"{out}/content/{folder}/{self.path}/{name}.md",
                      {"title": title, "date": first_day(front.get("date")), "date_text": front.get("date"), "voice": self.voice(front),
                       "recs_url": f"/recs/{self.path}/", **shared, **kept}, body)
        recs = [{**r, "url": f"/recs/{self.path}/{r['id'].lower()}/"} for r in self.recs]
        write(f"{out}/content/audits/{self.path}.md", {**self.flat_front(recs), "documents": pages}, self.body)
        self.attach(out)
        return [{"path": f"{self.folder}/{r['id'].lower()}", "title": f"{r['id']}. {self.front['title']}", "date": first_day(self.front.get("date")),
                 "params": {"date_text": self.front.get("date"), **shared, "boards": [f"{self.municipality}/{b}" for b in r["to"] if "/" not in b], **r,
                            "history": self.history[r["id"]]}} for r in self.recs]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("content")
    parser.add_argument("out")
    parser.add_argument("variants", nargs="*", default=list(VARIANTS))
    a = parser.parse_args()
    with open(f"{a.content}/site.yaml", encoding="utf-8") as file:
        site = yaml.load(file, LOADER)
    municipalities, boards, audits = {}, {}, []
    for m in sorted(os.listdir(a.content)):
        if os.path.exists(f"{a.content}/{m}/index.md"):
            municipalities[m] = read(f"{a.content}/{m}/index.md")[1]
            for b in municipalities[m].get("boards", []):
                boards[f"{m}/{b['id']}"] = b["name"]
            audits += [(m, f) for f in sorted(os.listdir(f"{a.content}/{m}")) if os.path.exists(f"{a.content}/{m}/{f}/audit.md")]
    used = set()
    sites = {v: f"{a.out}/hugo-{v}" for v in a.variants}
    for variant, out in sites.items():
        if os.path.exists(out):
            sys.exit(f"{out} exists")
        for layer in VARIANTS[variant]:
            shutil.copytree(f"{HERE}/hugo/{layer}", out, dirs_exist_ok=True)
    recs = {}
    for municipality, folder in audits:
        audit = Audit(a.content, municipality, folder, boards)
        used.update(audit.boards)
        if "bundles" in sites:
            audit.bundle(sites["bundles"])
        if "flat" in sites:
            audit.flat(sites["flat"])
        if "flat-recs" in sites:
            recs.setdefault(municipality, []).extend(audit.flat_recs(sites["flat-recs"]))
    for municipality, pages in recs.items():
        adapter, data = (f"{sites['flat-recs']}/{p}" for p in (f"content/recs/{municipality}/_content.gotmpl", f"assets/recs/{municipality}.json"))
        os.makedirs(os.path.dirname(adapter))
        os.makedirs(os.path.dirname(data), exist_ok=True)
        with open(adapter, "w", encoding="utf-8") as file:
            file.write(ADAPTER % municipality)
        with open(data, "w", encoding="utf-8") as file:
            json.dump(pages, file, ensure_ascii=False)
    for variant, out in sites.items():
        def term(taxonomy, ident, title, body=""):
            write(f"{out}/content/{taxonomy}/{ident}/_index.md", {"title": title}, body)
        write(f"{out}/content/_index.md", {"title": site["title"]})
        for topic in site.get("topics", []):
            term("topics", topic["id"], topic["name"])
        for theme in site.get("themes", []):
            term("themes", theme["id"], theme["name"])
        for ident, m in municipalities.items():
            term("municipality", ident, m.get("short-name", m["name"]), read(f"{a.content}/{ident}/index.md")[2])
        for ident, name in boards.items():
            if ident in used or variant == "flat-recs":
                term("boards", ident, f"{name}, {municipalities[ident.split('/')[0]].get('short-name', '')}")
        if variant == "flat-recs":
            for section in ("replies", "followups"):
                path = f"{out}/content/{section}/_index.md"
                write(path, {"title": section, "build": {"render": "never", "list": "never"}})
        for name in os.listdir(a.content):
            if name.endswith(".md"):
                _, front, body = read(f"{a.content}/{name}")
                write(f"{out}/content/{name}", {"title": front.get("title", name)}, body)
    print(f"{len(audits)} audits as {', '.join(sites)}")


if __name__ == "__main__":
    main()

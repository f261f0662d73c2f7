#!/usr/bin/env python3
"""generate.py N SEED OUT: writes N invented audits in Missiv's content format to OUT/site/content.

The same SEED always gives the same bytes, and audit i depends on SEED and i only: the content of 1,000 audits is the
beginning of that of 10,000. Municipalities, boards and documents are all invented.
Needs Python 3.11, nothing else.
"""
import argparse
import collections
import datetime
import os
import random
import re
import sys

AS_OF = datetime.date(2026, 6, 30)

# ---------------------------------------------------------------- what the field is made of

# name, kind, body, how often it is audited
BOARDS = [
    ("Kommunstyrelsen", "kommunstyrelse", "executive", 70),
    ("Kommunfullmäktige", "fullmaktige", "council", 3),
    ("Socialnämnden", "social", "board", 30),
    ("Barn- och utbildningsnämnden", "utbildning", "board", 28),
    ("Tekniska nämnden", "teknik", "board", 16),
    ("Miljö- och byggnadsnämnden", "miljo-och-bygg", "board", 16),
    ("Kultur- och fritidsnämnden", "kultur-och-fritid", "board", 14),
    ("Arbetslivsnämnden", "arbetsmarknad", "board", 8),
    ("Omsorgsnämnden", "omsorg", "board", 14),
    ("Äldrenämnden", "omsorg", "board", 8),
    ("Grundskolenämnden", "utbildning", "board", 8),
    ("Gymnasie- och vuxenutbildningsnämnden", "utbildning", "board", 8),
    ("Samhällsbyggnadsnämnden", "samhallsbyggnad", "board", 10),
    ("Överförmyndarnämnden", "overformyndare", "board", 6),
    ("Valnämnden", "val", "board", 2),
    ("Räddningsnämnden", "raddning", "board", 4),
    ("Servicenämnden", "service", "board", 5),
    ("Individ- och familjenämnden", "social", "board", 6),
    ("Förskolenämnden", "utbildning", "board", 5),
    ("Lokalförsörjningsnämnden", "service", "board", 4),
    ("Fritids- och folkhälsonämnden", "kultur-och-fritid", "board", 5),
    ("Kulturnämnden", "kultur-och-fritid", "board", 4),
    ("Trafiknämnden", "teknik", "board", 4),
    ("Bostadsbolaget AB", "bolag", "company", 3),
]
BOARD_KINDS = [
    ("kommunstyrelse", "Kommunstyrelse"), ("fullmaktige", "Kommunfullmäktige"), ("social", "Socialtjänst"),
    ("utbildning", "Utbildning"), ("teknik", "Teknik och trafik"), ("miljo-och-bygg", "Miljö och bygg"),
    ("kultur-och-fritid", "Kultur och fritid"), ("arbetsmarknad", "Arbetsmarknad och integration"), ("omsorg", "Vård och omsorg"),
    ("samhallsbyggnad", "Samhällsbyggnad"), ("overformyndare", "Överförmyndare"), ("val", "Val"), ("raddning", "Räddningstjänst"),
    ("service", "Service och lokaler"), ("bolag", "Kommunala bolag"),
]
TOPICS = """integration|ekonomistyrning|intern kontroll|upphandling|informationssäkerhet|kompetensförsörjning|äldreomsorg|barn och unga|skola
samhällsbyggnad|miljö och klimat|krisberedskap|bolagsstyrning|arbetsmarknad|underhåll av fastigheter|ärendeberedning|representation
arkiv och diarieföring|vatten och avlopp|våld i nära relationer|missbruksvård|digitalisering|investeringar|sjukfrånvaro
social hållbarhet|demokrati|föreningsbidrag|kollektivtrafik|kost och livsmedel|dataskydd""".replace("\n", "|").split("|")
THEMES = [
    ("roller", "Roller och ansvar"), ("styrdokument", "Styrdokument"), ("mal", "Mål och handlingsplaner"), ("uppfoljning", "Uppföljning"),
    ("analys", "Analys och effekter"), ("aterrapportering", "Spridning och återrapportering"), ("samordning", "Samordning och samverkan"),
    ("uppsikt", "Uppsikt"), ("rutiner", "Rutiner och dokumentation"),
]
THEME_IDS = [t[0] for t in THEMES]
FIRMS = ["KPMG", "PwC", "EY", "Deloitte", "BDO", "Azets", "Helseplan"]
KINDS = (["in-depth", "basic", "pre-study", "annual", "follow-up", "other"], [70, 10, 6, 6, 5, 3])
LEVELS = (["fully", "largely", "partly", "insufficiently", "not", "not-assessable"], [12, 24, 38, 16, 7, 3])
STANCES = (["accepts", "accepts-later", "partly-accepts", "considers-met", "refers", "rejects", "no-position"], [46, 10, 15, 12, 8, 5, 4])
FORCES = (["shall", "urged", "intends"], [45, 15, 40])
CLAIMS = (["implemented", "largely", "partly", "in-progress", "planned", "not-started", "will-not", "transferred"], [34, 12, 14, 20, 8, 5, 4, 3])
VERDICTS = (["implemented", "largely", "partly", "remaining", "not-started", "not-followed-up", "obsolete", "undetermined"],
            [30, 12, 22, 18, 6, 5, 4, 3])
FIRST = ("Anna Karin Lars Erik Maria Johan Eva Anders Ulf Thomas Torsten Birgitta Svante Åsa Örjan Märta Gun-Britt Göran Lena Per Ingrid "
         "Nils Sara Mehmet Fatima").split()
LAST = ("Andersson Olsson Stömberg Boström Gunnarsson Lindqvist Åkesson Öberg Nyström Hägg Sjögren Wallén Ekström Björklund Holm Nordin "
        "Yılmaz Hosseini Strömberg Fält").split()

# ---------------------------------------------------------------- sentences

VERBS = ["Säkerställa", "Tydliggöra", "Följa upp", "Utveckla", "Se över", "Tillse", "Överväga", "Fastställa", "Upprätta", "Förtydliga",
         "Stärka", "Dokumentera", "Genomföra"]
OBJECTS = [
    "att respektive nämnds ansvar och del i arbetet tydliggörs", "att handlingsplaner för den strategiska inriktningen tas fram och implementeras",
    "uppföljningsprocessen av programmet", "den stadsövergripande analysen i syfte att tydliggöra resultat och effekter",
    "att rutinerna för analysarbetet dokumenteras för att minska risken att värdefulla arbetsmetoder går förlorade",
    "styrdokumenten så att de harmoniserar med varandra och med den organisation som arbetar med frågorna",
    "att delmål och förväntade resultat tas fram för samtliga nämnder", "plattformen för samverkan i samtliga nämnder och förvaltningar",
    "strukturen för uppföljning av det kommunövergripande uppdraget", "att beslutade åtgärder följs upp och återrapporteras minst två gånger per år",
    "riskanalyser inom ramen för arbetet med intern kontroll", "behörighetshanteringen i verksamhetskritiska system",
    "att delegationsbeslut anmäls i enlighet med kommunallagen 6 kap. 40 §", "en samlad kompetensförsörjningsplan med prioriterade åtgärder",
    "att avtalstrohet mäts och redovisas", "underhållsplaner för det eftersatta fastighetsbeståndet",
    "mätbara mål eller nyckeltal med tydliga målvärden", "att ägardirektiven efterlevs och att bolagens rapportering kommer styrelsen till del",
    "kontinuitetsplaner för samhällsviktig verksamhet", "att barnets bästa dokumenteras i alla utredningar"]
SUBJECTS = ["Granskningen", "Kommunstyrelsen", "Nämnden", "Förvaltningen", "Revisionen", "Den samlade bedömningen", "Uppföljningen",
            "Handlingsplanen", "Styrdokumentet", "Verksamheten", "Ledningsgruppen", "Det kommunala bolaget", "Samordningsfunktionen",
            "Internkontrollplanen"]
PREDICATES = [
    "visar att det finns otydligheter rörande samordning och uppföljning inom området", "har i allt väsentligt säkerställt en ändamålsenlig styrning",
    "bedöms inte i tillräcklig omfattning ha säkerställt att arbetet bedrivs på ett ändamålsenligt sätt",
    "har i sig en begränsad styrande funktion i nuläget",
    "följs upp inom den ordinarie uppföljningen av mål- och resursplanen vid delårs- och årsbokslut",
    "sker kvalitativt med beskrivningar av genomförda aktiviteter", "saknar i flera fall mätbara mål, vilket försvårar bedömningen av måluppfyllelse",
    "har beslutat om en strategisk inriktning för innevarande mandatperiod", "återrapporteras till nämnden vid varje sammanträde",
    "är känd bland cheferna men inte bland övriga medarbetare", "omfattar samtliga nämnder och bolag, med undantag för överförmyndarnämnden",
    "redovisar statistik och nyckeltal per kvartal", "behöver harmoniseras med andra tvärsektoriella frågor och kommunövergripande projekt",
    "är sårbar eftersom den vilar på ett fåtal nyckelpersoner"]
TAILS = ["", "", "", ", vilket enligt reglementet ska ske årligen", ", trots att den politiskt antagna inriktningen poängterar vikten av samverkan",
         " (se avsnitt 3.2)", ", dels genom löpande omvärldsbevakning och dels genom den mer omfattande analysen i början av varje verksamhetsår",
         " enligt beslut 2021-03-23, § 32", " & i enlighet med 12 kap. 1 § kommunallagen",
         ". Vi ser positivt på detta, men noterar att kostnaden ökat med 14 % sedan 2019"]
HEADINGS = ["Bakgrund", "Syfte och revisionsfrågor", "Revisionskriterier", "Metod och avgränsning", "Organisation och ansvar", "Styrande dokument",
            "Iakttagelser", "Uppföljning och återrapportering", "Intern kontroll", "Analys", "Samlad bedömning", "Bedömning per revisionsfråga",
            "Jämförelse med andra kommuner"]
NOUNS = ["styrning", "uppföljning", "samordning", "ledning", "hantering", "planering", "organisation"]
ASPECTS = ["styrning", "uppföljning", "intern kontroll", "måluppfyllelse", "samordning"]
LINKS = ["[kommunallagen](https://lagen.nu/2017:725)", "[reglementet](https://example.se/styrdokument/reglemente.pdf)",
         "[protokollet](https://example.se/protokoll/2021-03-23.html#p32)", "[vägledningen](https://example.se/revision \"Vägledning\")",
         "[God revisionssed](https://example.se/god-revisionssed)"]
# What breaks careless YAML: a colon and a space, a number sign, Swedish and straight quotation marks, a dash first.
AWKWARD = ["Vår bedömning är följande: {s}.", "{s}, se punkt #3 och ”{o}”.", "Nämnden ”{o}” – {s}.", "\"{o}\" är revisionens ord: {s}.",
           "# 4: {s}.", "- {s}, ’{o}’.", "{s}: delvis # enligt missivet."]
DUE_WORDINGS = ["nästa års uppföljning", "i samband med årsbokslutet", "under mandatperioden", "senast vid halvårsskiftet", "snarast"]
REASONS = ["verksamheten har upphört", "ny lagstiftning har ersatt kravet", "ansvaret har flyttats i ny organisation", "bristande resurser",
           "frågan omhändertas i budgetarbetet: se mål- och resursplanen"]
ROLES = ["ordförande", "vice ordförande", "kommundirektör", "förvaltningschef", "certifierad kommunal revisor"]


def slug(text):
    text = text.lower().translate(str.maketrans("åäöéü ", "aaoeu-"))
    return re.sub("-+", "-", re.sub("[^a-z0-9-]", "", text)).strip("-")


def genitive(name):
    return name if name[-1] in "sxz" else name + "s"


def awkward_or_plain(r, share=0.25):
    """A sentence as it stands in a document; a share of them need quoting in YAML."""
    sentence = r.choice(SUBJECTS) + " " + r.choice(PREDICATES)
    if r.random() < share:
        return r.choice(AWKWARD).format(s=sentence, o=r.choice(OBJECTS))
    return sentence + "."


def duty(r):
    text = r.choice(VERBS) + " " + r.choice(OBJECTS)
    if r.random() < 0.4:
        text += " och " + r.choice(VERBS).lower() + " " + r.choice(OBJECTS)
    if r.random() < 0.08:
        text += ". Detta bör ske skyndsamt: senast ”nästa bokslut”"
    return text + "."


def body_sentence(r):
    sentence = r.choice(SUBJECTS) + " " + r.choice(PREDICATES) + r.choice(TAILS)
    k = r.random()
    if k < 0.08:
        words = sentence.split(" ")
        j = r.randrange(1, len(words) - 2)
        words[j] = ("**%s**" if k < 0.04 else "*%s*") % words[j].strip(",.()&")
        sentence = " ".join(words) if words[j] not in ("****", "**") else sentence
    elif k < 0.13:
        sentence += ", se " + r.choice(LINKS)
    return sentence + "."


def paragraph(r, words):
    out, n = [], 0
    while n < words:
        out.append(body_sentence(r))
        n += out[-1].count(" ") + 1
    return " ".join(out), n


def pipe_table(r):
    rows = ["| Nyckeltal | Mål | Utfall |", "| --- | ---: | ---: |"]
    for name in r.sample(NOUNS, 4):
        rows.append(f"| {name.capitalize()} | {r.randrange(50, 100)} % | {r.randrange(20, 100)},{r.randrange(10)} % |")
    return "\n".join(rows)


def body(r, words, headings, table=False):
    heads = r.sample(HEADINGS, k=min(len(HEADINGS), headings))
    parts, n, used = [paragraph(r, 40)[0]], 40, 0
    while n < words:
        if used < len(heads) and n > used * words / (len(heads) + 1):
            parts.append(("## " if used % 3 != 2 else "### ") + heads[used])
            used += 1
        k = r.random()
        if k < 0.62:
            part, m = paragraph(r, r.randrange(35, 95))
        elif k < 0.9:
            mark = "- " if r.random() < 0.75 else "1. "
            # The beginning only: a text that nearly says what a recommendation says is a mistake, which is warned of.
            items = [r.choice(VERBS) + " " + " ".join(r.choice(OBJECTS).split()[:4]) + "." for _ in range(r.randrange(3, 6))]
            part, m = "\n".join(mark + item for item in items), sum(item.count(" ") + 1 for item in items)
        else:
            part, m = paragraph(r, 25)
            part = "> " + part
        parts.append(part)
        n += m
    if table:
        parts.insert(len(parts) // 2, pipe_table(r))
    return "\n\n".join(parts) + "\n"


# ---------------------------------------------------------------- YAML

class Flow(dict):
    """A mapping written on one line: {a: b}."""


class Folded(str):
    """A long text written as a folded block."""


class Quoted(str):
    """A text that looks like a number and must not become one."""


DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[?~]?")
PLAIN = re.compile(r"[A-Za-zÅÄÖåäöÉé/][^:#\[\]{},&*!|>'\"%@`\\\n”’]*[^:#\[\]{},&*!|>'\"%@`\\\n”’ ]")
RESERVED = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, Quoted) and DATE.fullmatch(value) or (PLAIN.fullmatch(value) and value.lower() not in RESERVED) or re.fullmatch(r"https://[\w./-]+", value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value)


def yaml_lines(mapping, indent, out):
    pad = "  " * indent
    for key, value in mapping.items():
        if isinstance(value, Folded):
            out.append(f"{pad}{key}: >-")
            line = pad + " "
            for word in value.split(" "):
                if len(line) + len(word) > 110:
                    out.append(line)
                    line = pad + " "
                line += " " + word
            out.append(line)
        elif isinstance(value, Flow):
            out.append(f"{pad}{key}: {flow(value)}")
        elif isinstance(value, dict):
            out.append(f"{pad}{key}:")
            yaml_lines(value, indent + 1, out)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            out.append(f"{pad}{key}:")
            for item in value:
                if isinstance(item, Flow):
                    out.append(f"{pad}  - {flow(item)}")
                else:
                    first = len(out)
                    yaml_lines(item, indent + 2, out)
                    out[first] = f"{pad}  - " + out[first].lstrip()
        elif isinstance(value, list):
            out.append(f"{pad}{key}: {flow(value)}")
        else:
            out.append(f"{pad}{key}: {scalar(value)}")


def document(front, text):
    out = ["---"]
    yaml_lines(front, 0, out)
    return "\n".join(out) + "\n---\n\n" + text


# ---------------------------------------------------------------- dates

def edtf(r, day):
    """The date as the document gives it: None (5 %), year, month or uncertain (8 %), else the day. And the reader's reason, if any."""
    k = r.random()
    if k < 0.05:
        return None, None
    if k < 0.08:
        return f"{day.year}", None
    if k < 0.095:
        return f"{day.year}-{day.month:02}", None
    if k < 0.12:
        return f"{day}?", "står bara i sidhuvudet på sista sidan"
    if k < 0.13:
        return f"{day.year}~", "följer av att bokslutet nämns: ”förra årets bokslut”"
    return f"{day}", None


def deadline(r, day):
    return f"{day.year}" if r.random() < 0.25 else f"{day.year}-{day.month:02}" if r.random() < 0.15 else f"{day}"


# ---------------------------------------------------------------- municipalities

class Municipality:
    def __init__(self, ident, code, short, county, seed):
        r = random.Random(f"{seed}:municipality:{code}")
        self.id, self.code, self.short, self.county = ident, code, short, county
        self.name = short + ("" if short[-1] in "aeiouyåäösxz" else "s") + " kommun"
        self.boards = []
        for name, kind, form, weight in BOARDS:
            board = {"id": slug(name.removesuffix(" AB")), "name": name, "kind": kind}
            if form != "board":
                board["body"] = form
            if r.random() < 0.12 and "ämnden" in name:
                board["aliases"] = [name.replace("nämnden", "nämd"), name.replace("nämnden", "nämndens")]
            self.boards.append((board, weight))
        by_id = {b["id"]: b for b, _ in self.boards}
        if r.random() < 0.5:
            by_id["trafiknamnden"].update(to=str(r.randrange(2014, 2023)), successor="samhallsbyggnadsnamnden")
        if r.random() < 0.5:
            by_id["fritids-och-folkhalsonamnden"].update(to=str(r.randrange(2014, 2023)), successor="kultur-och-fritidsnamnden")
        if r.random() < 0.5:
            by_id["arbetslivsnamnden"]["from"] = str(r.randrange(2007, 2015))
        self.board_names = {b["id"]: b["name"] for b, _ in self.boards}

    def boards_of(self, year):
        """Boards that existed that year and for three years after it, and how often each is audited."""
        alive = [(b["id"], w) for b, w in self.boards if int(b.get("from", 0)) <= year and int(b.get("to", 9999)) >= year + 3]
        return [b for b, _ in alive], [w for _, w in alive]

    def page(self):
        front = {"type": "municipality", "name": self.name, "short-name": self.short, "code": Quoted(self.code), "county": self.county,
                 "website": f"https://{self.id}.example.se", "boards": [b for b, _ in self.boards]}
        return document(front, f"{self.name} ligger i {self.county}. Uppgifterna om granskningar på denna sida är påhittade.\n")


BEGINNINGS = "Ek Al Björk Lind Tall Gran Ask Lönn Hassel Rönn Sälg Vide Poppel Bok Alm En Slån Hägg Oxel".split()
ENDINGS = "by torp stad köping hult ryd arp landa sund vik ås dal fors näs rum".split()


def invented_municipalities(seed):
    """As many as Sweden has, with names and codes that no municipality has."""
    names = [a + b + "a" for a in BEGINNINGS for b in ENDINGS]
    return [Municipality(slug(name), f"9{i:03}", name, f"Påhittade län {i % 21 + 1}", seed) for i, name in enumerate(names[:290])]


# ---------------------------------------------------------------- an audit

Earlier = collections.namedtuple("Earlier", "id year topic duties")    # duties: (recommendation id, text)


def pick(r, table):
    return r.choices(*table)[0]


def some(r, items, k):
    return r.sample(items, k=min(k, len(items)))


def present(mapping):
    """Without the keys that have nothing to say."""
    return {k: v for k, v in mapping.items() if v is not None and v != []}


def make_recommendations(r, m, boards, all_boards, earlier, year):
    """Three to eight leaves; about 15 % of the items are umbrellas with parts."""
    items, left, number = [], r.randrange(3, 9), 0
    repeated = some(r, earlier.duties, r.choice([1, 1, 2])) if earlier else []
    while left > 0:
        number += 1
        ident = f"R{number}"
        k = r.random()
        to = [boards[0]] if number == 1 else sorted(set(r.choices(boards, k=r.choice([1, 1, 1, 2]))))
        item = {"id": ident, "to": to}
        if k < 0.07 and number > 1:
            del item["to"]
        others = [b for b in all_boards if b not in to]
        if "to" in item and r.random() < 0.12:
            item["with"] = [r.choice(others)]
            others.remove(item["with"][0])
        if r.random() < 0.06:
            item["concerns"] = [r.choice(others)]
        text, links = duty(r), None
        companions = [x for x in items if "to" in x and "kommunstyrelsen" not in x["to"]]
        if companions and r.random() < 0.1:
            other = r.choice(companions)
            item["to"] = ["kommunstyrelsen"]
            item.pop("with", None)
            item.pop("concerns", None)
            text = f"Kommunstyrelsen bör säkerställa att {m.board_names[other['to'][0]]} fullföljer detta."
            links = other["id"]
        repeat = None
        if repeated and links is None:
            old, old_text = repeated.pop()
            strong = r.random() < 0.5
            text = old_text if strong else text
            repeat = [Flow(present({"of": old, "strength": "strong" if strong else "partial",
                                    "note": r.choice([None, "samma ord som tidigare", "ny revisor, samma fråga: uppföljning"])}))]
        themes = some(r, THEME_IDS, r.choice([1, 1, 2, 2, 3]))
        if left >= 2 and links is None and r.random() < 0.2:
            count = min(left, r.choice([2, 2, 3, 3, 4]))
            left -= count
            item["lead-in"] = f"{m.board_names[to[0]]} bör i detta avseende:"
            item["text"] = text
            item["themes"] = themes
            if repeat:
                item["repeats"] = repeat
            item["parts"] = []
            for j in range(count):
                part = {"id": ident + "abcd"[j]}
                if r.random() < 0.15:
                    part["to"] = [r.choice(all_boards)]
                part["text"] = duty(r)
                if r.random() < 0.4:
                    part["themes"] = some(r, THEME_IDS, r.choice([1, 2]))
                item["parts"].append(part)
        else:
            left -= 1
            item["text"] = text
            item["themes"] = themes
            if r.random() < 0.10:
                item["due"] = f"{year + r.randrange(1, 4)}"
            if links:
                item["companion-of"] = links
            if repeat:
                item["repeats"] = repeat
        items.append(item)
    return items


def leaves(items):
    """Every leaf with its addressees, inherited where the part has none of its own."""
    for item in items:
        for part in item.get("parts", [item]):
            yield part["id"], part.get("to", item.get("to", [])), part["text"]


def person(r):
    return Flow(name=f"{r.choice(FIRST)} {r.choice(LAST)}", role=r.choice(ROLES))


def make_audit(i, seed, municipalities, history):
    """The files of audit i: (municipality, folder, {file name: text})."""
    r = random.Random(f"{seed}:{i}")
    m = municipalities[r.randrange(len(municipalities))]
    year = r.choices(range(2008, 2027), weights=range(6, 25))[0]
    published = datetime.date(year, 1, 1) + datetime.timedelta(days=r.randrange(160 if year == 2026 else 365))
    due = published + datetime.timedelta(days=r.randrange(60, 180))
    topics = r.sample(TOPICS, k=r.choice([1, 1, 2, 2, 3]))
    earlier = None
    if r.random() < 0.3:
        before = [e for e in history[m.id] if e.year <= year - 2]
        if before:
            earlier = r.choice(before)
            topics = [earlier.topic] + [t for t in topics[1:] if t != earlier.topic]
    all_boards, weights = m.boards_of(year)
    boards = []
    for board in r.choices(all_boards, weights=weights, k=r.choice([1, 1, 2, 2, 3])):
        if board not in boards:
            boards.append(board)
    firm = r.choice(FIRMS) if r.random() < 0.85 else None
    auditors = f"Revisorerna i {m.name}"
    folder = f"{slug(topics[0])}-{year}-{i:05}"
    ident = f"{m.id}/{folder}"
    items = make_recommendations(r, m, boards, all_boards, earlier, year)
    duties = list(leaves(items))
    asked = r.random() >= 0.10
    date, reason = edtf(r, published)
    subject = topics[0]

    front = {"type": "audit", "title": f"Granskning av {genitive(m.short)} {r.choice(NOUNS)} och {r.choice(NOUNS)} av {subject}"}
    if r.random() < 0.15:
        front["title"] = f"{subject.capitalize()}: granskning av {genitive(m.short)} {r.choice(NOUNS)}"
    front["kind"] = "follow-up" if earlier and r.random() < 0.4 else pick(r, KINDS)
    front["auditor"] = firm or auditors
    front["commissioned-by"] = auditors if firm else None
    front["date"] = date
    front["reference"] = f"KS {year}/{r.randrange(1, 900)}"
    front["topics"] = [slug(t) for t in topics]
    if r.random() < 0.6:
        front["summary"] = awkward_or_plain(r, 0.1)
    if r.random() < 0.5:
        front["purpose"] = Folded(f"Syftet med granskningen är att bedöma om {m.board_names[boards[0]]} {r.choice(PREDICATES)} samt "
                                  f"{r.choice(VERBS).lower()} {r.choice(OBJECTS)}")
    if reason:
        front["inferred"] = Flow(date=reason)
    if asked:
        names = ", ".join(m.board_names[b] for b in boards)
        front["reply"] = present({"due": f"{due.year}-{due.month:02}" if r.random() < 0.03 else f"{due}",
                                  "from": None if r.random() < 0.12 else boards,
                                  "wording": f"Svar från {names} emotses senast {due}." if r.random() < 0.8 else None})
    assessments = []
    judged = [boards] if len(boards) > 1 and r.random() < 0.1 else [[m.id]] if r.random() < 0.08 else [[b] for b in boards]
    for of in judged:
        for aspect in r.sample(ASPECTS, 2) if r.random() < 0.12 else [None]:
            assessments.append(present({"of": of, "aspect": aspect, "level": None if r.random() < 0.05 else pick(r, LEVELS),
                                        "quote": awkward_or_plain(r, 0.5)}))
    front["assessments"] = assessments
    front["observations"] = [{"text": awkward_or_plain(r), "themes": some(r, THEME_IDS, r.choice([1, 1, 2])),
                              "tone": r.choices(["positive", "negative", "mixed"], [2, 5, 1])[0]} for _ in range(r.choice([0, 1, 2, 2, 3]))]
    if r.random() < 0.02:
        front["criticism"] = [{"level": r.choice(["erinran", "anmärkning", "anmärkning", "avstyrkt ansvarsfrihet"]), "against": [boards[0]],
                               "quote": "Vi riktar kritik: " + awkward_or_plain(r)}]
    front["recommendations"] = {"complete": False, "items": items} if r.random() < 0.05 else {"items": items}
    if earlier:
        front["follows"] = [earlier.id]
    attachment = r.random() < 0.05
    front["sources"] = [present({"title": "Missiv", "url": f"https://example.se/{ident}/missiv.pdf", "transcription": "ocr-corrected", "pages": "1-2"}),
                        {"title": "Revisionsrapport", "url": f"https://example.se/{ident}/rapport.pdf", "transcription": "excerpt",
                         "pages": f"1-{r.randrange(12, 60)}"}][:r.choice([1, 2, 2])]
    if attachment:
        front["sources"].append({"title": "Nyckeltal", "file": "nyckeltal.csv", "transcription": "verbatim"})
    front["signed"] = [person(r), person(r)]
    if r.random() < 0.01:
        front["formerly"] = [f"/arkiv/{i}/"]
    files = {"audit.md": document(present(front), body(r, r.randrange(350, 1350), r.randrange(4, 9), table=r.random() < 0.2))}
    if attachment:
        files["nyckeltal.csv"] = "år,nyckeltal,värde\n" + "".join(f"{year - k},{r.choice(NOUNS)},{r.randrange(10, 100)}\n" for k in range(4))

    measures = make_replies(r, m, boards, all_boards, items, duties, due, asked, files)
    make_followups(r, m, boards, all_boards, duties, measures, due, files)
    history[m.id].append(Earlier(ident, year, topics[0], [(f"{ident}/{rid}", text) for rid, _, text in duties]))
    return m, folder, files


def make_replies(r, m, boards, all_boards, items, duties, due, asked, files):
    """One reply per board, a few for two boards together, some missing; answers to all or only some recommendations; measures."""
    umbrellas = {part["id"]: item["id"] for item in items for part in item.get("parts", [])}
    measures, senders = [], [[b] for b in boards]
    if len(boards) > 1 and r.random() < 0.07:
        senders = [boards[:2]] + senders[2:]
    for turn, by in enumerate(senders):
        if turn and r.random() < 0.12:
            continue                                        # asked, but not in the collection
        late = asked and r.random() < 0.23
        sent = due + datetime.timedelta(days=r.randrange(1, 220) if late else r.randrange(-45, 1))
        if sent > AS_OF:
            continue
        date, reason = edtf(r, sent)
        decided = sent - datetime.timedelta(days=r.randrange(0, 8))
        mine = [rid for rid, to, _ in duties if set(to) & set(by)] or [duties[0][0]]
        if r.random() < 0.05:
            mine = [rid for rid, _, _ in duties]            # answers for others too
        elif r.random() < 0.25 and len(mine) > 1:
            mine = sorted(r.sample(mine, len(mine) - 1))    # says nothing about one of them
        answers, rest = [], list(mine)
        while rest:
            to = rest[: 2 if r.random() < 0.15 else 1]
            rest = rest[len(to):]
            if to[0] in umbrellas and r.random() < 0.2 and not any(umbrellas[to[0]] in a["to"] for a in answers):
                to.append(umbrellas[to[0]])
            stance = pick(r, STANCES)
            answers.append(present({"to": to, "stance": stance,
                                    "refers-to": r.choice([b for b in all_boards if b not in by]) if stance == "refers" else None,
                                    "quote": awkward_or_plain(r) if r.random() < 0.85 else None,
                                    "note": "åtgärden är inte knuten till rekommendationen" if r.random() < 0.08 else None}))
        own = []
        for _ in range(r.choice([0, 1, 1, 2, 2, 3])):
            doer = [r.choice([b for b in all_boards if b not in by])] if r.random() < 0.2 else [by[0]]
            by_when = due + datetime.timedelta(days=r.randrange(90, 700))
            measure = present({"id": f"M{len(measures) + 1}", "for": sorted(some(r, mine, r.choice([1, 1, 2, 3]))), "by": doer, "force": pick(r, FORCES),
                               "due": deadline(r, by_when) if r.random() < 0.75 else None,
                               "due-wording": r.choice(DUE_WORDINGS) if r.random() < 0.25 else None, "text": duty(r)})
            measures.append((measure["id"], measure["for"], doer, by_when))
            own.append(measure)
        front = present({"type": "reply", "by": by, "date": date,
                         "decision": Flow(body=by[0], date=f"{decided}", paragraph=f"§ {r.randrange(1, 320)}", reference=f"KS {sent.year}-{r.randrange(1, 2000):05}")
                         if r.random() < 0.85 else None,
                         "cites": [Flow(body=r.choice(all_boards), date=f"{decided - datetime.timedelta(days=r.randrange(20, 200))}",
                                        paragraph=f"§ {r.randrange(1, 200)}", quote=awkward_or_plain(r))] if r.random() < 0.1 else None,
                         "inferred": Flow(date=reason) if reason else None, "answers": answers, "measures": own,
                         "signed": [person(r)] if r.random() < 0.7 else None})
        files[f"svar-{by[0]}.md"] = document(front, body(r, r.randrange(100, 380), 2))
    return measures


def make_followups(r, m, boards, all_boards, duties, measures, due, files):
    """None to two follow-ups: what a board says (a claim) or what the auditors found (a verdict)."""
    for turn in range(r.choice([0, 1, 1, 2])):
        day = due + datetime.timedelta(days=r.randrange(250, 600) + 400 * turn)
        if day > AS_OF:
            break
        verdict = r.random() < (0.35 if turn == 0 else 0.65)
        by = "auditors" if verdict else [r.choice(boards)]
        covered = [rid for rid, to, _ in duties if verdict or set(to) & set(by)] or [duties[0][0]]
        if len(covered) > 1 and r.random() < 0.3:
            covered = sorted(r.sample(covered, len(covered) - 1))
        date, reason = edtf(r, day)
        findings, counts = [], collections.Counter()
        targets = [[rid] for rid in covered]
        targets += [[mid] for mid, _, doer, _ in measures if r.random() < 0.3 and (verdict or doer == by)]
        if len(targets) > 2 and r.random() < 0.1:
            targets[:2] = [targets[0] + targets[1]]
        for page, target in enumerate(targets, 2):
            status = pick(r, VERDICTS if verdict else CLAIMS)
            counts[status] += len(target)
            findings.append(present({"for": target, "status": status,
                                     "to": r.choice([b for b in all_boards if b not in boards] or all_boards) if status == "transferred" else None,
                                     "reason": r.choice(REASONS) if status in ("obsolete", "transferred", "will-not") else None,
                                     "quote": awkward_or_plain(r) if r.random() < 0.75 else None,
                                     "source": f"s. {r.randrange(2, 30)}" if r.random() < 0.3 else f"s. {page}"}))
        moved = []
        if not verdict:
            for mid, _, doer, when in measures:
                if r.random() < 0.25:
                    moved.append(Flow(present({"for": mid, "due": f"{when + datetime.timedelta(days=r.randrange(90, 500))}",
                                               "reason": r.choice(REASONS) if r.random() < 0.7 else None, "paragraph": f"§ {r.randrange(1, 200)}"})))
            if r.random() < 0.08:
                moved.append(Flow({"for": covered[0], "due": f"{day.year + 1}-12-31", "reason": "avvaktar ny organisation", "paragraph": f"§ {r.randrange(1, 200)}"}))
        only_counts = verdict and r.random() < 0.06
        front = present({"type": "follow-up", "by": by, "date": date, "inferred": Flow(date=reason) if reason else None,
                         "findings": None if only_counts else findings, "deadlines": moved, "counts": Flow(counts) if only_counts else None})
        name = f"uppf-{day.year}.md"
        if name in files:
            name = f"uppf-{day.year}-2.md"
        files[name] = document(front, body(r, r.randrange(80, 280), 2))


# ---------------------------------------------------------------- the site

def site_file():
    named = lambda rows: [Flow(id=a, name=b) for a, b in rows]
    out = []
    yaml_lines({"title": "Revisionsuppföljning", "base-url": "https://revision.example.se", "language": "sv",
                "publisher": Flow(name="Exempelredaktionen"), "as-of": f"{AS_OF}", "topics": named([(slug(t), t.capitalize()) for t in TOPICS]),
                "themes": named(THEMES), "board-kinds": named(BOARD_KINDS)}, 0, out)
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("n", type=int)
    parser.add_argument("seed")
    parser.add_argument("out")
    a = parser.parse_args()
    content = os.path.join(a.out, "site", "content")
    if os.path.exists(content):
        sys.exit(f"{content} exists")
    municipalities = invented_municipalities(a.seed)
    history, files, size = collections.defaultdict(list), 0, 0

    def write(path, text):
        nonlocal files, size
        data = text.encode()
        with open(path, "wb") as file:
            file.write(data)
        files += 1
        size += len(data)

    os.makedirs(content)
    write(f"{content}/site.yaml", site_file())
    write(f"{content}/om.md", document({"type": "page", "title": "Om webbplatsen"}, "Innehållet är påhittat och finns för att mäta tid.\n"))
    for i in range(a.n):
        m, folder, made = make_audit(i, a.seed, municipalities, history)
        if len(history[m.id]) == 1:
            os.makedirs(f"{content}/{m.id}")
            write(f"{content}/{m.id}/index.md", m.page())
        os.mkdir(f"{content}/{m.id}/{folder}")
        for name, text in made.items():
            write(f"{content}/{m.id}/{folder}/{name}", text)
    print(f"{a.n} audits, {len(history)} municipalities, {files} files, {size} bytes")


if __name__ == "__main__":
    main()

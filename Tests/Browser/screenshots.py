#!/usr/bin/env python3
"""Takes the pictures in `screenshots/` again: the main pages on a phone and on a desk, in few colours so that they stay small."""

import io
import pathlib
import tempfile

from PIL import Image

import browser
import sites

FOLDER = pathlib.Path(__file__).parent / "screenshots"
WINDOWS = {"phone": (375, 1500), "desk": (1280, 1500)}

# What a page is called in the gallery, which site it is from, its address, and what there is to see.
PAGES = [
    ("start", "founding", "index.html", "The start page: what the collection holds and what is late"),
    ("municipality", "example", "exempelby/index.html", "A municipality: its figures, audits and boards"),
    ("audit", "example", "exempelby/skolbyggnader-2022/index.html", "An audit: what the auditors found and recommended"),
    ("recommendation", "example", "exempelby/skolbyggnader-2022/r2/index.html",
     "A recommendation: the board's reply, its claim and the auditors' verdict, side by side"),
    ("board", "example", "exempelby/namnder/fastighetsnamnden/index.html", "A board: what it owes"),
    ("topic", "founding", "amnen/integration/index.html", "A topic across municipalities"),
    ("comparison", "founding", "jamfor/integration-teman/index.html", "A comparison, with CSV and JSON beside it"),
    ("list", "founding", "rekommendationer/index.html", "Every recommendation"),
    ("search", "example", "sok/index.html?q=underhåll", "The search"),
    ("reply", "founding", "boras/integration-2021/svar-ks/index.html", "A board's reply, word for word"),
]


def picture(page, path):
    """Saves what the window shows, in a palette of 48 colours."""
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(48, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def gallery(shown):
    """The page that shows the pictures."""
    rows = [
        f"| {text} | [![{name} on a desk](desk-{name}.png)](desk-{name}.png) | [![{name} on a phone](phone-{name}.png)](phone-{name}.png) |"
        for name, text in shown
    ]
    return "\n".join(
        [
            "# What the pages look like",
            "",
            "The main pages, 1280 and 375 pixels wide. *Exempelby* and *Övningsköping* do not exist; the other documents are real.",
            "`make screenshots` takes the pictures again.",
            "",
            "| | On a desk | On a phone |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="missiv-browser-") as folder:
        sites.build(pathlib.Path(folder))
        by_name = {site.name: site for site in sites.sites()}
        shown = [page for page in PAGES if (by_name[page[1]].folder / page[2].split("?")[0]).exists()]
        for window, (width, height) in WINDOWS.items():
            tab = browser.Tab(width=width, height=height, reduced_motion="reduce")
            for name, site, address, _ in shown:
                page = tab.open(by_name[site].url + address)
                page.wait_for_load_state("networkidle")
                picture(page, FOLDER / f"{window}-{name}.png")
            tab.close()
    (FOLDER / "README.md").write_text(gallery([(name, text) for name, _, _, text in shown]), "utf-8")
    size = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(shown) * len(WINDOWS)} pictures, {size // 1000} kB together, in {FOLDER}.")


if __name__ == "__main__":
    main()

"""Prints what was measured, as tables in Markdown."""
import os
import platform
import re
import statistics
import subprocess

from measuring import median

KINDS = {
    "missiv": "checks, joins, compares and renders; a page per audit, recommendation, reply, follow-up and board; search index, CSV,\n"
              "  JSON, Atom",
    "hugo bundles": "joins in its templates; a page per audit and per board that an audit concerns; no search, CSV or JSON",
    "hugo flat": "the joining was done before, untimed; the same pages as bundles: Hugo's best case",
    "hugo flat-recs": "the joining was done before, untimed; nearly the pages of Missiv, and no search, CSV or JSON",
    "floor": "the files of Missiv written by two threads from memory: make, write, close, nothing else",
    "libraries": "the floor, each document read once by libyaml and libcmark, and SHA-256 of each file by libcrypto: nothing else",
    "cp -r": "the files of Missiv copied",
}


def first_match(path, pattern):
    try:
        return (re.search(pattern, open(path, encoding="utf-8").read(), re.M) or [None, None])[1]
    except OSError:
        return None


def machine():
    """The machine, in a line."""
    name = first_match("/proc/cpuinfo", r"^model name\s*: (.*)$") or platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{os.cpu_count()} processors ({name}), {memory:.0f} GB, {platform.system()} {platform.release()}"


def load():
    """How many processes have waited for a processor in the last minute, on average."""
    return os.getloadavg()[0]


def commit(project):
    try:
        describe = ["git", "-C", project, "log", "-1", "--format=%h of %cs"]
        return subprocess.run(describe, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "no commit"


def table(head, rows):
    rows = [head, ["-" * (max(len(r[i]) for r in [head, *rows]) - 1) + (":" if i else "-") for i in range(len(head))], *rows]
    widths = [max(len(r[i]) for r in rows) for i in range(len(head))]
    for row in rows:
        print("| " + " | ".join(cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, widths))) + " |")


def builds(title, results, ratios=True):
    """A row per generator. A ratio is the median of those within a round: how many times as long as Missiv."""
    print(f"\n{title}\n")
    rows = []
    for name, list_ in results.items():
        cpu, last = median(list_, lambda m: m.cpu), list_[-1]
        row = [name, f"{median(list_, lambda m: m.wall):.3f}", f"{min(m.wall for m in list_):.2f}–{max(m.wall for m in list_):.2f}",
               f"{cpu:.2f}", f"{median(list_, lambda m: m.peak) / 1e6:.0f}", f"{last.files or ''}", f"{last.size / 1e6:.0f}" if last.size else "",
               f"{cpu * 1e6 / last.files:.0f}" if last.files else ""]
        if ratios:
            pairs = list(zip(list_, results["missiv"]))
            row += ["" if name == "missiv" else f"{statistics.median(of(x) / max(of(y), 1e-3) for x, y in pairs):.2f}"
                    for of in (lambda m: m.wall, lambda m: m.cpu)]
        rows.append(row)
    table(["", "wall s", "least–most", "CPU s", "peak MB", "files", "MB", "µs CPU/file"] + (["wall ÷ Missiv", "CPU ÷ Missiv"] if ratios else []), rows)


def explain(names):
    for name in names:
        print(f"- {name}: {KINDS[name]}")


def stages(audits, list_):
    print(f"\nWhere Missiv's time goes at {audits:,} audits (medians, wall clock)\n")
    total = median(list_, lambda m: m.stages["total"])
    times = {name: median(list_, lambda m, name=name: m.stages[name]) for name in list_[0].stages}
    table(["stage", "ms", "share", "µs/audit"],
          [[name, f"{time:.1f}", f"{time / total:.0%}", f"{time * 1000 / audits:.0f}"] for name, time in times.items()])


def growth(sizes):
    """How a build grows: the time of an audit at each number of them, and as a share of that at the smallest."""
    print("\nGrowth: a whole build by Missiv\n")
    rows, least = [], None
    for audits, list_ in sizes.items():
        wall, cpu, peak = (median(list_, of) for of in (lambda m: m.wall, lambda m: m.cpu, lambda m: m.peak))
        least = least or cpu / audits
        rows.append([f"{audits:,}", f"{wall:.2f}", f"{cpu:.2f}", f"{cpu * 1e6 / audits:.0f}", f"{cpu / audits / least:.2f}", f"{peak / 1e6:.0f}",
                     f"{peak / audits / 1e3:.1f}", f"{list_[-1].files}"])
    table(["audits", "wall s", "CPU s", "µs CPU/audit", "÷ the smallest's", "peak MB", "kB/audit", "files"], rows)

"""The sites that are built: invented audits as Missiv's content, and the same as Hugo sites. Made once, and kept in a folder."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
VARIANTS = ["bundles", "flat", "flat-recs"]


class Sites:
    """The sites of so many audits: `folders["missiv"]` and `folders["hugo flat"]`."""

    def __init__(self, kept, audits, variants):
        self.audits = audits
        at = pathlib.Path(kept, fingerprint(), str(audits))
        for old in pathlib.Path(kept).glob("*"):
            if old.name != fingerprint():
                shutil.rmtree(old)
        if not (at / "site").exists():
            make(at, "generate.py", [str(audits), "1"], ["site"])
        missing = [v for v in variants if not (at / f"hugo-{v}").exists()]
        if missing:
            make(at, "to_hugo.py", [at / "site/content"], [f"hugo-{v}" for v in missing], missing)
        self.at = at
        self.names = {"missiv": "site"} | {f"hugo {v}": f"hugo-{v}" for v in variants}

    def folders(self, at=None):
        return {name: str((at or self.at) / folder) for name, folder in self.names.items()}

    def middle_audit(self):
        """Where the running text of one audit stands in each site."""
        audits = sorted((self.at / "site/content").glob("*/*/audit.md"))
        audit = audits[len(audits) // 2].parent
        path = f"{audit.parent.name}/{audit.name}"
        places = {"missiv": f"content/{path}/audit.md", "hugo bundles": f"content/audits/{path}/index.md",
                  "hugo flat": f"content/audits/{path}.md", "hugo flat-recs": f"content/audits/{path}.md"}
        return {name: places[name] for name in self.names}


def fingerprint():
    """What tells sites that were made by other scripts from these."""
    made_by = [HERE / "generate.py", HERE / "to_hugo.py", *sorted(p for p in (HERE / "hugo").rglob("*") if p.is_file())]
    return hashlib.sha256(b"".join(p.read_bytes() for p in made_by)).hexdigest()[:12]


def make(at, script, before, results, after=()):
    """Runs a script that makes folders, and keeps them only if it came to its end."""
    part = at / "part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    print(f"  {script} makes {', '.join(results)}", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-B", HERE / script, *before, part, *after], check=True, stdout=subprocess.DEVNULL)
    for result in results:
        os.rename(part / result, at / result)
    shutil.rmtree(part)


def size_of(folder):
    """How many files stand below a folder, and their bytes."""
    files = size = 0
    for at, _, names in os.walk(folder):
        files += len(names)
        size += sum(os.lstat(os.path.join(at, name)).st_size for name in names)
    return files, size


def read_all(folder):
    """Brings all files into the system's cache, so that nobody is the first to read them."""
    for at, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(at, name), "rb") as file:
                file.read()

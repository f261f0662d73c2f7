"""What a command takes: wall clock, processor time, peak memory, and what it wrote."""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

from sites import HERE, size_of


class Measurement:
    """One run of a command. Times in seconds, memory and size in bytes; `stages` in milliseconds."""

    def __init__(self, wall, user, system, peak, output):
        self.wall, self.cpu, self.peak, self.files, self.size = wall, user + system, peak, 0, 0
        self.stages = {name: float(time) for name, time in re.findall(r"^([a-z]+) +(\d+\.\d) ms", output, re.M)}


def median(measurements, of):
    return statistics.median(of(m) for m in measurements)


class Measurer:
    """Runs commands and builds below a scratch folder."""

    def __init__(self, scratch):
        self.scratch, self.turn = pathlib.Path(scratch), 0
        self.compile("measure", "measure.c")
        self.compile("floor", "floor.c")
        asked = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1", "libcmark", "libcrypto"], capture_output=True, text=True)
        self.compile("libraries", "floor.c", "-DLIBRARIES", *asked.stdout.split())

    def compile(self, tool, source, *flags):
        compiler = shutil.which("cc") or shutil.which("clang") or sys.exit("A C compiler is missing: cc or clang")
        subprocess.run([compiler, "-O2", "-o", self.scratch / tool, HERE / "measure" / source, "-lpthread", *flags], check=True)

    def run(self, command):
        report, log = self.scratch / "report", self.scratch / "log"
        with open(log, "wb") as file:
            subprocess.run([self.scratch / "measure", report, *command], stdout=file, stderr=subprocess.STDOUT, check=True)
        wall, user, system, peak, status = report.read_text().split()
        output = log.read_text("utf-8", errors="replace")
        if status != "0":
            sys.exit(f"{' '.join(map(str, command))} ended with {status}:\n{output[-4000:]}")
        return Measurement(float(wall), float(user), float(system), int(peak) * 1024, output)

    def build(self, command):
        """Builds into a folder that has not existed before: `command` is a function of it."""
        self.turn += 1
        out = str(self.scratch / f"out-{self.turn}")
        result = self.run(command(out))
        result.files, result.size = size_of(out)
        return result, out

    def floor(self, out, content):
        """The files of a folder, with the same names and sizes, written by two threads from memory; the same with what Missiv's
        libraries do with the content and the files; and copied."""
        listing = self.scratch / "list"
        with open(listing, "w", encoding="utf-8") as file:
            for at, _, names in os.walk(out):
                for name in names:
                    path = os.path.join(at, name)
                    file.write(f"{os.lstat(path).st_size} {os.path.relpath(path, out)}\n")
        written, one = self.build(lambda to: [self.scratch / "floor", listing, to, "2"])
        shutil.rmtree(one)
        documents = self.scratch / "documents"
        documents.write_text("".join(f"{path}\n" for path in pathlib.Path(content).rglob("*.md")), encoding="utf-8")
        read, two = self.build(lambda to: [self.scratch / "libraries", listing, to, "2", documents])
        shutil.rmtree(two)
        copied, other = self.build(lambda to: ["cp", "-r", out, to])
        shutil.rmtree(other)
        return {"floor": written, "libraries": read, "cp -r": copied}

# SPDX-License-Identifier: MIT
"""Judges of EPUBs that run in Debian's Chromium: Ace by DAISY, and two reading
systems. They fail where they can't run: nothing passes unseen."""
import os
import re
import shutil
import zipfile

import harness
from harness import Failure

HERE = os.path.join(harness.ROOT, "tests")


def environment(**more):
    """The harness's, with what chooses the browser."""
    kept = {k: os.environ[k] for k in ("CHROMIUM", "JOBS") if k in os.environ}
    return harness.environment(**{**kept, **more})


def node(script, arguments, **more):
    """Lines, split at tabs, that a script of tests/tools prints."""
    done = harness.run(["node", os.path.join(HERE, "tools", script),
                        *arguments], env=environment(**more), timeout=1800)
    if done.returncode not in (0, 1, 2):
        raise Failure("%s: %s" % (script, (done.stdout + done.stderr).decode(
            "utf-8", "replace")[-3000:]))
    return [line.split("\t") for line in
            done.stdout.decode("utf-8", "replace").splitlines()]


def documents(path):
    """How many content documents an EPUB has."""
    with zipfile.ZipFile(path) as epub:
        return sum(n.endswith(".xhtml") for n in epub.namelist())


class Verdict:
    """What Ace says of one book."""

    def __init__(self):
        self.violations = []  # (impact, rule, document, place, text, source)
        self.documents = self.checks = 0
        self.problem = "Ace said nothing"

    def rules(self):
        return {row[1] for row in self.violations}

    def __bool__(self):
        return bool(self.problem or self.violations)

    def __str__(self):
        return "\n".join([self.problem] * bool(self.problem) +
                         ["\t".join(row) for row in self.violations])


def ace(files, dark=False, **more):
    """A Verdict for each file, of all its documents."""
    verdicts = {f: Verdict() for f in files}
    rows = node("ace_many.cjs", ["--dark"] * dark + list(files), **more)
    for name, kind, *rest in rows:
        verdict = verdicts[name]
        if kind == "BROWSER":
            verdict.problem = "Ace did not run: " + " ".join(rest)
        elif kind in ("ok", "FAIL"):
            count = dict(word.split("=") for word in rest[0].split())
            verdict.documents = int(count["documents"])
            verdict.checks = int(count["checks"])
            there = documents(name)
            verdict.problem = "" if verdict.documents == there else \
                "Ace saw %d of %d documents" % (verdict.documents, there)
            if int(count["violations"]) != len(verdict.violations):
                verdict.problem = "Ace's output was cut short"
        else:
            verdict.violations.append((kind, *rest))
    return verdicts


class Reading:
    """What one reading system says of one book."""

    def __init__(self):
        self.faults = []
        self.title, self.counts = "", {}
        self.problem = "the reader said nothing"

    def __bool__(self):
        return bool(self.problem or self.faults)

    def __str__(self):
        return "\n".join([self.problem] * bool(self.problem) + self.faults)


READERS = ("foliate", "epubjs", "plain")


def read(files, **more):
    """A Reading for each (file, reader)."""
    readings = {(f, r): Reading() for f in files for r in READERS}
    for name, reader, kind, *rest in node("read_epub.cjs", list(files),
                                          **more):
        reading = readings[name, reader]
        if kind == "BROWSER":
            reading.problem = "it was not read: " + " ".join(rest)
        elif kind == "fault":
            reading.faults.append(" ".join(rest))
        else:
            reading.title = rest[0]
            reading.counts = {k: int(v) for k, v in
                              (w.split("=") for w in rest[1].split())}
            reading.problem = "" if (kind == "ok") != bool(reading.faults) \
                else "the output was cut short"
    return readings


def sample(folder):
    """Builds a small book that has something of everything; its path."""
    text = shutil.copytree(os.path.join(HERE, "samples", "properties"),
                           os.path.join(folder, "book"))
    with open(os.path.join(text, "one.md"), "a", encoding="utf-8") as file:
        file.write("\n\n## A second heading\n\nA word with a note.[^1]\n\n"
                   "[^1]: It stands here.\n")
    made = harness.fascicle(["build", "--format", "epub", "-o", folder, text])
    if made.returncode:
        raise Failure(made.stderr.decode())
    return made.stdout.decode().strip()


def rewritten(source, target, change):
    """Copies an EPUB. change(name, text) gives each text's new one; None
    leaves the file out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if not entry.filename.endswith((".jpg", ".png", "mimetype")):
                data = change(entry.filename, data.decode())
            if data is not None:
                new.writestr(entry, data)
    return target


def broken(good, folder, fault, where, pattern, by):
    """A copy of an EPUB with a fault in the document `where`: what matches the
    pattern is `by`; the file is not there where `by` is None."""
    done = []

    def change(name, text):
        if not name.endswith("/" + where):
            return text
        if by is None:
            done.append(1)
            return None
        text, n = re.subn(pattern, by, text, flags=re.S)
        done.append(n)
        return text

    path = os.path.join(folder, fault.replace(" ", "-") + ".epub")
    rewritten(good, path, change)
    harness.expect(sum(done) > 0, "%s: nothing to break" % fault)
    return path


def falls_once(folder):
    """A browser that falls over the first time; its path, and that of a file
    that is there when it has."""
    flag, path = (os.path.join(folder, n) for n in ("fell", "falls-once"))
    with open(path, "w", encoding="utf-8") as file:
        file.write('#!/bin/sh\nif [ ! -e "%s" ]; then\n    touch "%s"\n'
                   '    /usr/bin/chromium "$@" &\n    sleep 1.2\n'
                   '    kill -9 $!\n    exit 1\nfi\n'
                   'exec /usr/bin/chromium "$@"\n' % (flag, flag))
    os.chmod(path, 0o755)
    return path, flag

# SPDX-License-Identifier: MIT
"""Judges of EPUBs that run in Debian's Chromium: Ace by DAISY, and two reading
systems. They fail where they can't run: nothing passes unseen."""
import os
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

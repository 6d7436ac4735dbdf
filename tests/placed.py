# SPDX-License-Identifier: MIT
"""What MuPDF reads of a PDF's pages: each line's glyphs with font, size and
place. Lengths are points from the page's upper left corner."""
import collections
import re
import xml.etree.ElementTree as trees

import harness
from harness import expect

Line = collections.namedtuple("Line", "page text left right base runs")
Run = collections.namedtuple("Run", "font size text")
# What no XML can hold, though MuPDF writes it.
CONTROLS = re.compile(rb"&#x?(?:[0-8bcefBCEF]|1[0-9a-fA-F]|ffff|fffe);")


def runs_of(line):
    """A line's text by font and size."""
    for font in line.iter("font"):
        yield Run(font.get("name"), float(font.get("size")),
                  "".join(c.get("c", "") for c in font.iter("char")))


def line_of(page, line):
    chars = list(line.iter("char"))
    runs = list(runs_of(line))
    quads = [[float(n) for n in c.get("quad").split()] for c in chars
             if c.get("c", "").strip()]
    return Line(page, "".join(r.text for r in runs),
                min((q[0] for q in quads), default=0.0),
                max((q[2] for q in quads), default=0.0),
                float(chars[0].get("y")) if chars else 0.0, runs)


def lines(path):
    """Every line of a PDF that has something to see, in the order in which
    they are drawn; pages count from 1."""
    harness.need("mutool")
    done = harness.run(["mutool", "draw", "-q", "-F", "stext", path])
    expect(done.returncode == 0, done.stderr.decode("utf-8", "replace"))
    document = trees.fromstring(CONTROLS.sub(b" ", done.stdout))
    for number, page in enumerate(document.iter("page"), 1):
        for line in page.iter("line"):
            made = line_of(number, line)
            if made.text.strip():
                yield made


def smallest(all_lines):
    """The smallest type: its size, and the line that it is in."""
    sizes = [(run.size, line) for line in all_lines for run in line.runs
             if run.text.strip()]
    return min(sizes, key=lambda s: s[0])


def fonts(path):
    """The PDF's fonts as pdffonts lists them: name, type, embedded, subset,
    whether glyphs lead back to letters."""
    harness.need("pdffonts")
    done = harness.run(["pdffonts", path])
    expect(done.returncode == 0 and not done.stderr, done.stderr.decode())
    return [(m[1], m[2].strip(), m[3] == "yes", m[4] == "yes", m[5] == "yes")
            for m in re.finditer(
                r"^(\S+) +(.*?) +\S+ +(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$",
                done.stdout.decode(), re.M)]

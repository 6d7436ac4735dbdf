#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds pages against the source they were made of.

    pages_check.py [--area X,Y,WIDTH,HEIGHT] TREE PAGES

TREE and PAGES are what `fascicle dump tree` and `fascicle dump pages` print of
the same input; the area is that of the pages' content in points. It knows
nothing of how pages are made. One line a fault, exit status 1 where there is
any:

- every word of the source is on the pages once, in its order; the text of
  each note, figure and table cell is followed by itself, since it may stand
  elsewhere than the text around it
- a table's rows follow one another, and its head is on each of its pages
- no two texts overlap, no text and image, and no rule runs through a text
- text, rules and images stand in the area; heads and folios on the page
- a page that is referred to is the one where the target begins
- pages are numbered without gaps, and as many images are there as in the
  source
"""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
import trees  # noqa: E402

NUMBER = r"(-?[\d.]+)"
PAGE = re.compile(r'page (\d+) "(.*)" (?:left|right)(?: [a-z]+)* %s %s'
                  % (NUMBER, NUMBER))
TEXT = re.compile(r'  text %s %s %s (?:(.+?) %s )?#[0-9a-f]{6} (\S+) "(.*)"$'
                  % ((NUMBER,) * 4))
BOX = re.compile(r"  (rect|image) %s %s %s %s (.*)$" % ((NUMBER,) * 4))
ANCHOR = re.compile(r"  anchor \S+ \S+ \S+ #(\S+)$")
# What no page shows as such: white space, and what only says where lines may
# break.
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
# Of the size: how far text reaches over and under its baseline, for certain.
ASCENT, DESCENT = 0.62, 0.15
EPSILON = 0.35  # points
DEEP = re.compile("[gjpqyJQ()/\\[\\]{}]")
PAGE_REF = "\ufffc"  # stands for a page's number, which the tree lacks
NUMERAL = re.compile(r",?([0-9]+|[ivxlcdm]+)([–-][0-9ivxlcdm]+)?")


class Text:
    """A row of text on a page."""

    def __init__(self, match):
        self.x, self.y, self.width = (float(match[i]) for i in (1, 2, 3))
        self.size = float(match[5] or 0)
        self.role = match[6]
        self.text = trees.unescape(match[7])
        spaces = len(self.text) - len(self.text.rstrip())
        self.width -= spaces * 0.62 * self.size  # they hang out
        self.left, self.right = self.x, self.x + max(self.width, 0)
        self.top = self.y - ASCENT * self.size
        self.bottom = self.y + DESCENT * self.size * bool(
            DEEP.search(self.text))
        if self.size > 30 and len(self.text) == 1:
            self.right -= self.width * 0.15  # lines follow an initial's shape


class Box:
    """A rectangle or an image on a page."""

    def __init__(self, match):
        self.kind = match[1]
        self.x, self.y, self.width, self.height = (
            float(match[i]) for i in range(2, 6))
        self.left, self.top = self.x, self.y
        self.right, self.bottom = self.x + self.width, self.y + self.height
        self.rest = match[6]

    def is_rule(self):
        return self.kind == "rect" and self.rest.endswith("artifact") and \
            min(self.width, self.height) < 3


class Page:
    """A page of the dump."""

    def __init__(self, match):
        self.index, self.label = int(match[1]), trees.unescape(match[2])
        self.width, self.height = float(match[3]), float(match[4])
        self.texts, self.boxes, self.anchors = [], [], set()
        self.notes = None  # where the hairline above them stands


def read_pages(dump):
    """The pages of a dump. Rows of other kinds are passed over."""
    pages = []
    for line in dump.rstrip("\n").split("\n"):
        match = PAGE.match(line)
        if match:
            pages.append(Page(match))
            continue
        match = TEXT.match(line)
        if match:
            pages[-1].texts.append(Text(match))
            continue
        match = BOX.match(line)
        if match:
            pages[-1].boxes.append(Box(match))
            continue
        if line.startswith("  notes "):
            pages[-1].notes = float(line.split()[1])
        match = ANCHOR.match(line)
        if match:
            pages[-1].anchors.add(match[1])
        elif line.startswith(("  text", "  rect", "  image")):
            raise ValueError("no row of a dump: " + line)
    return pages


class Flow:
    """A text that stands in one piece after the other."""

    def __init__(self, name, node):
        self.name, self.node = name, node
        self.parts, self.refs = [], []
        self.in_note = False
        self.text, self.at = "", 0
        self.begins = None  # page and y of its first row
        self.pages = set()

    def close(self):
        self.text = UNSEEN.sub("", "".join(self.parts))

    def takes(self, row, numerals=None):
        """How many characters of the flow a row's text is, or 0; the page
        numbers in it are added to `numerals`."""
        if self.text.startswith(row, self.at):
            return len(row)
        if PAGE_REF not in self.text[self.at:self.at + len(row) + 1]:
            return 0
        at, given = self.at, 0
        while given < len(row) and at < len(self.text):
            if self.text[at] == PAGE_REF:
                match = NUMERAL.match(row, given)
                if not match:
                    return 0
                at, given = at + 1, match.end()
                if numerals is not None:
                    numerals.append(match[1])
            elif self.text[at] == row[given]:
                at, given = at + 1, given + 1
            else:
                return 0
        return at - self.at if given == len(row) else 0


class Source:
    """The flows of the tree's divisions that are on the pages."""

    APART = {"note": "note", "figure": "figure", "cell": "cell"}

    def __init__(self, tree, pages):
        shown = set().union(*[p.anchors for p in pages] or [set()])
        self.flows, self.images, self.tables = [], 0, []
        for division in self.divisions(tree):
            if division.fields.get("id") in shown:
                flow = self.begin("the text", division)
                for child in division.children:
                    self.read(child, flow)
        for flow in self.flows:
            flow.close()

    @staticmethod
    def divisions(tree):
        """The book's divisions, parts opened."""
        for book in tree.children:
            yield from book.children
            for part in book.find("part"):
                yield from part.children

    def begin(self, name, node):
        self.flows.append(Flow(name, node))
        return self.flows[-1]

    def read(self, node, flow):
        todo = [(node, flow)]
        while todo:  # no recursion: trees may be deep
            node, flow = todo.pop()
            node.in_note = flow.in_note
            if node.kind in ("article", "part") or \
                    node.fields.get("class") == "notes-title":
                continue
            if node.kind == "table":
                self.tables.append(node)
            if node.kind in self.APART:
                in_note = flow.in_note or node.kind == "note"
                flow = self.begin("a " + self.APART[node.kind], node)
                flow.in_note = in_note
                node.flow = flow
            self.images += node.kind == "image" and "size" in node.fields
            if node.kind == "page-ref":
                flow.parts.append(PAGE_REF)
                flow.refs.append(node.fields.get("target"))
            if node.text is not None:
                flow.parts.append(node.text)
            todo += [(c, flow) for c in reversed(node.children)]


class Follower:
    """Goes through the pages' rows and finds each in the source."""

    def __init__(self, source, pages, generated):
        self.source, self.pages = source, pages
        self.generated = generated
        self.labels = {anchor: page.label for page in reversed(pages)
                       for anchor in page.anchors}
        self.faults = []
        self.open, self.firsts = [], {}
        for flow in source.flows:
            if flow.text:
                self.firsts.setdefault(flow.text[0], []).append(flow)

    def find(self, row, in_note, ahead):
        """The flow that the row belongs to. Of several that may take it the
        one that ends with it or goes on with one of the rows `ahead`, where
        these are given, else the first."""
        first = self.firsts.get(row[0], [])
        fit = [f for f in self.open + first
               if f.in_note == in_note and f.takes(row)]
        if fit:
            better = fit if ahead and len(fit) > 1 else []
            flow = next(
                (f for f in better if len(f.text) == f.at + len(row)),
                next((f for f in better if any(
                    f.text.startswith(row + r, f.at) for r in ahead)),
                    fit[0]))
            if flow not in self.open:
                first.remove(flow)
                self.open.insert(0, flow)
            return flow
        if NUMERAL.match(row):
            first = self.firsts.get(PAGE_REF, [])
            if first and first[0].takes(row):
                self.open.insert(0, first[0])
                return first.pop(0)
        return None

    def skip_to(self, row):
        """The flow in which the row comes later, or None; what is passed over
        is lost."""
        for flow in self.open:
            at = flow.text.find(row, flow.at)
            if at >= 0:
                self.faults.append("lost: “%s”" % flow.text[flow.at:at][:60])
                flow.at = at
                return flow
        return None

    def row(self, page, text, ahead):
        row = UNSEEN.sub("", text.text)
        if not row or row in self.generated:
            return
        in_note = page.notes is not None and text.y > page.notes
        # Columns have notes of their own: there the hairline says less.
        flow = self.find(row, in_note, ahead) or \
            self.find(row, not in_note, ahead) or self.skip_to(row)
        if flow is None:
            self.faults.append("page %d: what is “%s” doing there?"
                               % (page.index, text.text[:60]))
            return
        if flow.begins is None:
            flow.begins = (page.index, text.top)
            flow.x = text.x
        flow.pages.add(page.index)
        numerals = []
        flow.at += flow.takes(row, numerals)
        for numeral in numerals:
            target = flow.refs.pop(0)
            if self.labels.get(target) != numeral:
                self.faults.append("page %d: %s is on page %s, not %s" % (
                    page.index, target, self.labels.get(target), numeral))
        if flow.at == len(flow.text):
            self.open.remove(flow)

    def follow(self):
        for page in self.pages:
            texts = [t for t in page.texts if t.role not in (
                "artifact", "label", "header", "footer")]
            rows = [UNSEEN.sub("", t.text) for t in texts]
            for i, text in enumerate(texts):
                # A part of a word may begin many others.
                half = text.text.endswith("\u00ad") or (
                    len(text.text) < 4 and not text.text.endswith(" "))
                self.row(page, text, [r for r in rows[i + 1:i + 20 * half]
                                      if r])
        for flow in self.source.flows:
            if flow.at < len(flow.text):
                self.faults.append("lost, of %s: “%s”" % (
                    flow.name, flow.text[flow.at:][:60]))
        return self.faults


def rows_of(table, section):
    return [row for part in table.children if part.kind == section
            for row in part.children]


def in_columns(table):
    """Each section's cells with the columns that they take."""
    for section in table.children:
        if section.kind not in ("table-head", "table-body"):
            continue
        busy = {}  # column: rows that a cell from above still takes
        for row in section.children:
            column, taken = 0, {}
            for cell in row.children:
                while busy.get(column, 0):
                    column += 1
                wide = int(cell.fields.get("colspan", 1))
                columns = range(column, column + wide)
                yield section.kind, cell, columns
                for each in columns:
                    taken[each] = int(cell.fields.get("rowspan", 1))
                column += wide
            busy = {c: max(busy.get(c, 0), taken.get(c, 0)) - 1
                    for c in {*busy, *taken}}


def table_faults(table, pages):
    """Rows in order; over the cells of a page, their columns' heads."""
    faults, last = [], {}
    heads, cells = [], {}
    for kind, cell, columns in in_columns(table):
        begins = cell.flow.begins
        if not begins:
            continue
        above = last.get(columns[0], cell.flow)
        # Far to the right of it, it stands in another column of the page.
        if begins < above.begins and cell.flow.x < above.x + 100:
            faults.append("page %d: a row before the one above it: “%s”" % (
                begins[0], cell.flow.text[:40]))
        last[columns[0]] = cell.flow
        if kind == "table-head":
            heads.append((cell, columns))
        else:
            for page in cell.flow.pages:
                cells.setdefault(page, set()).update(columns)
    for page in pages:
        here = UNSEEN.sub("", "".join(t.text for t in page.texts
                                      if t.role == "artifact"))
        for head, columns in heads:
            # A note that goes on does so as it stands.
            if not table.in_note and \
                    cells.get(page.index, set()) & {*columns} and \
                    head.flow.text not in here and \
                    page.index not in head.flow.pages:
                faults.append("page %d: a table goes on without its head “%s”"
                              % (page.index, head.flow.text[:40]))
    return faults


def overlap(a, b):
    return min(a.right, b.right) - max(a.left, b.left) > EPSILON and \
        min(a.bottom, b.bottom) - max(a.top, b.top) > EPSILON


def overlaps(page):
    """Pairs on the page that share ink."""
    texts = sorted((t for t in page.texts if t.text.strip()),
                   key=lambda t: t.top)
    for i, text in enumerate(texts):
        for other in texts[i + 1:]:
            if other.top >= text.bottom:
                break
            if overlap(text, other):
                yield text.text, other.text
    images = [b for b in page.boxes if b.kind == "image"]
    for i, image in enumerate(images):
        for other in texts + images[i + 1:]:
            if overlap(image, other):
                yield "the image " + image.rest, getattr(other, "text",
                                                         "another")
    for rule in page.boxes:
        if rule.is_rule():
            for text in texts:
                # Through the middle of the letters, not below or above.
                if rule.top < text.y - 0.05 * text.size and \
                        rule.bottom > text.y - 0.4 * text.size and \
                        min(rule.right, text.right) - \
                        max(rule.left, text.left) > 1:
                    yield "a rule", text.text


def outside(page, area):
    """What is not in the content area, or not on the page."""
    x, y, width, height = area or (0, 0, page.width, page.height)
    for each in page.texts + page.boxes:
        role = getattr(each, "role", None) or each.rest.split()[-1]
        left, top, right, bottom, slack = \
            x, y, x + width, y + height, 1.5
        if role in ("header", "footer"):
            left, top, right, bottom = 0, 0, page.width, page.height
        elif role == "label":  # numerals may hang in the margin
            left, right = 0, page.width
        slack = max(slack, 0.25 * getattr(each, "size", 0))  # signs hang
        if each.left < left - slack or each.right > right + slack or \
                each.top < top - slack or each.bottom > bottom + slack:
            yield getattr(each, "text", None) or "%s %g %g %g %g" % (
                each.kind, each.x, each.y, each.width, each.height)


def check(tree_dump, pages_dump, area=None, generated=()):
    """The faults of the pages, as sentences. The area is that of the content,
    in points; what a stylesheet makes up is `generated`."""
    pages = read_pages(pages_dump)
    source = Source(trees.parse(tree_dump), pages)
    faults = []
    if [p.index for p in pages] != list(range(len(pages))):
        faults.append("pages are numbered with gaps")
    faults += Follower(source, pages, generated).follow()
    shown = sum(b.kind == "image" and not b.rest.endswith("artifact")
                for p in pages for b in p.boxes)
    decorative = sum(b.kind == "image" and b.rest.endswith("artifact")
                     for p in pages for b in p.boxes)
    if not shown <= source.images <= shown + decorative:
        faults.append("%d images, %d on the pages" % (source.images, shown))
    for table in source.tables:
        faults += table_faults(table, pages)
    for page in pages:
        faults += ["page %d: “%s” over “%s”" % (page.index, a[:40], b[:40])
                   for a, b in overlaps(page)]
        faults += ["page %d: outside: “%s”" % (page.index, each[:60])
                   for each in outside(page, area)]
    return faults


def main(arguments):
    area = None
    if arguments[0] == "--area":
        area = [float(n) for n in arguments[1].split(",")]
        arguments = arguments[2:]
    dumps = []
    for path in arguments:
        with open(path, encoding="utf-8", newline="") as file:
            dumps.append(file.read())
    faults = check(*dumps, area)
    for fault in faults[:50]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

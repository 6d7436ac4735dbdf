# SPDX-License-Identifier: MIT
"""What run-torture gives the layout: articles at the edge of what there is,
made up as they are needed. Every word of them is another, so that the checker
knows each."""
import random
import struct
import zlib

CONSONANTS = "bdfghjklmnprstvwz"
VOWELS = "aeiou"
SYLLABLES = [c + v for c in CONSONANTS for v in VOWELS]
CASES = {}


class Case:
    """An article with its style and pictures, and what is asked of it."""

    def __init__(self, text, css="", files=(), title="Torture", front="",
                 page="6in 9in", sheet="story.css", may=(), seconds=20,
                 margins="57.6pt 60pt 80.4pt", manifest=""):
        self.text, self.css, self.files = text, css, dict(files)
        self.title, self.front, self.page = title, front, page
        self.sheet = sheet
        self.may = may  # faults that lie in the nature of the case
        self.seconds = seconds
        self.margins = margins
        self.manifest = manifest


def case(function):
    """Registers a case; it is called with how large it is to be, 1 or more,
    and with words."""
    CASES[function.__name__.replace("_", "-")] = function
    return function


class Words:
    """Words that never come again, all of them letters that every face has."""

    def __init__(self):
        self.n = 0
        self.random = random.Random(20261201)

    def word(self):
        n, base = self.n, len(SYLLABLES)
        self.n += 1
        text = SYLLABLES[n % base] + SYLLABLES[n // base % base]
        n //= base * base
        while n:
            text += SYLLABLES[n % base]
            n //= base
        # As long as words are; the ending tells the length, so that none
        # begins with another.
        more = self.random.choice((0, 0, 1, 1, 2, 3, 5))
        return text + "".join(self.random.choice(SYLLABLES)
                              for _ in range(more)) + "xcq"[more % 3]

    def some(self, n):
        return " ".join(self.word() for _ in range(n))

    def between(self, least, most):
        return self.some(self.random.randint(least, most))

    def sentence(self, n=14):
        return self.some(n).capitalize() + "."

    def paragraphs(self, n, words=80):
        return "\n\n".join(self.sentence(words) for _ in range(n)) + "\n\n"

    def long(self, n):
        """One word of n letters."""
        text = self.word()
        while len(text) < n:
            text += SYLLABLES[self.random.randrange(len(SYLLABLES))]
        return text[:n]


def png(width, height):
    """A grey picture."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + \
            struct.pack(">I", zlib.crc32(body))
    row = b"\0" + b"\x80" * width
    return b"\x89PNG\r\n\x1a\n" + \
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) \
        + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")


def table(head, rows, align=None):
    lines = [head, align or ["---"] * len(head)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n\n"


# --- tables ---

@case
def table_long(w, size):
    """Forty pages of rows of all heights, with notes and figures."""
    rows, notes = [], []
    for i in range(900 * size):
        note = ""
        if i % 50 == 20:
            note = "[^n%d]" % i
            notes.append("[^n%d]: %s\n" % (i, w.sentence(12)))
        rows.append([w.word(), "%d.%s" % (i, "5" * (i % 4)) if i % 4 else
                     str(i), w.between(1, 12) + note,
                     w.between(0, 30) if i % 7 == 0 else w.word()])
    return Case(w.paragraphs(1) + table(
        [w.some(2), w.word(), w.some(3), w.word()], rows,
        ["---", "--:", "---", ":-:"]) + w.paragraphs(1) + "\n".join(notes))


@case
def table_spans(w, size):
    """Rows and columns that cells share, over several pages."""
    body = ""
    for i in range(60 * size):
        span = 2 + i % 4
        body += '<tr><th scope="row" rowspan="%d">%s</th><td colspan="2">%s' \
            "</td><td>%s</td></tr>\n" % (span, w.some(3), w.between(4, 20),
                                         w.word())
        for _ in range(span - 1):
            body += "<tr>" + "".join(
                "<td>%s</td>" % w.between(1, 5) for _ in range(3)) + "</tr>\n"
    head = "".join("<th>%s</th>" % w.some(2) for _ in range(4))
    return Case("<table><caption>%s</caption>\n<thead><tr>%s</tr></thead>\n"
                "<tbody>\n%s</tbody></table>\n\n%s"
                % (w.some(20), head, body, w.paragraphs(2)))


@case
def table_row_taller(w, size):
    """Rows that no page holds, between such as do."""
    rows = [[w.word(), w.some(3), w.word()] for _ in range(6)]
    rows.insert(3, [w.some(3), w.some(700 * size), w.some(40)])
    rows.insert(5, [w.some(900), w.some(300), w.some(500) + "[^tall]"])
    return Case(w.paragraphs(1) + table([w.word(), w.word(), w.word()], rows)
                + w.paragraphs(1) + "[^tall]: " + w.sentence(30))


@case
def table_row_taller_spans(w, size):
    """Cells over several rows that no page holds."""
    tall = w.some(900 * size)
    return Case(
        "<table><thead><tr><th>%s</th><th>%s</th></tr></thead><tbody>\n"
        '<tr><td rowspan="3">%s</td><td>%s</td></tr>\n<tr><td>%s</td></tr>\n'
        "<tr><td>%s</td></tr><tr><td>%s</td><td>%s</td></tr></tbody></table>\n"
        "\n%s" % (w.word(), w.word(), tall, w.some(10), w.some(500), w.word(),
                  w.word(), w.word(), w.paragraphs(2)))


@case
def table_head_tall(w, size):
    """A head that leaves the rows no room, and one that is taller than a
    page."""
    text = ""
    for words in (60, 250, 1500 * size):
        text += table([w.some(words), w.word()],
                      [[w.some(20), w.some(30)] for _ in range(30)])
        text += w.paragraphs(1)
    return Case(text, may=("without its head",))


@case
def table_columns_60(w, size):
    """More columns than the page has room for."""
    rows = [[w.word() if (i + k) % 3 else "" for i in range(60)]
            for k in range(8 * size)]
    return Case(w.paragraphs(1) + table([w.word() for _ in range(60)], rows)
                + w.paragraphs(1))


@case
def table_columns_12(w, size):
    """Columns that hold their words with hyphens alone."""
    rows = [[w.word() for i in range(10)] for _ in range(30 * size)]
    return Case(w.paragraphs(1) + table([w.word() for _ in range(10)], rows)
                + w.paragraphs(1))


@case
def table_wide_word(w, size):
    """Cells of one word that is wider than the page."""
    rows = [[w.word(), w.long(200), w.some(8)], [w.long(90), w.word(), ""],
            [w.word(), w.word(), w.long(120)]]
    return Case(table([w.word(), w.word(), w.long(60)], rows * 1)
                + w.paragraphs(1))


@case
def table_empty(w, size):
    """Empty cells, rows, columns, heads."""
    text = table(["", "", ""], [["", "", ""]] * 3) + w.paragraphs(1)
    text += table([w.word(), "", w.word()], [["", "", ""], ["", w.word(), ""]])
    text += table([w.word()], []) + table([w.word()], [[w.word()]] * 1)
    text += "<table><caption>%s</caption></table>\n\n" % w.some(3)
    text += "<table><tr></tr><tr><td></td></tr></table>\n\n"
    return Case(text + w.paragraphs(1))


@case
def tables_many(w, size):
    """One small table after the other."""
    text = ""
    for i in range(40 * size):
        text += w.sentence(10)[:-1] + ":\n\n"
        text += table([w.word(), w.word()],
                      [[w.some(2), w.between(1, 9)] for _ in range(i % 6)])
    return Case(text)


# --- notes ---

@case
def note_long(w, size):
    """A note of three thousand words, and of several paragraphs."""
    note = w.some(1000) + "\n\n    " + w.some(1000 * size) + "\n\n    " + \
        w.some(1000)
    return Case(w.paragraphs(1) + w.some(30) + "[^long] " + w.some(30) + "\n\n"
                + w.paragraphs(6) + "\n[^long]: " + note + "\n")


@case
def notes_many(w, size):
    """Two hundred marks on one page."""
    marks = "".join("%s[^n%d] " % (w.word(), i) for i in range(200 * size))
    return Case(w.paragraphs(1) + marks + "\n\n" + w.paragraphs(3) + "\n\n"
                + "".join("[^n%d]: %s\n" % (i, w.sentence(6))
                          for i in range(200 * size)))


@case
def notes_everywhere(w, size):
    """Marks in headings, cells, heads, captions, lists, panels, notes."""
    text, notes, n = "", "", 0

    def mark():
        nonlocal n, notes
        n += 1
        notes += "[^e%d]: %s\n" % (n, w.sentence(12))
        return "[^e%d]" % n
    for _ in range(12 * size):
        text += "## %s%s\n\n%s%s\n\n" % (w.some(3), mark(), w.sentence(60),
                                         mark())
        text += table([w.word() + mark(), w.word()],
                      [[w.some(3) + mark(), w.some(9) + mark()],
                       [w.word(), w.word() + mark()]])
        text += "- %s%s\n- %s%s\n\n" % (w.some(8), mark(), w.some(20), mark())
        text += "> [!NOTE]\n> %s%s\n\n" % (w.some(20), mark())
        text += "> %s%s\n\n" % (w.some(20), mark())
    notes += "[^in]: %s[^in2] %s\n[^in2]: %s\n" % (
        w.some(9), w.some(9), w.some(20))
    return Case(text + w.some(5) + "[^in]\n\n" + notes)


@case
def notes_last_line(w, size):
    """Marks wherever a page's last line may be."""
    text, notes = "", ""
    for i in range(40 * size):
        text += w.between(30, 90) + "[^l%d]\n\n" % i
        notes += "[^l%d]: %s\n" % (i, w.between(5, 60))
    return Case(text + notes)


# --- lists, quotations, panels ---

def nested(w, depth, marks):
    text, indent = "", ""
    for i in range(depth):
        text += "%s%s%s\n" % (indent, marks[i % len(marks)], w.some(5))
        indent += " " * len(marks[i % len(marks)])
        text += indent.rstrip() + "\n"
    return text + "\n"


@case
def lists_deep(w, size):
    """As many levels as an article may have, and words that need room."""
    return Case(w.paragraphs(1) + nested(w, 22, ["- "]) + w.paragraphs(1)
                + nested(w, 22, ["1. ", "- "]) + w.paragraphs(1))


@case
def boxes_deep(w, size):
    """Quotations in lists in panels in quotations."""
    text = ""
    for depth in (3, 6, 9, 12):
        before = ""
        for i in range(depth):
            kind = i % 3
            if kind == 0:
                before += "> "
                text += before + ("[!NOTE]\n" + before if i % 2 == 0 else "")
            elif kind == 1:
                text += before + "- "
                before += "  "
            else:
                text += before + "> "
                before += "> "
            text += w.some(20) + "\n" + before.rstrip() + "\n"
        text += "\n" + w.paragraphs(1)
    return Case(text)


@case
def lists_long(w, size):
    """Two thousand items, and one of a thousand words."""
    text = "".join("%d. %s\n" % (i + 1, w.between(1, 9))
                   for i in range(2000 * size))
    return Case(text + "\n" + w.paragraphs(1) + "- " + w.some(1000) + "\n")


@case
def panel_long(w, size):
    """A panel of ten pages with lists, tables, quotations and code in it."""
    inner = []
    for i in range(14 * size):
        inner += [w.sentence(120), ""]
        inner += ["- " + w.between(5, 40) for _ in range(5)] + [""]
        inner += table([w.word(), w.word()],
                       [[w.some(2), w.between(2, 20)] for _ in range(4 + i)]
                       ).rstrip("\n").split("\n") + [""]
        inner += ["> " + w.some(40), "", "```", w.some(9), w.some(4), "```",
                  ""]
    return Case(w.paragraphs(2) + "> [!WARNING]\n"
                + "".join("> " + line + "\n" for line in inner)
                + "\n" + w.paragraphs(2)
                + "## Key Takeaways\n\n"
                + "".join("- " + w.between(20, 90) + "\n"
                          for _ in range(40)) + "\n" + w.paragraphs(1))


@case
def panels_many(w, size):
    """Panels one below the other, which end anywhere on the page."""
    return Case("".join("> [!TIP]\n> %s\n\n%s" % (
        w.between(10, 200), w.paragraphs(i % 3, 40))
        for i in range(60 * size)))


# --- pictures ---

@case
def images(w, size):
    """Too tall, too wide, tiny, a thread; alone and in lists and panels."""
    text, files = "", {}
    for i, (width, height) in enumerate((
            (600, 4000), (4000, 600), (1, 1), (20000, 10), (10, 20000),
            (500, 500), (3000, 3000))):
        files["p%d.png" % i] = png(width, height)
        picture = "![A picture](p%d.png)" % i
        titled = '![A picture](p%d.png "%s")' % (i, w.some(12))
        text += w.paragraphs(1, 30) + picture + "\n\n"
        text += w.paragraphs(1, 50) + titled + "\n\n"
        text += "- " + w.some(5) + "\n\n  " + picture + "\n\n"
        text += "> [!NOTE]\n> " + picture + "\n>\n> " + w.some(9) + "\n\n"
        text += w.some(7) + " " + picture + " " + w.some(7) + "\n\n"
    return Case(text + w.paragraphs(1), files=files)


@case
def figures_many(w, size):
    """Fifty figures, one after the other."""
    return Case("".join(
        '![Shape %d](f%d.png "%s")\n\n' % (i, i % 5, w.between(3, 30))
        for i in range(50 * size)) + w.paragraphs(2), files={
            "f%d.png" % i: png(200 + 150 * i, 150 + 90 * (i * 3 % 5))
            for i in range(5)})


@case
def figure_caption_long(w, size):
    """A caption that leaves its picture no room."""
    return Case(w.paragraphs(1) + '![Tall](t.png "%s")\n\n' % w.some(400)
                + w.paragraphs(1) + '![Tall](t.png "%s")\n\n'
                % w.some(1500 * size) + w.paragraphs(1),
                files={"t.png": png(600, 900)})


@case
def only_image(w, size):
    return Case("![A picture](a.png)\n", files={"a.png": png(300, 200)})


# --- words and lines ---

@case
def words_long(w, size):
    """Two hundred letters without a place to break, wherever text may be."""
    return Case("%s %s %s\n\n## %s\n\n- %s\n\n> %s\n\n> [!NOTE]\n> %s\n\n"
                "%s\n\n1. %s\n\n%s[^x]\n\n[^x]: %s\n"
                % (w.some(20), w.long(200), w.some(20), w.long(200),
                   w.long(200), w.long(200), w.long(200), "`" + w.long(200)
                   + "`", w.long(200), w.some(3), w.long(200)),
                title=w.long(200), css="html { hyphens: manual }")


@case
def words_long_hyphens(w, size):
    """The same where hyphens may help."""
    return Case("%s %s %s\n\n## %s\n\n- %s\n\n> [!NOTE]\n> %s\n\n%s[^x]\n\n"
                "[^x]: %s\n" % (w.some(20), w.long(200), w.some(20),
                                w.long(200), w.long(200), w.long(200),
                                w.some(3), w.long(200)), title=w.long(200))


@case
def addresses(w, size):
    """Addresses of three hundred characters, which break at their signs."""
    def address():
        return "https://example.org/" + "/".join(
            w.word() for _ in range(24)) + "?%s=%s&%s=%s#%s" % tuple(
                w.word() for _ in range(5))
    return Case("%s <%s> %s\n\n- <%s>\n\n> [!NOTE]\n> <%s>\n\n%s\n%s[^u]\n\n"
                "[^u]: <%s>\n" % (w.some(20), address(), w.some(20), address(),
                                  address(), table([w.word(), w.word()], [
                                      [w.some(5), address()],
                                      [w.word(), w.word()]]), w.some(3),
                                  address()))


@case
def paragraph_long(w, size):
    """Ten thousand words without a pause."""
    return Case("\n".join(w.some(100) for _ in range(100 * size)) + "\n")


@case
def breaks_only(w, size):
    """A hard break behind every word; and lines of nothing else."""
    return Case("\\\n".join(w.word() for _ in range(400 * size)) + "\n\n"
                + "<br>" * 50 + w.word() + "<br><br><br>" + w.word() + "\n")


@case
def signs_unseen(w, size):
    """Soft hyphens, zero-width spaces and joiners everywhere."""
    def sprinkled(sign):
        return " ".join(sign.join(w.word()) for _ in range(300 * size))
    return Case("\n\n".join(sprinkled(s) for s in (
        "\u00ad", "\u200b", "\u2060", "\u200d")) + "\n")


@case
def marks_piled(w, size):
    """Letters with forty accents each."""
    marks = "\u0301\u0308\u0323\u0304" * 10
    return Case(" ".join(letter + marks for letter in "aeiou" * 30)
                + "\n\n" + w.paragraphs(1))


@case
def code_long(w, size):
    """Five thousand lines, some of them far too long."""
    lines = [w.some(40) if i % 100 == 0 else w.long(150) if i % 101 == 0
             else " " * (i % 30) + w.word() for i in range(1250 * size)]
    return Case(w.paragraphs(1) + "```\n" + "\n".join(lines) + "\n```\n\n"
                + w.paragraphs(1))


# --- anything in anything ---

class Mixture:
    """Blocks in blocks at random; and notes with blocks in them."""

    def __init__(self, w, seed):
        self.w, self.random = w, random.Random(seed)
        self.notes = []

    def inline(self, most):
        text = self.w.between(1, most)
        if self.random.random() < 0.15 and len(self.notes) < 400:
            label = "m%d" % len(self.notes)
            self.notes.append("")
            self.notes[int(label[1:])] = "[^%s]: %s\n" % (label, self.note())
            text += "[^%s]" % label
        if self.random.random() < 0.1:
            text += " **%s** `%s`" % (self.w.some(2), self.w.word())
        if self.random.random() < 0.02:
            text += " " + self.w.long(60)
        return text

    def note(self):
        text = self.w.between(1, 60)
        if self.random.random() < 0.2:
            lines = self.blocks(2, 2)
            text += "\n\n" + "\n".join("    " + line for line in lines)
        return text

    def blocks(self, n, depth):
        """The lines of so many blocks."""
        kinds = [self.paragraph] * 4 + [self.heading, self.table, self.code,
                                        self.image, self.rule]
        if depth:
            kinds += [self.bullets, self.numbers, self.quote, self.panel] * 2
        lines = []
        for _ in range(n):
            lines += self.random.choice(kinds)(depth) + [""]
        return lines

    def paragraph(self, _):
        return [self.inline(90)]

    def heading(self, depth):
        if depth < 4:
            return [self.inline(20)]
        return ["#" * self.random.randint(2, 4) + " " + self.w.between(1, 9)]

    def table(self, _):
        n = self.random.randint(1, 6)
        rows = [[self.inline(self.random.choice((1, 4, 25))).replace(
            "\n", " ") for _ in range(n)]
                for _ in range(self.random.randint(0, 12))]
        return table([self.w.between(1, 3) for _ in range(n)], rows
                     ).rstrip("\n").split("\n")

    def code(self, _):
        return ["```"] + [self.w.between(1, 12) for _ in range(
            self.random.randint(1, 20))] + ["```"]

    def image(self, _):
        return ['![Grey](m%d.png "%s")' % (self.random.randint(0, 3),
                                           self.w.between(1, 12))]

    def rule(self, _):
        return ["***"]

    def bullets(self, depth):
        lines = []
        for _ in range(self.random.randint(1, 5)):
            inner = [self.inline(20), ""] + self.blocks(
                self.random.randint(0, 2), depth - 1)
            lines += ["- " + inner[0]] + ["  " + line for line in inner[1:]]
        return lines

    def numbers(self, depth):
        lines = []
        for i in range(self.random.randint(1, 4)):
            inner = [self.inline(20), ""] + self.blocks(
                self.random.randint(0, 1), depth - 1)
            lines += ["%d. %s" % (98 + i, inner[0])] + [
                "    " + line for line in inner[1:]]
        return lines

    def quote(self, depth):
        return ["> " + line for line in self.blocks(
            self.random.randint(1, 3), depth - 1)]

    def panel(self, depth):
        kind = self.random.choice(("NOTE", "TIP", "WARNING"))
        return ["> [!%s]" % kind, "> " + self.inline(20), ">"] + [
            "> " + line for line in self.blocks(
                self.random.randint(0, 4), depth - 1)]


def mixture(w, size, seed, **more):
    made = Mixture(w, seed)
    text = "\n".join(made.blocks(16 * size, 4))
    return Case(text + "\n\n" + "\n".join(made.notes), files={
        "m%d.png" % i: png(*sides) for i, sides in enumerate(
            ((300, 200), (50, 900), (900, 60), (2, 2)))}, **more)


PAGES = (("6in 9in", "57.6pt 60pt 80.4pt"), ("4in 5in", "40pt 36pt"),
         ("letter", "72pt 72pt"), ("3in 7in", "40pt 20pt"))
for number in range(12):
    def mixed(w, size, seed=number):
        """Anything in anything."""
        page, margins = PAGES[seed % len(PAGES)]
        return mixture(w, size, seed, page=page, margins=margins,
                       sheet="handout.css" if seed % 4 == 2 else "story.css")
    mixed.__name__ = "mixture_%02d" % number
    case(mixed)


# --- headings and openings ---

@case
def heading_long(w, size):
    return Case(w.paragraphs(1) + "## " + w.some(500) + "\n\n"
                + w.paragraphs(1))


@case
def headings_in_a_row(w, size):
    """Thirty headings that all keep to the next."""
    return Case(w.paragraphs(2) + "".join(
        "## %s\n\n" % w.some(3) for _ in range(30 * size)) + w.paragraphs(2))


@case
def headings_only(w, size):
    """Nothing but headings, of all levels; it ends with one."""
    return Case("".join("%s %s\n\n" % ("#" * (2 + i % 4), w.between(2, 9))
                        for i in range(120 * size)))


@case
def contents_long(w, size):
    """Contents of five hundred headings on all levels, with their pages."""
    text = ""
    for i in range(500 * size):
        text += "%s %s\n\n%s\n\n" % ("#" * (2 + i % 5), w.between(1, 14),
                                     w.sentence(20))
    return Case(text, css=".contents { display: block }",
                manifest="contents: 6\n")


@case
def title_long(w, size):
    """Three hundred words of title, a hundred authors, a long excerpt."""
    return Case(w.paragraphs(2), title=w.some(300), front="excerpt: %s\n"
                "author: [%s]\n" % (w.some(200), ", ".join(
                    w.some(2) for _ in range(100))))


@case
def empty(w, size):
    """Nothing to be seen: a comment alone."""
    return Case("<!-- nothing -->\n")


# --- pages ---

@case
def page_tiny(w, size):
    """Three inches by three, with all there is."""
    return everything(w, page="3in 3in", margins="24pt 24pt 36pt",
                      css=".opening { padding: 0 }")


@case
def page_inch(w, size):
    """An inch by an inch."""
    return everything(w, page="1in 1in", may=("outside", "without its head"),
                      margins="16pt 4pt 12pt", css=".opening { padding: 0 }")


@case
def margins_huge(w, size):
    """Margins that leave no room."""
    return Case(w.paragraphs(1, 20), margins="4in 2.9in 4in", may=("outside",))


@case
def font_giant(w, size):
    """Letters of 200 points."""
    return Case(w.paragraphs(2, 6) + "- " + w.some(2) + "\n\n"
                + table([w.word(), w.word()], [[w.word(), w.word()]]),
                css="html, p, li, td, th { font-size: 200pt; "
                "line-height: 1.2 }", may=("outside", "without its head"))


@case
def lines_tight(w, size):
    """Lines nearer to one another than letters are high."""
    return everything(w, css="html, p, li, td, th, h2, .note, "
                ".panel p { line-height: 0.5 }", may=("over",))


@case
def columns(w, size):
    """Two columns, with what is wider and taller than one."""
    rows = [[w.word(), w.some(2), w.some(300)], [w.word(), w.word(), ""]]
    text = table([w.word(), w.word(), w.word()], rows) + \
        "%s[^c]\n\n" % w.some(20) + '![Tall](t.png "%s")\n\n' % w.some(9)
    made = everything(w, css="article { columns: 2; column-gap: 18pt }")
    made.text = made.text.replace("\n\n", "\n\n" + text, 1) + \
        "[^c]: %s\n" % w.some(900 * size)
    made.files["t.png"] = png(100, 2000)
    return made


@case
def floats(w, size):
    """Figures and tables that float, more than pages have edges for."""
    text = ""
    for i in range(30 * size):
        text += w.paragraphs(i % 3, 60)
        text += '![Grey](f%d.png "%s")\n\n' % (i % 4, w.between(2, 30))
        if i % 5 == 2:
            text += table([w.word(), w.word()], [
                [w.word(), w.between(1, 20)] for _ in range(i)])
        if i % 7 == 3:
            text += "> [!NOTE]\n> %s\n\n" % w.some(150)
        if i % 9 == 4:
            text += "## %s\n\n%s[^f%d]\n\n[^f%d]: %s\n\n" % (
                w.some(3), w.some(30), i, i, w.some(80))
    return Case(text + w.paragraphs(2), files={
        "f%d.png" % i: png(300, 100 + 250 * i) for i in range(4)},
        css="figure { float: top } table { float: snap-block }"
        ".panel { float: none }")


@case
def handout(w, size):
    """All there is in the other style."""
    return everything(w, margins="60pt",
                      page="letter", sheet="handout.css")


def everything(w, **more):
    """A little of each."""
    notes = "".join("[^e%d]: %s\n" % (i, w.between(5, 60)) for i in range(4))
    text = w.paragraphs(1) + "## %s[^e0]\n\n" % w.some(4) + w.paragraphs(2)
    text += nested(w, 4, ["- "]) + w.paragraphs(1, 30)
    text += "> [!WARNING]\n> %s[^e1]\n>\n> - %s\n> - %s\n\n" % (
        w.some(40), w.some(8), w.some(20))
    text += table([w.word(), w.word(), w.word()], [
        [w.word(), "%d.%d" % (i, i * i), w.between(1, 9)]
        for i in range(12)], ["---", "--:", "---"])
    text += w.some(9) + '[^e2]\n\n![Grey](g.png "%s")\n\n' % w.some(9)
    text += "> %s[^e3]\n\n```\n%s\n```\n\n---\n\n" % (w.some(30), w.some(12))
    text += "## Key Takeaways\n\n- %s\n- %s\n\n" % (w.some(9), w.some(20))
    return Case(text + w.paragraphs(1) + notes,
                files={"g.png": png(400, 300)}, **more)

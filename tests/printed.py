# SPDX-License-Identifier: MIT
"""What stands on each page of a tagged PDF, in the order of its structure."""
import re
from harness import Failure

# Elements that part words; inline ones do not.
OBJECT = "\ufffc"  # a picture
INLINE = {"Span", "Link", "Reference", "Quote", "Code", "NonStruct"}


class Char:
    """A character, the page that it is on, and what it stands in."""
    __slots__ = ("text", "page", "kinds")

    def __init__(self, text, page, kinds):
        self.text, self.page, self.kinds = text, page, kinds


def labels(pdf):
    """The labels of the pages (ISO 32000-1, 12.4.2)."""
    starts = {}
    tree = pdf.Root.PageLabels
    numbers = list(tree.Nums) if "/Nums" in tree else [
        x for kid in tree.Kids for x in kid.Nums]
    for i in range(0, len(numbers), 2):
        starts[int(numbers[i])] = numbers[i + 1]
    found, entry, first = [], {}, 0
    for index in range(len(pdf.pages)):
        if index in starts:
            entry, first = starts[index], index
        number = index - first + int(entry.get("/St", 1))
        prefix = str(entry.get("/P", ""))
        style = str(entry.get("/S", ""))
        found.append(prefix + {"": "", "/D": str(number),
                               "/r": roman(number).lower(),
                               "/R": roman(number),
                               "/A": letters(number),
                               "/a": letters(number).lower()}[style])
    return found


def roman(n):
    parts = []
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
                        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        parts.append(sign * (n // value))
        n %= value
    return "".join(parts)


def letters(n):
    return chr(64 + (n - 1) % 26 + 1) * ((n - 1) // 26 + 1)


def unicode_of(font, tables):
    """Code → text by the font's ToUnicode."""
    key = font.objgen
    if key in tables:
        return tables[key]
    cmap, out = bytes(font.ToUnicode.read_bytes()).decode("latin-1"), {}

    def text(digits):
        return bytes.fromhex(digits).decode("utf-16-be", "replace")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, to in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            out[int(code, 16)] = text(to)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for low, high, to, several in re.findall(
                r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", block, re.S):
            each = re.findall(r"<(\w+)>", several)
            for i, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                out[code] = text(each[i]) if each else text(
                    "%0*x" % (len(to), int(to, 16) + i))
    tables[key] = out
    return out


class Content:
    """The texts of a page's marked content, by its numbers."""

    def __init__(self, page, tables):
        import pikepdf
        self.texts = {}
        fonts = page.Resources.get("/Font", {}) if "/Resources" in page else {}
        stack, table, wide = [], {}, False
        run = []

        def end_run():
            self.add(stack, "".join(run))
            run.clear()

        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                end_run()
                tag = operands[1] if len(operands) > 1 else {}
                number = tag.get("/MCID") if hasattr(tag, "get") else None
                actual = tag.get("/ActualText") if hasattr(tag, "get") \
                    else None
                stack.append((None if number is None else int(number),
                              None if actual is None else str(actual)))
                if actual is not None:
                    self.add(stack, str(actual), True)
            elif name == "EMC":
                end_run()
                stack.pop()
            elif name == "Tf":
                end_run()
                font = fonts[str(operands[0])]
                table = unicode_of(font, tables)
                wide = str(font.Subtype) == "/Type0"
            elif name in ("Tj", "TJ"):
                pieces = operands[0] if name == "TJ" else [operands[0]]
                for piece in pieces:
                    if isinstance(piece, pikepdf.String):
                        run += decode(bytes(piece), table, wide)

    def add(self, stack, text, said=False):
        """Text goes to the innermost number, unless something else is said
        there."""
        if not text or (not said and any(s[1] is not None for s in stack)):
            return
        numbers = [s[0] for s in stack if s[0] is not None]
        if numbers:
            self.texts[numbers[-1]] = self.texts.get(numbers[-1], "") + text


def decode(data, table, wide):
    codes = [int.from_bytes(data[i:i + 2], "big")
             for i in range(0, len(data), 2)] if wide else data
    return [table.get(c, "") for c in codes]


def read(pdf):
    """All text of the PDF as characters, in the order of the structure, with
    white space between blocks."""
    tables = {}
    contents = [Content(p.obj, tables).texts for p in pdf.pages]
    numbers = {p.obj.objgen: i for i, p in enumerate(pdf.pages)}
    chars = []

    def walk(element, page, kinds):
        kind = str(element.get("/S", ""))[1:]
        page = numbers.get(element.Pg.objgen, page) if "/Pg" in element \
            else page
        kinds = kinds + (kind,)
        block = kind not in INLINE
        if block:
            chars.append(Char("\n", None, kinds))
        kids = element.get("/K", [])
        if not is_array(kids):
            kids = [kids]
        for kid in kids:
            if isinstance(kid, int):
                put(contents[page].get(int(kid), ""), page, kinds)
            elif str(kid.get("/Type", "")) == "/MCR":
                at = numbers[kid.Pg.objgen] if "/Pg" in kid else page
                put(contents[at].get(int(kid.MCID), ""), at, kinds)
            elif str(kid.get("/Type", "")) != "/OBJR":
                walk(kid, page, kinds)
        if block:
            chars.append(Char("\n", None, kinds))

    def put(text, page, kinds):
        if not text and kinds[-1] == "Figure":
            text = OBJECT
        chars.extend(Char(c, page, kinds) for c in text)

    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        raise Failure("the PDF has no structure")
    walk(root, 0, ())
    return chars


def is_array(kids):
    import pikepdf
    return isinstance(kids, (list, pikepdf.Array))

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What EPUBs need that old and odd reading systems show, beyond what EPUB 3.3
asks for.

    epub_reader_check.py FILE...   a line for each fault; exit 1 where one is

Kindle: the XML declaration and `meta charset` of each document, the cover named
by the old `meta` too, 50 MB at most. Kobo: no cover inside SVG. Stores: the
cover a JPEG in RGB of four megapixels at most. Pop-up notes: a mark and its
note lead to each other, and the way back is the first thing in the note. NCX
for readers of EPUB 2. Readers that parse XHTML as HTML: no `<a/>`. Dark pages:
the stylesheet paints neither page nor body text.
"""
import os
import re
import struct
import sys
import xml.etree.ElementTree as tree
import zipfile

HTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
VOID = ("br", "hr", "img", "col", "link", "meta", "wbr")
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'


def has_word(element, attribute, word):
    return word in element.get(attribute, "").split()


def frame_of(data):
    """Width, height and components of a JPEG (ITU T.81, clause B.2.2)."""
    at = 2
    while at + 9 < len(data):
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2:at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, parts = struct.unpack(">HHB", data[at + 5:at + 10])
            return width, height, parts
        at += 2 + length[0]
    return 0, 0, 0


def check_document(name, data):
    if not data.startswith(DECLARATION):
        yield "%s does not begin with the XML declaration" % name
    root = tree.fromstring(data)
    head = root.find(HTML + "head")
    first = head[0] if len(head) else None
    if first is None or first.get("charset", "").upper() != "UTF-8":
        yield "%s: the head does not begin with meta charset" % name
    for tag in re.findall(rb"<(\w+)[^<>]*/>", data):
        if tag.decode() not in VOID and b"<svg" not in data and \
                b"<math" not in data:
            yield "%s: <%s/> is an open element to HTML" % (name, tag.decode())
    yield from check_notes(name, root)


def check_notes(name, root):
    ids = {e.get("id"): e for e in root.iter() if e.get("id")}
    back = {}
    for note in root.iter(HTML + "aside"):
        if not has_word(note, "role", "doc-footnote"):
            continue
        links = [e for e in note.iter(HTML + "a")
                 if has_word(e, "role", "doc-backlink")]
        if not links:
            yield "%s: note %s has no way back" % (name, note.get("id"))
            continue
        before = ""
        for e in note.iter():
            if e is links[0]:
                break
            before += e.text or ""
        if before.strip():
            yield "%s: note %s begins with something else than the way " \
                "back" % (name, note.get("id"))
        back[note.get("id")] = {link.get("href", "").lstrip("#")
                                for link in links}
    for mark in root.iter(HTML + "a"):
        if not has_word(mark, "role", "doc-noteref"):
            continue
        target = mark.get("href", "").lstrip("#")
        if target not in ids:
            yield "%s: a mark leads to no note, %s" % (name, target)
        elif target in back and not any(i in ids for i in back[target]):
            yield "%s: note %s leads back to nothing" % (name, target)


def check_cover(epub, opf, folder):
    items = {e.get("id"): e for e in opf.iter(OPF + "item")}
    named = [e.get("content") for e in opf.iter(OPF + "meta")
             if e.get("name") == "cover"]
    covers = [i for i, e in items.items()
              if has_word(e, "properties", "cover-image")]
    if named != covers:
        yield "the old and the new name of the cover differ: %s, %s" % (
            named, covers)
    for cover in covers:
        data = epub.read(folder + items[cover].get("href"))
        width, height, parts = frame_of(data)
        if parts != 3:
            yield "the cover is no JPEG in RGB"
        elif width * height > 4200000 or height < 1000:
            yield "the cover has %d x %d pixels" % (width, height)
    for item in items.values():
        if item.get("href") == "cover.xhtml":
            page = epub.read(folder + "cover.xhtml")
            if b"<svg" in page or b"<img" not in page:
                yield "the cover's page shows no plain image"


def check_style(name, text):
    """Rules outside of any @media must not paint the page's body."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    outside = re.sub(r"@[^{;]*\{(?:[^{}]|\{[^{}]*\})*\}", "", text)
    for selectors, rules in re.findall(r"([^{}]*)\{([^{}]*)\}", outside):
        if not {s.strip() for s in selectors.split(",")} & \
                {"html", "body", "p", "*", ":root", "article"}:
            continue
        for what in re.findall(r"(?:^|[;\s])(color|background(?:-color)?)\s*:"
                               r"\s*(?!inherit|none|transparent)[^;]+", rules):
            yield "%s: “%s” of %s is fixed" % (name, what, selectors.strip())


def check(path):
    if os.path.getsize(path) > 50 << 20:
        yield "it is larger than 50 MB"
    with zipfile.ZipFile(path) as epub:
        name = next(n for n in epub.namelist() if n.endswith(".opf"))
        opf = tree.fromstring(epub.read(name))
        yield from check_cover(epub, opf, name[:name.rindex("/") + 1])
        if not any(e.get("media-type") == "application/x-dtbncx+xml"
                   for e in opf.iter(OPF + "item")):
            yield "there is no NCX"
        for name in epub.namelist():
            if name.endswith(".xhtml"):
                yield from check_document(name, epub.read(name))
            elif name.endswith(".css"):
                yield from check_style(name, epub.read(name).decode())


def main(paths):
    bad = False
    for path in paths:
        for fault in check(path):
            bad = True
            print("%s: %s" % (path, fault))
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-License-Identifier: MIT
"""Reads what `fascicle dump tree` prints, and compares texts as words."""
import re
import unicodedata

LINE = re.compile(r'^( *)([a-z-]+)((?: [a-z]+(?:=(?:"(?:[^"\\]|\\.)*"|\S+))?)*)'
                  r'(?: "((?:[^"\\]|\\.)*)")?$')
FIELD = re.compile(r' ([a-z]+)(?:=(?:"((?:[^"\\]|\\.)*)"|(\S+)))?')


class Node:
    """One line of the dump, with those below it."""

    def __init__(self, kind, fields, text):
        self.kind = kind
        self.fields = fields
        self.text = text
        self.children = []

    def walk(self, without=()):
        """The node and all below it, in order, not into some kinds."""
        if self.kind in without:
            return
        yield self
        for child in self.children:
            yield from child.walk(without)

    def find(self, kind):
        return [node for node in self.walk() if node.kind == kind]


def unescape(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


def parse(dump):
    """The tree of a dump; its root is no line of it."""
    root = Node("", {}, None)
    above = [root]
    # Not splitlines(): a text may hold U+2028 and its like.
    for line in dump.rstrip("\n").split("\n"):
        match = LINE.match(line)
        if not match:
            raise ValueError("no line of a dump: " + line)
        depth = len(match[1]) // 2 + 1
        fields = {}
        for name, quoted, bare in FIELD.findall(match[3]):
            fields[name] = unescape(quoted) if quoted else bare
        text = None if match[4] is None else unescape(match[4])
        node = Node(match[2], fields, text)
        del above[depth:]
        above[-1].children.append(node)
        above.append(node)
    return root


BLOCKS = {"paragraph", "heading", "title", "item", "cell", "caption", "term",
          "definition", "code-block", "row", "quote", "list", "table", "note",
          "figure", "panel", "div", "section", "line-break", "image",
          "table-caption", "opening", "toc-entry", "rule"}


def text_of(node, without=(), alts=False):
    """The text below a node; blocks are parted by line feeds."""
    parts = []
    for each in node.walk(without):
        if each.kind in BLOCKS:
            parts.append("\n")
        if each.text is not None:
            parts.append(each.text)
        if alts and each.kind == "image":
            parts.append(each.fields.get("alt", ""))
    return "".join(parts)


def words(text):
    """The words and numbers of a text, without case, ligatures and soft
    hyphens: what two renderings of it have in common."""
    text = re.sub("\u00ad\\s*", "", text)
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.findall(r"[^\W\d_]+|\d+", text)


def compounds(text):
    """The pairs of words that a hyphen joins in a text."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return set(re.findall(r"(?=\b([^\W\d_]+|\d+)[-\u2010\u2011]"
                          r"([^\W\d_]+|\d+))", text))

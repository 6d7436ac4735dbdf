# SPDX-License-Identifier: MIT
"""What poppler reads in a PDF's structure tree, held against the tree that the
publication is made from."""
import re
import unicodedata

import harness
import trees
from harness import Failure

LINE = re.compile(r'^( *)(?:"(.*)"|/(\w+) (.*)|Object (\d+) \d+|'
                  r'([A-Z]\w*)(?: <([^>]*)>)?(?: "(.*)")?(?: \((\w+)\))?:?)$')
# Signs that steer or may vanish: they are no part of a word.
UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
INLINE = {"Span", "Link", "Reference", "Quote", "Code"}


class Element:
    """A structure element; its kids are elements and strings."""

    def __init__(self, kind, name=None):
        self.kind, self.id = kind, name
        self.attributes, self.kids, self.objects = {}, [], 0
        self.counted = False

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def find(self, kind):
        return [e for e in self.walk() if e.kind == kind]


def parse(text):
    """The tree that `pdfinfo -struct-text` prints; its root is no element."""
    root = Element("")
    above = [root]
    last = None
    # Not splitlines(): a text may hold U+2028 and its like.
    for line in text.rstrip("\n").split("\n"):
        match = LINE.match(line)
        if not match:
            raise Failure("no line of pdfinfo -struct-text: " + repr(line))
        depth = len(match[1]) // 2 + 1
        if match[3]:
            last.attributes[match[3]] = match[4]
            continue
        if match[2] is not None:
            above[depth - 1].kids.append(match[2])
            continue
        if match[5]:
            above[depth - 1].objects += 1
            continue
        last = Element(match[6], match[7])
        del above[depth:]
        above[-1].kids.append(last)
        above.append(last)
    return root


def read(path):
    """The structure tree of a PDF."""
    harness.need("pdfinfo")
    # It goes over a page once for each piece of its text.
    done = harness.run(["pdfinfo", "-struct-text", path], timeout=600)
    if done.returncode or done.stderr:
        raise Failure(done.stderr.decode("utf-8", "replace"))
    return parse(done.stdout.decode("utf-8"))


def is_label(element, parent):
    """Whether it is a number, a bullet or a box. The terms of a glossary are
    labels as well, but of words."""
    return element.kind == "Lbl" and (
        parent.kind != "LI" or parent.counted
        or not re.search(r"\w", "".join(text_of(element))))


def text_of(element, parts=None, counted=False):
    """The text below, blocks parted by line feeds; without labels."""
    top = parts is None
    parts = [] if top else parts
    element.counted = counted
    for kid in element.kids:
        if isinstance(kid, str):
            parts.append(kid)
            continue
        if is_label(kid, element):
            continue
        block = kid.kind not in INLINE
        parts.append("\n" if block else "")
        text_of(kid, parts, kid.attributes.get("ListNumbering", "/None")
                != "/None" if kid.kind == "L" else counted)
        parts.append("\n" if block else "")
    return "".join(parts) if top else None


def tokens(text):
    """What white space parts, without case, composition and unseen signs."""
    text = unicodedata.normalize("NFKC", UNSEEN.sub("", text)).casefold()
    return text.split()


PAGE = "\ue000"  # in an article's text: the page that a link leads to


def wanted(article):
    """The article's text as it is to be read, notes behind."""
    parts = []

    def walk(node):
        if node.kind == "heading" and \
                "notes-title" in node.fields.get("class", ""):
            return
        block = node.kind in trees.BLOCKS
        parts.append("\n" if block else "")
        parts.append(node.text or "")
        parts.append(PAGE if node.kind == "page-ref" else "")
        for child in node.children:
            walk(child)
        parts.append("\n" if block else "")

    walk(article)
    return "".join(parts)


def same(want, got):
    """Whether a token is what was wanted, which may hold page numbers."""
    if PAGE not in want:
        return want == got
    return re.fullmatch(re.escape(want).replace(PAGE, ".*"), got) is not None


def compare(slug, want, got, further=0):
    """Fails unless the tokens are the same; `further` more of them may stand
    before each."""
    at = 0
    for i, token in enumerate(want):
        for k in range(at, min(len(got), at + further + 1)):
            if same(token, got[k]):
                at = k + 1
                break
        else:
            raise Failure("%s: “%s” does not follow “%s”, but “%s”" % (
                slug, token, " ".join(want[max(0, i - 6):i]),
                " ".join(got[at:at + 10])))
    if len(got) - at > further:
        raise Failure("%s: behind its end there is “%s”"
                      % (slug, " ".join(got[at:at + 12])))


def check(path, dump, further=0, choose=lambda articles: articles):
    """Fails unless the structure of a PDF gives every word of every article
    once and in order, notes behind, and no more; `further`: but for what a
    style says of its own, perhaps between a word and its comma. The file has
    those of the dump's articles that `choose` takes."""
    parted = trees.words if further else tokens
    given = read(path).find("Art")
    articles = choose(trees.parse(dump).find("article"))
    if len(given) != len(articles):
        raise Failure("%d articles, but %d Art" % (len(articles), len(given)))
    for article, element in zip(articles, given):
        compare(article.fields.get("slug"), parted(wanted(article)),
                parted(text_of(element)), further)

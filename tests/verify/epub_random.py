# SPDX-License-Identifier: MIT
"""Variants of a sound EPUB, made at random from a seed that does not change:
elements renamed, moved, copied, unwrapped or taken out, attributes dropped,
copied to others or given another value. Many of them are sound."""
import copy
import random
import xml.etree.ElementTree as tree

ONE, TWO, NAV, OPF = ("EPUB/one.xhtml", "EPUB/two.xhtml", "EPUB/nav.xhtml",
                      "EPUB/package.opf")
SPACES = {"": "http://www.w3.org/1999/xhtml",
          "epub": "http://www.idpf.org/2007/ops"}
XHTML = "{http://www.w3.org/1999/xhtml}"
NAMES = """a abbr address article aside audio b bdi bdo blockquote body br
button canvas caption cite code col colgroup data dd del details dfn div dl dt
em embed fieldset figcaption figure footer form h1 h2 h3 h6 head header hgroup
hr html i iframe img input ins kbd label legend li link main map mark menu meta
meter nav object ol optgroup option output p param picture pre progress q rp rt
ruby s samp script section select small source span strong style sub summary
sup table tbody td template textarea tfoot th thead time title tr track u ul
var video wbr center font big tt acronym blink word""".split()
ATTRIBUTES = {
    "alt": ["", "x"], "cite": ["x"], "class": ["", "a b"],
    "colspan": ["0", "1", "2", "x"], "datetime": ["2026", "2026-11-22", "x"],
    "dir": ["ltr", "rtl", "auto", "up", ""], "hidden": ["", "hidden", "x"],
    "href": ["#h", "two.xhtml"], "id": ["x1", "h", "a b", ""],
    "lang": ["en", "", "x y", "en-"], "name": ["x", ""], "open": ["", "open"],
    "rel": ["x"], "role": ["doc-chapter", "note", "presentation", "none",
                           "button", "list", "x", "", "heading", "region"],
    "rowspan": ["0", "2", "-1"], "scope": ["row", "col", "x"],
    "span": ["1", "0"], "src": ["picture.png"], "start": ["1", "-1", "x"],
    "style": ["", "color: red"], "tabindex": ["0", "-1", "x"],
    "target": ["_blank", "_x", "x"], "title": ["", "x"],
    "translate": ["yes", "no", "x"], "type": ["a", "text/css", "x"],
    "value": ["1", "x"], "width": ["1", "50%", "1.5"], "align": ["left"],
    "border": ["0", "1"], "aria-label": ["x", ""], "aria-hidden": ["true",
                                                                   "x"],
    "aria-expanded": ["true", "x"], "aria-level": ["2", "0"],
    "aria-describedby": ["h", "none"], "aria-checked": ["true"],
    "data-x": ["y"], "onclick": ["x()"], "contenteditable": ["true", "x"],
    "{http://www.idpf.org/2007/ops}type": ["chapter", "x:y", ""],
    "{http://www.w3.org/XML/1998/namespace}lang": ["en", "", "x y"],
    "{http://www.w3.org/XML/1998/namespace}space": ["preserve", "x"],
    "{http://example.org/}mine": ["x"],
}


def parents(root):
    return {child: parent for parent in root.iter() for child in parent}


def pick(dice, root):
    """An element of XHTML, not the root."""
    return dice.choice([e for e in root.iter()
                        if e is not root and e.tag.startswith(XHTML)])


def rename(dice, root):
    one, name = pick(dice, root), dice.choice(NAMES)
    said = "rename-%s-%s" % (one.tag[len(XHTML):], name)
    one.tag = XHTML + name
    return said


def take_out(dice, root):
    one = pick(dice, root)
    parents(root)[one].remove(one)
    return "take-" + one.tag[len(XHTML):]


def unwrap(dice, root):
    one = pick(dice, root)
    parent = parents(root)[one]
    at = list(parent).index(one)
    parent.remove(one)
    for i, child in enumerate(list(one)):
        parent.insert(at + i, child)
    return "unwrap-" + one.tag[len(XHTML):]


def move(dice, root):
    one, to = pick(dice, root), pick(dice, root)
    while to is one or to in list(one.iter()):
        to = pick(dice, root)
    parents(root)[one].remove(one)
    to.insert(dice.randint(0, len(to)), one)
    return "move-%s-%s" % (one.tag[len(XHTML):], to.tag[len(XHTML):])


def copy_to(dice, root):
    one, to = copy.deepcopy(pick(dice, root)), pick(dice, root)
    for e in one.iter():
        e.attrib.pop("id", None)
    to.insert(dice.randint(0, len(to)), one)
    return "copy-%s-%s" % (one.tag[len(XHTML):], to.tag[len(XHTML):])


def new_element(dice, root):
    to, name = pick(dice, root), dice.choice(NAMES)
    one = tree.Element(XHTML + name)
    one.text = dice.choice([None, "x"])
    to.insert(dice.randint(0, len(to)), one)
    return "new-%s-%s" % (name, to.tag[len(XHTML):])


def wrap(dice, root):
    one, name = pick(dice, root), dice.choice(NAMES)
    parent = parents(root)[one]
    at = list(parent).index(one)
    parent.remove(one)
    box = tree.Element(XHTML + name)
    box.append(one)
    parent.insert(at, box)
    return "wrap-%s-%s" % (one.tag[len(XHTML):], name)


def add_text(dice, root):
    one = pick(dice, root)
    one.text = (one.text or "") + "word"
    return "text-" + one.tag[len(XHTML):]


def local(name):
    return name.rsplit("}", 1)[-1]


def drop_attribute(dice, root):
    one = dice.choice([e for e in root.iter() if e.attrib])
    name = dice.choice(sorted(one.attrib))
    del one.attrib[name]
    return "drop-%s-%s" % (local(one.tag), local(name))


def set_attribute(dice, root):
    one, name = pick(dice, root), dice.choice(sorted(ATTRIBUTES))
    one.set(name, dice.choice(ATTRIBUTES[name]))
    return "set-%s-%s" % (one.tag[len(XHTML):], local(name))


def copy_attribute(dice, root):
    one = dice.choice([e for e in root.iter() if e.attrib])
    name = dice.choice(sorted(one.attrib))
    to = pick(dice, root)
    to.set(name, one.get(name))
    return "give-%s-%s" % (to.tag[len(XHTML):], local(name))


CHANGES = [rename, rename, take_out, unwrap, move, move, copy_to, new_element,
           new_element, wrap, add_text, drop_attribute, set_attribute,
           set_attribute, set_attribute, copy_attribute]


def variants(good, count, seed=2026):
    for prefix, uri in SPACES.items():
        tree.register_namespace(prefix, uri)
    for number in range(count):
        dice = random.Random("%d %d" % (seed, number))
        path = dice.choice([ONE, ONE, ONE, ONE, TWO, NAV])
        root = tree.fromstring(good[path])
        name = dice.choice(CHANGES)(dice, root)
        files = dict(good)
        files[path] = b'<?xml version="1.0" encoding="UTF-8"?>\n' + \
            tree.tostring(root, encoding="utf-8")
        files["name"] = name
        yield files

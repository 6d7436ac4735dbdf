#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks at the links of PDFs, where checkers of PDF/UA look at their form
alone: no two may lie upon each other, each element has what is clicked and
what is read, each annotation is one element's, says where it leads and leads
there; and at artifacts, which must be typed.

    pdf_links.py FILE...

One line a fault, `FILE: what is wrong`; the exit status is 1 where there are
any.
"""
import itertools
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name

SLACK = 0.06  # points that rounding may take
ARTIFACT = re.compile(rb"/Artifact *(?:<<(.*?)>>)? *B[DM]C", re.S)
TYPES = {b"Pagination", b"Layout", b"Background"}


def items(value):
    return list(value) if isinstance(value, Array) else \
        [] if value is None else [value]


def elements(pdf):
    """All structure elements."""
    todo = items(pdf.Root.StructTreeRoot.get("/K"))
    while todo:
        element = todo.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            todo += items(element.get("/K"))


def upon(a, b):
    """Whether two rectangles share more than an edge."""
    return min(a[2], b[2]) - max(a[0], b[0]) > SLACK and \
        min(a[3], b[3]) - max(a[1], b[1]) > SLACK


def check_page(number, page, faults):
    rects = [[float(x) for x in a.Rect] for a in page.get("/Annots", [])]
    box = [float(x) for x in page.MediaBox]
    for a, b in itertools.combinations(rects, 2):
        if upon(a, b):
            faults.append("page %d: links lie upon each other: %s %s"
                          % (number, a, b))
    for r in rects:
        if r[2] - r[0] <= 0 or r[3] - r[1] <= 0:
            faults.append("page %d: a link without an area" % number)
        if r[0] >= box[2] or r[2] <= box[0] or r[1] >= box[3] or \
                r[3] <= box[1]:
            faults.append("page %d: a link off the page" % number)
    for annotation in page.get("/Annots", []):
        uri = annotation.get("/A", {}).get("/URI")
        if not str(annotation.get("/Contents", "")).strip():
            faults.append("page %d: a link that says nothing" % number)
        if uri is None and "/Dest" not in annotation:
            faults.append("page %d: a link that leads nowhere" % number)
    content = page.Contents.read_bytes()
    for entries in ARTIFACT.findall(content):
        kind = re.search(rb"/Type */(\w+)", entries)
        if not kind or kind[1] not in TYPES:
            faults.append("page %d: an artifact of no kind" % number)
        elif (kind[1] == b"Background") != (b"/BBox" in entries):
            faults.append("page %d: a background without a box" % number)


def check_elements(pdf, faults):
    seen = {}
    for element in elements(pdf):
        if element.S != Name.Link:
            continue
        kids = items(element.get("/K"))
        clicked = [k for k in kids if isinstance(k, Dictionary)
                   and k.get("/Type") == Name.OBJR]
        if not clicked or len(clicked) == len(kids):
            faults.append("a Link without %s" % (
                "an annotation" if not clicked else "content"))
        goals = set()
        for kid in clicked:
            annotation = kid.Obj
            if annotation.objgen in seen:
                faults.append("an annotation of two elements")
            seen[annotation.objgen] = True
            goal = annotation.get("/A", annotation.get("/Dest"))
            goals.add((str(annotation.get("/Contents", "")),
                       goal.unparse() if goal is not None else b""))
        if len(goals) > 1:
            faults.append("a Link that leads to several places")
    return seen


def check(path):
    """What is wrong with the file's links and artifacts."""
    faults = []
    with pikepdf.open(path) as pdf:
        seen = check_elements(pdf, faults)
        for number, page in enumerate(pdf.pages, 1):
            check_page(number, page.obj, faults)
            faults += ["page %d: a link of no element" % number
                       for a in page.obj.get("/Annots", [])
                       if a.objgen not in seen]
    return faults


def main(paths):
    status = 0
    for path in paths:
        for fault in check(path)[:20]:
            print("%s: %s" % (path, fault))
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-License-Identifier: MIT
"""Sound EPUBs: the one that is broken, and others with what it has not."""
import os
import struct
import zlib

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "book")


def png():
    """A white square of one pixel."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + \
            struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + \
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def book():
    """The book's files, mimetype first."""
    files = {"mimetype": b"application/epub+zip"}
    for folder, folders, names in os.walk(FOLDER):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as one:
                files[os.path.relpath(path, FOLDER)] = one.read()
    files["EPUB/picture.png"] = png()
    return files


def books():
    return {"book": book()}

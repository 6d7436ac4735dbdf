# SPDX-License-Identifier: MIT
"""Faults of the container as a zip: changes of its bytes. EPUBCheck does not
look at most of this layer; the last column says why, or is "" where it does."""
import io
import struct
import zipfile

LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"


def central(data, name):
    """Where the directory's entry of a file begins."""
    at = data.rindex(name) - 46
    assert data[at:at + 4] == CENTRAL
    return at


def local(data, name):
    at = struct.unpack_from("<I", data, central(data, name) + 42)[0]
    assert data[at:at + 4] == LOCAL
    return at


def poke(find, offset, form, value, name=b"EPUB/two.xhtml"):
    """Writes a number into a header."""
    def change(data):
        data = bytearray(data)
        struct.pack_into(form, data, find(bytes(data), name) + offset, value)
        return bytes(data)
    return change


def again(options):
    """Packs the files anew; options(name, content) gives a ZipInfo."""
    def change(data):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, \
                zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                for info in options(name):
                    new.writestr(info, old.read(name))
        return out.getvalue()
    return change


def entry(name, method=zipfile.ZIP_DEFLATED, extra=b""):
    info = zipfile.ZipInfo(name, (2026, 11, 22, 12, 0, 0))
    info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
    info.extra = extra
    return info


def packed_mimetype(name):
    info = entry(name)
    if name == "mimetype":
        info.compress_type = zipfile.ZIP_DEFLATED
    return [info]


def extra_field(name):
    return [entry(name, extra=struct.pack("<HHI", 0x7777, 4, 0)
                  if name == "mimetype" else b"")]


def bzip2(name):
    return [entry(name, zipfile.ZIP_BZIP2 if name.endswith(".css")
                  else zipfile.ZIP_DEFLATED)]


def twice(name):
    return [entry(name)] * (2 if name.endswith(".css") else 1)


def overlap(data):
    """Two files of the same bytes."""
    one = struct.unpack_from(
        "<I", data, central(data, b"EPUB/two.xhtml") + 42)[0]
    return poke(central, 42, "<I", one, b"EPUB/one.xhtml")(data)


def latin_name(data):
    return data.replace(b"EPUB/record.xml", b"EPUB/rec\xf6rd.xml")


BLIND = "it reads the directory alone"

FAULTS = [
    ("truncated", lambda d: d[:len(d) // 2], "epub-zip", ""),
    ("no-end", lambda d: d.replace(END, b"PK\5\7"), "epub-zip", ""),
    ("empty", lambda d: b"PK", "epub-zip", ""),
    ("mimetype-packed", again(packed_mimetype), "epub-mimetype",
     "it reads what is in the file"),
    ("mimetype-extra", again(extra_field), "epub-mimetype", ""),
    ("twice", again(twice), "epub-name-twice", ""),
    ("bzip2", again(bzip2), "epub-zip-method", ""),
    ("local-name", poke(local, 30, "<4s", b"EPUC"), "epub-zip-headers", BLIND),
    ("local-method", poke(local, 8, "<H", 0), "epub-zip-headers", BLIND),
    ("local-crc", poke(local, 14, "<I", 7), "epub-zip-headers", BLIND),
    ("local-size", poke(local, 22, "<I", 7), "epub-zip-headers", BLIND),
    ("overlap", overlap, "epub-zip-headers", ""),
    ("encrypted", lambda d: poke(local, 6, "<H", 1)(
        poke(central, 8, "<H", 1)(d)), "epub-zip-encrypted", ""),
    ("name-latin", latin_name, "epub-zip-utf8", ""),
    ("damaged", lambda d: poke(
        lambda b, n: local(b, n) + 30 + len(n), 4, "<Q", 2 ** 64 - 1)(d),
     "epub-zip-damaged", ""),
]

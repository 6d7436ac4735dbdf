# SPDX-License-Identifier: MIT
"""Reads PNG (8 bits deep, not interlaced) and what pdftoppm writes as PGM."""
import struct
import zlib

CHANNELS = {0: 1, 2: 3, 6: 4}


class Picture:
    """Pixels row by row, and what the file says beside them."""

    def __init__(self, width, height, channels, rows, chunks=()):
        self.width, self.height = width, height
        self.channels = channels
        self.rows = rows
        self.chunks = dict(chunks)

    def crop(self, left, right):
        """The columns from left up to, not with, right."""
        n = self.channels
        return Picture(right - left, self.height, n,
                       [row[left * n:right * n] for row in self.rows])

    def smaller(self, n):
        """A grey picture n times smaller, each pixel the mean of n by n."""
        rows = []
        for y in range(0, self.height - n + 1, n):
            sums = [0] * (self.width // n)
            for row in self.rows[y:y + n]:
                sums = list(map(sum, zip(sums, *(row[x::n]
                                                 for x in range(n)))))
            rows.append(bytes(total // (n * n) for total in sums))
        return Picture(self.width // n, self.height // n, 1, rows)

    def grey(self):
        """The rows in grey; what is transparent is white."""
        if self.channels == 1:
            return self.rows
        grey = []
        for row in self.rows:
            n = self.channels
            r, g, b = row[0::n], row[1::n], row[2::n]
            alpha = row[3::n] if n == 4 else bytes([255]) * len(r)
            grey.append(bytes(
                (299 * x + 587 * y + 114 * z) * a // 255000 + 255 - a
                for x, y, z, a in zip(r, g, b, alpha)))
        return grey

    def alpha(self):
        """Every value of alpha there is."""
        return set().union(*(row[3::4] for row in self.rows))

    def dpi(self):
        x, y, unit = struct.unpack(">IIB", self.chunks["pHYs"])
        assert x == y and unit == 1
        return round(x * 0.0254)


def paeth(a, b, c):
    pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def unfilter(kind, line, above, n):
    """A row without its filter (PNG, clause 9)."""
    line = bytearray(line)
    if kind == 2:
        return bytes((x + y) & 255 for x, y in zip(line, above))
    for i, x in enumerate(line if kind else ()):
        a = line[i - n] if i >= n else 0
        c = above[i - n] if i >= n else 0
        line[i] = (x + (a, above[i], (a + above[i]) // 2,
                        paeth(a, above[i], c))[kind - 1]) & 255
    return bytes(line)


def read_png(data):
    """Reads a PNG; an AssertionError where it is damaged."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    chunks, packed, at = [], b"", 8
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + size]
        crc, = struct.unpack_from(">I", data, at + 8 + size)
        assert crc == zlib.crc32(kind + body), kind
        if kind == b"IDAT":
            packed += body
        else:
            chunks.append((kind.decode(), body))
        at += 12 + size
    assert chunks[0][0] == "IHDR" and chunks[-1][0] == "IEND"
    width, height, depth, color, _, _, interlaced = struct.unpack(
        ">IIBBBBB", chunks[0][1])
    assert depth == 8 and not interlaced
    n = CHANNELS[color]
    raw = zlib.decompress(packed)
    step = 1 + width * n
    assert len(raw) == step * height
    rows, above = [], bytes(width * n)
    for y in range(height):
        line = raw[y * step:(y + 1) * step]
        above = unfilter(line[0], line[1:], above, n)
        rows.append(above)
    return Picture(width, height, n, rows, chunks)


def read_pgm(data):
    """Reads a binary PGM as pdftoppm writes it."""
    kind, size, most, pixels = data.split(b"\n", 3)
    width, height = map(int, size.split())
    assert kind == b"P5" and most == b"255"
    return Picture(width, height, 1, [pixels[y * width:(y + 1) * width]
                                      for y in range(height)])


def difference(one, other):
    """The mean difference of two pictures of one size, from 0 to 255."""
    total = sum(abs(x - y) for a, b in zip(one.grey(), other.grey())
                for x, y in zip(a, b))
    return total / (one.width * one.height)

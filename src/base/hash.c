/* SPDX-License-Identifier: MIT */
/* Digests, by GLib and zlib. */
#include "base/hash.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

struct hash {
    GChecksum *sum;
};

struct hash *
hash_new(void)
{
    struct hash *h = g_new(struct hash, 1);
    h->sum = g_checksum_new(G_CHECKSUM_SHA256);
    return h;
}

void
hash_add(struct hash *h, const void *bytes, size_t n)
{
    g_checksum_update(h->sum, bytes, (gssize)n);
}

void
hash_end(struct hash *h, uint8_t digest[HASH_BYTES])
{
    gsize n = HASH_BYTES;
    g_checksum_get_digest(h->sum, digest, &n);
    g_checksum_free(h->sum);
    g_free(h);
}

uint32_t
hash_crc32(const void *bytes, size_t n)
{
    return (uint32_t)crc32_z(0, bytes, n);
}

void
hash_uuid(const char *name, char uuid[37])
{
    static const uint8_t url_space[16] = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad,
                                          0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0,
                                          0x4f, 0xd4, 0x30, 0xc8};
    uint8_t d[20];
    gsize n = sizeof d;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, url_space, sizeof url_space);
    g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name));
    g_checksum_get_digest(sum, d, &n);
    g_checksum_free(sum);
    d[6] = (d[6] & 0x0F) | 0x50;
    d[8] = (d[8] & 0x3F) | 0x80;
    for (int i = 0, at = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            uuid[at++] = '-';
        at += snprintf(uuid + at, 3, "%02x", d[i]);
    }
}

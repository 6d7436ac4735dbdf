/* SPDX-License-Identifier: MIT */
/* Digests. Part of base/base.h. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { HASH_BYTES = 32 };

struct hash;

/* SHA-256 (FIPS 180-4) of bytes that come piece by piece. */
struct hash *hash_new(void);
void hash_add(struct hash *h, const void *bytes, size_t n);

/* Writes the digest and frees `h`. */
void hash_end(struct hash *h, uint8_t digest[HASH_BYTES]);

/* CRC-32 as zip has it. */
uint32_t hash_crc32(const void *bytes, size_t n);

/* A name-based UUID, version 5 (RFC 9562, clause 5.5), of a text in the URL
 * name space, as 36 characters and a NUL. */
void hash_uuid(const char *name, char uuid[37]);

#endif

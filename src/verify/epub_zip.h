/* SPDX-License-Identifier: MIT */
/* The container of an EPUB, read. Silent: what is wrong with a container is
 * said by epub_ocf.c; who only wants a file's content can do without. */
#ifndef EPUB_ZIP_H
#define EPUB_ZIP_H

#include "base/base.h"

/* A file in the container, as the central directory has it. */
struct epub_entry {
    const char *name; /* bytes that are not UTF-8 stand as U+FFFD */
    uint16_t flags, method, made_by;
    uint32_t crc;
    uint64_t packed, size; /* bytes in the container, and unpacked */
    uint64_t header;       /* where its local header stands */
    uint64_t data;         /* where its bytes begin; 0: no local header */
    bool bad_name;         /* not UTF-8 */
    bool is_dir;
    bool overlaps; /* with another's bytes */
};

struct epub_zip {
    const char *bytes;
    size_t n;
    struct epub_entry *entries; /* in the order of the central directory */
    size_t count;
    struct map *by_name;
    uint64_t directory, end; /* where the directory and its end begin */
    bool directory_damaged;  /* entries behind a damaged one are missing */
    uint64_t unpacked;       /* bytes that reading has given so far */
};

/* What reading a file can come to. */
enum epub_reading {
    EPUB_READ_OK,
    EPUB_READ_MISSING,   /* no bytes where the directory says */
    EPUB_READ_ENCRYPTED, /* by zip's own means */
    EPUB_READ_METHOD,    /* neither stored nor deflated */
    EPUB_READ_DAMAGED,   /* packed badly, or another size than promised */
    EPUB_READ_CHECKSUM,  /* whole, but the CRC is another's */
    EPUB_READ_LARGE      /* more than the buffer, or all readings, may hold */
};

/* All readings of one container may unpack this many bytes together. */
#define EPUB_UNPACKED_LIMIT ((uint64_t)2 << 30)

/* Reads the directory of the container in `bytes`, which stay in use, as does
 * the arena. False where there is no directory at all. */
bool epub_zip_open(struct epub_zip *z, struct arena *a, const char *bytes,
                   size_t n);

/* The file of that name; or NULL. */
const struct epub_entry *epub_zip_find(const struct epub_zip *z,
                                       const char *name);

/* Unpacks a file onto an empty buffer, whose limit bounds it. Of one that is
 * damaged, what could be unpacked is left there. */
enum epub_reading epub_zip_read(struct epub_zip *z,
                                const struct epub_entry *entry,
                                struct buf *out);

/* Numbers as zip has them: least byte first. */
uint32_t epub_zip_u16(const char *p);
uint32_t epub_zip_u32(const char *p);

#endif

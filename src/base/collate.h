/* SPDX-License-Identifier: MIT */
/* The order of words in an index, by language and not by the host's locale.
 * Part of base/base.h. */
#ifndef BASE_COLLATE_H
#define BASE_COLLATE_H

struct arena;

/* A key in the arena: strcmp() of two keys is the order of their texts as the
 * language (BCP 47) has it. Word by word, numbers by their value, punctuation
 * ignored; letters first, then accents, then small before capital, as in the
 * Unicode Collation Algorithm (UTS #10), with the letters that an alphabet has
 * of its own where it has them. The language's own script comes before
 * others, which follow by code point, as ideographs do. */
char *collate_key(struct arena *a, const char *lang, const char *text);

/* What an index heads the texts with that begin as this one does: the letter
 * ("Ñ"; the row of a kana, the consonant of a Hangul syllable), "0–9" for
 * numbers, "#" for signs, "" for ideographs. In the arena or static. */
const char *collate_initial(struct arena *a, const char *lang,
                            const char *text);

#endif

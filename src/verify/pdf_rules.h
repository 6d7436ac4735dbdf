/* SPDX-License-Identifier: MIT */
/* What a PDF has to satisfy, in the order of the specifications:
 * RULE(name, id, clause, severity, meaning, remedy). Read several times, hence
 * no include guard. */

/* the file: ISO 32000-1, 7.5 */
RULE(STRUCTURE, "pdf-structure", "ISO 32000-1, 7.5", ERROR,
     "the file's cross-references do not lead to its objects",
     "make the file anew, or fetch it again")

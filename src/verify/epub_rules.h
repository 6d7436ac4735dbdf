/* SPDX-License-Identifier: MIT */
/* What an EPUB has to satisfy, in the order of the specifications:
 * RULE(name, id, clause, severity, meaning, remedy). Read several times, hence
 * no include guard. */

/* the container: EPUB 3.3, clause 4 */
RULE(ZIP, "epub-zip", "EPUB 3.3, 4.3.1", ERROR,
     "the file is no zip container that can be read whole",
     "make the file anew, or fetch it again")

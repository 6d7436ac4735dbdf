/* SPDX-License-Identifier: MIT */
/* What a person has to look at, since no machine can. Read several times,
 * hence no guard.
 *
 * TASK(name, id, success criteria of WCAG 2.1 parted by spaces, the question)
 *
 * A task without criteria goes beyond levels A and AA. The questions in other
 * languages are in words_table.h. */

TASK(ALTS, "alt-texts", "1.1.1",
     "Does each text alternative say what its picture tells the reader?")
TASK(DECORATIVE, "decorative-images", "1.1.1",
     "Do the pictures marked decorative tell the reader nothing?")
TASK(LONG, "long-descriptions", "1.1.1",
     "Is what charts and diagrams show also told in words, in full?")
TASK(PICTURES, "pictures", "1.4.5 1.4.11 1.4.3",
     "Is no text shown as a picture, and can what matters in pictures be told "
     "apart?")
TASK(COLOUR, "colour-alone", "1.4.1 1.3.3",
     "Does nothing depend on colour, shape or place alone?")
TASK(MOTION, "motion", "2.2.2 2.3.1",
     "Does nothing flash, and can all that moves be stopped?")
TASK(ORDER, "reading-order", "1.3.2 2.4.3",
     "Does the text make sense in the order in which it is read aloud?")
TASK(HEADINGS, "headings", "1.3.1 2.4.2 2.4.6",
     "Do the title and the headings say what follows them?")
TASK(LIKE_HEADINGS, "like-headings", "1.3.1",
     "Is what is set in bold on a line of its own no heading?")
TASK(TABLES, "tables", "1.3.1",
     "Does each header cell name what stands in its row or column?")
TASK(COMPLEX_TABLES, "complex-tables", "1.3.1",
     "Can tables with joined or many header cells be followed by ear?")
TASK(LINKS, "link-texts", "2.4.4", "Does each link's text say where it leads?")
TASK(LANGUAGES, "languages", "3.1.1 3.1.2",
     "Is the language of the text, and of each foreign passage, the one that "
     "is named?")
TASK(ABBREVIATIONS, "abbreviations", "",
     "Is each abbreviation written out where it first stands?")
TASK(WARNINGS, "warnings", "", "Was each of the warnings looked at?")
TASK(READERS, "reading-systems", "1.3.4 1.4.4 1.4.10 1.4.12 2.1.1 2.4.7 4.1.2",
     "Was the file tried with a screen reader, by keyboard, and at twice the "
     "size?")

/* SPDX-License-Identifier: MIT */
/* What the page of evidence says beside its questions, in the order of the
 * languages' tables in words.c. Read several times, hence no guard. */

WORD(TITLE)
WORD(FILE)
WORD(BYTES) /* takes a number */
WORD(CHECKED)
WORD(MACHINE)
WORD(WHAT)
WORD(RULES)
WORD(RESULT)
WORD(CLEAR)
WORD(WARNINGS) /* takes a number, as those below */
WORD(FAILURES)
WORD(NOT_CHECKED)
WORD(CONTRAST)
WORD(PAIRS)
WORD(LOWEST) /* takes a ratio */
WORD(PARITY)
WORD(ALTS)
WORD(DESCRIBED)
WORD(DECORATIVE)
WORD(WITHOUT)
WORD(CRITERIA)
WORD(BY_MACHINE)
WORD(IN_PART)
WORD(BY_PERSON)
WORD(ABSENT)
WORD(CLAIMS)
WORD(NO_CLAIM)
WORD(PERSON)
WORD(EVALUATION)
WORD(NAME)
WORD(DATE)
WORD(SIGNATURE)
WORD(LIMITS)
WORD(RECORD) /* takes the name of a file */

/* SPDX-License-Identifier: MIT */
/* What the page says beside its questions: WORD(name, in English). Read several
 * times, hence no guard. A %s or %zu takes what the page fills in. */

WORD(TITLE, "Accessibility evidence")

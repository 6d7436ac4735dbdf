/* SPDX-License-Identifier: MIT */
/* The success criteria of WCAG 2.1, levels A and AA, in its order. Read
 * several times, hence no guard.
 *
 * CRITERION(number, name, level, since, clause of EN 301 549 V3.2.1 or NULL,
 *           how in an EPUB, how in a PDF, what it is about, checks, remark)
 *
 * `since` is the version of WCAG that brought it: Section 508 (36 CFR 1194,
 * E205.4) asks for those of 2.0. EN 301 549's chapter 10, on documents that are
 * no web pages, and E205.4 both leave out the four that are about sets of web
 * pages: their clauses are void. `how`: MACHINE, PARTLY (the rest is a
 * person's), PERSON, or ABSENT: no such content is ever in the file, as the
 * remark says. Where a book has nothing of what it is about, it does not apply
 * either: of ANYTHING there is always some. `checks` names rules, messages,
 * clauses of PDF/UA-1 ("7.3") for all rules that cite them, and the checks
 * "contrast" and "parity"; rules that cite the criterion themselves
 * ("WCAG 1.1.1") belong to it anyway. */

CRITERION("1.1.1", "Non-text Content", A, "2.0", "10.1.1.1", PARTLY, PARTLY,
          IMAGES, "image-no-alt alt-suspicious 7.3 7.7",
          "each picture has a text alternative or is marked decorative; "
          "whether it says what the picture does, a person judges")
CRITERION("1.2.1", "Audio-only and Video-only (Prerecorded)", A, "2.0",
          "10.1.2.1", ABSENT, ABSENT, ANYTHING, "",
          "the file holds neither audio nor video")
CRITERION("1.2.2", "Captions (Prerecorded)", A, "2.0", "10.1.2.2", ABSENT,
          ABSENT, ANYTHING, "", "the file holds neither audio nor video")
CRITERION("1.2.3", "Audio Description or Media Alternative (Prerecorded)", A,
          "2.0", "10.1.2.3", ABSENT, ABSENT, ANYTHING, "",
          "the file holds neither audio nor video")
CRITERION("1.2.4", "Captions (Live)", AA, "2.0", "10.1.2.4", ABSENT, ABSENT,
          ANYTHING, "", "the file holds neither audio nor video")
CRITERION("1.2.5", "Audio Description (Prerecorded)", AA, "2.0", "10.1.2.5",
          ABSENT, ABSENT, ANYTHING, "",
          "the file holds neither audio nor video")
CRITERION("1.3.1", "Info and Relationships", A, "2.0", "10.1.3.1", PARTLY,
          PARTLY, ANYTHING,
          "heading-skipped table-no-header epub-element-place epub-nesting 7.1 "
          "7.4 7.5 7.6 7.9",
          "headings, lists, tables and notes are marked as such and nest "
          "rightly; whether what looks like one is one, a person judges")
CRITERION("1.3.2", "Meaningful Sequence", A, "2.0", "10.1.3.2", PARTLY, PARTLY,
          ANYTHING, "parity epub-spine epub-nav-order 7.1",
          "the text is in the order of the articles' files; where boxes, "
          "floats or columns stand beside it, a person judges")
CRITERION("1.3.3", "Sensory Characteristics", A, "2.0", "10.1.3.3", PERSON,
          PERSON, ANYTHING, "",
          "whether the text points to things by their shape, colour or place "
          "alone")
CRITERION("1.3.4", "Orientation", AA, "2.1", "10.1.3.4", PERSON, PERSON,
          ANYTHING, "",
          "nothing in the file asks for one orientation; the reading system "
          "shows it")
CRITERION("1.3.5", "Identify Input Purpose", AA, "2.1", "10.1.3.5", ABSENT,
          ABSENT, ANYTHING, "", "the file holds no form")
CRITERION("1.4.1", "Use of Color", A, "2.0", "10.1.4.1", PERSON, PERSON,
          ANYTHING, "", "whether colour alone says anything")
CRITERION("1.4.2", "Audio Control", A, "2.0", "10.1.4.2", ABSENT, ABSENT,
          ANYTHING, "", "the file holds neither audio nor video")
CRITERION("1.4.3", "Contrast (Minimum)", AA, "2.0", "10.1.4.3", PARTLY, PARTLY,
          ANYTHING, "contrast",
          "the stylesheet's colours of text and background are computed; what "
          "pictures show, a person judges")
CRITERION("1.4.4", "Resize Text", AA, "2.0", "10.1.4.4", PERSON, PERSON,
          ANYTHING, "", "the reading system enlarges the text")
CRITERION("1.4.5", "Images of Text", AA, "2.0", "10.1.4.5", PERSON, PERSON,
          IMAGES, "", "whether a picture shows text that could be text")
CRITERION("1.4.10", "Reflow", AA, "2.1", "10.1.4.10", PERSON, PERSON, ANYTHING,
          "",
          "an EPUB's text flows to any width; of a PDF, which has pages, the "
          "reading system must flow the tagged text")
CRITERION("1.4.11", "Non-text Contrast", AA, "2.1", "10.1.4.11", PERSON, PERSON,
          IMAGES, "",
          "whether the parts of pictures that matter can be told apart")
CRITERION("1.4.12", "Text Spacing", AA, "2.1", "10.1.4.12", PERSON, ABSENT,
          ANYTHING, "",
          "in an EPUB the reading system sets it; a PDF is in no markup "
          "language")
CRITERION("1.4.13", "Content on Hover or Focus", AA, "2.1", "10.1.4.13", ABSENT,
          ABSENT, ANYTHING, "", "nothing in the file appears on hover")
CRITERION("2.1.1", "Keyboard", A, "2.0", "10.2.1.1", PERSON, PERSON, ANYTHING,
          "", "links alone can be operated, and the reading system does it")
CRITERION("2.1.2", "No Keyboard Trap", A, "2.0", "10.2.1.2", ABSENT, ABSENT,
          ANYTHING, "", "nothing in the file but links takes the focus")
CRITERION("2.1.4", "Character Key Shortcuts", A, "2.1", "10.2.1.4", ABSENT,
          ABSENT, ANYTHING, "", "the file holds no script")
CRITERION("2.2.1", "Timing Adjustable", A, "2.0", "10.2.2.1", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no script and no time limit")
CRITERION("2.2.2", "Pause, Stop, Hide", A, "2.0", "10.2.2.2", PERSON, ABSENT,
          MOVES, "", "nothing in the file moves, but for what a style animates")
CRITERION("2.3.1", "Three Flashes or Below Threshold", A, "2.0", "10.2.3.1",
          PERSON, ABSENT, MOVES, "",
          "nothing in the file moves, but for what a style animates")
CRITERION("2.4.1", "Bypass Blocks", A, "2.0", NULL, MACHINE, MACHINE, ANYTHING,
          "epub-nav-toc epub-nav-link 7.17",
          "the contents or bookmarks lead to every article; EN 301 549 has "
          "no such clause for documents")
CRITERION("2.4.2", "Page Titled", A, "2.0", "10.2.4.2", PARTLY, PARTLY,
          ANYTHING,
          "epub-metadata epub-title epub-title-missing pdfua-title "
          "pdfua-display-title",
          "there is a title; whether it says what the file is about, a "
          "person judges")
CRITERION("2.4.3", "Focus Order", A, "2.0", "10.2.4.3", PARTLY, PARTLY,
          ANYTHING, "epub-spine 7.18.3", "links are in the order of the text")
CRITERION("2.4.4", "Link Purpose (In Context)", A, "2.0", "10.2.4.4", PARTLY,
          PARTLY, ANYTHING,
          "link-dangling fragment-dangling link-text epub-link-fragment 7.18.5",
          "no link is empty or leads nowhere in the file; whether its text "
          "says where it leads, a person judges")
CRITERION("2.4.5", "Multiple Ways", AA, "2.0", NULL, MACHINE, ABSENT, ANYTHING,
          "epub-nav-toc epub-unreachable",
          "an EPUB has contents beside its reading order; a PDF is no set of "
          "pages")
CRITERION("2.4.6", "Headings and Labels", AA, "2.0", "10.2.4.6", PERSON, PERSON,
          ANYTHING, "", "whether headings say what follows them")
CRITERION("2.4.7", "Focus Visible", AA, "2.0", "10.2.4.7", PERSON, PERSON,
          ANYTHING, "", "the reading system shows the focus")
CRITERION("2.5.1", "Pointer Gestures", A, "2.1", "10.2.5.1", ABSENT, ABSENT,
          ANYTHING, "", "the file asks for no gesture")
CRITERION("2.5.2", "Pointer Cancellation", A, "2.1", "10.2.5.2", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no script")
CRITERION("2.5.3", "Label in Name", A, "2.1", "10.2.5.3", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no form and no button")
CRITERION("2.5.4", "Motion Actuation", A, "2.1", "10.2.5.4", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no script")
CRITERION("3.1.1", "Language of Page", A, "2.0", "10.3.1.1", PARTLY, PARTLY,
          ANYTHING, "epub-language 7.2",
          "the language is named; whether it is the right one, a person "
          "judges")
CRITERION(
    "3.1.2", "Language of Parts", AA, "2.0", "10.3.1.2", PARTLY, PARTLY,
    ANYTHING, "epub-lang 7.2",
    "the languages that are named are tags; whether each passage in another "
    "language is marked, and as that, a person judges")
CRITERION("3.2.1", "On Focus", A, "2.0", "10.3.2.1", ABSENT, ABSENT, ANYTHING,
          "", "the file holds no script")
CRITERION("3.2.2", "On Input", A, "2.0", "10.3.2.2", ABSENT, ABSENT, ANYTHING,
          "", "the file holds no form")
CRITERION("3.2.3", "Consistent Navigation", AA, "2.0", NULL, ABSENT, ABSENT,
          ANYTHING, "", "no navigation is repeated from page to page")
CRITERION("3.2.4", "Consistent Identification", AA, "2.0", NULL, ABSENT, ABSENT,
          ANYTHING, "", "the file holds no controls")
CRITERION("3.3.1", "Error Identification", A, "2.0", "10.3.3.1", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no form")
CRITERION("3.3.2", "Labels or Instructions", A, "2.0", "10.3.3.2", ABSENT,
          ABSENT, ANYTHING, "", "the file holds no form")
CRITERION("3.3.3", "Error Suggestion", AA, "2.0", "10.3.3.3", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no form")
CRITERION("3.3.4", "Error Prevention (Legal, Financial, Data)", AA, "2.0",
          "10.3.3.4", ABSENT, ABSENT, ANYTHING, "", "the file holds no form")
CRITERION("4.1.1", "Parsing", A, "2.0", "10.4.1.1", MACHINE, ABSENT, ANYTHING,
          "epub-xml epub-id",
          "the XHTML is well-formed and its ids are unique; a PDF is in no "
          "markup language")
CRITERION("4.1.2", "Name, Role, Value", A, "2.0", "10.4.1.2", PARTLY, PARTLY,
          ANYTHING, "epub-aria-role epub-aria-attribute 7.18.1 7.18.5",
          "links have a role and a name")
CRITERION("4.1.3", "Status Messages", AA, "2.1", "10.4.1.3", ABSENT, ABSENT,
          ANYTHING, "", "the file holds no script")

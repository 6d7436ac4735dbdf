/* SPDX-License-Identifier: MIT */
/* SVG and MathML, alone or within XHTML (EPUB 3.3, 6.1.4 and 6.2). */
#include <string.h>

#include "verify/epub_element.h"

enum { WITHIN_PHRASES = 1, WITHIN_FLOW = 2 };

/* Elements of SVG that may carry epub:type: those that are drawn. */
static const char drawn[] =
    "a audio canvas circle ellipse g iframe image line path polygon polyline "
    "rect svg switch symbol text textPath tspan unknown use video";

static void
check_attributes(struct epub_document *d, struct xml_node *n)
{
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        if (a->ns == XML_NS_EPUB && strcmp(a->name, "type") != 0 &&
            strcmp(a->name, "prefix") != 0)
            epub_say_node(d, EPUB_ATTRIBUTE, n,
                          "there is no attribute “epub:%s”", a->name);
        if (a->ns == XML_NS_NONE && strncmp(a->name, "on", 2) == 0)
            d->scripted = true;
    }
}

void
epub_check_svg(struct epub_document *d, struct xml_node *n)
{
    n->within = WITHIN_FLOW;
    check_attributes(d, n);
    epub_check_epub_type(d, n, str_has_word(drawn, n->name));
    if (strcmp(n->name, "foreignObject") == 0 || strcmp(n->name, "title") == 0)
        epub_check_embedded(d, n, true);
    for (struct xml_node *c = xml_first_element(n); c;
         c = xml_next_element(c)) {
        if (c->ns != XML_NS_XHTML && strcmp(n->name, "title") == 0)
            epub_say_node(d, EPUB_SVG, c,
                          "“title” may hold XHTML alone, not “%s”", c->name);
    }
}

enum math_content {
    MATH_ANY,   /* expressions */
    MATH_TOKEN, /* text */
    MATH_TEXT,  /* text, and XHTML within it */
    MATH_EMPTY,
    MATH_ROWS, /* rows of a table */
    MATH_CELLS,
    MATH_SEMANTICS,
    MATH_NOTE /* an annotation: what it likes */
};

/* Presentation MathML 3, sorted by use: the content, and how many arguments
 * there must be (0: any). */
static const struct {
    const char *name;
    enum math_content content;
    int arguments;
} math[] = {
    {"math", MATH_ANY, 0},          {"mrow", MATH_ANY, 0},
    {"mi", MATH_TOKEN, 0},          {"mn", MATH_TOKEN, 0},
    {"mo", MATH_TOKEN, 0},          {"mtext", MATH_TEXT, 0},
    {"ms", MATH_TOKEN, 0},          {"mspace", MATH_EMPTY, 0},
    {"mfrac", MATH_ANY, 2},         {"msqrt", MATH_ANY, 0},
    {"mroot", MATH_ANY, 2},         {"msub", MATH_ANY, 2},
    {"msup", MATH_ANY, 2},          {"msubsup", MATH_ANY, 3},
    {"munder", MATH_ANY, 2},        {"mover", MATH_ANY, 2},
    {"munderover", MATH_ANY, 3},    {"mmultiscripts", MATH_ANY, 0},
    {"mprescripts", MATH_EMPTY, 0}, {"none", MATH_EMPTY, 0},
    {"mstyle", MATH_ANY, 0},        {"merror", MATH_ANY, 0},
    {"mpadded", MATH_ANY, 0},       {"mphantom", MATH_ANY, 0},
    {"mfenced", MATH_ANY, 0},       {"menclose", MATH_ANY, 0},
    {"mtable", MATH_ROWS, 0},       {"mtr", MATH_CELLS, 0},
    {"mlabeledtr", MATH_CELLS, 0},  {"mtd", MATH_ANY, 0},
    {"maction", MATH_ANY, 0},       {"maligngroup", MATH_EMPTY, 0},
    {"malignmark", MATH_EMPTY, 0},  {"mglyph", MATH_EMPTY, 0},
    {"mstack", MATH_ANY, 0},        {"mlongdiv", MATH_ANY, 0},
    {"msgroup", MATH_ANY, 0},       {"msrow", MATH_ANY, 0},
    {"mscarries", MATH_ANY, 0},     {"mscarry", MATH_ANY, 0},
    {"msline", MATH_EMPTY, 0},      {"semantics", MATH_SEMANTICS, 0},
    {"annotation", MATH_NOTE, 0},   {"annotation-xml", MATH_NOTE, 0},
};

static const char math_attributes[] =
    "accent accentunder actiontype align alignmentscope altimg altimg-height "
    "altimg-valign altimg-width alttext background bevelled cdgroup charalign "
    "charspacing class close color columnalign columnlines columnspacing "
    "columnspan columnwidth crossout decimalpoint denomalign depth dir display "
    "displaystyle edge encoding cd definitionURL equalcolumns equalrows fence "
    "fontfamily fontsize fontstyle fontweight form frame framespacing "
    "groupalign height href id indentalign indentalignfirst indentalignlast "
    "indentshift indentshiftfirst indentshiftlast indenttarget infixlinebreak"
    "style largeop leftoverhang length linebreak linebreakmultchar "
    "linebreakstyle lineleading linethickness location longdivstyle lquote "
    "lspace macros mathbackground mathcolor mathsize mathvariant maxsize "
    "maxwidth mediummathspace minlabelspacing minsize mode movablelimits "
    "mslinethickness name notation numalign open other overflow position "
    "rightoverhang rowalign rowlines rowspacing rowspan rquote rspace "
    "schemaLocation scriptlevel scriptminsize scriptsizemultiplier selection "
    "separator separators shift side src stackalign stretchy style "
    "subscriptshift superscriptshift symmetric thickmathspace thinmathspace "
    "alt index valign verythickmathspace verythinmathspace veryverythick"
    "mathspace veryverythinmathspace voffset width xref role lang tabindex "
    "mathsize intent arg";

static bool
in_annotation(const struct xml_node *n)
{
    return xml_ancestor(n, XML_NS_MATHML, "annotation-xml") != NULL;
}

static void
check_math_attributes(struct epub_document *d, struct xml_node *n)
{
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct xml_attribute *a = &n->attributes[i];
        if (a->ns == XML_NS_NONE && strncmp(a->name, "on", 2) == 0)
            d->scripted = true;
        else if (a->ns == XML_NS_NONE &&
                 !str_has_word(math_attributes, a->name) &&
                 strncmp(a->name, "aria-", 5) != 0 &&
                 strncmp(a->name, "data-", 5) != 0)
            epub_say_node(d, EPUB_MATHML, n, "“%s” has no attribute “%s”",
                          n->name, a->name);
    }
    epub_check_epub_type(d, n, true);
}

/* Children of an element, by what it may hold. */
static void
check_math_content(struct epub_document *d, const struct xml_node *n, size_t i)
{
    enum math_content content = math[i].content;
    int count = 0;
    for (struct xml_node *c = n->first; c; c = c->next) {
        bool token = content == MATH_TOKEN || content == MATH_TEXT;
        const char *only = content == MATH_ROWS    ? "mtr mlabeledtr"
                           : content == MATH_CELLS ? "mtd"
                           : content == MATH_TOKEN ? "mglyph malignmark"
                                                   : NULL;
        if (c->text && !token && !str_blank(c->text))
            epub_say_node(d, EPUB_MATHML, c, "text is not allowed in “%s”",
                          n->name);
        if (!c->name)
            continue;
        count++;
        if (content == MATH_EMPTY ||
            (c->ns != XML_NS_MATHML && content != MATH_TEXT) ||
            (only && !str_has_word(only, c->name)) ||
            (content == MATH_ANY &&
             str_has_word("mtr mtd mlabeledtr annotation "
                          "annotation-xml",
                          c->name) &&
             c->ns == XML_NS_MATHML))
            epub_say_node(d, EPUB_MATHML, c, "“%s” is not allowed in “%s”",
                          c->name, n->name);
        if (content == MATH_SEMANTICS &&
            (count > 1) != (strncmp(c->name, "annotation", 10) == 0))
            epub_say_node(d, EPUB_MATHML, c,
                          "“semantics” holds an expression, then annotations");
    }
    if (math[i].arguments && count != math[i].arguments)
        epub_say_node(d, EPUB_MATHML, n, "“%s” has %d arguments, not %d",
                      n->name, count, math[i].arguments);
}

void
epub_check_mathml(struct epub_document *d, struct xml_node *n)
{
    n->within = WITHIN_FLOW;
    if (strcmp(n->name, "mtext") == 0) {
        n->within = WITHIN_PHRASES;
        epub_check_embedded(d, n, false);
    }
    if (in_annotation(n))
        return;
    check_math_attributes(d, n);
    for (size_t i = 0; i < sizeof math / sizeof *math; i++)
        if (strcmp(n->name, math[i].name) == 0) {
            if (math[i].content != MATH_NOTE)
                check_math_content(d, n, i);
            return;
        }
    epub_say_node(d, EPUB_MATHML, n,
                  "“%s” is no element of presentation MathML", n->name);
}

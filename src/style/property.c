/* SPDX-License-Identifier: MIT */
/* The table of properties: what each takes, where it starts, who honours it.
 * The manual prints it. */
#include <string.h>

#include "style/style_int.h"

#define AT(f) offsetof(struct computed, f), sizeof(((struct computed *)0)->f)
#define ONE(f) AT(f), 0, 1
#define STYLE(f) ONE(style.f)
#define NOWHERE ONE(nothing)
#define NO CSS_NOT_IN_PDF
#define WORDS(...)                                                             \
    (const struct css_word[])                                                  \
    {                                                                          \
        __VA_ARGS__,                                                           \
        {                                                                      \
            NULL, 0                                                            \
        }                                                                      \
    }

#define W_AUTO WORDS({"auto", 0})
#define W_NONE WORDS({"none", 0})
#define W_NORMAL WORDS({"normal", 0})
#define W_SIZE                                                                 \
    WORDS({"auto", 0}, {"min-content", NO}, {"max-content", NO},               \
          {"fit-content", NO})
#define W_LINE                                                                 \
    WORDS({"none", STYLE_LINE_NONE}, {"hidden", STYLE_LINE_NONE},              \
          {"solid", STYLE_LINE_SOLID}, {"dashed", STYLE_LINE_DASHED},          \
          {"dotted", STYLE_LINE_DOTTED}, {"double", STYLE_LINE_DOUBLE},        \
          {"groove", NO}, {"ridge", NO}, {"inset", NO}, {"outset", NO})
#define W_BREAK                                                                \
    WORDS({"auto", STYLE_BREAK_AUTO}, {"avoid", STYLE_BREAK_AVOID},            \
          {"avoid-page", STYLE_BREAK_AVOID}, {"page", STYLE_BREAK_PAGE},       \
          {"always", STYLE_BREAK_PAGE}, {"left", STYLE_BREAK_LEFT},            \
          {"verso", STYLE_BREAK_VERSO}, {"right", STYLE_BREAK_RIGHT},          \
          {"recto", STYLE_BREAK_RECTO}, {"column", NO}, {"all", NO},           \
          {"avoid-column", NO}, {"avoid-region", NO}, {"region", NO})
#define W_THIN                                                                 \
    WORDS({"thin", STYLE_PX}, {"medium", 3 * STYLE_PX}, {"thick", 5 * STYLE_PX})

#define SIDES(name, longhand, syntax, f, stride)                               \
    {                                                                          \
        name, syntax, NULL, css_set_sides, WORDS({longhand, 0}), CSS_BOTH,     \
            CSS_SHORTHAND, AT(f), stride, 4                                    \
    }
#define LENGTHS sizeof(struct style_length)
#define BOX(name, f, words, syntax, initial, flags)                            \
    {                                                                          \
        name, syntax, initial, css_set_size, words, CSS_BOTH,                  \
            CSS_PERCENTAGES | (flags), STYLE(f)                                \
    }
/* Above and below a box there is space, beside it part of the measure. */
#define SPACE_OF(side) (CSS_SCALED | ((side) % 2 ? 0 : CSS_SPACED))
#define MARGIN(side, i)                                                        \
    BOX("margin-" side, margin[i], W_AUTO, "<length> | <percentage> | auto",   \
        "0", CSS_NEGATIVE | SPACE_OF(i))
#define PADDING(side, i)                                                       \
    BOX("padding-" side, padding[i], NULL, "<length> | <percentage>", "0",     \
        SPACE_OF(i))
#define INSET(side, i)                                                         \
    BOX(side, inset[i], W_AUTO, "<length> | <percentage> | auto", "auto",      \
        CSS_NEGATIVE)
#define RADIUS(corner, i)                                                      \
    BOX("border-" corner "-radius", radius[i], NULL,                           \
        "<length> | <percentage>", "0", 0)
#define LINE_WIDTH(side, i)                                                    \
    {                                                                          \
        "border-" side "-width", "<length> | thin | medium | thick", "medium", \
            css_set_line_width, W_THIN, CSS_BOTH, 0, STYLE(border[i].width)    \
    }
#define LINE_STYLE(side, i)                                                    \
    {                                                                          \
        "border-" side "-style",                                               \
            "none | hidden | solid | dashed | dotted | double", "none",        \
            css_set_word, W_LINE, CSS_BOTH, 0, STYLE(border[i].line)           \
    }
#define LINE_COLOR(side, i)                                                    \
    {                                                                          \
        "border-" side "-color", "<color>", "currentcolor", css_set_paint,     \
            NULL, CSS_BOTH, 0, ONE(border_color[i])                            \
    }
#define LINE_SIDE(side, i)                                                     \
    {                                                                          \
        "border-" side, "<line-width> || <line-style> || <color>", NULL,       \
            css_set_side,                                                      \
            WORDS({"border-" side "-width", 0}, {"border-" side "-style", 0},  \
                  {"border-" side "-color", 0}),                               \
            CSS_BOTH, CSS_SHORTHAND, 0, 0, 0, i                                \
    }
#define BREAK(name, f, values)                                                 \
    {                                                                          \
        name, values, "auto", css_set_word, W_BREAK, CSS_BOTH, 0, STYLE(f)     \
    }
#define W_BREAK_INSIDE                                                         \
    WORDS({"auto", STYLE_BREAK_AUTO}, {"avoid", STYLE_BREAK_AVOID},            \
          {"avoid-page", STYLE_BREAK_AVOID}, {"avoid-column", NO})
#define W_FLOAT                                                                \
    WORDS({"none", STYLE_FLOAT_NONE}, {"top", STYLE_FLOAT_TOP},                \
          {"block-start", STYLE_FLOAT_TOP}, {"bottom", STYLE_FLOAT_BOTTOM},    \
          {"block-end", STYLE_FLOAT_BOTTOM}, {"snap-block", STYLE_FLOAT_SNAP}, \
          {"left", NO}, {"right", NO}, {"inline-start", NO},                   \
          {"inline-end", NO})
/* What a property means in a line's direction: the one for text from the left
 * and the one for text from the right (CSS Logical Properties Level 1). */
#define LOGICAL(name, ltr, rtl, syntax, initial)                               \
    {                                                                          \
        name, syntax, initial, css_set_logical, WORDS({ltr, 0}, {rtl, 0}),     \
            CSS_BOTH, CSS_LOGICAL, 0, 0, 0, 0                                  \
    }
#define LOGICAL_EDGES(name, end, syntax, initial)                              \
    LOGICAL(name "-inline-start" end, name "-left" end, name "-right" end,     \
            syntax, initial),                                                  \
        LOGICAL(name "-inline-end" end, name "-right" end, name "-left" end,   \
                syntax, initial),                                              \
        LOGICAL(name "-block-start" end, name "-top" end, name "-top" end,     \
                syntax, initial),                                              \
        LOGICAL(name "-block-end" end, name "-bottom" end, name "-bottom" end, \
                syntax, initial)
/* One value for both ends, or one for each. */
#define PAIR(name, end, syntax)                                                \
    {                                                                          \
        name end, syntax, NULL, css_set_pair,                                  \
            WORDS({name "-start" end, 0}, {name "-end" end, 0}), CSS_BOTH,     \
            CSS_SHORTHAND, 0, 0, 0, 0                                          \
    }
#define BOTH(name)                                                             \
    {                                                                          \
        name, "<line-width> || <line-style> || <color>", NULL, css_set_both,   \
            WORDS({name "-start", 0}, {name "-end", 0}), CSS_BOTH,             \
            CSS_SHORTHAND, 0, 0, 0, 0                                          \
    }
#define LOGICAL_SIZE(name, physical, syntax, initial)                          \
    LOGICAL(name, physical, physical, syntax, initial)
/* Honoured for the one value that the PDF always has. */
#define FIXED(name, words, syntax, initial)                                    \
    {                                                                          \
        name, syntax, initial, css_set_word, words, CSS_BOTH, 0, NOWHERE       \
    }
#define EPUB_ONLY(name)                                                        \
    {                                                                          \
        name, NULL, NULL, css_set_any, NULL, CSS_EPUB, 0, NOWHERE              \
    }

const struct css_property css_properties[] = {
    /* type */
    {"color", "<color>", "#000", css_set_color, NULL, CSS_BOTH,
     CSS_INHERITED | CSS_EARLY, STYLE(color)},
    {"font",
     "[<style> || <caps> || <weight>]? <size>[/<line-height>]? "
     "<family>#",
     NULL, css_set_font,
     WORDS({"font-style", 0}, {"font-variant", 0}, {"font-weight", 0},
           {"font-size", 0}, {"line-height", 0}, {"font-family", 0},
           {"font-kerning", 0}, {"font-feature-settings", 0}),
     CSS_BOTH, CSS_SHORTHAND | CSS_EARLY | CSS_INHERITED, 0, 0, 0, 0},
    {"font-family", "[<string> | <name> | serif | sans-serif | monospace]#",
     "serif", css_set_family, NULL, CSS_BOTH, CSS_INHERITED, STYLE(family)},
    {"font-feature-settings", "normal | [<tag> [<integer> | on | off]?]#",
     "normal", css_set_settings, NULL, CSS_BOTH, CSS_INHERITED, ONE(settings)},
    {"font-kerning", "auto | normal | none", "auto", css_set_flag,
     WORDS({"auto", 1}, {"normal", 1}, {"none", 0}), CSS_BOTH, CSS_INHERITED,
     STYLE(kerning)},
    {"font-size",
     "<length> | <percentage> | xx-small … xxx-large | smaller "
     "| larger",
     "medium", css_set_font_size, NULL, CSS_BOTH, CSS_INHERITED | CSS_EARLY,
     ONE(size)},
    FIXED("font-stretch",
          WORDS({"normal", 0}, {"condensed", NO}, {"semi-condensed", NO},
                {"expanded", NO}, {"semi-expanded", NO}),
          "normal", "normal"),
    {"font-style", "normal | italic | oblique", "normal", css_set_flag,
     WORDS({"normal", 0}, {"italic", 1}, {"oblique", 1}), CSS_BOTH,
     CSS_INHERITED, STYLE(italic)},
    {"font-variant",
     "normal | none | [<caps> || <numeric> || <ligatures> || "
     "<position>]",
     NULL, css_set_variant,
     WORDS({"font-variant-caps", 0}, {"font-variant-numeric", 0},
           {"font-variant-ligatures", 0}, {"font-variant-position", 0}),
     CSS_BOTH, CSS_SHORTHAND | CSS_INHERITED, 0, 0, 0, 0},
    {"font-variant-caps",
     "normal | small-caps | all-small-caps | "
     "petite-caps | all-petite-caps | unicase | titling-caps",
     "normal", css_set_caps,
     WORDS({"normal", 0}, {"small-caps", CSS_SMALL_CAPS},
           {"all-small-caps", CSS_ALL_SMALL_CAPS},
           {"petite-caps", CSS_PETITE_CAPS},
           {"all-petite-caps", CSS_ALL_PETITE_CAPS}, {"unicase", CSS_UNICASE},
           {"titling-caps", CSS_TITLING_CAPS}),
     CSS_BOTH, CSS_INHERITED, ONE(caps)},
    {"font-variant-ligatures",
     "normal | none | [common-ligatures || "
     "discretionary-ligatures || historical-ligatures || contextual || no-…]",
     "normal", css_set_ligatures,
     WORDS({"normal", 0},
           {"none", CSS_NO_LIGA | CSS_NO_DLIG | CSS_NO_HLIG | CSS_NO_CALT},
           {"common-ligatures", CSS_LIGA}, {"no-common-ligatures", CSS_NO_LIGA},
           {"discretionary-ligatures", CSS_DLIG},
           {"no-discretionary-ligatures", CSS_NO_DLIG},
           {"historical-ligatures", CSS_HLIG},
           {"no-historical-ligatures", CSS_NO_HLIG}, {"contextual", CSS_CALT},
           {"no-contextual", CSS_NO_CALT}),
     CSS_BOTH, CSS_INHERITED, ONE(ligatures)},
    {"font-variant-numeric",
     "normal | [lining-nums | oldstyle-nums] || "
     "[proportional-nums | tabular-nums] || [diagonal-fractions | "
     "stacked-fractions] || ordinal || slashed-zero",
     "normal", css_set_numeric,
     WORDS({"normal", 0}, {"lining-nums", CSS_LNUM},
           {"oldstyle-nums", CSS_ONUM}, {"proportional-nums", CSS_PNUM},
           {"tabular-nums", CSS_TNUM}, {"diagonal-fractions", CSS_FRAC},
           {"stacked-fractions", CSS_AFRC}, {"ordinal", CSS_ORDN},
           {"slashed-zero", CSS_ZERO}),
     CSS_BOTH, CSS_INHERITED, ONE(numeric)},
    {"font-variant-position", "normal | sub | super", "normal", css_set_word,
     WORDS({"normal", 0}, {"sub", -1}, {"super", 1}), CSS_BOTH, CSS_INHERITED,
     ONE(position)},
    {"font-weight", "normal | bold | bolder | lighter | <number 1–1000>",
     "normal", css_set_weight,
     WORDS({"normal", 400}, {"bold", 700}, {"bolder", 0}, {"lighter", -1}),
     CSS_BOTH, CSS_INHERITED, STYLE(weight)},
    {"hyphens", "none | manual | auto", "manual", css_set_word,
     WORDS({"none", STYLE_HYPHENS_NONE}, {"manual", STYLE_HYPHENS_MANUAL},
           {"auto", STYLE_HYPHENS_AUTO}),
     CSS_BOTH, CSS_INHERITED, STYLE(hyphens)},
    {"letter-spacing", "normal | <length>", "normal", css_set_int_size,
     W_NORMAL, CSS_BOTH, CSS_INHERITED | CSS_NEGATIVE | CSS_SCALED,
     STYLE(letter_spacing)},
    {"line-break", "auto | loose | normal | strict", "auto", css_set_word,
     WORDS({"auto", STYLE_LINE_BREAK_STRICT}, {"loose", STYLE_LINE_BREAK_LOOSE},
           {"normal", STYLE_LINE_BREAK_NORMAL},
           {"strict", STYLE_LINE_BREAK_STRICT}, {"anywhere", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(line_break)},
    {"line-height", "normal | <number> | <length> | <percentage>", "normal",
     css_set_line_height, NULL, CSS_BOTH, CSS_INHERITED, ONE(line)},
    {"text-align", "start | end | left | right | center | justify", "start",
     css_set_word,
     WORDS({"start", STYLE_START}, {"end", STYLE_END},
           {"left", STYLE_LEFT_ALIGN}, {"right", STYLE_RIGHT_ALIGN},
           {"center", STYLE_CENTER}, {"justify", STYLE_JUSTIFY},
           {"match-parent", NO}, {"justify-all", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(text_align)},
    {"text-align-last",
     "auto | start | end | left | right | center | "
     "justify",
     "auto", css_set_word,
     WORDS({"auto", STYLE_START}, {"start", STYLE_START}, {"end", STYLE_END},
           {"left", STYLE_LEFT_ALIGN}, {"right", STYLE_RIGHT_ALIGN},
           {"center", STYLE_CENTER}, {"justify", STYLE_JUSTIFY}),
     CSS_BOTH, CSS_INHERITED, STYLE(text_align_last)},
    {"text-decoration",
     "none | [underline || overline || line-through] || solid | double | "
     "dotted | dashed || <color> || <thickness>",
     NULL, css_set_decoration,
     WORDS({"text-decoration-line", 0}, {"text-decoration-style", 0},
           {"text-decoration-color", 0}, {"text-decoration-thickness", 0}),
     CSS_BOTH, CSS_SHORTHAND, 0, 0, 0, 0},
    {"text-decoration-line", "none | underline || overline || line-through",
     "none", css_set_lines,
     WORDS({"none", 0}, {"underline", STYLE_UNDERLINE},
           {"overline", STYLE_OVERLINE}, {"line-through", STYLE_LINE_THROUGH},
           {"blink", NO}),
     CSS_BOTH, 0, STYLE(decoration)},
    {"text-decoration-style", "solid | double | dotted | dashed", "solid",
     css_set_word,
     WORDS({"solid", STYLE_LINE_SOLID}, {"double", STYLE_LINE_DOUBLE},
           {"dotted", STYLE_LINE_DOTTED}, {"dashed", STYLE_LINE_DASHED},
           {"wavy", NO}),
     CSS_BOTH, 0, STYLE(decoration_line)},
    {"text-decoration-color", "<color>", "currentcolor", css_set_paint, NULL,
     CSS_BOTH, 0, ONE(decoration_color)},
    {"text-decoration-thickness", "auto | from-font | <length> | <percentage>",
     "auto", css_set_em_size, WORDS({"auto", 0}, {"from-font", 0}), CSS_BOTH,
     CSS_PERCENTAGES, STYLE(decoration_thick)},
    {"text-underline-offset", "auto | <length> | <percentage>", "auto",
     css_set_em_size, WORDS({"auto", STYLE_OFFSET_AUTO}), CSS_BOTH,
     CSS_INHERITED | CSS_NEGATIVE | CSS_PERCENTAGES | CSS_SCALED,
     STYLE(underline_offset)},
    {"text-indent", "<length> | <percentage>", "0", css_set_size, NULL,
     CSS_BOTH, CSS_INHERITED | CSS_NEGATIVE | CSS_PERCENTAGES | CSS_SCALED,
     STYLE(text_indent)},
    {"text-justify", "auto | inter-word | inter-character", "auto",
     css_set_word,
     WORDS({"auto", STYLE_JUSTIFY_AUTO}, {"inter-word", STYLE_INTER_WORD},
           {"inter-character", STYLE_INTER_CHARACTER}, {"none", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(text_justify)},
    {"tab-size", "<integer>", "8", css_set_count, NULL, CSS_BOTH, CSS_INHERITED,
     STYLE(tab_size)},
    {"hyphenate-limit-chars", "[auto | <integer>]{1,3}", "auto",
     css_set_hyphen_limits, NULL, CSS_BOTH, CSS_INHERITED,
     STYLE(hyphen_limits)},
    {"text-transform", "none | uppercase | lowercase | capitalize", "none",
     css_set_word,
     WORDS({"none", STYLE_CASE_NONE}, {"uppercase", STYLE_UPPERCASE},
           {"lowercase", STYLE_LOWERCASE}, {"capitalize", STYLE_CAPITALIZE},
           {"full-width", NO}, {"full-size-kana", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(text_transform)},
    {"text-wrap", "wrap | balance | pretty | stable", "wrap", css_set_flag,
     WORDS({"wrap", 0}, {"balance", 1}, {"pretty", 0}, {"stable", 0},
           {"nowrap", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(text_balance)},
    {"white-space", "normal | pre | pre-wrap | pre-line | nowrap", "normal",
     css_set_word,
     WORDS({"normal", STYLE_WS_NORMAL}, {"pre", STYLE_WS_PRE},
           {"pre-wrap", STYLE_WS_PRE_WRAP}, {"pre-line", STYLE_WS_PRE_LINE},
           {"nowrap", STYLE_WS_NOWRAP}, {"break-spaces", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(white_space)},
    {"word-break", "normal | keep-all", "normal", css_set_word,
     WORDS({"normal", STYLE_WORD_BREAK_NORMAL},
           {"keep-all", STYLE_WORD_BREAK_KEEP_ALL}, {"break-all", NO},
           {"break-word", NO}, {"auto-phrase", NO}, {"manual", NO}),
     CSS_BOTH, CSS_INHERITED, STYLE(word_break)},
    {"word-spacing", "normal | <length>", "normal", css_set_int_size, W_NORMAL,
     CSS_BOTH, CSS_INHERITED | CSS_NEGATIVE | CSS_SCALED, STYLE(word_spacing)},
    {"vertical-align",
     "baseline | sub | super | top | middle | bottom | "
     "<length> | <percentage>",
     "baseline", css_set_valign,
     WORDS({"baseline", STYLE_BASELINE}, {"sub", STYLE_SUB},
           {"super", STYLE_SUPER}, {"top", STYLE_TOP_ALIGN},
           {"middle", STYLE_MIDDLE}, {"bottom", STYLE_BOTTOM_ALIGN},
           {"text-top", NO}, {"text-bottom", NO}),
     CSS_BOTH, CSS_NEGATIVE | CSS_PERCENTAGES | CSS_SCALED,
     STYLE(vertical_align)},
    {"initial-letter", "normal | <number>", "normal", css_set_initial_letter,
     NULL, CSS_BOTH, 0, STYLE(initial_lines)},
    {"direction", "ltr | rtl", "ltr", css_set_flag,
     WORDS({"ltr", 0}, {"rtl", 1}), CSS_PRINT, CSS_INHERITED | CSS_EARLY,
     STYLE(rtl)},

    /* boxes */
    {"display",
     "none | inline | block | list-item | table | table-row | "
     "table-cell | table-caption | table-header-group | table-row-group | "
     "flex",
     "inline", css_set_word,
     WORDS({"none", STYLE_NONE}, {"inline", STYLE_INLINE},
           {"block", STYLE_BLOCK}, {"list-item", STYLE_LIST_ITEM},
           {"table", STYLE_TABLE}, {"table-row", STYLE_TABLE_ROW},
           {"table-cell", STYLE_TABLE_CELL},
           {"table-caption", STYLE_TABLE_CAPTION},
           {"table-header-group", STYLE_TABLE_HEAD},
           {"table-row-group", STYLE_TABLE_BODY}, {"inline-block", NO},
           {"flex", STYLE_FLEX}, {"inline-flex", NO}, {"grid", NO},
           {"inline-grid", NO}, {"inline-table", NO}, {"flow-root", NO},
           {"contents", NO}, {"table-footer-group", NO}, {"table-column", NO},
           {"table-column-group", NO}, {"run-in", NO}),
     CSS_BOTH, 0, STYLE(display)},
    {"visibility", "visible | hidden", "visible", css_set_flag,
     WORDS({"visible", 1}, {"hidden", 0}, {"collapse", 0}), CSS_BOTH,
     CSS_INHERITED, STYLE(visible)},
    SIDES("margin", "margin-top", "[<length> | <percentage> | auto]{1,4}",
          style.margin, LENGTHS),
    MARGIN("top", 0),
    MARGIN("right", 1),
    MARGIN("bottom", 2),
    MARGIN("left", 3),
    SIDES("padding", "padding-top", "[<length> | <percentage>]{1,4}",
          style.padding, LENGTHS),
    PADDING("top", 0),
    PADDING("right", 1),
    PADDING("bottom", 2),
    PADDING("left", 3),
    {"border", "<line-width> || <line-style> || <color>", NULL, css_set_border,
     WORDS({"border-width", 0}, {"border-style", 0}, {"border-color", 0}),
     CSS_BOTH, CSS_SHORTHAND, 0, 0, 0, 0},
    LINE_SIDE("top", 0),
    LINE_SIDE("right", 1),
    LINE_SIDE("bottom", 2),
    LINE_SIDE("left", 3),
    SIDES("border-width", "border-top-width", "<line-width>{1,4}",
          style.border[0].width, sizeof(struct style_border)),
    LINE_WIDTH("top", 0),
    LINE_WIDTH("right", 1),
    LINE_WIDTH("bottom", 2),
    LINE_WIDTH("left", 3),
    SIDES("border-style", "border-top-style", "<line-style>{1,4}",
          style.border[0].line, sizeof(struct style_border)),
    LINE_STYLE("top", 0),
    LINE_STYLE("right", 1),
    LINE_STYLE("bottom", 2),
    LINE_STYLE("left", 3),
    SIDES("border-color", "border-top-color", "<color>{1,4}", border_color[0],
          sizeof(struct css_paint)),
    LINE_COLOR("top", 0),
    LINE_COLOR("right", 1),
    LINE_COLOR("bottom", 2),
    LINE_COLOR("left", 3),
    {"border-radius", "[<length> | <percentage>]{1,4}", NULL, css_set_radius,
     WORDS({"border-top-left-radius", 0}), CSS_BOTH, CSS_SHORTHAND,
     AT(style.radius), LENGTHS, 4},
    RADIUS("top-left", 0),
    RADIUS("top-right", 1),
    RADIUS("bottom-right", 2),
    RADIUS("bottom-left", 3),
    {"background",
     "<color> || [none | url()] || <position> [/ <size>]? || <repeat>", NULL,
     css_set_background,
     WORDS({"background-color", 0}, {"background-image", 0},
           {"background-position", 0}, {"background-size", 0},
           {"background-repeat", 0}),
     CSS_BOTH, CSS_SHORTHAND, 0, 0, 0, 0},
    {"background-color", "<color>", "transparent", css_set_paint, NULL,
     CSS_BOTH, 0, ONE(background)},
    {"background-image", "none | url()", "none", css_set_picture, W_NONE,
     CSS_BOTH, 0, STYLE(backdrop.image)},
    {"background-position",
     "[left | center | right | top | bottom | <length> | <percentage>]{1,4}",
     "0% 0%", css_set_picture_position, NULL, CSS_BOTH, 0,
     STYLE(backdrop.position)},
    {"background-repeat", "repeat-x | repeat-y | [repeat | no-repeat]{1,2}",
     "repeat", css_set_picture_repeat,
     WORDS({"repeat", 1}, {"no-repeat", 0}, {"space", NO}, {"round", NO}),
     CSS_BOTH, 0, STYLE(backdrop.repeat)},
    {"background-size",
     "cover | contain | [auto | <length> | <percentage>]{1,2}", "auto",
     css_set_picture_size,
     WORDS({"auto", STYLE_FIT_AUTO}, {"cover", STYLE_FIT_COVER},
           {"contain", STYLE_FIT_CONTAIN}),
     CSS_BOTH, CSS_PERCENTAGES, STYLE(backdrop.size)},
    {"fill", "<color>", "currentcolor", css_set_paint, NULL, CSS_BOTH,
     CSS_INHERITED, ONE(fill)},
    BOX("width", width, W_SIZE, "auto | <length> | <percentage>", "auto", 0),
    BOX("height", height, W_SIZE, "auto | <length> | <percentage>", "auto", 0),
    BOX("min-width", min_width, W_SIZE, "auto | <length> | <percentage>",
        "auto", 0),
    BOX("min-height", min_height, W_SIZE, "auto | <length> | <percentage>",
        "auto", 0),
    BOX("max-width", max_width,
        WORDS({"none", 0}, {"max-content", NO}, {"min-content", NO}),
        "none | <length> | <percentage>", "none", 0),
    BOX("max-height", max_height,
        WORDS({"none", 0}, {"max-content", NO}, {"min-content", NO}),
        "none | <length> | <percentage>", "none", CSS_PICTURE),

    /* boxes by the direction of the text */
    LOGICAL_EDGES("margin", "", "<length> | <percentage> | auto", "0"),
    PAIR("margin-inline", "", "[<length> | <percentage> | auto]{1,2}"),
    PAIR("margin-block", "", "[<length> | <percentage> | auto]{1,2}"),
    LOGICAL_EDGES("padding", "", "<length> | <percentage>", "0"),
    PAIR("padding-inline", "", "[<length> | <percentage>]{1,2}"),
    PAIR("padding-block", "", "[<length> | <percentage>]{1,2}"),
    LOGICAL_EDGES("border", "", "<line-width> || <line-style> || <color>",
                  NULL),
    LOGICAL_EDGES("border", "-width", "<length> | thin | medium | thick",
                  "medium"),
    LOGICAL_EDGES("border", "-style",
                  "none | hidden | solid | dashed | dotted | double", "none"),
    LOGICAL_EDGES("border", "-color", "<color>", "currentcolor"),
    BOTH("border-inline"),
    BOTH("border-block"),
    PAIR("border-inline", "-width", "<line-width>{1,2}"),
    PAIR("border-inline", "-style", "<line-style>{1,2}"),
    PAIR("border-inline", "-color", "<color>{1,2}"),
    PAIR("border-block", "-width", "<line-width>{1,2}"),
    PAIR("border-block", "-style", "<line-style>{1,2}"),
    PAIR("border-block", "-color", "<color>{1,2}"),
    LOGICAL_SIZE("inline-size", "width", "auto | <length> | <percentage>",
                 "auto"),
    LOGICAL_SIZE("block-size", "height", "auto | <length> | <percentage>",
                 "auto"),
    LOGICAL_SIZE("min-inline-size", "min-width",
                 "auto | <length> | <percentage>", "auto"),
    LOGICAL_SIZE("min-block-size", "min-height",
                 "auto | <length> | <percentage>", "auto"),
    LOGICAL_SIZE("max-inline-size", "max-width",
                 "none | <length> | <percentage>", "none"),
    LOGICAL_SIZE("max-block-size", "max-height",
                 "none | <length> | <percentage>", "none"),

    {"list-style", "<marker> || outside | inside", NULL, css_set_list_style,
     WORDS({"list-style-type", 0}, {"list-style-position", 0}), CSS_BOTH,
     CSS_SHORTHAND | CSS_INHERITED, 0, 0, 0, 0},
    {"list-style-type",
     "none | disc | circle | square | decimal | decimal-leading-zero | "
     "lower-alpha | upper-alpha | lower-roman | upper-roman | lower-greek | "
     "arabic-indic | persian | devanagari | thai | cjk-decimal | hebrew | "
     "armenian | georgian | hiragana | … | <string>",
     "disc", css_set_marker, css_markers, CSS_BOTH, CSS_INHERITED,
     STYLE(list_marker)},
    {"column-count", "auto | <integer>", "auto", css_set_columns, W_AUTO,
     CSS_BOTH, 0, STYLE(column_count)},
    {"columns", "auto | <integer>", NULL, css_set_columns_both,
     WORDS({"column-count", 0}), CSS_BOTH, CSS_SHORTHAND, 0, 0, 0, 0},
    BOX("column-gap", column_gap, W_NORMAL, "normal | <length> | <percentage>",
        "normal", CSS_SCALED),
    {"column-span", "none | all", "none", css_set_flag,
     WORDS({"none", 0}, {"all", 1}), CSS_BOTH, 0, STYLE(column_span)},
    {"list-style-position", "outside | inside", "outside", css_set_flag,
     WORDS({"outside", 0}, {"inside", 1}), CSS_BOTH, CSS_INHERITED,
     STYLE(marker_inside)},
    FIXED("border-collapse", WORDS({"collapse", 0}, {"separate", NO}),
          "collapse", "collapse"),
    FIXED("caption-side", WORDS({"top", 0}, {"bottom", NO}), "top", "top"),
    FIXED("table-layout", WORDS({"auto", 0}, {"fixed", NO}), "auto", "auto"),
    {"box-sizing", "content-box | border-box", "content-box", css_set_flag,
     WORDS({"content-box", 0}, {"border-box", 1}), CSS_BOTH, 0,
     STYLE(border_box)},
    {"float", "none | top | bottom | snap-block", "none", css_set_word, W_FLOAT,
     CSS_BOTH, 0, STYLE(page_float)},
    FIXED("float-reference",
          WORDS({"inline", 0}, {"column", 0}, {"page", 0}, {"region", NO}),
          "inline | page", "inline"),
    {"object-fit", "fill | contain | cover", "fill", css_set_word,
     WORDS({"fill", STYLE_FILL}, {"contain", STYLE_CONTAINED},
           {"cover", STYLE_COVERING}, {"none", NO}, {"scale-down", NO}),
     CSS_BOTH, 0, STYLE(object_fit)},
    {"align-items", "normal | flex-start | center | flex-end", "normal",
     css_set_word,
     WORDS({"normal", STYLE_ITEMS_START}, {"stretch", STYLE_ITEMS_START},
           {"flex-start", STYLE_ITEMS_START}, {"start", STYLE_ITEMS_START},
           {"center", STYLE_ITEMS_CENTER}, {"flex-end", STYLE_ITEMS_END},
           {"end", STYLE_ITEMS_END}, {"baseline", NO}),
     CSS_BOTH, 0, STYLE(align_items)},
    {"position", "static | absolute", "static", css_set_flag,
     WORDS({"static", 0}, {"absolute", 1}, {"relative", NO}, {"fixed", NO},
           {"sticky", NO}),
     CSS_BOTH, 0, STYLE(absolute)},
    SIDES("inset", "top", "[<length> | <percentage> | auto]{1,4}", style.inset,
          LENGTHS),
    INSET("top", 0),
    INSET("right", 1),
    INSET("bottom", 2),
    INSET("left", 3),

    /* pages */
    BREAK("break-before", break_before,
          "auto | avoid | page | left | right | recto | verso"),
    BREAK("break-after", break_after,
          "auto | avoid | page | left | right | recto | verso"),
    {"break-inside", "auto | avoid", "auto", css_set_word, W_BREAK_INSIDE,
     CSS_BOTH, 0, STYLE(break_inside)},
    {"orphans", "<integer>", "2", css_set_count, NULL, CSS_BOTH, CSS_INHERITED,
     STYLE(orphans)},
    {"widows", "<integer>", "2", css_set_count, NULL, CSS_BOTH, CSS_INHERITED,
     STYLE(widows)},
    {"page", "auto | <name>", "auto", css_set_page, NULL, CSS_PRINT,
     CSS_INHERITED, STYLE(page)},
    {"size", "<length>{1,2} | <paper> || [portrait | landscape]", "auto",
     css_set_page_size, NULL, CSS_PRINT, CSS_PAGE, ONE(page_size)},
    {"bleed", "auto | <length>", "auto", css_set_bleed, NULL, CSS_PRINT,
     CSS_PAGE, ONE(page_bleed)},
    {"marks", "none | [crop || cross]", "none", css_set_marks, NULL, CSS_PRINT,
     CSS_PAGE, ONE(page_marks)},
    {"content",
     "none | normal | [<string> | counter(<name>[, <marker>]?) | "
     "counters(<name>, <string>[, <marker>]?) | open-quote | close-quote | "
     "string(<name>) | attr(<name>) | target-counter(attr(href), page) | "
     "leader(<string>)]+",
     "normal", css_set_content, WORDS({"none", 0}, {"normal", 0}), CSS_BOTH, 0,
     STYLE(content)},
    {"counter-increment", "none | [<name> <integer>?]+", "none",
     css_set_counters, WORDS({"none", 1}), CSS_BOTH, 0,
     STYLE(counter_increment)},
    {"counter-reset", "none | [<name> <integer>?]+", "none", css_set_counters,
     WORDS({"none", 0}), CSS_BOTH, 0, STYLE(counter_reset)},
    {"counter-set", "none | [<name> <integer>?]+", "none", css_set_counters,
     WORDS({"none", 0}), CSS_BOTH, 0, STYLE(counter_set)},
    {"quotes", "auto | none | [<string> <string>]+", "auto", css_set_quotes,
     WORDS({"auto", 0}, {"none", 1}), CSS_BOTH, CSS_INHERITED, STYLE(quotes)},
    {"string-set",
     "none | [<name> [<string> | content() | counter(<name>) | "
     "attr(<name>)]+]#",
     "none", css_set_string_set, W_NONE, CSS_PRINT, 0, STYLE(string_set)},

    /* kept for the EPUB */
    EPUB_ONLY("align-content"),
    EPUB_ONLY("align-self"),
    EPUB_ONLY("all"),
    EPUB_ONLY("animation"),
    EPUB_ONLY("appearance"),
    EPUB_ONLY("aspect-ratio"),
    EPUB_ONLY("background-attachment"),
    EPUB_ONLY("background-clip"),
    EPUB_ONLY("background-origin"),
    EPUB_ONLY("bleed"),
    EPUB_ONLY("bookmark-label"),
    EPUB_ONLY("bookmark-level"),
    EPUB_ONLY("border-image"),
    EPUB_ONLY("border-spacing"),
    EPUB_ONLY("box-decoration-break"),
    EPUB_ONLY("box-shadow"),
    EPUB_ONLY("clear"),
    EPUB_ONLY("clip"),
    EPUB_ONLY("clip-path"),
    EPUB_ONLY("color-scheme"),
    EPUB_ONLY("column-fill"),
    EPUB_ONLY("column-rule"),
    EPUB_ONLY("column-width"),
    EPUB_ONLY("cursor"),
    EPUB_ONLY("empty-cells"),
    EPUB_ONLY("filter"),
    EPUB_ONLY("flex"),
    EPUB_ONLY("flex-basis"),
    EPUB_ONLY("flex-direction"),
    EPUB_ONLY("flex-flow"),
    EPUB_ONLY("flex-grow"),
    EPUB_ONLY("flex-shrink"),
    EPUB_ONLY("flex-wrap"),
    EPUB_ONLY("font-display"),
    EPUB_ONLY("font-language-override"),
    EPUB_ONLY("font-optical-sizing"),
    EPUB_ONLY("font-size-adjust"),
    EPUB_ONLY("font-synthesis"),
    EPUB_ONLY("footnote-display"),
    EPUB_ONLY("footnote-policy"),
    EPUB_ONLY("font-variant-alternates"),
    EPUB_ONLY("font-variant-east-asian"),
    EPUB_ONLY("font-variation-settings"),
    EPUB_ONLY("gap"),
    EPUB_ONLY("grid"),
    EPUB_ONLY("grid-area"),
    EPUB_ONLY("grid-column"),
    EPUB_ONLY("grid-row"),
    EPUB_ONLY("grid-template"),
    EPUB_ONLY("grid-template-areas"),
    EPUB_ONLY("grid-template-columns"),
    EPUB_ONLY("grid-template-rows"),
    EPUB_ONLY("hanging-punctuation"),
    EPUB_ONLY("hyphenate-character"),
    EPUB_ONLY("hyphenate-limit-last"),
    EPUB_ONLY("hyphenate-limit-lines"),
    EPUB_ONLY("hyphenate-limit-zone"),
    EPUB_ONLY("image-orientation"),
    EPUB_ONLY("image-rendering"),
    EPUB_ONLY("inset-block"),
    EPUB_ONLY("inset-inline"),
    EPUB_ONLY("inset-inline-end"),
    EPUB_ONLY("inset-inline-start"),
    EPUB_ONLY("isolation"),
    EPUB_ONLY("justify-content"),
    EPUB_ONLY("justify-items"),
    EPUB_ONLY("justify-self"),
    EPUB_ONLY("list-style-image"),
    EPUB_ONLY("mask"),
    EPUB_ONLY("marks"),
    EPUB_ONLY("mix-blend-mode"),
    EPUB_ONLY("object-position"),
    EPUB_ONLY("opacity"),
    EPUB_ONLY("order"),
    EPUB_ONLY("outline"),
    EPUB_ONLY("outline-color"),
    EPUB_ONLY("outline-offset"),
    EPUB_ONLY("outline-style"),
    EPUB_ONLY("outline-width"),
    EPUB_ONLY("overflow"),
    EPUB_ONLY("overflow-wrap"),
    EPUB_ONLY("overflow-x"),
    EPUB_ONLY("overflow-y"),
    EPUB_ONLY("place-content"),
    EPUB_ONLY("place-items"),
    EPUB_ONLY("pointer-events"),
    EPUB_ONLY("print-color-adjust"),
    EPUB_ONLY("resize"),
    EPUB_ONLY("row-gap"),
    EPUB_ONLY("ruby-align"),
    EPUB_ONLY("ruby-position"),
    EPUB_ONLY("scroll-behavior"),
    EPUB_ONLY("shape-outside"),
    EPUB_ONLY("speak"),
    EPUB_ONLY("speak-as"),
    EPUB_ONLY("src"),
    EPUB_ONLY("stroke"),
    EPUB_ONLY("text-combine-upright"),
    EPUB_ONLY("text-decoration-skip-ink"),
    EPUB_ONLY("text-emphasis"),
    EPUB_ONLY("text-orientation"),
    EPUB_ONLY("text-overflow"),
    EPUB_ONLY("text-rendering"),
    EPUB_ONLY("text-shadow"),
    EPUB_ONLY("text-size-adjust"),
    EPUB_ONLY("text-underline-position"),
    EPUB_ONLY("transform"),
    EPUB_ONLY("transition"),
    EPUB_ONLY("unicode-bidi"),
    EPUB_ONLY("unicode-range"),
    EPUB_ONLY("user-select"),
    EPUB_ONLY("will-change"),
    EPUB_ONLY("word-wrap"),
    EPUB_ONLY("writing-mode"),
    EPUB_ONLY("z-index"),
};

const size_t css_property_count =
    sizeof css_properties / sizeof *css_properties;

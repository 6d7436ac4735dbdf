/* SPDX-License-Identifier: MIT */
/* The elements of HTML, sorted by name, as XHTML of EPUB may use them:
 *     ELEMENT(name, categories, content, sequence, attributes, roles)
 * categories: where it may stand; content: what it may hold, `sequence` says
 * in which order where that matters (names parted by |, then ? * + or nothing;
 * #flow and #same take the rest).
 * attributes: `name:kind`, with ! where it must be there; kinds are those of
 * epub_attributes.c. All elements have the global attributes besides.
 * roles: those that may be set, * for all; @ before a state or property that
 * goes with the element itself. Read several times, hence no include guard. */

#define CELL "colspan:int+ rowspan:int0 headers:tokens"
#define HEADING_ROLES                                                          \
    "@expanded @level heading tab presentation none doc-subtitle"
#define SCRIPTS "script|template"
#define LIST_ROLES                                                             \
    "@expanded directory group list listbox menu menubar radiogroup tablist "  \
    "toolbar tree presentation none"
#define ITEM_ROLES                                                             \
    "@level @posinset @setsize @expanded listitem menuitem menuitemcheckbox "  \
    "menuitemradio option radio tab treeitem separator presentation none "     \
    "doc-biblioentry doc-endnote"
#define LINK_ROLES                                                             \
    "button checkbox link menuitem menuitemcheckbox menuitemradio option "     \
    "radio switch tab treeitem "
#define MEDIA                                                                  \
    "src:uri+ autoplay:bool preload:(none|metadata|auto|) controls:bool "      \
    "loop:bool muted:bool crossorigin:(anonymous|use-credentials|) "
#define REFERRER                                                               \
    "referrerpolicy:(|no-referrer|no-referrer-when-downgrade|same-origin|"     \
    "origin|strict-origin|origin-when-cross-origin|"                           \
    "strict-origin-when-cross-origin|unsafe-url) "
#define HYPERLINK                                                              \
    "href:uri download:text target:context rel:text hreflang:lang type:mime "  \
    "ping:text "
#define CONTROL "name:text+ disabled:bool form:token "
#define SUBMIT                                                                 \
    "formaction:uri+ formenctype:(application/x-www-form-urlencoded|"          \
    "multipart/form-data|text/plain) formmethod:(get|post|dialog) "            \
    "formtarget:context formnovalidate:bool popovertarget:token "              \
    "popovertargetaction:(hide|show|toggle) "

ELEMENT(a, PHRASING, TRANSPARENT, "", HYPERLINK REFERRER "name:token",
        "@expanded " LINK_ROLES "doc-backlink doc-biblioref doc-glossref "
        "doc-noteref")
ELEMENT(abbr, PHRASING, PHRASES, "", "", "*")
ELEMENT(address, FLOW, FLOWS, "", "", "*")
ELEMENT(area, PHRASING, EMPTY, "",
        HYPERLINK REFERRER
        "alt:text shape:(rect|circle|poly|default) coords:text",
        "@expanded link button")
ELEMENT(article, FLOW, FLOWS, "", "",
        "@expanded article document application main feed region "
        "presentation none")
ELEMENT(aside, FLOW, FLOWS, "", "",
        "@expanded note complementary search feed region presentation none "
        "doc-dedication doc-example doc-footnote doc-glossary doc-pullquote "
        "doc-tip")
ELEMENT(audio, PHRASING, SEQUENCE, "source* track* #same", MEDIA, "application")
ELEMENT(b, PHRASING, PHRASES, "", "", "*")
ELEMENT(base, 0, EMPTY, "", "href:uri target:context", "")
ELEMENT(bdi, PHRASING, PHRASES, "", "", "*")
ELEMENT(bdo, PHRASING, PHRASES, "", "dir:(ltr|rtl|auto)!", "*")
ELEMENT(blockquote, FLOW, FLOWS, "", "cite:uri", "*")
ELEMENT(body, 0, FLOWS, "",
        "onafterprint:text onbeforeprint:text onbeforeunload:text "
        "onhashchange:text onlanguagechange:text onmessage:text "
        "onmessageerror:text onoffline:text ononline:text onpagehide:text "
        "onpageshow:text onpopstate:text onrejectionhandled:text "
        "onstorage:text onunhandledrejection:text onunload:text",
        "@expanded application document presentation none")
ELEMENT(br, PHRASING, EMPTY, "", "", "presentation none")
ELEMENT(button, PHRASING, PHRASES, "",
        CONTROL SUBMIT "type:(submit|reset|button) value:text",
        "@expanded @pressed combobox " LINK_ROLES)
ELEMENT(canvas, PHRASING, TRANSPARENT, "", "height:int0 width:int0", "*")
ELEMENT(caption, 0, FLOWS, "", "", "")
ELEMENT(cite, PHRASING, PHRASES, "", "", "*")
ELEMENT(code, PHRASING, PHRASES, "", "", "*")
ELEMENT(col, 0, EMPTY, "", "span:int+", "")
ELEMENT(colgroup, 0, SEQUENCE, "col|" SCRIPTS "*", "span:int+", "")
ELEMENT(data, PHRASING, PHRASES, "", "value:text!", "*")
ELEMENT(datalist, PHRASING, OPTIONS, "", "", "@multiselectable listbox")
ELEMENT(dd, 0, FLOWS, "", "", "@expanded definition")
ELEMENT(del, PHRASING, TRANSPARENT, "", "cite:uri datetime:datetime", "*")
ELEMENT(details, FLOW, SEQUENCE, "summary #flow", "open:bool name:text",
        "@expanded @activedescendant group")
ELEMENT(dfn, PHRASING, PHRASES, "", "", "*")
ELEMENT(dialog, FLOW, FLOWS, "", "open:bool", "@expanded alertdialog")
ELEMENT(div, FLOW, FLOWS, "", "", "*")
ELEMENT(dl, FLOW, TERMS, "", "", "list group presentation none")
ELEMENT(dt, 0, FLOWS, "", "", "@expanded term listitem")
ELEMENT(em, PHRASING, PHRASES, "", "", "*")
ELEMENT(embed, PHRASING, EMPTY, "",
        "src:uri+ type:mime height:int0 width:int0 *",
        "application document img presentation none")
ELEMENT(fieldset, FLOW, SEQUENCE, "legend? #flow", CONTROL,
        "@expanded @activedescendant group radiogroup presentation none")
ELEMENT(figcaption, 0, FLOWS, "", "", "presentation none group")
ELEMENT(figure, FLOW, FIGURE, "", "", "@expanded *")
ELEMENT(footer, FLOW, FLOWS, "", "",
        "@expanded contentinfo group presentation none doc-footnote")
ELEMENT(form, FLOW, FLOWS, "",
        "action:uri+ method:(get|post|dialog) "
        "enctype:(application/x-www-form-urlencoded|multipart/form-data|"
        "text/plain) name:text+ accept-charset:text autocomplete:(on|off) "
        "novalidate:bool target:context rel:text",
        "@expanded form search presentation none")
ELEMENT(h1, FLOW, PHRASES, "", "", HEADING_ROLES)
ELEMENT(h2, FLOW, PHRASES, "", "", HEADING_ROLES)
ELEMENT(h3, FLOW, PHRASES, "", "", HEADING_ROLES)
ELEMENT(h4, FLOW, PHRASES, "", "", HEADING_ROLES)
ELEMENT(h5, FLOW, PHRASES, "", "", HEADING_ROLES)
ELEMENT(h6, FLOW, PHRASES, "", "", HEADING_ROLES)
ELEMENT(head, 0, HEAD, "", "", "")
ELEMENT(header, FLOW, FLOWS, "", "",
        "@expanded banner group presentation none doc-footnote")
ELEMENT(hgroup, FLOW, SEQUENCE,
        "p|" SCRIPTS "* h1|h2|h3|h4|h5|h6 p|" SCRIPTS "*", "", "*")
ELEMENT(hr, FLOW, EMPTY, "", "",
        "@valuemax @valuemin @valuenow @valuetext @orientation separator "
        "presentation none doc-pagebreak")
ELEMENT(html, 0, SEQUENCE, "head body", "", "")
ELEMENT(i, PHRASING, PHRASES, "", "", "*")
ELEMENT(iframe, PHRASING, EMPTY, "",
        REFERRER
        "src:uri+ srcdoc:text name:text width:int0 height:int0 "
        "loading:(lazy|eager) sandbox:text allowfullscreen:bool allow:text",
        "application document img presentation none")
ELEMENT(img, PHRASING, EMPTY, "",
        REFERRER
        "src:uri+! srcset:text sizes:text alt:text height:int0 "
        "width:int0 usemap:hash ismap:bool decoding:(sync|async|auto) "
        "loading:(lazy|eager) fetchpriority:(high|low|auto) border:zero "
        "crossorigin:(anonymous|use-credentials|)",
        "@expanded img math progressbar scrollbar separator slider "
        "presentation none doc-cover " LINK_ROLES)
ELEMENT(input, PHRASING, EMPTY, "",
        CONTROL SUBMIT
        "type:(hidden|text|search|tel|url|email|password|date|month|week|time|"
        "datetime-local|number|range|color|checkbox|radio|file|submit|image|"
        "reset|button) accept:text alt:text+ autocomplete:text capture:text "
        "checked:bool dirname:text+ height:int0 list:token max:text "
        "maxlength:int0 min:text minlength:int0 multiple:bool pattern:text "
        "placeholder:text readonly:bool required:bool size:int+ src:uri+ "
        "step:text value:text width:int0",
        "@expanded @pressed @checked @activedescendant @autocomplete "
        "@multiline @readonly @required @valuemax @valuemin @valuenow "
        "@valuetext @orientation @placeholder @posinset @setsize @selected "
        "textbox combobox searchbox spinbutton slider " LINK_ROLES)
ELEMENT(ins, PHRASING, TRANSPARENT, "", "cite:uri datetime:datetime", "*")
ELEMENT(kbd, PHRASING, PHRASES, "", "", "*")
ELEMENT(label, PHRASING, PHRASES, "", "for:token", "")
ELEMENT(legend, 0, HEADED, "", "", "")
ELEMENT(li, 0, FLOWS, "", "value:int", ITEM_ROLES)
ELEMENT(link, PHRASING | METADATA, EMPTY, "",
        REFERRER
        "rel:text href:uri+ as:text integrity:text hreflang:lang "
        "media:text type:mime sizes:text color:text disabled:bool scope:uri "
        "updateviacache:text workertype:text imagesrcset:text "
        "imagesizes:text fetchpriority:(high|low|auto) blocking:text "
        "crossorigin:(anonymous|use-credentials|)",
        "link")
ELEMENT(main, FLOW, FLOWS, "", "", "@expanded main")
ELEMENT(map, PHRASING, TRANSPARENT, "", "name:token!", "")
ELEMENT(mark, PHRASING, PHRASES, "", "", "*")
ELEMENT(menu, FLOW, SEQUENCE, "li|" SCRIPTS "*", "", LIST_ROLES)
ELEMENT(meta, METADATA, EMPTY, "",
        "name:text+ content:text http-equiv:text charset:text media:text",
        "presentation none menuitem")
ELEMENT(meter, PHRASING, PHRASES, "",
        "value:float! min:float low:float high:float max:float "
        "optimum:float",
        "@valuemin @valuemax")
ELEMENT(nav, FLOW, FLOWS, "", "",
        "@expanded navigation doc-index doc-pagelist doc-toc menu menubar "
        "none presentation tablist")
ELEMENT(object, PHRASING, SEQUENCE, "param* #same",
        "data:uri+ type:mime height:int0 width:int0 usemap:hash name:text "
        "form:token",
        "application document img")
ELEMENT(ol, FLOW, SEQUENCE, "li|" SCRIPTS "*",
        "start:int reversed:bool type:(1|a|A|i|I)", LIST_ROLES)
ELEMENT(optgroup, 0, SEQUENCE, "option|" SCRIPTS "*",
        "label:text! disabled:bool", "@expanded @activedescendant group")
ELEMENT(option, 0, TEXT, "",
        "disabled:bool selected:bool label:text+ value:text",
        "@posinset @setsize @checked @selected option")
ELEMENT(output, PHRASING, PHRASES, "", "name:text+ form:token for:tokens",
        "@expanded *")
ELEMENT(p, FLOW, PHRASES, "", "", "*")
ELEMENT(param, 0, EMPTY, "", "name:text! value:text!", "")
ELEMENT(picture, PHRASING, SEQUENCE, "source|" SCRIPTS "* img " SCRIPTS "*", "",
        "")
ELEMENT(pre, FLOW, PHRASES, "", "", "*")
ELEMENT(progress, PHRASING, PHRASES, "", "value:float max:float",
        "@valuemax @valuemin @valuenow @valuetext progressbar")
ELEMENT(q, PHRASING, PHRASES, "", "cite:uri", "*")
ELEMENT(rb, 0, PHRASES, "", "", "*")
ELEMENT(rp, 0, TEXT, "", "", "*")
ELEMENT(rt, 0, PHRASES, "", "", "*")
ELEMENT(rtc, 0, RUBYTEXT, "", "", "*")
ELEMENT(ruby, PHRASING, RUBY, "", "", "*")
ELEMENT(s, PHRASING, PHRASES, "", "", "*")
ELEMENT(samp, PHRASING, PHRASES, "", "", "*")
ELEMENT(script, PHRASING | METADATA, ANYTHING, "",
        REFERRER "src:uri+ defer:bool async:bool type:text nomodule:bool "
                 "charset:text language:text integrity:text blocking:text "
                 "fetchpriority:(high|low|auto) "
                 "crossorigin:(anonymous|use-credentials|)",
        "")
ELEMENT(search, FLOW, FLOWS, "", "",
        "@expanded search form group none presentation region")
ELEMENT(section, FLOW, FLOWS, "", "",
        "@expanded alert alertdialog application dialog feed group log "
        "marquee presentation none region status tabpanel banner "
        "complementary contentinfo document main navigation note search "
        "doc-abstract doc-acknowledgments doc-afterword doc-appendix "
        "doc-bibliography doc-chapter doc-colophon doc-conclusion doc-credit "
        "doc-credits doc-dedication doc-endnotes doc-epigraph doc-epilogue "
        "doc-errata doc-example doc-foreword doc-glossary doc-index "
        "doc-introduction doc-notice doc-pagelist doc-part doc-preface "
        "doc-prologue doc-pullquote doc-qna doc-toc")
ELEMENT(select, PHRASING, SEQUENCE, "optgroup|option|" SCRIPTS "*",
        CONTROL "size:int+ multiple:bool required:bool autocomplete:text",
        "@activedescendant @autocomplete @expanded @multiselectable "
        "@readonly @required listbox combobox menu")
ELEMENT(slot, PHRASING, TRANSPARENT, "", "name:text", "*")
ELEMENT(small, PHRASING, PHRASES, "", "", "*")
ELEMENT(source, 0, EMPTY, "",
        "src:uri+ type:mime media:text srcset:text sizes:text width:int0 "
        "height:int0",
        "")
ELEMENT(span, PHRASING, PHRASES, "", "", "*")
ELEMENT(strong, PHRASING, PHRASES, "", "", "*")
ELEMENT(style, METADATA, ANYTHING, "", "type:text media:text blocking:text", "")
ELEMENT(sub, PHRASING, PHRASES, "", "", "*")
ELEMENT(summary, 0, HEADED, "", "", "@expanded @pressed button")
ELEMENT(sup, PHRASING, PHRASES, "", "", "*")
ELEMENT(table, FLOW, SEQUENCE,
        "caption? " SCRIPTS "* colgroup* " SCRIPTS "* thead? " SCRIPTS
        "* tbody* tr* " SCRIPTS "* tfoot?",
        "border:border", "@colcount @rowcount *")
ELEMENT(tbody, 0, SEQUENCE, "tr|" SCRIPTS "*", "",
        "@activedescendant @expanded *")
ELEMENT(td, 0, FLOWS, "", CELL, "@colspan @rowspan @rowindex *")
ELEMENT(template, PHRASING | METADATA, ANYTHING, "",
        "shadowrootmode:(open|closed)", "")
ELEMENT(textarea, PHRASING, TEXT, "",
        CONTROL "autocomplete:text cols:int+ dirname:text+ maxlength:int0 "
                "minlength:int0 placeholder:text readonly:bool required:bool "
                "rows:int+ wrap:(soft|hard)",
        "@activedescendant @autocomplete @multiline @readonly @required "
        "@placeholder textbox")
ELEMENT(tfoot, 0, SEQUENCE, "tr|" SCRIPTS "*", "",
        "@activedescendant @expanded *")
ELEMENT(th, 0, FLOWS, "", CELL " scope:(row|col|rowgroup|colgroup) abbr:text",
        "@sort @readonly @required @colspan @colindex @rowspan @rowindex "
        "@selected @expanded *")
ELEMENT(thead, 0, SEQUENCE, "tr|" SCRIPTS "*", "",
        "@activedescendant @expanded *")
ELEMENT(time, PHRASING, TIME, "", "datetime:time", "*")
ELEMENT(title, 0, TEXT, "", "", "")
ELEMENT(tr, 0, SEQUENCE, "td|th|" SCRIPTS "*", "",
        "@level @selected @activedescendant @expanded *")
ELEMENT(track, 0, EMPTY, "",
        "kind:(subtitles|captions|descriptions|chapters|metadata) src:uri+! "
        "srclang:lang label:text default:bool",
        "")
ELEMENT(u, PHRASING, PHRASES, "", "", "*")
ELEMENT(ul, FLOW, SEQUENCE, "li|" SCRIPTS "*", "", LIST_ROLES)
ELEMENT(var, PHRASING, PHRASES, "", "", "*")
ELEMENT(video, PHRASING, SEQUENCE, "source* track* #same",
        MEDIA "poster:uri+ height:int0 width:int0 playsinline:bool",
        "application")
ELEMENT(wbr, PHRASING, EMPTY, "", "", "presentation none")

#undef CELL
#undef HEADING_ROLES
#undef SCRIPTS
#undef LIST_ROLES
#undef ITEM_ROLES
#undef LINK_ROLES
#undef MEDIA
#undef REFERRER
#undef HYPERLINK
#undef CONTROL
#undef SUBMIT

#pragma once

#include <string_view>

namespace morgue::indexer {

/// The elements of HTML that reading a page tells apart.
enum class Tag : unsigned char {
    other,  ///< of no meaning to us: part of the line it stands in
    text,   ///< no element: characters
    a,
    address,
    article,
    aside,
    audio,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    center,
    code,
    col,
    colgroup,
    dd,
    details,
    dialog,
    dir,
    div,
    dl,
    dt,
    embed,
    fieldset,
    figcaption,
    figure,
    footer,
    form,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    iframe,
    img,
    input,
    label,
    legend,
    li,
    link,
    main,
    menu,
    nav,
    noembed,
    noframes,
    noscript,
    object,
    ol,
    option,
    p,
    picture,
    pre,
    script,
    section,
    select,
    style,
    summary,
    svg,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    title,
    tr,
    ul,
    video,
};

/// How an element shows what is in it.
enum class Flow : unsigned char {
    inlined,
    block,  ///< on lines of its own
    none,   ///< not at all, or nothing of the article: scripts, menus, fields of forms
};

Tag tag_of(std::string_view lower_case_name) noexcept;
Flow flow_of(Tag tag) noexcept;

inline bool is_heading(Tag tag) noexcept {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace morgue::indexer

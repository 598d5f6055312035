#include <iterator>
#include <optional>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/western_controls.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/html.hpp>
#include <indexer/readers/html_byline.hpp>
#include <indexer/readers/html_charset.hpp>
#include <indexer/readers/html_page.hpp>
#include <indexer/readers/html_prepare.hpp>
#include <indexer/readers/html_title.hpp>
#include <indexer/readers/json_ld.hpp>
#include <indexer/readers/main_text.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t largest_page = 32 << 20;  // bytes

// What <meta> names mean, the most telling of a field first.
constexpr std::pair<std::string_view, Field> meta_names[] = {
    {"article:published_time", Field::date},
    {"og:published_time", Field::date},
    {"og:article:published_time", Field::date},
    {"datepublished", Field::date},
    {"date", Field::date},
    {"pubdate", Field::date},
    {"publishdate", Field::date},
    {"publish_date", Field::date},
    {"publish-date", Field::date},
    {"publication_date", Field::date},
    {"article.published", Field::date},
    {"parsely-pub-date", Field::date},
    {"sailthru.date", Field::date},
    {"article_date_original", Field::date},
    {"cxenseparse:recs:publishtime", Field::date},
    {"dc.date.issued", Field::date},
    {"dcterms.issued", Field::date},
    {"dc.date", Field::date},
    {"dcterms.date", Field::date},
    {"dc.date.created", Field::date},
    {"dcterms.created", Field::date},
    {"dc.title", Field::title},
    {"dcterms.title", Field::title},
    {"og:title", Field::title},
    {"parsely-title", Field::title},
    {"twitter:title", Field::title},
    {"dc.creator", Field::byline},
    {"dcterms.creator", Field::byline},
    {"author", Field::byline},
    {"article:author", Field::byline},
    {"og:article:author", Field::byline},
    {"parsely-author", Field::byline},
    {"sailthru.author", Field::byline},
    {"byl", Field::byline},
    {"og:site_name", Field::source},
    {"dc.publisher", Field::source},
    {"article:section", Field::section},
    {"section", Field::section},
    {"article:tag", Field::tag},
    {"news_keywords", Field::tag},
    {"keywords", Field::tag},
};

std::string_view without_by(std::string_view author) {
    for (const std::string_view by : {"By ", "by ", "BY "})
        if (author.starts_with(by)) return author.substr(by.size());
    return author;
}

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.starts_with("www.");
}

void state_meta(Article& article, Field field, std::string_view content) {
    if (field == Field::tag)
        state_each(article, field, content, ",;", Provenance::meta);
    else if (field != Field::byline)
        state(article, field, content, Provenance::meta);
    else if (!is_address(content))
        state(article, field, without_by(content), Provenance::meta);
}

// All <meta> of one name; a name further down speaks only where those above it said nothing.
void state_all_meta(Article& article, const HtmlPage& page) {
    for (const auto& [name, field] : meta_names) {
        if (article.find(field) != nullptr) continue;
        for (const auto& [written, content] : page.meta)
            if (written == name) state_meta(article, field, content);
    }
}

/// Of elements that do not say what their time is of, all must agree: lists of other articles have
/// times, too.
void state_shown_date(Article& article, const HtmlPage& page) {
    if (article.find(Field::date) != nullptr) return;
    if (state(article, Field::date, page.marked_date, Provenance::element)) return;
    std::optional<std::string> shown;
    for (const std::string& time : page.times) {
        auto date = written_date(time);
        if (!date) continue;
        if (shown && shown->substr(0, 10) != date->substr(0, 10)) return;
        if (!shown) shown = std::move(date);
    }
    if (shown) state(article, Field::date, *shown, Provenance::element);
}

std::string_view first_meta(const HtmlPage& page, std::string_view name) {
    for (const auto& [written, content] : page.meta)
        if (written == name) return content;
    return {};
}

void state_facts(Article& article, const HtmlPage& page) {
    const std::string title = folded_line(page.title);
    for (const std::string& script : page.json_ld)
        if (state_json_ld(script, title, article)) break;
    state_all_meta(article, page);
    state_shown_date(article, page);
    state(article, Field::title, headline_in(title), Provenance::meta);
    state(article, Field::lang, page.lang, Provenance::meta);
    state(article, Field::lang, first_meta(page, "content-language"), Provenance::meta);
    state(article, Field::lang, first_meta(page, "og:locale"), Provenance::meta);
    state(article, Field::url, page.canonical, Provenance::meta);
    state(article, Field::url, first_meta(page, "og:url"), Provenance::meta);
}

// A <title> that never closes has swallowed the page: it is text then.
std::string body_of(const HtmlPage& page, const KnownParts& known) {
    std::string text = without_western_controls(main_text(page.tree, known));
    const std::string title = folded_line(page.title);
    if (title.size() <= longest_value) return text;
    return text.empty() ? title : title + "\n" + text;
}

}  // namespace

ReadResult read_html(std::string_view bytes, const FileFacts& facts) {
    if (bytes.size() > largest_page) return Unread{SkipReason::too_large, "a page of over 32 MiB"};
    auto decoded = decode_served(bytes, facts.charset, declared_charset(bytes));
    if (auto* unread = std::get_if<Unread>(&decoded)) return std::move(*unread);
    const auto& [text, offset, charset] = std::get<DecodedText>(decoded);
    const auto prepared = prepared_page(text);
    if (!prepared) return Unread{SkipReason::malformed, "a tag with more than 1,000 attributes"};
    HtmlPage page = read_html_page(*prepared);
    if (page.too_deep) return Unread{SkipReason::malformed, "elements nested more than 1,000 deep"};
    ReadArticle read;
    state_facts(read.article, page);
    const ShownByline byline = shown_byline(page.tree);
    if (read.article.find(Field::byline) == nullptr)
        state(read.article, Field::byline, byline.names, Provenance::meta);
    read.article.body = body_of(page, {read.article.value(Field::title), byline.node});
    return told_of(charset, complete(std::move(read), facts));
}

}  // namespace morgue::indexer

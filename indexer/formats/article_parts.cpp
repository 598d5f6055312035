#include <algorithm>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/first_sentence.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/path_date.hpp>
#include <text/language.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

// Calls fn(code point, its bytes) for each character of valid UTF-8 until it returns false.
template <class Fn>
void each_character(std::string_view text, Fn fn) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        UChar32 c = 0;
        U8_NEXT(text.data(), at, text.size(), c);
        if (!fn(c, text.substr(begin, at - begin))) return;
    }
}

// ASCII white space, C0 and C1 controls, line and paragraph separators.
bool is_fold(UChar32 c) {
    return c <= 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

std::string_view without_outer_space(std::string_view text) {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool inside = false;
    each_character(text, [&](UChar32 c, std::string_view bytes) {
        const auto at = static_cast<std::size_t>(bytes.data() - text.data());
        if (u_isUWhiteSpace(c) || c == 0xFEFF) return true;
        if (!std::exchange(inside, true)) begin = at;
        end = at + bytes.size();
        return true;
    });
    return text.substr(begin, end - begin);
}

bool is_web_address(std::string_view text) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) return false;
    const std::string_view name = text.substr(0, scheme);
    if (name != "http" && name != "https") return false;
    return text.find_first_of(" \"<>", scheme) == std::string_view::npos;
}

// A site's front page is the address of no article.
bool is_article_address(std::string_view text) {
    if (!is_web_address(text)) return false;
    const std::string_view rest = text.substr(text.find("://") + 3);
    const std::size_t host = rest.find_first_of("/?#");
    return host != 0 && host != std::string_view::npos && rest.size() > host + 1;
}

std::optional<std::string> value_for(Field field, std::string_view raw) {
    auto value = clean_value(raw);
    if (!value) return std::nullopt;
    if (field == Field::date) return written_date(*value);
    if (field == Field::url) return is_article_address(*value) ? value : std::nullopt;
    if (field != Field::lang) return value;
    const auto code = text::normal_language_code(*value);
    return code ? std::optional<std::string>(*code) : std::nullopt;
}

/// Lines at the head of a text are only guessed to be dates.
void note_unread_date(Article& article, std::string_view raw, Provenance from) {
    if (from == Provenance::head) return;
    if (auto value = clean_value(raw)) article.add(Field::unread_date, std::move(*value), from);
}

/// A date as an address or a path states it, where the article states none.
void date_by_place(Article& article, std::string_view path) {
    if (article.find(Field::date) != nullptr) {
        std::erase_if(article.metadata,
                      [](const Metadatum& fact) { return fact.field == Field::unread_date; });
        return;
    }
    if (auto date = date_from_url(article.value(Field::url)))
        article.add(Field::date, std::move(*date), Provenance::url);
    if (auto date = date_from_path(path))
        article.add(Field::date, std::move(*date), Provenance::path);
}

bool room_for(const Article& article, Field field, std::string_view value, Provenance from) {
    std::size_t held = 0;
    for (const Metadatum& fact : article.metadata) {
        if (fact.field != field) continue;
        if (!info(field).repeats || fact.from != from || fact.value == value) return false;
        ++held;
    }
    return held < most_values;
}

}  // namespace

std::string folded_line(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    each_character(text, [&](UChar32 c, std::string_view bytes) {
        if (!is_fold(c))
            folded += bytes;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
        return true;
    });
    return std::string(without_outer_space(folded));
}

std::optional<std::string> clean_value(std::string_view raw) {
    // White space is worth folding away, but not without end.
    if (raw.size() > 16 * longest_value || !text::is_valid_utf8(raw)) return std::nullopt;
    std::string value = folded_line(raw);
    if (value.empty() || value.size() > longest_value) return std::nullopt;
    return value;
}

bool state(Article& article, Field field, std::string_view raw, Provenance from) {
    auto value = value_for(field, raw);
    if (!value && field == Field::date) note_unread_date(article, raw, from);
    if (!value || !room_for(article, field, *value, from)) return false;
    article.add(field, std::move(*value), from);
    return true;
}

void state_each(Article& article, Field field, std::string_view list, std::string_view marks,
                Provenance from) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(marks), list.size());
        state(article, field, list.substr(0, end), from);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

bool has_text(std::string_view text) {
    bool found = false;
    each_character(text, [&](UChar32 c, std::string_view) {
        found = !is_fold(c) && !u_isUWhiteSpace(c) && c != 0xFEFF && c != 0x200B;
        return !found;
    });
    return found;
}

bool has_word(std::string_view text) {
    bool found = false;
    each_character(text, [&](UChar32 c, std::string_view) {
        found = u_isalnum(c);
        return !found;
    });
    return found;
}

void finish_article(ReadArticle& read, const FileFacts& facts, std::size_t prose) {
    Article& article = read.article;
    state(article, Field::url, facts.url, Provenance::crawl);
    date_by_place(article, facts.path);
    state(article, Field::date, facts.fetched, Provenance::crawl);
    if (article.find(Field::title) == nullptr) {
        const std::string_view body = article.body;
        std::string title = first_sentence(body.substr(std::min(prose, body.size())));
        if (title.empty()) title = first_sentence(body);
        if (!title.empty()) article.add(Field::title, std::move(title), Provenance::first_sentence);
    }
}

ReadResult complete(ReadArticle read, const FileFacts& facts, std::size_t prose) {
    if (!has_text(read.article.body)) return Unread{SkipReason::empty, {}};
    finish_article(read, facts, prose);
    std::vector<ReadArticle> articles;
    articles.push_back(std::move(read));
    return articles;
}

}  // namespace morgue::indexer

#include <algorithm>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

#include <tools/render/article_parts.hpp>
#include <tools/render/labelled.hpp>
#include <tools/render/paragraph.hpp>
#include <tools/render/render_text.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t indent = 4;
const std::string margin(indent, ' ');

std::string ranked(std::size_t rank) {
    const std::string digits = std::to_string(rank);
    return std::string(digits.size() < 2 ? 1 : 0, ' ') + digits + "  ";
}

/// "AP · 2019-03-04 · World · 3f2a9c41b0de"
std::string dateline(const IndexedArticle& found, const Paths& paths, const Looks& looks) {
    Paragraph line{looks};
    line.colour(looks.style.faint);
    for (const Field field : {Field::source, Field::date, Field::section}) {
        const Metadatum* const fact = found.article.find(field);
        if (fact == nullptr) continue;
        line.add_foreign(field == Field::date ? day_of(*fact) : fact->value).add(" · ");
    }
    line.add(found.id.to_string());
    if (found.gone) line.add(" · gone");
    if (paths.are_several()) line.add(" · in ").add_foreign(paths.index(found.index));
    return line.lines(margin, indent);
}

Paragraph& add_headline(Paragraph& line, const IndexedArticle& found,
                        const std::vector<ByteRange>& lit) {
    const std::string_view title = found.article.value(Field::title);
    return title.empty() ? line.add(no_headline) : line.add_foreign({title, lit});
}

std::string headline(const Hit& hit, const Looks& looks) {
    Paragraph line{looks};
    line.colour(looks.style.title);
    return add_headline(line, hit.found, hit.title_highlights).lines(ranked(hit.rank), indent);
}

bool ends_a_sentence(std::string_view text) {
    for (const std::string_view mark : {".", "!", "?", "”", "\"", "。", "！", "？", "…", "」"})
        if (text.ends_with(mark)) return true;
    return false;
}

std::string passage(const Snippet& snippet, const Looks& looks) {
    const bool is_cut = !snippet.ends_article && !ends_a_sentence(snippet.text);
    Paragraph line{looks};
    line.add_foreign({.text = snippet.text,
                      .lit = snippet.highlights,
                      .before = snippet.in_article.begin > 0 ? "… " : "",
                      .after = is_cut ? " …" : ""});
    return line.lines(margin, indent);
}

/// "AP, Le Monde, …": of the others in a hit's group.
std::string names_of_others(const Hit& hit) {
    std::vector<std::string> names;
    for (const IndexedArticle& other : hit.others) {
        const std::string_view source = other.article.value(Field::source);
        const std::string& file = other.location.file;
        std::string name =
            printable(source.empty() ? file.substr(file.rfind('/') + 1) : std::string{source});
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return hit.alike > hit.others.size() ? list + ", …" : list;
}

/// "+6 near-identical: AP, Le Monde, …"
std::string others_line(const Hit& hit, const Looks& looks) {
    if (hit.alike == 0) return {};
    Paragraph line{looks};
    line.colour(looks.style.faint);
    line.add("+" + grouped(hit.alike) + " near-identical: ");
    line.add_foreign(names_of_others(hit));
    return line.lines(margin, indent);
}

std::string hit_for_the_eye(const Hit& hit, const Paths& paths, const Looks& looks) {
    std::string text = headline(hit, looks) + dateline(hit.found, paths, looks);
    const std::string file = file_of(hit.found, paths, looks);
    if (!file.empty())
        text += margin + std::string{looks.style.path} + file + std::string{looks.style.off} + "\n";
    for (const Snippet& snippet : hit.snippets) text += passage(snippet, looks);
    return text + others_line(hit, looks);
}

/// A field's value on one line.
std::string on_a_line(const Passage& passage, const Looks& looks) {
    std::string line = Paragraph{looks}.add_foreign(passage).lines("", 0);
    line.resize(line.size() - std::min<std::size_t>(line.size(), 1));
    return line;
}

icu::UnicodeString folded(const std::string& text) {
    return icu::UnicodeString::fromUTF8(text).foldCase();
}

/// Every run of words that is lit in the text, once.
void collect_lit(std::string_view text, const std::vector<ByteRange>& lit,
                 std::vector<std::string>& collected) {
    for (const auto& [begin, end] : lit) {
        std::string words = printable(text.substr(begin, end - begin));
        const bool is_new =
            std::none_of(collected.begin(), collected.end(),
                         [&](const std::string& known) { return folded(known) == folded(words); });
        if (is_new) collected.push_back(std::move(words));
    }
}

/// "storm corps, Russia": what marks and colours say otherwise.
std::string words_lit(const Hit& hit) {
    std::vector<std::string> collected;
    collect_lit(hit.found.article.value(Field::title), hit.title_highlights, collected);
    for (const Snippet& snippet : hit.snippets)
        collect_lit(snippet.text, snippet.highlights, collected);
    std::string list;
    for (const std::string& words : collected) list += (list.empty() ? "" : ", ") + words;
    return list;
}

bool shows_marks(const Looks& looks) {
    return !looks.marks.open.empty() || !looks.marks.close.empty();
}

Labelled file_row(const IndexedArticle& found, const Paths& paths, const Looks& looks) {
    return {.label = "file", .value = file_of(found, paths, looks), .is_ready = true};
}

std::string hit_for_the_ear(const Hit& hit, const Paths& paths, const Looks& looks) {
    const IndexedArticle& found = hit.found;
    std::string title{found.article.value(Field::title)};
    std::vector<Labelled> rows{
        {"rank", std::to_string(hit.rank)},
        {"headline", title.empty() ? std::string{no_headline}
                                   : on_a_line({title, hit.title_highlights}, looks)}};
    for (const Field field : {Field::source, Field::date, Field::section})
        if (const Metadatum* const fact = found.article.find(field); fact != nullptr)
            rows.push_back({std::string{info(field).name},
                            field == Field::date ? day_of(*fact) : fact->value});
    rows.push_back(file_row(found, paths, looks));
    rows.push_back({"id", found.id.to_string()});
    if (found.gone) rows.push_back({"gone", "its file is no longer there"});
    if (paths.are_several()) rows.push_back({"index", paths.index(found.index)});
    if (!shows_marks(looks)) rows.push_back({"matches", words_lit(hit)});
    for (const Snippet& snippet : hit.snippets)
        rows.push_back({"passage", on_a_line({snippet.text, snippet.highlights}, looks)});
    if (hit.alike > 0)
        rows.push_back({"near-identical", grouped(hit.alike) + " more: " + names_of_others(hit)});
    return labelled_lines(rows, looks);
}

/// Where the article is to be found again, at the end of all that is said of it.
void add_whereabouts(std::vector<Labelled>& rows, const IndexedArticle& found, const Paths& paths,
                     const Looks& looks) {
    rows.push_back({"id", found.id.to_string()});
    rows.push_back(file_row(found, paths, looks));
    if (found.gone) rows.push_back({"gone", "its file is no longer there"});
    if (paths.are_several()) rows.push_back({"index", paths.index(found.index)});
}

std::string origin(const Metadatum& fact) {
    if (fact.from == Provenance::mtime) return " (file's date)";
    if (fact.from == Provenance::crawl) return " (when it was fetched)";
    return " (" + std::string{to_string(fact.from)} + ")";
}

/// What tells of the file and its reading more than of the article.
bool is_technical(Field field) {
    return field == Field::charset;
}

std::vector<Labelled> metadata_rows(const IndexedArticle& found, bool (*is_left_out)(Field)) {
    std::vector<Labelled> rows;
    for (const FieldInfo& field : fields())
        for (const Metadatum& fact : found.article.metadata)
            if (fact.field == field.field && !is_left_out(field.field))
                rows.push_back({std::string{field.name}, fact.value, origin(fact)});
    return rows;
}

std::string title_line(const IndexedArticle& found, const std::vector<ByteRange>& lit,
                       const Looks& looks) {
    Paragraph line{looks};
    line.colour(looks.style.title);
    return add_headline(line, found, lit).lines(looks.plain ? "Headline: " : "", 0);
}

}  // namespace

std::string hit_as_text(const Hit& hit, const Paths& paths, const Looks& looks) {
    return looks.plain ? hit_for_the_ear(hit, paths, looks) : hit_for_the_eye(hit, paths, looks);
}

std::string article_as_text(const IndexedArticle& found, const Highlights& highlights,
                            const Paths& paths, const Looks& looks) {
    std::vector<Labelled> rows = metadata_rows(
        found, [](Field field) { return field == Field::title || is_technical(field); });
    add_whereabouts(rows, found, paths, looks);
    return title_line(found, highlights.title, looks) + labelled_lines(rows, looks) +
           (looks.plain ? "Text:\n" : "\n") +
           Paragraph{looks}.add_body(found.article.body, highlights.body).lines("", 0);
}

std::string metadata_as_text(const IndexedArticle& found, const Paths& paths, const Looks& looks) {
    std::vector<Labelled> rows = metadata_rows(found, [](Field) { return false; });
    if (!found.format.empty()) rows.push_back({"format", found.format});
    add_whereabouts(rows, found, paths, looks);
    return labelled_lines(rows, looks);
}

std::string passages_as_text(const FoundPassages& passages, const Paths& paths,
                             const Looks& looks) {
    const IndexedArticle& found = passages.found;
    std::vector<Labelled> rows;
    for (const Field field : {Field::source, Field::date, Field::section})
        if (const Metadatum* const fact = found.article.find(field); fact != nullptr)
            rows.push_back({std::string{info(field).name}, fact->value, origin(*fact)});
    add_whereabouts(rows, found, paths, looks);
    if (looks.plain)
        for (const Snippet& each : passages.passages)
            rows.push_back({"passage", on_a_line({each.text, each.highlights}, looks)});
    std::string text =
        title_line(found, passages.title_highlights, looks) + labelled_lines(rows, looks);
    if (looks.plain) return text;
    for (const Snippet& each : passages.passages) text += "\n" + passage(each, looks);
    return text;
}

}  // namespace morgue::tools

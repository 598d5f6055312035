#include <string_view>
#include <vector>

#include <tools/render/render_text.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view indent = "    ";
constexpr std::size_t label_width = 9;

/// How text is shown around what is lit in it.
struct Ground {
    const Style& style;
    std::string_view colour = "";
    Lines lines = Lines::join;
};

/// The text made printable, its ranges lit.
std::string lit(std::string_view text, const std::vector<ByteRange>& ranges, const Ground& ground) {
    std::string out;
    std::size_t done = 0;
    for (const ByteRange& range : ranges) {
        out += printable(text.substr(done, range.begin - done), ground.lines);
        out += ground.style.hit_on;
        out += printable(text.substr(range.begin, range.end - range.begin), ground.lines);
        out += ground.style.hit_off;
        out += ground.colour;
        done = range.end;
    }
    return out + printable(text.substr(done), ground.lines);
}

std::string painted(std::string_view colour, const std::string& text, const Style& style) {
    return std::string{colour} + text + std::string{style.off};
}

std::string headline(std::string_view title, const std::vector<ByteRange>& ranges,
                     const Style& style) {
    if (title.empty()) return "(no headline)";
    return painted(style.title, lit(title, ranges, {style, style.title}), style);
}

std::string day_of(const Metadatum& date) {
    const std::string day = printable(std::string_view{date.value}.substr(0, 10));
    return date.from == Provenance::mtime ? day + " (inferred)" : day;
}

/// "AP · 2019-03-04 · World · 3f2a9c41b0de"
std::string dateline(const IndexedArticle& found) {
    std::string line;
    for (const Field field : {Field::source, Field::date, Field::section}) {
        const Metadatum* const fact = found.article.find(field);
        if (fact == nullptr) continue;
        line += (field == Field::date ? day_of(*fact) : printable(fact->value)) + " · ";
    }
    return line + found.id.to_string();
}

bool ends_a_sentence(std::string_view text) {
    for (const std::string_view mark : {".", "!", "?", "”", "\"", "。", "！", "？", "…", "」"})
        if (text.ends_with(mark)) return true;
    return false;
}

std::string passage(const Snippet& snippet, const Style& style) {
    return std::string{indent} + (snippet.in_article.begin > 0 ? "… " : "") +
           lit(snippet.text, snippet.highlights, {style}) +
           (snippet.ends_article || ends_a_sentence(snippet.text) ? "" : " …") + "\n";
}

std::string file_line(const IndexedArticle& found, const Paths& paths) {
    const std::string& member = found.location.member;
    return printable(paths.file_of(found)) + (member.empty() ? "" : " (" + printable(member) + ")");
}

std::string ranked(std::size_t rank) {
    const std::string digits = std::to_string(rank);
    return std::string(digits.size() < 2 ? 1 : 0, ' ') + digits + "  ";
}

std::string labelled(std::string_view label, const std::string& value) {
    const std::size_t gap = label.size() < label_width ? label_width - label.size() : 1;
    return std::string{label} + std::string(gap, ' ') + value + "\n";
}

std::string origin(const Metadatum& fact) {
    const std::string from{to_string(fact.from)};
    return " (" + from + (fact.from == Provenance::mtime ? ", inferred)" : ")");
}

std::string metadata_lines(const IndexedArticle& found) {
    std::string lines;
    for (const FieldInfo& field : fields())
        for (const Metadatum& fact : found.article.metadata)
            if (fact.field == field.field && field.field != Field::title)
                lines += labelled(field.name, printable(fact.value) + origin(fact));
    return lines;
}

}  // namespace

std::string hit_as_text(const Hit& hit, const Paths& paths, const Looks& looks) {
    const Style& style = looks.style;
    const IndexedArticle& found = hit.found;
    std::string text =
        ranked(hit.rank) + headline(found.article.value(Field::title), hit.title_highlights, style);
    text += "\n" + std::string{indent} + painted(style.faint, dateline(found), style) + "\n";
    if (!found.location.file.empty())
        text += std::string{indent} + painted(style.path, file_line(found, paths), style) + "\n";
    for (const Snippet& snippet : hit.snippets) text += passage(snippet, style);
    return text;
}

std::string article_as_text(const IndexedArticle& found, const Highlights& highlights,
                            const Paths& paths, const Looks& looks) {
    const Style& style = looks.style;
    std::string text = headline(found.article.value(Field::title), highlights.title, style) + "\n";
    text += metadata_lines(found);
    text += labelled("id", found.id.to_string());
    if (!found.location.file.empty()) text += labelled("file", file_line(found, paths));
    text += "\n" + lit(found.article.body, highlights.body, {style, "", Lines::keep});
    if (!text.ends_with('\n')) text += '\n';
    return text;
}

}  // namespace morgue::tools

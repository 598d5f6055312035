#include <algorithm>

#include <tools/render/source_lines.hpp>

namespace morgue::tools {

SourceLines::SourceLines(const IndexedArticle& found)
    : body_(found.article.body), first_line_(found.location.body_line) {}

FilePlace SourceLines::at(std::size_t byte) {
    if (!are_known()) return {};
    if (byte < byte_) byte_ = breaks_ = line_begin_ = 0;
    for (; byte_ < std::min(byte, body_.size()); ++byte_) {
        if (body_[byte_] != '\n') continue;
        ++breaks_;
        line_begin_ = byte_ + 1;
    }
    return {first_line_ + breaks_, byte - line_begin_ + 1};
}

std::string_view SourceLines::text_at(std::size_t byte) const {
    const std::size_t before = byte == 0 ? std::string_view::npos : body_.rfind('\n', byte - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::string_view line = body_.substr(begin, body_.find('\n', byte) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace morgue::tools

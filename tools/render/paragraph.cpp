#include <algorithm>

#include <tools/render/display_width.hpp>
#include <tools/render/paragraph.hpp>
#include <tools/render/wrapping.hpp>

namespace morgue::tools {

namespace {

/// Columns left of a line that begins with so many others.
std::size_t columns_after(std::size_t indent, const Looks& looks) {
    if (looks.width == 0) return Room::endless;
    return looks.width > indent ? looks.width - indent : 1;
}

}  // namespace

Paragraph& Paragraph::colour(std::string_view sequence) {
    ground_ = sequence;
    return *this;
}

Paragraph& Paragraph::add(std::string_view text) {
    append(text, ground_);
    return *this;
}

Paragraph& Paragraph::add_foreign(const Passage& passage) {
    const std::size_t begin = text_.size();
    add(passage.before);
    append_lit(passage.text, passage.lit, Lines::join);
    add(passage.after);
    const ByteRange range{begin, text_.size()};
    if (!looks_.plain && has_right_to_left(std::string_view{text_}.substr(begin)))
        isolates_.push_back({range, direction_of(std::string_view{text_}.substr(begin))});
    return *this;
}

Paragraph& Paragraph::add_body(std::string_view text, const std::vector<ByteRange>& lit) {
    append_lit(text, lit, Lines::keep);
    return *this;
}

void Paragraph::append(std::string_view text, std::string_view colour) {
    if (text.empty()) return;
    text_ += text;
    if (runs_.empty() || runs_.back().colour != colour) runs_.push_back({0, colour});
    runs_.back().end = text_.size();
}

void Paragraph::append_lit(std::string_view text, const std::vector<ByteRange>& lit, Lines lines) {
    std::size_t done = 0;
    for (const auto& [begin, end] : lit) {
        append(printable(text.substr(done, begin - done), lines), ground_);
        append(looks_.marks.open, looks_.style.hit);
        append(printable(text.substr(begin, end - begin), lines), looks_.style.hit);
        append(looks_.marks.close, looks_.style.hit);
        done = end;
    }
    append(printable(text.substr(done), lines), ground_);
}

std::string Paragraph::painted(const ByteRange& range) const {
    std::string out;
    std::size_t at = range.begin;
    auto run = std::upper_bound(runs_.begin(), runs_.end(), at,
                                [](std::size_t place, const Run& one) { return place < one.end; });
    for (; at < range.end; ++run) {
        const std::size_t end = std::min(run->end, range.end);
        out += run->colour;
        out += std::string_view{text_}.substr(at, end - at);
        if (!run->colour.empty()) out += looks_.style.off;
        at = end;
    }
    return out;
}

std::string Paragraph::line_text(const ByteRange& line) const {
    std::string out;
    std::size_t at = line.begin;
    for (const Isolate& isolate : isolates_) {
        const ByteRange part{std::max(isolate.range.begin, at),
                             std::min(isolate.range.end, line.end)};
        if (part.begin >= part.end) continue;
        out += painted({at, part.begin});
        out += isolate_of(isolate.direction,
                          std::string_view{text_}.substr(part.begin, part.end - part.begin));
        out += painted(part);
        out += end_of_isolate;
        at = part.end;
    }
    return out + painted({at, line.end});
}

std::string Paragraph::lines(std::string_view lead, std::size_t indent) const {
    const Room room{columns_after(display_width(lead), looks_), columns_after(indent, looks_)};
    std::string out{lead};
    for (const ByteRange& line : wrapped_lines(text_, room)) {
        if (line.begin > 0 && line.begin < line.end) out += std::string(indent, ' ');
        out += line_text(line) + "\n";
    }
    return out;
}

}  // namespace morgue::tools

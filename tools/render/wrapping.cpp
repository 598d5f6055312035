#include <algorithm>

#include <tools/render/display_width.hpp>
#include <tools/render/text_boundaries.hpp>
#include <tools/render/wrapping.hpp>

namespace morgue::tools {

namespace {

std::string_view without_final(std::string_view text, std::string_view characters) {
    const std::size_t last = text.find_last_not_of(characters);
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// A dot between two facts belongs to the first: no line begins with it.
bool is_separator(const Piece& piece) {
    return piece.text.starts_with("·");
}

/// Two neighbours as one.
Piece joined(const Piece& first, const Piece& second) {
    if (first.text.empty()) return second;
    return {{first.text.data(), first.text.size() + second.text.size()}, second.ends_line};
}

std::vector<ByteRange> lines_as_they_are(std::string_view text) {
    std::vector<ByteRange> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

class Wrapper {
  public:
    explicit Wrapper(const Room& room) : room_(room) {}

    void add(const Piece& piece) {
        const std::string_view line = without_final(piece.text, "\n");
        const std::string_view word = without_final(line, " \t");
        const std::size_t width = display_width(word);
        if (column_ > 0 && width > free()) finish();
        if (width > free())
            cut(word);
        else
            take(word.size(), width);
        take_spaces(line.substr(word.size()));
        at_ += piece.text.size() - line.size();
        if (piece.ends_line) finish();
    }

    std::vector<ByteRange> lines() {
        if (line_.begin < at_) finish();
        return std::move(lines_);
    }

  private:
    std::size_t free() const {
        const std::size_t all = lines_.empty() ? room_.first : room_.rest;
        return all > column_ ? all - column_ : 0;
    }

    void take(std::size_t bytes, std::size_t width) {
        at_ += bytes;
        line_.end = at_;
        column_ += width;
    }

    /// Spaces count when something follows them on the line, and are gone at its end.
    void take_spaces(std::string_view spaces) {
        at_ += spaces.size();
        column_ += display_width(spaces);
    }

    void cut(std::string_view word) {
        for_each_piece(word, Boundary::cluster, [&](const Piece& cluster) {
            const std::size_t width = cluster_width(cluster.text);
            if (column_ > 0 && width > free()) finish();
            take(cluster.text.size(), width);
        });
    }

    void finish() {
        lines_.push_back(line_);
        line_ = {at_, at_};
        column_ = 0;
    }

    Room room_;
    std::vector<ByteRange> lines_;
    ByteRange line_;
    std::size_t at_ = 0;
    std::size_t column_ = 0;
};

}  // namespace

std::vector<ByteRange> wrapped_lines(std::string_view text, const Room& room) {
    if (room.rest == Room::endless) return lines_as_they_are(text);
    Wrapper wrapper{room};
    Piece held;
    for_each_piece(text, Boundary::line, [&](const Piece& piece) {
        if (is_separator(piece) && !held.ends_line) {
            held = joined(held, piece);
        } else {
            wrapper.add(held);
            held = piece;
        }
    });
    wrapper.add(held);
    return wrapper.lines();
}

}  // namespace morgue::tools

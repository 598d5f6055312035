#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/snippet.hpp>

#include <tools/render/bidi.hpp>
#include <tools/render/looks.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

/// Foreign text of which some is lit, and what stands before and after it.
struct Passage {
    std::string_view text;
    const std::vector<ByteRange>& lit;
    std::string_view before = "";
    std::string_view after = "";
};

/// Text for people, put together from our own words and from foreign text, then cut into lines:
/// what is lit is coloured or marked, and text from right to left is isolated from its neighbours.
class Paragraph {
  public:
    explicit Paragraph(const Looks& looks) : looks_(looks) {}

    /// The sequence that what follows is coloured by, such as Style::title.
    Paragraph& colour(std::string_view sequence);
    /// Our own words, printable() already.
    Paragraph& add(std::string_view text);
    /// Foreign text on one line, in an isolate of its own.
    Paragraph& add_foreign(const Passage& passage);
    Paragraph& add_foreign(std::string_view text) { return add_foreign({text, {}}); }
    /// A body: its lines stay as they are, but for those that are too long.
    Paragraph& add_body(std::string_view text, const std::vector<ByteRange>& lit);

    /// The lines, the first behind `lead`, the others behind `indent` spaces; each ends in a line
    /// end.
    std::string lines(std::string_view lead, std::size_t indent) const;

  private:
    /// A stretch of the text up to `end` in one colour.
    struct Run {
        std::size_t end = 0;
        std::string_view colour;
    };
    struct Isolate {
        ByteRange range;
        Direction direction;
    };

    void append(std::string_view text, std::string_view colour);
    void append_lit(std::string_view text, const std::vector<ByteRange>& lit, Lines lines);
    std::string painted(const ByteRange& range) const;
    std::string line_text(const ByteRange& line) const;

    const Looks& looks_;
    std::string_view ground_;
    std::string text_;
    std::vector<Run> runs_;
    std::vector<Isolate> isolates_;
};

}  // namespace morgue::tools

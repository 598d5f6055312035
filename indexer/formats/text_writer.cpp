#include <algorithm>
#include <vector>

#include <indexer/formats/lines.hpp>
#include <indexer/formats/text_writer.hpp>

namespace morgue::indexer {

void TextWriter::write(std::uint32_t part) {
    std::vector<std::uint32_t> ends;  // of the open blocks
    for (std::uint32_t at = part; at < page_.node(part).end; ++at) {
        while (!ends.empty() && ends.back() <= at) {
            ends.pop_back();
            break_line();
        }
        if (page_.dropped(at)) {
            at = page_.node(at).end - 1;
            continue;
        }
        if (page_.node(at).tag == Tag::text)
            put(page_.tree().text(page_.node(at)));
        else if (flow_of(page_.node(at).tag) == Flow::block) {
            break_line();
            ends.push_back(page_.node(at).end);
        }
    }
    break_line();
}

void TextWriter::break_line() noexcept {
    break_ = !out_.empty();
    space_ = false;
}

void TextWriter::put(std::string_view text) {
    while (!text.empty()) {
        const std::size_t word = std::min(text.find_first_of(ascii_space), text.size());
        if (word > 0) put_word(text.substr(0, word));
        text.remove_prefix(word);
        if (text.empty()) return;
        space_ = true;
        // Only <pre> has line breaks left.
        if (text.front() == '\n') break_line();
        text.remove_prefix(1);
    }
}

void TextWriter::put_word(std::string_view word) {
    if (break_)
        out_ += '\n';
    else if (space_ && !out_.empty())
        out_ += ' ';
    break_ = space_ = false;
    out_ += word;
}

}  // namespace morgue::indexer

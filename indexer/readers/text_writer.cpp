#include <vector>

#include <indexer/formats/lines.hpp>
#include <indexer/readers/text_writer.hpp>

namespace morgue::indexer {

namespace {

/// How many bytes the words at the beginning have that single spaces divide.
std::size_t size_of_words(std::string_view text) noexcept {
    const auto ends_at = [&](std::size_t at) {
        return is_ascii_space(text[at]) &&
               (text[at] != ' ' || at + 1 == text.size() || is_ascii_space(text[at + 1]));
    };
    if (!text.empty() && is_ascii_space(text.front())) return 0;
    std::size_t size = 0;
    while (size < text.size() && !ends_at(size)) ++size;
    return size;
}

}  // namespace

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
    if (is_single_spaced(text)) return put_single_spaced(text);
    while (!text.empty()) {
        const std::size_t words = size_of_words(text);
        if (words > 0) put_words(text.substr(0, words));
        text.remove_prefix(words);
        if (text.empty()) return;
        space_ = true;
        // Only <pre> has line breaks left.
        if (text.front() == '\n') break_line();
        text.remove_prefix(1);
    }
}

/// As most text is.
void TextWriter::put_single_spaced(std::string_view text) {
    if (text.starts_with(' ')) {
        space_ = true;
        text.remove_prefix(1);
    }
    const bool ends_in_space = text.ends_with(' ');
    if (ends_in_space) text.remove_suffix(1);
    if (!text.empty()) put_words(text);
    space_ |= ends_in_space;
}

void TextWriter::put_words(std::string_view words) {
    if (break_)
        out_ += '\n';
    else if (space_ && !out_.empty())
        out_ += ' ';
    break_ = space_ = false;
    out_ += words;
}

}  // namespace morgue::indexer

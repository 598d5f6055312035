#include <utility>

#include <indexer/formats/text_article.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/front_matter.hpp>
#include <indexer/readers/plain_text.hpp>

namespace morgue::indexer {

namespace {

ReadResult read(std::string_view bytes, const FileFacts& facts, TextKind kind) {
    auto decoded = decode_served(bytes, facts.charset, {});
    if (auto* unread = std::get_if<Unread>(&decoded)) return std::move(*unread);
    DecodedText& text = std::get<DecodedText>(decoded);
    auto matter = read_front_matter(text.text);
    return read_text({std::move(text), std::move(matter)}, kind, facts);
}

}  // namespace

ReadResult read_plain_text(std::string_view bytes, const FileFacts& facts) {
    return read(bytes, facts, TextKind::plain);
}

ReadResult read_markdown(std::string_view bytes, const FileFacts& facts) {
    return read(bytes, facts, TextKind::markdown);
}

}  // namespace morgue::indexer

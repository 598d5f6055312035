#include <utility>

#include <indexer/formats/control_bytes.hpp>
#include <indexer/formats/double_encoding.hpp>
#include <indexer/formats/utf8_text.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr const char* utf8 = "UTF-8";

// Without branches, many bytes go at a time.
bool has_control(std::string_view bytes) {
    unsigned char any = 0;
    for (const char c : bytes) any |= is_control(c) ? 1 : 0;
    return any != 0;
}

DecodedText marked(std::string_view bytes) {
    return {std::string(bytes.substr(mark.size())),
            static_cast<std::int64_t>(mark.size()),
            {utf8, Provenance::bom}};
}

}  // namespace

bool has_high_byte(std::string_view bytes) {
    char all = 0;
    for (const char c : bytes) all = static_cast<char>(all | c);
    return static_cast<unsigned char>(all) >= 0x80;
}

bool is_plain_utf8(std::string_view bytes) {
    return bytes.size() <= most_decoded && !has_control(bytes) && text::is_valid_utf8(bytes);
}

DecodedText plain_utf8(std::string_view bytes, Provenance ascii_from) {
    if (bytes.starts_with(mark)) return decoded_fully(marked(bytes));
    const Provenance from = has_high_byte(bytes) ? Provenance::detected : ascii_from;
    return decoded_fully({std::string(bytes), 0, {utf8, from}});
}

DecodedText decoded_fully(DecodedText decoded) {
    auto once = decoded_once_more(decoded.text);
    if (!once) return decoded;
    return {*std::move(once), -1, {std::move(decoded.charset.name), Provenance::repaired}};
}

ReadResult told_of(const Charset& charset, ReadResult read) {
    for (ReadArticle& one : read.articles)
        one.article.metadata.insert(one.article.metadata.begin(),
                                    {Field::charset, charset.name, charset.from});
    return read;
}

}  // namespace morgue::indexer

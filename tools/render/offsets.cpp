#include <algorithm>

#include <tools/render/offsets.hpp>

namespace morgue::tools {

namespace {

bool continues_character(char byte) {
    return (byte & '\xC0') == '\x80';
}

/// How much a byte of UTF-8 adds: a character counts at its first byte.
std::size_t weight(char byte, OffsetUnit unit) {
    if (unit == OffsetUnit::bytes) return 1;
    if (continues_character(byte)) return 0;
    const bool needs_surrogates = static_cast<unsigned char>(byte) >= 0xF0;
    return unit == OffsetUnit::utf16 && needs_surrogates ? 2 : 1;
}

}  // namespace

OffsetUnit offset_unit_named(std::string_view name) noexcept {
    if (name == "chars") return OffsetUnit::chars;
    return name == "utf16" ? OffsetUnit::utf16 : OffsetUnit::bytes;
}

std::string_view key_of(OffsetUnit unit) noexcept {
    if (unit == OffsetUnit::chars) return "char";
    return unit == OffsetUnit::utf16 ? "utf16" : "byte";
}

std::size_t OffsetCounter::at(std::size_t byte) {
    if (unit_ == OffsetUnit::bytes) return byte;
    if (byte < byte_) byte_ = counted_ = 0;
    for (; byte_ < std::min(byte, text_.size()); ++byte_) counted_ += weight(text_[byte_], unit_);
    return counted_;
}

OffsetPair pair_of(const ByteRange& range, OffsetCounter& counter) {
    const std::size_t begin = counter.at(range.begin);
    return {begin, counter.at(range.end)};
}

std::vector<OffsetPair> pairs_of(const std::vector<ByteRange>& ranges, std::string_view text,
                                 OffsetUnit unit) {
    OffsetCounter counter{text, unit};
    std::vector<OffsetPair> pairs;
    pairs.reserve(ranges.size());
    for (const ByteRange& range : ranges) pairs.push_back(pair_of(range, counter));
    return pairs;
}

}  // namespace morgue::tools

#include <algorithm>

#include <indexer/containers/header_lines.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>

namespace morgue::indexer {

HeaderLines::HeaderLines(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (trimmed(line).empty()) break;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line[0] == ' ' || line[0] == '\t') continue;
        lines_.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
}

std::string_view HeaderLines::value(std::string_view name) const noexcept {
    const auto found = std::ranges::find_if(
        lines_, [&](const auto& line) { return same_but_for_capitals(line.first, name); });
    return found == lines_.end() ? std::string_view() : found->second;
}

std::string media_type(std::string_view content_type) {
    return lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string parameter(std::string_view content_type, std::string_view name) {
    std::size_t at = content_type.find(';');
    while (at != std::string_view::npos) {
        const std::size_t next = content_type.find(';', at + 1);
        const std::string_view part = content_type.substr(at + 1, next - at - 1);
        const std::size_t equals = part.find('=');
        if (equals != std::string_view::npos &&
            same_but_for_capitals(trimmed(part.substr(0, equals)), name)) {
            std::string_view value = trimmed(part.substr(equals + 1));
            if (value.size() > 1 && value.front() == '"' && value.back() == '"')
                value = value.substr(1, value.size() - 2);
            return std::string(value);
        }
        at = next;
    }
    return {};
}

std::size_t header_length(std::string_view text) noexcept {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        const std::string_view next = text.substr(at + 1, 2);
        if (next.starts_with('\n')) return at + 2;
        if (next == "\r\n") return at + 3;
    }
    return std::string_view::npos;
}

}  // namespace morgue::indexer

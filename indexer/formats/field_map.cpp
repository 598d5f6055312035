#include <algorithm>
#include <array>

#include <morgue/error.hpp>

#include <indexer/formats/field_map.hpp>

namespace morgue::indexer {

namespace {

constexpr std::array<std::string_view, 16> part_names{
    "id",  "status",   "version", "title",  "byline", "date", "source", "section",
    "tag", "dateline", "place",   "agency", "lang",   "url",  "body",   "summary"};

std::optional<RecordPart> part_named(std::string_view name) {
    const auto at = std::ranges::find(part_names, name);
    if (at == part_names.end()) return std::nullopt;
    return static_cast<RecordPart>(at - part_names.begin());
}

std::string all_part_names() {
    std::string list;
    for (const std::string_view name : part_names)
        list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

void check(const std::string& option) {
    const std::size_t equals = option.find('=');
    if (equals == std::string::npos || equals + 1 == option.size() ||
        option.find('\n') != std::string::npos)
        throw Error(ErrorCode::bad_argument, "'" + option + "' maps nothing", {},
                    "write a field and the name that it has in the files: title=headline");
    const std::string name = option.substr(0, equals);
    if (!part_named(name))
        throw Error(ErrorCode::bad_argument, "'" + name + "' is no field of an article", {},
                    "write one of " + all_part_names());
}

}  // namespace

std::string_view to_string(RecordPart part) noexcept {
    return part_names[static_cast<std::size_t>(part)];
}

std::string FieldMap::joined(std::span<const std::string> options) {
    std::string text;
    for (const std::string& option : options) {
        check(option);
        text.append(text.empty() ? "" : "\n").append(option);
    }
    return text;
}

FieldMap::FieldMap(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (const auto part = part_named(line.substr(0, equals)))
            parts_.emplace_back(line.substr(equals + 1), *part);
    }
}

std::optional<RecordPart> FieldMap::part_of(std::string_view name) const {
    for (const auto& [given, part] : parts_)
        if (given == name) return part;
    return std::nullopt;
}

}  // namespace morgue::indexer

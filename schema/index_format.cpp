#include <charconv>
#include <map>
#include <sstream>

#include <morgue/error.hpp>
#include <morgue/version.hpp>

#include <schema/fact_term.hpp>
#include <schema/field.hpp>
#include <schema/hints.hpp>
#include <schema/index_format.hpp>
#include <schema/slot.hpp>

namespace morgue::schema {

namespace {

std::string described_fields() {
    std::string text;
    for (const FieldSpec& row : field_table())
        text.append(text.empty() ? "" : ",").append(row.shown.name).append(":").append(row.prefix);
    for (const auto& [name, prefix] : fact_prefixes)
        text.append(",").append(name).append(":").append(prefix);
    return text;
}

std::string described_slots() {
    std::string text;
    for (const auto& [slot, name] : slot_table())
        text.append(text.empty() ? "" : ",")
            .append(name)
            .append(":")
            .append(std::to_string(static_cast<unsigned>(slot)));
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : ",").append(word);
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; std::getline(in, word, ',');) words.push_back(word);
    return words;
}

std::map<std::string, std::string> named_values(std::string_view text) {
    std::map<std::string, std::string> values;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) {
        const std::size_t equals = line.find('=');
        if (equals != std::string::npos) values[line.substr(0, equals)] = line.substr(equals + 1);
    }
    return values;
}

unsigned version_number(const std::string& text, const std::string& path) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number > 0) return number;
    throw Error(ErrorCode::index_corrupt, "part of the index does not say what it is", path,
                restore_hint);
}

}  // namespace

std::string encode(const ShardDescription& description) {
    return "format=" + std::to_string(description.format) +
           "\nanalysis=" + std::to_string(description.analysis) +
           "\nlanguages=" + joined(description.languages) + "\nfields=" + described_fields() +
           "\nslots=" + described_slots() + "\n";
}

ShardDescription decode_description(std::string_view text, const std::string& path) {
    auto values = named_values(text);
    ShardDescription description;
    description.format = version_number(values["format"], path);
    description.analysis = version_number(values["analysis"], path);
    description.languages = split(values["languages"]);
    if (description.format > format_version || description.analysis > analysis_version)
        throw Error(ErrorCode::index_too_new,
                    "the index was written by a later version of Morgue (format " +
                        values["format"] + ", analysis " + values["analysis"] + ")",
                    path, "install that version, or build the index anew with this one");
    if (description.format < format_version)
        throw Error(ErrorCode::index_corrupt,
                    "the index was written by an earlier version of Morgue (format " +
                        values["format"] + ")",
                    path, restore_hint);
    if (values["fields"] != described_fields() || values["slots"] != described_slots())
        throw Error(ErrorCode::index_corrupt,
                    "the index was written by a version of Morgue that knows other fields", path,
                    restore_hint);
    return description;
}

}  // namespace morgue::schema

namespace morgue {

unsigned index_format() noexcept {
    return schema::format_version;
}

}  // namespace morgue

#include <algorithm>
#include <charconv>
#include <optional>

#include <morgue/error.hpp>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <base/hash.hpp>
#include <schema/generation.hpp>
#include <schema/hints.hpp>

namespace morgue::schema {

namespace {

/// Of the stub itself; its parts say of which they are (ShardDescription).
constexpr unsigned stub_format = 1;
constexpr std::size_t max_stub_bytes = std::size_t{1} << 20;
constexpr std::string_view shard_line = "glass shards/";
constexpr std::string_view checksum_mark = " crc32c=";

[[noreturn]] void refuse(const std::string& path, const std::string& line) {
    throw Error(ErrorCode::index_refused,
                "the index names something outside its own folder: '" + line + "'", path,
                "an index of Morgue never does; do not use this one unless you know its maker");
}

[[noreturn]] void corrupt(const std::string& path, const std::string& why) {
    throw Error(ErrorCode::index_corrupt, "the index's list of parts is damaged: " + why, path,
                restore_hint);
}

std::string checksum(std::string_view text) {
    std::string bytes;
    base::put_big_endian(bytes, base::crc32c(text), 4);
    return base::to_hex(bytes);
}

std::string first_line(const Generation& generation) {
    return "# morgue format=" + std::to_string(stub_format) +
           " generation=" + std::to_string(generation.number) + " dead=" + generation.dead_file();
}

std::optional<std::uint64_t> number_after(std::string_view line, std::string_view name) {
    const std::size_t at = line.find(name);
    if (at == std::string_view::npos) return std::nullopt;
    std::uint64_t number = 0;
    const char* begin = line.data() + at + name.size();
    const auto [end, error] = std::from_chars(begin, line.data() + line.size(), number);
    if (error != std::errc() || end == begin) return std::nullopt;
    return number;
}

void check_format(std::string_view head, const std::string& path) {
    const auto format = number_after(head, "# morgue format=");
    if (!format) corrupt(path, "its first line is not Morgue's");
    if (*format > stub_format)
        throw Error(ErrorCode::index_too_new,
                    "the index was written by a later version of Morgue (format " +
                        std::to_string(*format) + ")",
                    path, "install that version, or build the index anew with this one");
}

bool has_twins(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

bool is_shard_name(std::string_view name) {
    const std::size_t dash = name.find('-');
    if (dash == std::string_view::npos || dash == 0 || name.size() != dash + 9) return false;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto hex = [&](char c) { return digit(c) || (c >= 'a' && c <= 'f'); };
    return std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(dash), digit) &&
           std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dash) + 1, name.end(), hex);
}

std::string encode(const Generation& generation) {
    const std::string head = first_line(generation);
    std::string parts;
    for (const std::string& name : generation.shards)
        parts.append(shard_line).append(name).append("\n");
    return head + std::string(checksum_mark) + checksum(head + "\n" + parts) + "\n" + parts;
}

Generation decode_generation(std::string_view stub, const std::string& path) {
    Generation generation;
    const std::vector<std::string_view> lines = lines_of(stub);
    // What it names is refused by name before anything else is said of it.
    for (const std::string_view line : lines) {
        if (line.empty() || line.starts_with('#')) continue;
        if (!line.starts_with(shard_line)) refuse(path, std::string(line));
        const std::string_view name = line.substr(shard_line.size());
        if (!is_shard_name(name)) refuse(path, std::string(line));
        generation.shards.emplace_back(name);
    }
    if (lines.empty()) corrupt(path, "it is empty");
    check_format(lines.front(), path);
    const auto number = number_after(lines.front(), " generation=");
    if (!number) corrupt(path, "its first line has no number");
    generation.number = *number;
    if (generation.shards.empty() || encode(generation) != stub)
        corrupt(path, "its checksum does not fit");
    if (has_twins(generation.shards)) corrupt(path, "it names a part twice");
    return generation;
}

std::string read_stub(const std::string& dir) {
    const std::string path = base::join(dir, stub_name);
    try {
        if (auto stub = base::read_file(path, max_stub_bytes)) return *std::move(stub);
    } catch (const base::FileError& error) {
        throw Error(ErrorCode::io_error, error.what(), path);
    }
    throw Error(ErrorCode::index_not_found, "there is no index at " + dir, dir,
                "make one with: morgue index DIRECTORY");
}

}  // namespace morgue::schema

#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zlib.h>
#include <zstd.h>

#include <indexer/containers/members.hpp>

namespace morgue::indexer {

inline std::string gzipped(std::string_view text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string zstd(std::string_view text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

using Files = std::vector<std::pair<std::string, std::string>>;

/// An archive of the files: "zip", or what else libarchive calls a format of its own.
inline std::string archived(const Files& files, const char* format, const char* options = "") {
    std::string out(std::size_t{1} << 20, '\0');
    for (const auto& [name, bytes] : files) out.resize(out.size() + name.size() + bytes.size());
    std::size_t used = 0;
    archive* handle = archive_write_new();
    archive_write_set_format_by_name(handle, format);
    archive_write_set_options(handle, options);
    if (*options != '\0') archive_write_set_passphrase(handle, "secret");
    archive_write_open_memory(handle, out.data(), out.size(), &used);
    for (const auto& [name, bytes] : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0600);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(handle, entry);
        archive_write_data(handle, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(handle);
    archive_write_free(handle);
    out.resize(used);
    return out;
}

inline constexpr std::size_t most_bytes = std::size_t{1} << 20;

inline std::vector<Member> members_of(std::string_view name, std::string bytes) {
    Members members(memory_input(std::move(bytes)), name, {most_bytes});
    std::vector<Member> all;
    while (auto member = members.next()) all.push_back(*std::move(member));
    return all;
}

/// How many members were passed over, in the order of the fields.
inline PassedParts passed_in(std::string_view name, std::string bytes) {
    Members members(memory_input(std::move(bytes)), name, {most_bytes});
    while (members.next()) continue;
    return members.passed();
}

/// "a.html: text|b.pdf: no reader": labels, with bytes or with why there are none.
inline std::string told(const std::vector<Member>& members) {
    std::string text;
    for (const Member& member : members)
        text += (text.empty() ? "" : "|") + member.label + ": " +
                (member.unread ? std::string(to_string(member.unread->reason)) : member.bytes);
    return text;
}

inline std::string told(std::string_view name, std::string bytes) {
    return told(members_of(name, std::move(bytes)));
}

}  // namespace morgue::indexer

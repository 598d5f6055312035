#include <array>
#include <optional>
#include <string>
#include <vector>

#include <morgue/formats.hpp>

#include <indexer/formats/format.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/packing/packing.hpp>

namespace morgue::indexer {

namespace {

constexpr std::array<std::string_view, 2> gzip_extensions{".gz", ".tgz"};
constexpr std::array<std::string_view, 2> zstd_extensions{".zst", ".tzst"};
constexpr std::array<std::string_view, 2> xz_extensions{".xz", ".txz"};
constexpr std::array<std::string_view, 2> bzip2_extensions{".bz2", ".tbz2"};

constexpr std::array<std::string_view, 2> zip_extensions{".zip", ".wacz"};
constexpr std::array<std::string_view, 1> tar_extensions{".tar"};
constexpr std::array<std::string_view, 1> warc_extensions{".warc"};
constexpr std::array<std::string_view, 1> arc_extensions{".arc"};
constexpr std::array<std::string_view, 1> mbox_extensions{".mbox"};

struct CompressionRow {
    std::string_view name;
    Compression compression;
    /// The first is that of any file, the second of a tar file.
    std::span<const std::string_view, 2> extensions;
};

struct HolderRow {
    std::string_view name;
    Holder holder;
    std::span<const std::string_view> extensions;
};

constexpr std::array<CompressionRow, 4> compressions{{
    {"gzip", Compression::gzip, gzip_extensions},
    {"Zstandard", Compression::zstd, zstd_extensions},
    {"xz", Compression::xz, xz_extensions},
    {"bzip2", Compression::bzip2, bzip2_extensions},
}};

constexpr std::array<HolderRow, 5> holders{{
    {"ZIP", Holder::zip, zip_extensions},
    {"tar", Holder::tar, tar_extensions},
    {"WARC", Holder::warc, warc_extensions},
    {"ARC", Holder::arc, arc_extensions},
    {"mbox", Holder::mbox, mbox_extensions},
}};

/// A name that begins with its only dot has no extension.
bool has_extension(std::string_view name, std::string_view extension) {
    if (name.size() <= extension.size()) return false;
    const std::size_t dot = name.size() - extension.size();
    return name[dot - 1] != '/' && same_but_for_capitals(name.substr(dot), extension);
}

const HolderRow* holder_named(std::string_view name) {
    for (const HolderRow& row : holders)
        for (const std::string_view extension : row.extensions)
            if (has_extension(name, extension)) return &row;
    return nullptr;
}

std::optional<Packing> compressed_packing(std::string_view name) {
    for (const CompressionRow& row : compressions) {
        const auto& [any, of_tar] = std::pair(row.extensions[0], row.extensions[1]);
        if (has_extension(name, of_tar)) return Packing{row.compression, Holder::tar, name};
        if (!has_extension(name, any)) continue;
        const std::string_view inner = name.substr(0, name.size() - any.size());
        const HolderRow* holder = holder_named(inner);
        // What is compressed once more as a whole is no ZIP file that one could look into.
        const bool held = holder != nullptr && holder->holder != Holder::zip;
        return Packing{row.compression, held ? holder->holder : Holder::none, inner};
    }
    return std::nullopt;
}

std::vector<FormatInfo> all_rows() {
    std::vector<FormatInfo> rows;
    for (const Format& format : known_formats()) rows.push_back({format.name, format.extensions});
    for (const HolderRow& row : holders) rows.push_back({row.name, row.extensions});
    for (const CompressionRow& row : compressions) rows.push_back({row.name, row.extensions});
    return rows;
}

}  // namespace

Packing packing_of(std::string_view name) {
    if (const auto compressed = compressed_packing(name)) return *compressed;
    const HolderRow* row = holder_named(name);
    return {Compression::none, row == nullptr ? Holder::none : row->holder, name};
}

bool holds_others(std::string_view name) {
    return packing_of(name).holder != Holder::none;
}

bool is_packed(std::string_view name) {
    const Packing packing = packing_of(name);
    return packing.compression != Compression::none || packing.holder != Holder::none;
}

bool is_read(std::string_view name) {
    return !format_named(name).empty();
}

std::string_view format_named(std::string_view name) {
    const Packing packing = packing_of(name);
    for (const HolderRow& row : holders)
        if (row.holder == packing.holder) return row.name;
    const Format* format = find_format(packing.inner);
    return format == nullptr ? std::string_view() : format->name;
}

}  // namespace morgue::indexer

namespace morgue {

std::span<const FormatInfo> formats() noexcept {
    static const std::vector<FormatInfo> rows = indexer::all_rows();
    return rows;
}

}  // namespace morgue

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <schema/catalog_head.hpp>
#include <schema/generation.hpp>

namespace morgue::schema {

namespace {

constexpr std::uint64_t layout = 6;

void put_key(std::string& out, const FileKey& key) {
    base::put_string(out, key.root);
    base::put_string(out, key.file);
}

FileKey get_key(base::ByteReader& in) {
    std::string root(in.string());
    return {std::move(root), std::string(in.string())};
}

void put_root(std::string& out, const CatalogRoot& root) {
    base::put_varint(out, root.whole ? 1 : 0);
    base::put_varint(out, root.follows_links ? 1 : 0);
}

CatalogRoot get_root(base::ByteReader& in) {
    CatalogRoot root;
    root.whole = in.varint() != 0;
    root.follows_links = in.varint() != 0;
    return root;
}

void put_table(std::string& out, const FileTableId& table) {
    base::put_varint(out, table.number);
    base::put_varint(out, table.bytes);
    base::put_big_endian(out, table.crc, 4);
}

FileTableId get_table(base::ByteReader& in) {
    FileTableId table;
    table.number = in.varint();
    table.bytes = in.varint();
    table.crc = static_cast<std::uint32_t>(in.big_endian(4));
    return table;
}

/// What was given for places, and holds below them.
using ByPlace = std::map<FileKey, std::string>;

void put_by_place(std::string& out, const ByPlace& given) {
    base::put_varint(out, given.size());
    for (const auto& [below, text] : given) {
        put_key(out, below);
        base::put_string(out, text);
    }
}

ByPlace get_by_place(base::ByteReader& in) {
    ByPlace given;
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        FileKey below = get_key(in);
        given.emplace(std::move(below), in.string());
    }
    return given;
}

void put_settings(std::string& out, const CatalogSettings& settings) {
    base::put_varint(out, settings.generation);
    base::put_varint(out, settings.roots.size());
    for (const auto& [name, root] : settings.roots) {
        base::put_string(out, name);
        put_root(out, root);
    }
    base::put_varint(out, settings.forgotten.size());
    for (const std::string& folder : settings.forgotten) base::put_string(out, folder);
    put_by_place(out, settings.languages);
    put_by_place(out, settings.field_maps);
}

CatalogSettings get_settings(base::ByteReader& in) {
    CatalogSettings settings;
    settings.generation = in.varint();
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        std::string name(in.string());
        settings.roots.emplace(std::move(name), get_root(in));
    }
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left)
        settings.forgotten.emplace_back(in.string());
    settings.languages = get_by_place(in);
    settings.field_maps = get_by_place(in);
    return settings;
}

std::string nearest(const ByPlace& given, const FileKey& file) {
    if (given.empty()) return {};
    for (FileKey place = file;; place.file = base::parent(place.file)) {
        if (const auto found = given.find(place); found != given.end()) return found->second;
        if (place.file.empty()) return {};
    }
}

}  // namespace

std::string CatalogSettings::language_of(const FileKey& file) const {
    return nearest(languages, file);
}

std::string CatalogSettings::field_map_of(const FileKey& file) const {
    return nearest(field_maps, file);
}

std::string encode(const CatalogHead& head) {
    std::string out;
    base::put_varint(out, layout);
    put_settings(out, head.settings);
    base::put_varint(out, head.tables.size());
    for (const FileTableId& table : head.tables) put_table(out, table);
    return base::sealed(std::move(out));
}

std::optional<CatalogHead> decode_catalog_head(std::string_view bytes) {
    const auto content = base::unsealed(bytes);
    if (!content) return std::nullopt;
    base::ByteReader in(*content);
    if (in.varint() != layout) return std::nullopt;
    CatalogHead head;
    head.settings = get_settings(in);
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left)
        head.tables.push_back(get_table(in));
    if (!in.finished()) return std::nullopt;
    return head;
}

std::optional<CatalogHead> read_catalog_head(const std::string& dir) {
    const auto bytes = base::read_file(base::join(dir, files_name));
    return bytes ? decode_catalog_head(*bytes) : std::nullopt;
}

void write_catalog_head(const std::string& dir, const CatalogHead& head) {
    const std::string path = base::join(dir, files_name);
    const std::string bytes = encode(head);
    if (base::read_file(path) != bytes) base::write_file_durably(path, bytes);
}

}  // namespace morgue::schema

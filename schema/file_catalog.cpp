#include <algorithm>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>

namespace morgue::schema {

namespace {

constexpr std::uint64_t layout = 2;
constexpr std::uint64_t not_skipped = 0;

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

void put_entry(std::string& out, const CatalogEntry& entry) {
    base::put_varint(out, entry.state.size);
    base::put_big_endian(out, static_cast<std::uint64_t>(entry.state.mtime_ns), 8);
    base::put_varint(out, entry.state.inode);
    base::put_raw(out, entry.state.content);
    base::put_varint(out, entry.skipped ? static_cast<unsigned>(*entry.skipped) + 1 : not_skipped);
    base::put_string(out, entry.detail);
    base::put_varint(out, entry.dated_by_mtime ? 1 : 0);
    base::put_varint(out, entry.racy ? 1 : 0);
    base::put_varint(out, entry.articles.size());
    for (const CatalogArticle& article : entry.articles) {
        base::put_raw(out, article.id.bytes);
        base::put_raw(out, article.claimed.bytes);
        base::put_string(out, article.member);
    }
}

/// Nothing for what this version does not know.
std::optional<CatalogEntry> get_entry(base::ByteReader& in) {
    CatalogEntry entry;
    entry.state.size = in.varint();
    entry.state.mtime_ns = static_cast<std::int64_t>(in.big_endian(8));
    entry.state.inode = in.varint();
    in.raw(entry.state.content);
    if (const std::uint64_t skipped = in.varint(); skipped != not_skipped) {
        if (skipped - 1 > static_cast<unsigned>(SkipReason::malformed)) return std::nullopt;
        entry.skipped = static_cast<SkipReason>(skipped - 1);
    }
    entry.detail = in.string();
    entry.dated_by_mtime = in.varint() != 0;
    entry.racy = in.varint() != 0;
    const std::uint64_t count = in.varint();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        CatalogArticle article;
        in.raw(article.id.bytes);
        in.raw(article.claimed.bytes);
        article.member = in.string();
        entry.articles.push_back(std::move(article));
    }
    return entry;
}

}  // namespace

bool is_below(const FileKey& file, const FileKey& folder) {
    return file.root == folder.root &&
           (folder.file.empty() || base::is_within(file.file, folder.file));
}

std::string FileCatalog::language_of(const FileKey& file) const {
    if (languages.empty()) return {};
    for (FileKey place = file;; place.file = base::parent(place.file)) {
        if (const auto given = languages.find(place); given != languages.end())
            return given->second;
        if (place.file.empty()) return {};
    }
}

CatalogRange entries_below(FileCatalog& catalog, const FileKey& folder) {
    if (folder.file.empty())
        return {catalog.files.upper_bound(folder),
                catalog.files.lower_bound({folder.root + '\0', {}})};
    // All that begins with the folder and a slash; the character after a slash is '0'.
    return {catalog.files.lower_bound({folder.root, folder.file + '/'}),
            catalog.files.lower_bound({folder.root, folder.file + '0'})};
}

std::string encode(const FileCatalog& catalog) {
    std::string out;
    base::put_varint(out, layout);
    base::put_varint(out, catalog.generation);
    base::put_varint(out, catalog.roots.size());
    for (const auto& [name, root] : catalog.roots) {
        base::put_string(out, name);
        put_root(out, root);
    }
    base::put_varint(out, catalog.forgotten.size());
    for (const std::string& folder : catalog.forgotten) base::put_string(out, folder);
    base::put_varint(out, catalog.languages.size());
    for (const auto& [below, lang] : catalog.languages) {
        put_key(out, below);
        base::put_string(out, lang);
    }
    base::put_varint(out, catalog.files.size());
    for (const auto& [key, entry] : catalog.files) {
        put_key(out, key);
        put_entry(out, entry);
    }
    return base::sealed(std::move(out));
}

std::optional<FileCatalog> decode_file_catalog(std::string_view bytes) {
    const auto content = base::unsealed(bytes);
    if (!content) return std::nullopt;
    base::ByteReader in(*content);
    if (in.varint() != layout) return std::nullopt;
    FileCatalog catalog;
    catalog.generation = in.varint();
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        std::string name(in.string());
        catalog.roots.emplace(std::move(name), get_root(in));
    }
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left)
        catalog.forgotten.emplace_back(in.string());
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        FileKey below = get_key(in);
        catalog.languages.emplace(std::move(below), in.string());
    }
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        FileKey key = get_key(in);
        auto entry = get_entry(in);
        if (!entry) return std::nullopt;
        catalog.files.emplace_hint(catalog.files.end(), std::move(key), *std::move(entry));
    }
    if (!in.finished()) return std::nullopt;
    return catalog;
}

std::optional<FileCatalog> read_file_catalog(const std::string& dir) {
    const auto bytes = base::read_file(base::join(dir, files_name));
    return bytes ? decode_file_catalog(*bytes) : std::nullopt;
}

void write_file_catalog(const std::string& dir, const FileCatalog& catalog) {
    const std::string path = base::join(dir, files_name);
    const std::string bytes = encode(catalog);
    if (base::read_file(path) != bytes) base::write_file_durably(path, bytes);
}

std::string root_path(const std::string& index_dir, const std::string& root) {
    if (root.starts_with('/')) return root;
    return base::canonical(base::join(base::canonical(index_dir) + "/..", root));
}

std::string root_name(const std::string& index_dir, const std::string& canonical_path) {
    const std::string index = base::canonical(index_dir);
    const std::string home = base::canonical(index + "/..");
    const bool same_tree = base::is_within(index, canonical_path) ||
                           (index.ends_with("/.morgue") && base::is_within(canonical_path, home));
    return same_tree ? base::relative(canonical_path, home) : canonical_path;
}

}  // namespace morgue::schema

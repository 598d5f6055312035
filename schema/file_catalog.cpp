#include <algorithm>
#include <cerrno>
#include <utility>

#include <base/file.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>

namespace morgue::schema {

namespace {

/// Some tens of thousands of files, whose entries take as much again in memory.
constexpr std::size_t most_change_bytes = std::size_t{8} << 20;
/// A table this many times larger than all newer ones is left as it is, as with shards.
constexpr std::size_t size_ratio = 4;

void remove_tables_but(const std::string& dir, const std::vector<FileTableId>& kept) {
    for (const std::string& name : base::list_directory(dir)) {
        const auto is_it = [&](const FileTableId& table) { return table.file_name() == name; };
        if (is_file_table(name) && std::none_of(kept.begin(), kept.end(), is_it))
            base::remove_all(base::join(dir, name));
    }
}

}  // namespace

std::string FileCatalog::state_of(const FileKey& file) const {
    const std::string key = joined(file.root, file.file);
    if (const auto change = changes_.find(key); change != changes_.end()) return change->second;
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table)
        if (auto state = (*table)->find(key)) return *std::move(state);
    return {};
}

std::optional<CatalogEntry> FileCatalog::find(const FileKey& file) const {
    const std::string state = state_of(file);
    return state.empty() ? std::nullopt : std::optional(decode_catalog_entry(state));
}

std::optional<FileSummary> FileCatalog::summary_of(const FileKey& file) const {
    const std::string state = state_of(file);
    return state.empty() ? std::nullopt : std::optional(decode_summary(state));
}

CatalogCursor FileCatalog::only(const FileKey& file) const {
    const std::string key = joined(file.root, file.file);
    return {tables_, changes_, {key, key + '\0'}};
}

void FileCatalog::put(const FileKey& file, const CatalogEntry& entry) {
    note(joined(file.root, file.file), encode(entry));
}

void FileCatalog::erase(const FileKey& file) {
    note(joined(file.root, file.file), {});
}

void FileCatalog::note(std::string key, std::string state) {
    change_bytes_ += key.size() + state.size();
    changes_.insert_or_assign(std::move(key), std::move(state));
    if (!spill_dir_.empty() && change_bytes_ > most_change_bytes) write_changes(spill_dir_);
}

void FileCatalog::update(const FileKey& place, const std::function<void(CatalogEntry&)>& change) {
    constexpr std::size_t at_once = 1000;
    if (auto own = find(place)) {
        change(*own);
        put(place, *own);
    }
    CatalogRange left = range(place);
    for (bool more = true; more;) {
        std::vector<std::pair<FileKey, CatalogEntry>> some;
        CatalogCursor at(tables_, changes_, left);
        for (; !at.at_end() && some.size() < at_once; at.next())
            some.emplace_back(at.file_key(), at.entry());
        more = !at.at_end();
        if (more) left.begin = at.key();
        for (auto& [key, entry] : some) {
            change(entry);
            put(key, entry);
        }
    }
}

void FileCatalog::forget_files() {
    first_number_ = next_number();
    tables_.clear();
    changes_.clear();
    change_bytes_ = 0;
}

std::uint64_t FileCatalog::next_number() const {
    return tables_.empty() ? first_number_ : tables_.back()->id().number + 1;
}

std::vector<std::string> FileCatalog::roots_with_files() const {
    std::vector<std::string> names;
    for (CatalogCursor at = all(); !at.at_end();
         at = CatalogCursor(tables_, changes_, {range({names.back(), {}}).end, {}}))
        names.emplace_back(at.root());
    return names;
}

CatalogRange FileCatalog::range(const FileKey& folder) {
    // The character after the zero that ends a root is one; after a slash, it is '0'.
    if (folder.file.empty()) return {joined(folder.root, {}) + '\0', folder.root + '\1'};
    return {joined(folder.root, folder.file + '/'), joined(folder.root, folder.file + '0')};
}

CatalogHead FileCatalog::head() const {
    CatalogHead head{*this, {}};
    for (const auto& table : tables_) head.tables.push_back(table->id());
    return head;
}

void FileCatalog::save(const std::string& dir) {
    write_changes(dir);
    const CatalogHead head = this->head();
    write_catalog_head(dir, head);
    remove_tables_but(dir, head.tables);
}

/// How many of the newest tables become one with the changes.
std::size_t FileCatalog::worth_joining() const {
    std::size_t count = 0;
    std::uint64_t bytes = change_bytes_;
    while (count < tables_.size()) {
        const FileTableId& next = tables_[tables_.size() - count - 1]->id();
        if (next.bytes > size_ratio * bytes) break;
        bytes += next.bytes;
        ++count;
    }
    return count;
}

void FileCatalog::write_changes(const std::string& dir) {
    if (changes_.empty()) return;
    const auto first = tables_.end() - static_cast<std::ptrdiff_t>(worth_joining());
    const FileTables kept(tables_.begin(), first);
    // What is erased must be said as long as an older table may say otherwise.
    const auto erased = kept.empty() ? CatalogCursor::Erased::hidden : CatalogCursor::Erased::shown;
    CatalogCursor at({first, tables_.end()}, changes_, {}, erased);
    FileTableWriter writer(dir, next_number());
    for (; !at.at_end(); at.next()) writer.add(at.key(), at.state());
    const FileTableId written = writer.finish();
    auto table = FileTable::open(dir, written);
    if (!table) throw base::FileError(EIO, "cannot read", base::join(dir, written.file_name()));
    tables_ = kept;
    tables_.push_back(std::move(table));
    changes_.clear();
    change_bytes_ = 0;
}

bool FileCatalog::open_tables(const std::string& dir, const std::vector<FileTableId>& ids) {
    for (const FileTableId& id : ids) {
        tables_.push_back(FileTable::open(dir, id));
        if (!tables_.back()) return false;
    }
    return true;
}

std::optional<FileCatalog> read_file_catalog(const std::string& dir) {
    auto head = read_catalog_head(dir);
    while (head) {
        FileCatalog catalog(head->settings);
        if (catalog.open_tables(dir, head->tables)) return catalog;
        // A writer may have put others in their place meanwhile.
        auto now = read_catalog_head(dir);
        if (now != head) {
            head = std::move(now);
            continue;
        }
        FileCatalog without_files(std::move(head->settings));
        without_files.generation = 0;
        return without_files;
    }
    return std::nullopt;
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

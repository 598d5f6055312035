#include <glass/data_reader.hpp>
#include <glass/pack.hpp>
#include <glass/version_file.hpp>

#include <base/file.hpp>

namespace morgue::glass {

DataReader::DataReader(const std::string& folder)
    : table_(base::join(folder, "docdata.glass"), facts_of(folder).docdata) {}

std::optional<std::string_view> DataReader::find(std::uint32_t docid) {
    key_.clear();
    put_sortable(key_, docid);
    table_.turn_to(leaf_, key_, 1);
    std::size_t entry = table_.first_not_before(leaf_, key_);
    if (entry == leaf_.size()) return std::nullopt;
    const LeafItem item = table_.item(leaf_, entry);
    if (item.component != 1 || item.key != key_) return std::nullopt;
    return tag_.of(table_, leaf_, entry);
}

}  // namespace morgue::glass

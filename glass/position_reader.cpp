#include <algorithm>
#include <glass/pack.hpp>
#include <glass/position_reader.hpp>
#include <glass/version_file.hpp>

namespace morgue::glass {

namespace {

static_assert(TableLookup::padding >= position_padding);

std::string beginning_of_keys(std::string_view term) {
    std::string key;
    put_sort_string(key, term);
    put_sort_string_end(key);
    return key;
}

}  // namespace

std::shared_ptr<PositionTable> open_positions(const std::string& folder) {
    return std::make_shared<PositionTable>(base::join(folder, "position.glass"),
                                           facts_of(folder).position);
}

PositionReader::PositionReader(std::shared_ptr<PositionTable> table, std::string_view term)
    : table_(std::move(table)), term_(beginning_of_keys(term)) {}

std::optional<PositionList> PositionReader::find(std::uint32_t docid) {
    const bool ascends = docid > docid_;
    docid_ = docid;
    wanted_ = sortable_number(docid);
    if (!ascends || !find_ahead()) find_from_root();
    if (entry_ >= end_) return std::nullopt;
    if (table_->key_end(leaf_, entry_, term_.size()) != wanted_) return std::nullopt;
    const LeafItem item = table_->item(leaf_, entry_);
    if (item.component != 1 || !item.key.starts_with(term_)) table_->fail();
    const auto list = PositionList::read(whole_tag(item));
    if (!list) table_->fail();
    return list;
}

void PositionReader::take(const PositionList& list, std::vector<std::uint32_t>& positions) const {
    if (!list.append_to(positions)) table_->fail();
}

/// Looks behind what was found last, in steps that begin small, since the next document is mostly
/// near. False where it stands in another leaf, if anywhere.
bool PositionReader::find_ahead() {
    const auto is_before = [&](std::size_t entry) {
        return table_->key_end(leaf_, entry, term_.size()) < wanted_;
    };
    std::size_t end = entry_;
    for (std::size_t step = 1; end < end_ && is_before(end); step *= 2) {
        entry_ = end + 1;
        end = entry_ + step - 1;
    }
    end = std::min(end, end_);
    while (entry_ < end) {
        const std::size_t mid = entry_ + (end - entry_) / 2;
        if (is_before(mid))
            entry_ = mid + 1;
        else
            end = mid;
    }
    return entry_ < end_ || end_ < leaf_.size();
}

void PositionReader::find_from_root() {
    key_ = term_;
    put_sortable(key_, docid_);
    table_->turn_to(leaf_, key_, 1);
    entry_ = table_->first_not_before(leaf_, key_);
    key_ = term_ + '\xff';  // as no document's number begins
    end_ = table_->first_not_before(leaf_, key_);
}

std::string_view PositionReader::whole_tag(const LeafItem& item) {
    if (item.last && !item.deflated) return item.bytes;
    const std::string_view tag = tag_.of(*table_, leaf_, entry_);
    end_ = entry_ = leaf_.size();  // the next one is found from the root
    return tag;
}

}  // namespace morgue::glass

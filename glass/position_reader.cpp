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

void PositionReader::turn_to(std::uint32_t docid) {
    if (docid <= asked_ || !find_ahead(docid)) find_from_root(docid);
    asked_ = docid;
    found_ = at_ < documents_.size() ? documents_[at_] : none;
    if (found_ < docid) table_->fail();
}

std::optional<PositionList> PositionReader::find(std::uint32_t docid) {
    if (next(docid) != docid || docid == none) return std::nullopt;
    const LeafItem item = table_->item(leaf_, entry_ + at_);
    if (item.component != 1 || !item.key.starts_with(term_)) table_->fail();
    const auto list = PositionList::read(whole_tag(item));
    if (!list) table_->fail();
    return list;
}

void PositionReader::take(const PositionList& list, std::vector<std::uint32_t>& positions,
                          std::uint32_t enough) const {
    if (!list.append_to(positions, enough)) table_->fail();
}

/// Looks behind what was found last, in steps that begin small, since the next document is mostly
/// near. False where it stands in another leaf, if anywhere.
bool PositionReader::find_ahead(std::uint32_t docid) {
    std::size_t step = 1;
    for (; at_ + step < documents_.size() && documents_[at_ + step] < docid; step *= 2) at_ += step;
    const auto end = documents_.begin() + std::min(at_ + step, documents_.size());
    at_ = std::lower_bound(documents_.begin() + at_ + 1, end, docid) - documents_.begin();
    return at_ < documents_.size() || ends_here_;
}

/// All documents of the leaf are looked at, at once: that takes less time than to read it did.
void PositionReader::find_from_root(std::uint32_t docid) {
    asked_ = none;
    key_ = term_;
    put_sortable(key_, docid);
    table_->turn_to(leaf_, key_, 1);
    entry_ = table_->first_not_before(leaf_, key_);
    if (entry_ == leaf_.size() && table_->turn_behind(leaf_, key_, 1)) entry_ = 0;
    key_ = term_ + '\xff';  // as no document's number begins
    const std::size_t end = table_->first_not_before(leaf_, key_);
    ends_here_ = end < leaf_.size();
    documents_.resize(end - std::min(entry_, end));
    at_ = 0;
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const std::uint64_t number = table_->number_in_key(leaf_, entry_ + i, term_.size());
        if (number < before || number > none) table_->fail();
        documents_[i] = static_cast<std::uint32_t>(number);
        before = number;
    }
}

std::string_view PositionReader::whole_tag(const LeafItem& item) {
    if (item.last && !item.deflated) return item.bytes;
    std::size_t entry = entry_ + at_;
    const std::string_view tag = tag_.of(*table_, leaf_, entry);
    asked_ = none;  // the next one is found from the root
    return tag;
}

}  // namespace morgue::glass

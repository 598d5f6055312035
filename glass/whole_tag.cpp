#include <glass/whole_tag.hpp>

namespace morgue::glass {

std::string_view WholeTag::of(TableLookup& table, TableLookup::Leaf& leaf, std::size_t& entry) {
    LeafItem item = table.item(leaf, entry);
    const bool deflated = item.deflated;
    key_ = item.key;
    tag_ = item.bytes;
    for (unsigned component = 2; !item.last; ++component) {
        if (++entry >= leaf.size()) {
            table.turn_to(leaf, key_, component);
            entry = table.first_not_before(leaf, key_);
        }
        if (entry == leaf.size()) table.fail();
        item = table.item(leaf, entry);
        if (item.key != key_ || item.component != component) table.fail();
        tag_ += item.bytes;
    }
    if (deflated) inflate(table);
    tag_.append(TableLookup::padding, '\0');
    return std::string_view(tag_).substr(0, tag_.size() - TableLookup::padding);
}

void WholeTag::inflate(const TableLookup& table) {
    if (!inflater_) inflater_ = std::make_unique<Inflater>();
    const auto tag = inflater_->inflate(tag_);
    if (!tag) table.fail();
    tag_ = *tag;
}

}  // namespace morgue::glass

#include <glass/pack.hpp>
#include <glass/position_writer.hpp>

namespace morgue::glass {

void PositionWriter::begin(std::string_view term) {
    key_.clear();
    put_sort_string(key_, term);
    put_sort_string_end(key_);
    term_bytes_ = key_.size();
}

void PositionWriter::add(std::uint32_t docid, std::string_view positions) {
    key_.resize(term_bytes_);
    put_sortable(key_, docid);
    table_.add(key_, positions);
}

void PositionWriter::add(const Stretch& stretch) {
    for_each_string(stretch, [this](std::uint32_t docid, std::string_view positions) {
        add(docid, positions);
    });
}

}  // namespace morgue::glass

#include <utility>

#include <schema/catalog_cursor.hpp>

namespace morgue::schema {

CatalogCursor::CatalogCursor(const FileTables& tables, const CatalogChanges& changes,
                             CatalogRange range, Erased erased)
    : change_(changes.lower_bound(range.begin)),
      changes_end_(changes.end()),
      end_(std::move(range.end)),
      erased_(erased) {
    for (auto table = tables.rbegin(); table != tables.rend(); ++table)
        tables_.emplace_back(*table, range.begin);
    settle();
}

std::string_view CatalogCursor::key() const noexcept {
    return source_ == Source::changes ? std::string_view(change_->first) : tables_[table_].key();
}

std::string_view CatalogCursor::state() const noexcept {
    return source_ == Source::changes ? std::string_view(change_->second) : tables_[table_].state();
}

void CatalogCursor::next() {
    pass();
    settle();
}

void CatalogCursor::settle() {
    choose();
    while (source_ != Source::none && erased_ == Erased::hidden && state().empty()) {
        pass();
        choose();
    }
    if (source_ != Source::none && !end_.empty() && key() >= end_) source_ = Source::none;
}

/// The first key, of the newest that has it.
void CatalogCursor::choose() {
    source_ = change_ == changes_end_ ? Source::none : Source::changes;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        if (tables_[i].at_end()) continue;
        if (source_ != Source::none && tables_[i].key() >= key()) continue;
        source_ = Source::table;
        table_ = i;
    }
}

/// Goes on wherever the chosen key stands; last where it was read, as its bytes go with it.
void CatalogCursor::pass() {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        const bool chosen = source_ == Source::table && i == table_;
        if (!chosen && !tables_[i].at_end() && tables_[i].key() == key()) tables_[i].next();
    }
    if (source_ == Source::changes)
        ++change_;
    else
        tables_[table_].next();
}

}  // namespace morgue::schema

#include <map>

#include <morgue/status.hpp>

#include <base/file.hpp>
#include <schema/file_catalog.hpp>
#include <schema/holdings.hpp>
#include <schema/skips.hpp>
#include <schema/snapshot.hpp>
#include <schema/term.hpp>
#include <schema/xapian_door.hpp>

namespace morgue {

namespace {

using schema::Snapshot;

IndexStatus::Counts counts_of(const schema::Cells& cells, By by) {
    IndexStatus::Counts counts;
    for (const TallyRow& row : schema::rows_of(cells, by)) counts.emplace_back(row.value, row.held);
    return counts;
}

IndexStatus::Counts counts_of(const Snapshot& snapshot, By by) {
    return counts_of(schema::held_cells(snapshot, schema::slot_of(by)), by);
}

void tell_dates(const Snapshot& snapshot, IndexStatus& status) {
    const schema::Cells cells = schema::held_cells(snapshot, schema::Slot::order);
    status.years = counts_of(cells, By::year);
    schema::DateSpan span;
    for (const auto& [cell, count] : cells) {
        const auto date = schema::date_in(cell);
        if (date)
            span.add(*date);
        else
            status.undated += count.held;
    }
    if (!span.first()) return;
    status.first_date = to_string(*span.first());
    status.last_date = to_string(*span.last());
}

void tell_files(const schema::FileCatalog& catalog, const std::string& dir, IndexStatus& status) {
    std::map<std::string, std::size_t> articles;
    for (auto at = catalog.all(); !at.at_end(); at.next()) {
        const schema::FileSummary summary = at.summary();
        articles[std::string(at.root())] += summary.articles;
        if (summary.skipped || summary.parts_skipped || summary.parts_passed)
            schema::tell_skips(at, schema::root_path(dir, std::string(at.root())),
                               {status.skipped, status.passed_parts});
    }
    for (const auto& [name, root] : catalog.roots)
        status.roots.push_back({schema::root_path(dir, name), catalog.language_of({name, {}}),
                                articles[name], name, root.whole, root.follows_links});
}

std::size_t count_cut_words(const Snapshot& snapshot) {
    std::size_t words = 0;
    snapshot.for_each_live(std::string(schema::cut_words_term), [&](const schema::Place& place) {
        words += snapshot.stored(place).cut_words;
        return true;
    });
    return words;
}

}  // namespace

IndexStatus status(const std::string& dir) {
    return schema::guarded(dir, [&] {
        const Snapshot snapshot = Snapshot::open(dir);
        IndexStatus status;
        status.articles = snapshot.live_count();
        status.repeats = snapshot.live_count(std::string(schema::repeat_term));
        status.gone = snapshot.live_count(std::string(schema::gone_term));
        status.superseded = snapshot.database().get_doccount() - status.articles;
        status.generation = snapshot.generation().number;
        status.shards = snapshot.shards().size();
        status.bytes_on_disk = base::bytes_below(dir);
        status.cut_words = count_cut_words(snapshot);
        tell_dates(snapshot, status);
        status.sources = counts_of(snapshot, By::source);
        status.languages = counts_of(snapshot, By::lang);
        status.formats = counts_of(snapshot, By::format);
        const auto catalog = schema::read_file_catalog(dir);
        if (catalog && catalog->generation != 0) tell_files(*catalog, dir, status);
        return status;
    });
}

}  // namespace morgue

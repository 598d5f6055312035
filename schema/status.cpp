#include <algorithm>
#include <map>

#include <morgue/status.hpp>

#include <base/file.hpp>
#include <schema/field.hpp>
#include <schema/file_catalog.hpp>
#include <schema/snapshot.hpp>
#include <schema/term.hpp>
#include <schema/xapian_door.hpp>

namespace morgue {

namespace {

using schema::Snapshot;

std::vector<std::string> live_terms(const Snapshot& snapshot, std::string_view prefix) {
    std::vector<std::string> terms;
    snapshot.for_each_term(std::string(prefix), [&](const std::string& term) {
        bool live = false;
        snapshot.for_each_live(term, [&](const schema::Place&) {
            live = true;
            return false;
        });
        if (live) terms.push_back(term.substr(prefix.size()));
        return true;
    });
    return terms;
}

/// 20190304 as 2019-03-04, and shorter ones likewise.
std::string dashed(const std::string& digits) {
    std::string date = digits.substr(0, 4);
    for (std::size_t at = 4; at < digits.size(); at += 2) date += "-" + digits.substr(at, 2);
    return date;
}

/// The finest of year, month and day that lie within each other.
std::string finest(const std::vector<std::string>& coarse_to_fine) {
    std::string date;
    for (const std::string& digits : coarse_to_fine)
        if (digits.starts_with(date)) date = digits;
    return date.empty() ? date : dashed(date);
}

void tell_dates(const Snapshot& snapshot, IndexStatus& status) {
    std::vector<std::string> first;
    std::vector<std::string> last;
    for (const std::string_view prefix :
         {std::string_view("Y"), std::string_view("M"), schema::spec(Field::date).prefix}) {
        const std::vector<std::string> terms = live_terms(snapshot, prefix);
        if (terms.empty()) continue;
        first.push_back(terms.front());
        last.push_back(terms.back());
    }
    status.first_date = finest(first);
    status.last_date = finest(last);
}

void tell_languages(const Snapshot& snapshot, IndexStatus& status) {
    const std::string_view prefix = schema::spec(Field::lang).prefix;
    std::size_t known = 0;
    for (const std::string& code : live_terms(snapshot, prefix)) {
        const std::size_t articles = snapshot.live_count(std::string(prefix) + code);
        status.languages.emplace_back(code, articles);
        known += articles;
    }
    if (known < status.articles) status.languages.emplace_back("", status.articles - known);
}

void tell_files(const schema::FileCatalog& catalog, const std::string& dir, IndexStatus& status) {
    std::map<std::string, std::size_t> articles;
    for (const auto& [key, entry] : catalog.files) {
        articles[key.root] += entry.articles.size();
        if (entry.skipped)
            status.skipped.push_back({base::join(schema::root_path(dir, key.root), key.file),
                                      *entry.skipped, entry.detail});
    }
    for (const std::string& root : catalog.roots)
        status.roots.push_back(
            {schema::root_path(dir, root), catalog.language_of({root, {}}), articles[root], root});
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
        status.undated = snapshot.live_count(std::string(schema::undated_term));
        status.superseded = snapshot.database().get_doccount() - status.articles;
        status.generation = snapshot.generation().number;
        status.shards = snapshot.shards().size();
        status.bytes_on_disk = base::bytes_below(dir);
        status.cut_words = count_cut_words(snapshot);
        tell_dates(snapshot, status);
        tell_languages(snapshot, status);
        if (const auto catalog = schema::read_file_catalog(dir)) tell_files(*catalog, dir, status);
        return status;
    });
}

}  // namespace morgue

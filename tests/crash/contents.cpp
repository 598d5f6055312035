/// Prints what two indexes of the same articles must share, a line for each article: its id, its
/// file or key, and a hash of all that is indexed and stored for it. For the tests that interrupt
/// the writer.
#include <algorithm>
#include <iostream>
#include <map>
#include <sstream>

#include <morgue/error.hpp>

#include <base/hash.hpp>
#include <schema/snapshot.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::crash {
namespace {

using Places = std::pair<Xapian::termcount, std::vector<Xapian::termpos>>;
using Words = std::map<std::string, Places>;

/// As the lists of postings have it.
std::map<Xapian::docid, Words> words_by_postings(const Xapian::Database& shard) {
    std::map<Xapian::docid, Words> words;
    for (auto term = shard.allterms_begin(); term != shard.allterms_end(); ++term)
        for (auto at = shard.postlist_begin(*term); at != shard.postlist_end(*term); ++at)
            words[*at][*term] = {at.get_wdf(), {at.positionlist_begin(), at.positionlist_end()}};
    return words;
}

/// As the article's own list has it.
Words words_of(const Xapian::Database& shard, Xapian::docid docid) {
    Words words;
    for (auto term = shard.termlist_begin(docid); term != shard.termlist_end(docid); ++term)
        words[*term] = {term.get_wdf(), {term.positionlist_begin(), term.positionlist_end()}};
    return words;
}

std::string as_text(const Words& words) {
    std::ostringstream text;
    for (const auto& [term, places] : words) {
        text << term << ' ' << places.first;
        for (const Xapian::termpos position : places.second) text << ',' << position;
        text << '\n';
    }
    return text.str();
}

std::string as_text(const Xapian::Document& document) {
    std::ostringstream text;
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
        text << value.get_valueno() << '=' << *value << '\n';
    text << document.get_data();
    return text.str();
}

std::string line_of(const schema::Snapshot& snapshot, const schema::Place& place,
                    const Words& by_postings) {
    const Xapian::Database& shard = snapshot.shards()[place.shard].database;
    const schema::StoredArticle stored = snapshot.stored(place);
    const Words words = words_of(shard, place.docid);
    const std::string id = stored.indexed.id.full();
    if (words != by_postings)
        throw Error(ErrorCode::index_corrupt, "the words of article " + id + " are told twofold");
    const std::string all = as_text(words) + as_text(shard.get_document(place.docid));
    const std::string& file = stored.indexed.location.file;
    return id + " " + (file.empty() ? stored.indexed.article.key : file) + " " +
           base::to_hex(base::hash128({all}));
}

void print_contents(const std::string& dir) {
    const schema::Snapshot snapshot = schema::Snapshot::open(dir);
    std::vector<std::map<Xapian::docid, Words>> postings;
    for (const schema::Shard& shard : snapshot.shards())
        postings.push_back(words_by_postings(shard.database));
    std::vector<std::string> lines;
    snapshot.for_each_live("", [&](const schema::Place& place) {
        lines.push_back(line_of(snapshot, place, postings[place.shard][place.docid]));
        return true;
    });
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) std::cout << line << '\n';
}

}  // namespace
}  // namespace morgue::crash

int main(int count, char** arguments) try {
    if (count != 2) return 2;
    const std::string dir = arguments[1];
    morgue::schema::guarded(dir, [&] { morgue::crash::print_contents(dir); });
    return 0;
} catch (const morgue::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}

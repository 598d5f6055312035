#include <algorithm>
#include <glass/limits.hpp>
#include <glass/table_writer.hpp>
#include <limits>
#include <stdexcept>
#include <string>

namespace morgue::glass {

namespace {

/// As Xapian limits them.
constexpr std::size_t max_term_bytes = 245;
/// What stands behind a term in the keys that hold it: its end and a docid.
constexpr std::size_t bytes_after_term = 6;
/// NULs, which count twice, cannot make it too long.
constexpr std::size_t short_term_bytes = (TableWriter::max_key_bytes - bytes_after_term) / 2;
/// Of a list of positions, or of terms, each with its wdf and its share of the one before.
constexpr std::size_t max_bytes_beside_an_entry = 7;
constexpr std::size_t max_places = TableWriter::max_tag_bytes / max_bytes_beside_an_entry;
constexpr std::uint64_t max_count = std::numeric_limits<std::uint32_t>::max();

struct Measure {
    std::uint64_t count;
    std::uint64_t most;
    std::string_view unit;
};

[[noreturn]] void refuse(const std::string& what, const Measure& measure) {
    throw std::length_error(what + " of " + std::to_string(measure.count) + " " +
                            std::string(measure.unit) + " is over the limit of " +
                            std::to_string(measure.most));
}

void check(const std::string& what, const Measure& measure) {
    if (measure.count > measure.most) refuse(what, measure);
}

std::string quoted(std::string_view term) {
    constexpr std::size_t most = 60;
    const bool is_short = term.size() <= most;
    return "'" + std::string(term.substr(0, most)) + (is_short ? "'" : "...'");
}

void check_term(const TermEntry& entry) {
    const std::string_view term = entry.term;
    if (term.empty()) throw std::length_error("a term is empty");
    if (entry.positions.size() > max_places)
        refuse("the list of places of " + quoted(term),
               {entry.positions.size(), max_places, "entries"});
    if (term.size() <= short_term_bytes) return;
    const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    if (term.size() > max_term_bytes ||
        term.size() + nuls + bytes_after_term > TableWriter::max_key_bytes)
        refuse("the term " + quoted(term), {term.size() + nuls, max_term_bytes, "bytes"});
}

}  // namespace

void check(const DocumentView& document) {
    std::uint64_t length = 0;
    std::size_t list_bytes = 0;
    for (const TermEntry& entry : document.terms) {
        check_term(entry);
        length += entry.wdf;
        list_bytes += entry.term.size() + max_bytes_beside_an_entry;
    }
    check("an article", {length, max_count, "words"});
    check("a list of an article's words", {list_bytes, TableWriter::max_tag_bytes, "bytes"});
    check("an article", {document.data.size(), TableWriter::max_tag_bytes, "bytes"});
}

void check_occurrences(std::string_view term, std::uint64_t occurrences) {
    if (occurrences > max_count)
        throw std::length_error(quoted(term) + " occurs " + std::to_string(occurrences) +
                                " times: more than can be counted");
}

}  // namespace morgue::glass

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
constexpr std::uint64_t max_count = std::numeric_limits<std::uint32_t>::max();

[[noreturn]] void refuse(std::string_view what, std::uint64_t count, std::string_view unit) {
    throw std::length_error(std::string(what) + " of " + std::to_string(count) + " " +
                            std::string(unit) + " is too long");
}

std::string quoted(std::string_view term) {
    constexpr std::size_t most = 60;
    const bool is_short = term.size() <= most;
    return "'" + std::string(term.substr(0, most)) + (is_short ? "'" : "...'");
}

void check_term(const TermEntry& entry) {
    const std::string_view term = entry.term;
    if (term.empty()) throw std::length_error("a term is empty");
    if (entry.positions.size() > TableWriter::max_tag_bytes / max_bytes_beside_an_entry)
        refuse("the list of places of " + quoted(term), entry.positions.size(), "entries");
    if (term.size() <= short_term_bytes) return;
    const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    if (term.size() > max_term_bytes ||
        term.size() + nuls + bytes_after_term > TableWriter::max_key_bytes)
        refuse("the term " + quoted(term), term.size(), "bytes");
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
    if (length > max_count) refuse("an article", length, "words");
    if (list_bytes > TableWriter::max_tag_bytes)
        refuse("an article", document.terms.size(), "different words");
    if (document.data.size() > TableWriter::max_tag_bytes)
        refuse("an article", document.data.size(), "bytes");
}

void check_occurrences(std::string_view term, std::uint64_t occurrences) {
    if (occurrences > max_count)
        throw std::length_error(quoted(term) + " occurs " + std::to_string(occurrences) +
                                " times: more than can be counted");
}

}  // namespace morgue::glass

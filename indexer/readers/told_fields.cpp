#include <algorithm>
#include <vector>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/record.hpp>
#include <indexer/readers/json.hpp>
#include <indexer/readers/readers.hpp>
#include <indexer/readers/table.hpp>
#include <indexer/readers/told_fields.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_names = 40;

void add(std::string& list, const std::string& item) {
    list += (list.empty() ? "" : ", ") + item;
}

std::vector<std::string> names_in(const Format& format, std::string_view bytes,
                                  const FileFacts& facts) {
    return reader_of(format) == read_table ? column_names(bytes, facts) : field_names(bytes);
}

}  // namespace

std::string told_fields(const Format& format, std::string_view bytes, const FileFacts& facts) {
    if (!format.has_named_fields) return {};
    std::vector<std::string> names = names_in(format, bytes, facts);
    names.resize(std::min(names.size(), most_names));
    const Record record(facts.fields);
    std::string read;
    std::string passed_over;
    for (const std::string& name : names) {
        const std::string shown = folded_line(name);
        if (const auto meaning = record.meaning_of(name))
            add(read, std::string(to_string(meaning->part)) + "=" + shown);
        else
            add(passed_over, shown);
    }
    if (passed_over.empty()) return read;
    return (read.empty() ? "" : read + "; ") + "passed over: " + passed_over;
}

}  // namespace morgue::indexer

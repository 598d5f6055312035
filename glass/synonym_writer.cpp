#include <glass/synonym_writer.hpp>

namespace morgue::glass {

namespace {

/// Lengths of synonyms are stored so.
constexpr unsigned length_mask = 96;

}  // namespace

void write_synonyms(TableWriter& table, const Thesaurus& thesaurus) {
    std::string tag;
    thesaurus.for_each([&](std::string_view term, std::span<const std::string> synonyms) {
        tag.clear();
        for (const std::string& synonym : synonyms) {
            tag += static_cast<char>(synonym.size() ^ length_mask);
            tag += synonym;
        }
        table.add(term, tag);
    });
}

}  // namespace morgue::glass

#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/table_writer.hpp>
#include <glass/value_writer.hpp>
#include <string>
#include <vector>

namespace morgue::glass {

/// What stands by term and by slot, each a section: see SectionReader.
struct Run {
    std::string values;
    std::string postings;
    std::string positions;

    std::size_t bytes() const noexcept {
        return values.capacity() + postings.capacity() + positions.capacity();
    }
};

/// A stretch of documents, ready for the tables: made by an Inverter, on whatever thread, and taken
/// by DatabaseWriter. Its documents are numbered from 1; which docids they get is the writer's.
struct Batch {
    /// A tag as its table stores it.
    struct StoredTag {
        std::uint32_t bytes = 0;  ///< 0 for no entry, but for the list of terms
        Tag form = Tag::raw;
    };
    struct Document {
        std::uint32_t number = 0;
        std::uint32_t length = 0;  ///< the sum of what its terms count
        StoredTag data;
        StoredTag terms;
        std::uint32_t slots_bytes = 0;  ///< 0 for no entry
    };

    std::vector<Document> documents;
    std::string data;  ///< one document's after the other's
    std::string termlists;
    std::string slots;
    ValueSlots statistics;  ///< of the values
    Run run;
};

}  // namespace morgue::glass

#pragma once

#include <cstdint>
#include <glass/table_writer.hpp>
#include <glass/value_writer.hpp>
#include <string>
#include <vector>

namespace morgue::glass {

/// A stretch of documents, ready for the tables: made by an Inverter, on whatever thread, and taken
/// by DatabaseWriter. Its documents are numbered from 1; which docids they get is the writer's.
struct Batch {
    /// A tag as its table stores it, in `tags`.
    struct StoredTag {
        std::uint32_t bytes = 0;  ///< 0 for no entry, but for the list of terms
        Tag form = Tag::raw;
    };
    struct Document {
        std::uint32_t number = 0;
        std::uint32_t length = 0;  ///< the sum of what its terms count
        StoredTag data;
        StoredTag terms;
        StoredTag slots;
    };

    std::vector<Document> documents;
    std::string tags;  ///< of each document its data, its list of terms, its slots
    ValueSlots slots;
    std::string run;  ///< what stands by term and by slot: see RunReader

    std::size_t bytes() const noexcept {
        return documents.capacity() * sizeof(Document) + tags.capacity() + run.capacity();
    }
};

}  // namespace morgue::glass

#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/batch.hpp>
#include <glass/byte_buffer.hpp>
#include <glass/document.hpp>
#include <glass/vocabulary.hpp>
#include <span>
#include <string>
#include <vector>

namespace morgue::glass {

/// Logs the terms of documents, and then gives them sorted, by term and by document. Strings are
/// sorted once for all documents; the rest is counting.
class TermLog {
  public:
    /// Numbers ascend strictly. Throws std::length_error, and has logged nothing, where there are
    /// too many different terms, or places.
    void add(std::uint32_t number, std::span<const TermEntry> terms);
    /// Memory held, about, with what sorting takes.
    std::size_t bytes() const noexcept;
    void clear();

    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    struct Posting {
        std::uint32_t document = 0;  ///< 0 for the first, whatever its number
        std::uint32_t wdf = 0;
        std::uint32_t positions = none;  ///< where their string begins in the log, or none
    };
    struct Postings {
        std::vector<Vocabulary::Place> terms;  ///< the least first
        std::vector<std::uint32_t> ends;       ///< of each term's postings, by its number
        std::vector<Posting> all;              ///< by term

        /// Calls `each` with every term's place in order and its postings.
        template <class Each>
        void for_each_term(const Each& each) const {
            std::size_t begin = 0;
            for (std::size_t i = 0; i < terms.size(); ++i) {
                const std::size_t end = ends[terms[i].number];
                each(i, std::span(all).subspan(begin, end - begin));
                begin = end;
            }
        }
    };
    Postings by_term() const;
    /// Appends the sections of postings and of positions.
    void put_sections(const Postings& postings, Run& run) const;

    struct ListedTerm {
        std::uint32_t term = 0;  ///< in the vocabulary
        std::uint32_t wdf = 0;
    };
    /// The terms of every document in order.
    std::vector<ListedTerm> by_document(const Postings& postings) const;
    /// Those of one document, without positions.
    void take_list(std::span<const ListedTerm> all, std::size_t document,
                   std::vector<TermEntry>& into) const;

  private:
    /// A term of a document: those of one document follow one another.
    struct Record {
        std::uint32_t term = 0;
        std::uint32_t wdf = 0;
        std::uint32_t positions = none;
    };

    std::size_t first_record(std::size_t document) const {
        return document == 0 ? 0 : ends_[document - 1];
    }
    std::uint32_t number_of(const TermEntry& entry);
    std::uint32_t log_positions(std::span<const std::uint32_t> positions);
    void prefetch_positions_after(const Postings& postings, const Posting& posting) const;

    Vocabulary vocabulary_;
    std::vector<std::uint32_t> by_key_;   ///< the number and one of the term with the key, or 0
    std::vector<std::uint32_t> numbers_;  ///< of the documents
    std::vector<std::size_t> ends_;       ///< of each document's records
    std::vector<Record> records_;
    ByteBuffer positions_;                 ///< strings, encoded
    std::vector<std::uint32_t> numbered_;  ///< terms of the last document
};

}  // namespace morgue::glass

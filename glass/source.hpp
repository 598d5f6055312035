#pragma once

#include <glass/section_reader.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace morgue::glass {

class PositionWriter;
class PostingWriter;
class ValueWriter;

/// A part of what a table is to hold, read once, in the order of the table: term by term, or slot
/// by slot (each under value_chunk_key()). Docids are those of the table.
template <class Writer>
class Source {
  public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    /// False where there are no more.
    virtual bool next_term() = 0;
    virtual const std::string& term() const = 0;
    /// Gives all that stands under the term; once a term.
    virtual void copy_to(Writer& writer) = 0;
};

/// Sources whose documents follow one another.
template <class Writer>
using SourceList = std::vector<std::unique_ptr<Source<Writer>>>;

/// What a database is to hold, by term and by slot.
struct Sources {
    SourceList<ValueWriter> values;
    SourceList<PostingWriter> postings;
    SourceList<PositionWriter> positions;
};

/// A section of a run.
template <class Writer>
class SectionSource : public Source<Writer> {
  public:
    SectionSource(Section section, std::size_t buffer_bytes)
        : reader_(std::move(section), buffer_bytes) {}

    bool next_term() override { return reader_.next_term(); }
    const std::string& term() const override { return reader_.term(); }
    void copy_to(Writer& writer) override { writer.add(reader_.stretch()); }

  private:
    SectionReader reader_;
};

}  // namespace morgue::glass

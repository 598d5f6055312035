#pragma once

#include <cstdint>
#include <glass/database_writer.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

struct SampleTerm {
    std::uint32_t wdf = 0;
    std::vector<std::uint32_t> positions;
};

/// A document that owns what it holds.
struct SampleDocument {
    std::map<std::string, SampleTerm> terms;
    std::map<std::uint32_t, std::string> values;
    std::string data;
};

/// The document as the writer takes it.
class SampleView {
  public:
    explicit SampleView(const SampleDocument& document);
    const DocumentView& get() const noexcept { return view_; }

  private:
    std::vector<TermEntry> terms_;
    std::vector<ValueEntry> values_;
    DocumentView view_;
};

/// Each term is a synonym of what is left of it without its last byte, and of its first byte.
class SampleThesaurus : public Thesaurus {
  public:
    void meet(std::string_view term) override;
    void for_each(const Each& each) const override;

  private:
    std::map<std::string, std::set<std::string>> synonyms_;
};

/// What is written both ways.
struct Sample {
    std::map<std::uint32_t, SampleDocument> documents;
    std::map<std::string, std::string> metadata;
};

/// The most that a random document has of each.
struct SampleSizes {
    std::uint32_t terms = 200;
    std::uint32_t value = 3000;   ///< bytes
    std::uint32_t data = 40'000;  ///< bytes
};

/// Small words of few letters, NUL and 0xff among them; all sizes of everything.
Sample random_sample(std::mt19937& random, std::size_t documents, const SampleSizes& sizes = {});

/// Writes the sample by DatabaseWriter.
void write_in_bulk(const std::string& path, const Sample& sample, std::size_t memory_bytes);
/// Writes the sample by Xapian.
void write_by_xapian(const std::string& path, const Sample& sample);

}  // namespace morgue::glass

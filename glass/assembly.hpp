#pragma once

#include <cstdint>
#include <glass/posting_writer.hpp>
#include <glass/source.hpp>
#include <glass/table_writer.hpp>
#include <glass/thesaurus.hpp>
#include <glass/value_writer.hpp>
#include <glass/version_file.hpp>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// A database as it comes to be: what stands by document is written as the documents come, what
/// stands by term when all have come. Of every document its length is held, in about three bytes.
class Assembly {
  public:
    /// `path` is a folder that is there and empty.
    explicit Assembly(std::string path, std::stop_token stop = {});

    const std::string& path() const noexcept { return path_; }
    TableWriter& docdata() noexcept { return docdata_; }
    TableWriter& termlist() noexcept { return termlist_; }

    /// Docids ascend strictly.
    void count_document(std::uint32_t docid, std::uint32_t length);
    ValueStatistics& values_in(std::uint32_t slot) { return slots_[slot]; }
    /// Replaces what the key held; an empty value is no entry. Throws std::length_error.
    void set_metadata(std::string key, std::string value);
    /// A file in the folder that is made durable and stands in the manifest.
    void add_file(std::string name) { files_.push_back(std::move(name)); }

    /// What stands by term and by slot: each once, when all documents are counted, and perhaps at
    /// the same time on two threads. Throws Interrupted when asked to stop. Synonyms stand by term,
    /// too; without a thesaurus there are none.
    void write_postings(const Sources& sources, Thesaurus* thesaurus);
    void write_positions(const Sources& sources);

    /// Makes everything durable and a database; gives its UUID.
    std::string finish();

  private:
    std::string table(std::string_view name) const;

    std::string path_;
    std::stop_token stop_;
    TableWriter docdata_;
    TableWriter termlist_;
    TableWriter postlist_;
    TableWriter position_;
    TableWriter synonym_;
    std::map<std::string, std::string> metadata_;
    std::vector<std::string> files_;
    ValueSlots slots_;
    PostingWriter lengths_;
    Statistics statistics_;
};

}  // namespace morgue::glass

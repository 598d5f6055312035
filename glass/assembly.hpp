#pragma once

#include <cstdint>
#include <glass/source.hpp>
#include <glass/table_writer.hpp>
#include <glass/value_writer.hpp>
#include <glass/version_file.hpp>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// A database as it comes to be: what stands by document is written as the documents come, what
/// stands by term when all have come.
class Assembly {
  public:
    /// `path` is a folder that is there and empty.
    explicit Assembly(std::string path, std::stop_token stop = {});

    const std::string& path() const noexcept { return path_; }
    TableWriter& docdata() noexcept { return docdata_; }
    TableWriter& termlist() noexcept { return termlist_; }

    /// Docids ascend strictly.
    void count_document(std::uint32_t docid, std::uint32_t length);
    void count_value(std::uint32_t slot, std::string_view value) { slots_[slot].add(value); }
    void count_values(std::uint32_t slot, const ValueStatistics& values) {
        slots_[slot].add(values);
    }
    /// Replaces what the key held; an empty value is no entry. Throws std::length_error.
    void set_metadata(std::string key, std::string value);

    /// Writes what the sources hold and everything else; makes it durable; gives the UUID.
    /// Throws Interrupted when asked to stop.
    std::string finish(std::span<Source* const> sources);

  private:
    struct Length {
        std::uint32_t docid;
        std::uint32_t length;
    };

    std::string table(std::string_view name) const;
    Tables write_tables(std::span<Source* const> sources);

    std::string path_;
    std::stop_token stop_;
    TableWriter docdata_;
    TableWriter termlist_;
    std::map<std::string, std::string> metadata_;
    ValueSlots slots_;
    std::vector<Length> lengths_;
    Statistics statistics_;
};

}  // namespace morgue::glass

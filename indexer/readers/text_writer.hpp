#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <indexer/readers/live_page.hpp>

namespace morgue::indexer {

/// Writes the text that parts of a page show, blocks on lines of their own.
class TextWriter {
  public:
    explicit TextWriter(const LivePage& page) : page_(page) {}

    void write(std::uint32_t part);
    std::string take() { return std::move(out_); }

  private:
    void break_line() noexcept;
    void put(std::string_view text);
    void put_single_spaced(std::string_view text);
    void put_words(std::string_view words);

    const LivePage& page_;
    std::string out_;
    bool space_ = false;  ///< due before the next word
    bool break_ = false;  ///< due before the next word
};

}  // namespace morgue::indexer

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <text/form.hpp>

namespace morgue::text {

/// The forms of one token, each once; reused from token to token to spare allocations.
class FormList {
  public:
    void clear() noexcept;

    /// A form that is there already becomes asked if either was; one over max_word_bytes is cut.
    void add(FormKind kind, bool asked, std::string_view text);

    /// Valid until the list is changed.
    std::span<const Form> view();

    /// The token was longer than its forms tell.
    bool cut() const noexcept { return cut_; }
    void mark_cut() noexcept { cut_ = true; }

  private:
    struct Entry {
        FormKind kind;
        bool asked;
        std::size_t begin;
        std::size_t size;
    };

    std::string_view text_of(const Entry& entry) const noexcept;

    std::string letters_;
    std::vector<Entry> entries_;
    std::vector<Form> forms_;
    bool cut_ = false;
};

}  // namespace morgue::text

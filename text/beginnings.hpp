#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace morgue::text {

/// How forms begin that somebody looks for: by their first letter, and by their first two.
class Beginnings {
  public:
    /// Stems of no more letters may have a second one that their words have not: dying, die.
    static constexpr std::size_t short_form = 3;

    void add(std::string_view form) {
        if (form.empty()) return;
        firsts_[place(form[0])] = true;
        if (form.size() <= short_form)
            short_forms_[place(form[0])] = true;
        else
            pairs_[place(form[0], form[1])] = true;
    }
    /// Whether some form may begin so. May be told too often: bytes that differ in their two
    /// highest bits alone are alike.
    bool have(char first) const noexcept { return firsts_[place(first)]; }
    bool have(char first, char second) const noexcept {
        return short_forms_[place(first)] || pairs_[place(first, second)];
    }

  private:
    static constexpr std::size_t kinds = 64;

    static std::size_t place(char byte) noexcept {
        return static_cast<unsigned char>(byte) % kinds;
    }
    static std::size_t place(char first, char second) noexcept {
        return place(first) * kinds + place(second);
    }

    std::bitset<kinds> firsts_;
    std::bitset<kinds> short_forms_;
    std::bitset<kinds * kinds> pairs_;
};

}  // namespace morgue::text

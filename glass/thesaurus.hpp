#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Says what a database keeps in its table of synonyms: which words stand for which terms. The
/// terms of the database tell it.
class Thesaurus {
  public:
    /// Takes a term and its synonyms, which ascend.
    using Each = std::function<void(std::string_view term, std::span<const std::string> synonyms)>;

    Thesaurus() = default;
    Thesaurus(const Thesaurus&) = delete;
    Thesaurus& operator=(const Thesaurus&) = delete;
    virtual ~Thesaurus() = default;

    /// Is told every term of the database once, in order.
    virtual void meet(std::string_view term) = 0;
    /// Calls it for every term that has synonyms, in order, when all terms are told.
    virtual void for_each(const Each& each) const = 0;
};

}  // namespace morgue::glass

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <search/audit/naive_text.hpp>
#include <search/query/tree.hpp>

namespace morgue::search {

/// Where something asked for stands in a text.
struct NaiveSpot {
    std::size_t first = 0;  ///< token
    std::size_t last = 0;
    std::size_t begin = 0;  ///< byte
    std::size_t end = 0;

    friend auto operator<=>(const NaiveSpot&, const NaiveSpot&) = default;
};

/// The phrases of one word, or compound, that a phrase is made of.
std::vector<query::Node> naive_parts(const query::Node& phrase);

/// A word, beginning, pattern or phrase asked for, found by trying every place of a text.
class NaiveWords {
  public:
    NaiveWords(const query::Node& leaf, const std::vector<const text::Language*>& languages);

    std::vector<NaiveSpot> spots(const NaiveText& text) const;

  private:
    /// What may stand at one position.
    struct Step {
        FormSet forms;
        bool beginning = false;  ///< a form that begins with one of these does, too
        /// A surface form of a spaced script for which this holds does, too.
        std::function<bool(const std::string&)> fits = {};
        bool any = false;  ///< any word at all does
    };
    /// One way in which the leaf may stand in a text.
    struct Way {
        std::vector<Step> steps;
        bool reaches_next = false;  ///< its last character is the second one of the last pair
    };
    struct Element;

    void add_gaps(std::size_t count);
    void add_written(const query::Phrase& phrase);
    static std::vector<Element> elements_of(const std::string& text,
                                            const std::vector<const text::Language*>& languages);
    Step step_of(const FormSet& asked, const FormSet& offered, bool beginning) const;
    static bool meets(const FormSet& forms, const Step& step);
    static bool stands_at(const NaiveText& text, std::size_t at, const std::vector<Step>& steps);
    static NaiveSpot spot_at(const NaiveText& text, std::size_t at, const Way& way);
    bool is_written(const NaiveText& text, const NaiveSpot& spot) const;
    void add_element(const Element& element, bool last, bool is_beginning);

    std::vector<Way> ways_;
    bool stemmed_ = false;  ///< each word of a phrase may have any ending
    /// As the words have to be written, where that counts; empty for any.
    std::vector<std::string> written_;
};

}  // namespace morgue::search

#pragma once

#include <string>
#include <string_view>

#include <tools/bench/corpus/vocabulary.hpp>

namespace morgue::bench {

/// Writes sentences of a small grammar of English, in which function words and content words come
/// about as often as in news.
class Prose {
  public:
    Prose(Vocabulary& words, std::string& out, bool curly_quotes)
        : words_(words), random_(words.random()), out_(out), curly_(curly_quotes) {}

    /// "Harbour council rejects plain wharf in Velton", without a full stop.
    void headline();
    /// Sentences up to about so many bytes, blank lines between paragraphs.
    void paragraphs(std::size_t bytes);

  private:
    void paragraph(std::size_t sentences);
    void sentence();
    void quotation();
    void statement();
    void on_a_day();
    void report();
    void figures();
    void condition();
    void clause();
    void noun_phrase(int depth);
    void plain_noun_phrase();
    void noun();
    void name();
    void full_name(const Person& person);
    void verb_phrase();
    void verb_with_object();
    void prepositional_phrase(int depth);

    /// A word after a space, where one is due.
    void put(std::string_view word);
    template <std::size_t n>
    void put_one_of(const Weighted (&table)[n]) {
        put(draw(table, random_));
    }
    void attach(std::string_view mark);
    void begin_sentence();
    void end_sentence(std::string_view mark = ".");

    Vocabulary& words_;
    Random& random_;
    std::string& out_;
    bool curly_;
    bool space_ = false;           // due before the next word
    std::size_t sentence_at_ = 0;  // its first byte
};

}  // namespace morgue::bench

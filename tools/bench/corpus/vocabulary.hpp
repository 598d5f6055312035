#pragma once

#include <string>
#include <string_view>

#include <tools/bench/corpus/story.hpp>

namespace morgue::bench {

/// Draws words for one article: some from its story, some from its topic, the rest from the whole
/// language.
class Vocabulary {
  public:
    Vocabulary(const Lexicon& lexicon, const Story& story, Random& random);

    const Noun& noun();
    const Verb& verb();
    const Adjective& adjective();
    const Collocation& collocation();
    const Person& person();
    std::string_view place();
    std::string_view organisation();
    std::string number();
    std::string sum_of_money();

    const Story& story() const noexcept { return *story_; }
    Random& random() noexcept { return *random_; }

  private:
    const Lexicon* lexicon_;
    const Story* story_;
    Random* random_;
    Zipf nouns_, verbs_, adjectives_, topic_nouns_, topic_verbs_, topic_adjectives_;
};

}  // namespace morgue::bench

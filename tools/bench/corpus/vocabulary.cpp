#include <tools/bench/corpus/vocabulary.hpp>

namespace morgue::bench {

namespace {

constexpr double share_of_story = 0.35;
constexpr double share_of_topic = 0.30;
constexpr Zipf::Law law_in_topic{1.1, 4};

// 1,234,567 as newspapers write it.
std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

template <typename T>
const T& mixed(const std::vector<const T*>& story, const std::vector<const T*>& topic,
               const Zipf& topic_law, const std::vector<T>& all, const Zipf& law, Random& random) {
    const double where = random.unit();
    if (where < share_of_story) return *random.one_of(story);
    if (where < share_of_story + share_of_topic) return *topic[topic_law.draw(random)];
    return all[law.draw(random)];
}

}  // namespace

Vocabulary::Vocabulary(const Lexicon& lexicon, const Story& story, Random& random)
    : lexicon_(&lexicon),
      story_(&story),
      random_(&random),
      nouns_(lexicon.nouns.size(), word_law),
      verbs_(lexicon.verbs.size(), word_law),
      adjectives_(lexicon.adjectives.size(), word_law),
      topic_nouns_(story.topic->nouns.size(), law_in_topic),
      topic_verbs_(story.topic->verbs.size(), law_in_topic),
      topic_adjectives_(story.topic->adjectives.size(), law_in_topic) {}

const Noun& Vocabulary::noun() {
    return mixed(story_->nouns, story_->topic->nouns, topic_nouns_, lexicon_->nouns, nouns_,
                 *random_);
}

const Verb& Vocabulary::verb() {
    return mixed(story_->verbs, story_->topic->verbs, topic_verbs_, lexicon_->verbs, verbs_,
                 *random_);
}

const Adjective& Vocabulary::adjective() {
    return mixed(story_->adjectives, story_->topic->adjectives, topic_adjectives_,
                 lexicon_->adjectives, adjectives_, *random_);
}

const Collocation& Vocabulary::collocation() {
    return random_->one_of(random_->chance(0.6) ? story_->collocations
                                                : story_->topic->collocations);
}

const Person& Vocabulary::person() {
    return random_->one_of(story_->people);
}

std::string_view Vocabulary::place() {
    const double where = random_->unit();
    if (where < 0.5) return random_->one_of(story_->places);
    if (where < 0.8) return random_->one_of(story_->topic->places);
    return lexicon_->places[Zipf{lexicon_->places.size(), name_law}.draw(*random_)];
}

std::string_view Vocabulary::organisation() {
    return random_->one_of(story_->organisations);
}

std::string Vocabulary::number() {
    const double kind = random_->unit();
    if (kind < 0.5) return std::to_string(random_->between(2, 99));
    if (kind < 0.65) return std::to_string(random_->between(1950, 2029));
    if (kind < 0.8) return grouped(random_->between(100, 9'999));
    if (kind < 0.9) return grouped(random_->between(10, 999) * 1'000);
    return std::to_string(random_->between(1, 99)) + "." + std::to_string(random_->below(10));
}

std::string Vocabulary::sum_of_money() {
    constexpr Weighted signs[] = {{"$", 10}, {"£", 3}, {"€", 3}};
    constexpr Weighted sizes[] = {{" million", 6}, {" billion", 3}, {"", 2}};
    return draw(signs, *random_) + number() + draw(sizes, *random_);
}

}  // namespace morgue::bench

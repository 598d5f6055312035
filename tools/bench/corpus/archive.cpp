#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include <tools/bench/corpus/archive.hpp>
#include <tools/bench/corpus/prose.hpp>
#include <tools/bench/corpus/word_shape.hpp>

namespace morgue::bench {

namespace {

constexpr std::size_t topic_count = 300;
constexpr Zipf::Law topic_law{0.7, 6};
constexpr std::size_t source_count = 12;
constexpr std::size_t writers_a_source = 40;
constexpr std::size_t days_a_story = 21;
constexpr std::size_t stories_a_topic = 12;  // that run at one time
constexpr double spread_of_lengths = 0.65;   // sigma of the log-normal law
constexpr std::size_t longest_headline_words_in_path = 6;

enum Stream : std::uint64_t { source_stream = 201, story_stream, article_stream };

constexpr const char* sections[section_count] = {"World",   "Politics", "Business", "Sport",
                                                 "Culture", "Science",  "Health",   "Opinion",
                                                 "Local",   "Travel",   "Courts",   "Weather"};

struct Day {
    int year;
    unsigned month, day;
};

Day day_after_start(std::size_t days) {
    using namespace std::chrono;
    const year_month_day date{sys_days{year{1995} / January / 1} +
                              std::chrono::days{static_cast<int>(days)}};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day())};
}

std::string written(const Day& day, char between) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d%c%02u%c%02u", day.year, between, day.month, between,
                  day.day);
    return text;
}

// "Velton council rejects …" as "velton-council-rejects".
std::string slug_of(std::string_view headline) {
    std::string slug;
    std::size_t words = 0;
    for (const char c : headline) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            slug += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (c == ' ' && ++words < longest_headline_words_in_path)
            slug += '-';
        else if (c == ' ')
            break;
    }
    return slug;
}

std::string in_capitals(std::string_view place) {
    std::string text{place};
    for (std::size_t i = 0; i < text.size(); ++i) capitalize(text, i);
    return text;
}

}  // namespace

Archive::Archive(const ArchiveOptions& options)
    : options_(options), lexicon_(options.seed), sources_(make_sources()) {
    for (std::size_t i = 0; i < topic_count; ++i) topics_.emplace_back(lexicon_, options.seed, i);
}

std::vector<Archive::Source> Archive::make_sources() const {
    constexpr Weighted papers[] = {{"Times", 4},   {"Post", 4},   {"Gazette", 3}, {"Herald", 3},
                                   {"Courier", 2}, {"Mirror", 2}, {"Wire", 2}};
    Random random{options_.seed, source_stream};
    std::vector<Source> sources(source_count);
    for (Source& source : sources) {
        source.name = lexicon_.places[random.below(400)] + " " + draw(papers, random);
        source.curly_quotes = random.chance(0.5);
        for (std::size_t i = 0; i < writers_a_source; ++i)
            source.writers.push_back(random.one_of(lexicon_.first_names) + " " +
                                     random.one_of(lexicon_.surnames));
    }
    return sources;
}

GeneratedArticle Archive::article(std::size_t number) const {
    Random random{options_.seed, article_stream, number};
    const std::size_t day = number / options_.per_day;
    const Story story = story_of(day, random);
    const Source& source = random.one_of(sources_);
    GeneratedArticle made;
    Vocabulary words{lexicon_, story, random};
    Prose prose{words, made.text, source.curly_quotes};
    prose.headline();
    const std::string slug = slug_of(made.text);
    made.text += head(story, day, source, random);
    prose.paragraphs(length_of(number, random));
    made.text += '\n';
    made.path =
        written(day_after_start(day), '/') + "/" + slug + "-" + std::to_string(number) + ".txt";
    return made;
}

Story Archive::story_of(std::size_t day, Random& random) const {
    const std::size_t topic = Zipf{topics_.size(), topic_law}.draw(random);
    const std::size_t number = Zipf{stories_a_topic, topic_law}.draw(random);
    const std::size_t weeks = day / days_a_story;
    return {lexicon_, topics_[topic], Random{options_.seed, story_stream, topic, weeks, number}};
}

std::size_t Archive::length_of(std::size_t number, Random& random) const {
    const double mean = static_cast<double>(options_.mean_bytes);
    const double middle = std::log(mean) - spread_of_lengths * spread_of_lengths / 2;
    double bytes = std::exp(middle + spread_of_lengths * random.normal());
    if (options_.long_every != 0 && number % options_.long_every == options_.long_every - 1)
        bytes = mean * (8 + 32 * random.unit());
    return std::max<std::size_t>(static_cast<std::size_t>(bytes), 200);
}

std::string Archive::head(const Story& story, std::size_t day, const Source& source,
                          Random& random) const {
    std::string text = "\n\n";
    if (random.chance(0.85)) text += "By " + random.one_of(source.writers) + "\n";
    text += "Date: " + written(day_after_start(day), '-') + "\n";
    text += std::string("Section: ") + sections[story.topic->section] + "\n";
    text += "Source: " + source.name + "\n\n";
    if (random.chance(0.4)) text += in_capitals(random.one_of(story.places)) + " — ";
    return text;
}

}  // namespace morgue::bench

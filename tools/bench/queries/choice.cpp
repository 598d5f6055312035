#include <algorithm>
#include <functional>
#include <set>

#include <tools/bench/corpus/random.hpp>
#include <tools/bench/queries/choice.hpp>

namespace morgue::bench {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t tries_a_query = 2'000;
constexpr std::size_t shortest_word = 3;  // bytes; shorter ones may be cut from abbreviations
constexpr double rare_at_most = 0.0003;
constexpr double rare_articles = 2;  // at least, however small the sample
constexpr double medium_from = 0.001, medium_to = 0.01;
constexpr double frequent_from = 0.05, frequent_to = 0.33;

class Chooser {
  public:
    Chooser(const Sample& sample, std::size_t per_class)
        : sample_(sample), per_class_(per_class), random_{1} {}

    std::vector<ListedQuery> choose() {
        const auto articles = static_cast<double>(sample_.articles().size());
        words("rare word", 0, std::max(rare_at_most, rare_articles / articles));
        words("medium word", medium_from, medium_to);
        words("frequent word", frequent_from, frequent_to);
        for (const std::size_t count : {2, 3, 4})
            add(std::to_string(count) + " words, all", Operator::all,
                [=, this] { return words_of_an_article(count); });
        for (const std::size_t count : {2, 4})
            add(std::to_string(count) + " words, any", Operator::any,
                [=, this] { return words_of_an_article(count); });
        add("phrase of 2", Operator::phrase, [this] { return phrase(2, 0, 0); });
        add("phrase of 3 with a stop word", Operator::phrase, [this] { return phrase(3, 1, 2); });
        add("phrase of stop words", Operator::phrase, [this] { return phrase(2, 2, 2); });
        add("2 words, W/5", Operator::near, [this] { return neighbours(); });
        return std::move(chosen_);
    }

  private:
    // An empty answer is no find.
    void add(const std::string& kind, Operator op, const std::function<Words()>& find) {
        std::set<Words> seen;
        for (std::size_t tries = per_class_ * tries_a_query; seen.size() < per_class_ && tries > 0;
             --tries) {
            Words found = find();
            if (!found.empty() && seen.insert(found).second)
                chosen_.push_back({kind, op, std::move(found)});
        }
    }

    void words(const std::string& kind, double from, double to) {
        std::vector<Sample::Word> those;
        for (Sample::Word word = 1; word < sample_.words(); ++word)
            if (is_content(word) && sample_.share(word) >= from && sample_.share(word) <= to)
                those.push_back(word);
        if (those.empty()) return;
        add(kind, Operator::word, [&] { return Words{sample_.spelling(random_.one_of(those))}; });
    }

    Words words_of_an_article(std::size_t count) {
        const auto& article = random_.one_of(sample_.articles());
        std::set<std::string> found;
        for (std::size_t i = 0; i < 20 * count && found.size() < count && !article.empty(); ++i) {
            const Sample::Word word = random_.one_of(article);
            if (is_content(word) && sample_.share(word) >= medium_from)
                found.insert(sample_.spelling(word));
        }
        return found.size() == count ? Words{found.begin(), found.end()} : Words{};
    }

    Words phrase(std::size_t length, std::size_t fewest_stops, std::size_t most_stops) {
        const auto& article = random_.one_of(sample_.articles());
        if (article.size() < length) return {};
        const std::size_t begin = random_.below(article.size() - length + 1);
        std::size_t stops = 0;
        Words words;
        for (std::size_t i = begin; i < begin + length; ++i) {
            const bool stop = sample_.is_stop_word(article[i]);
            if (!stop && !is_content(article[i])) return {};
            stops += stop ? 1 : 0;
            words.push_back(sample_.spelling(article[i]));
        }
        return stops >= fewest_stops && stops <= most_stops ? words : Words{};
    }

    Words neighbours() {
        const auto& article = random_.one_of(sample_.articles());
        if (article.size() <= near_distance) return {};
        const std::size_t first = random_.below(article.size() - near_distance);
        const std::size_t second = first + random_.between(2, near_distance);
        const auto between = article.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = article.begin() + static_cast<std::ptrdiff_t>(second);
        if (!is_content(article[first]) || !is_content(article[second]) ||
            article[first] == article[second] || std::count(between, end, Sample::none) > 0)
            return {};
        return {sample_.spelling(article[first]), sample_.spelling(article[second])};
    }

    bool is_content(Sample::Word word) const {
        return word != Sample::none && !sample_.is_stop_word(word) &&
               sample_.spelling(word).size() >= shortest_word;
    }

    const Sample& sample_;
    std::size_t per_class_;
    Random random_;
    std::vector<ListedQuery> chosen_;
};

}  // namespace

std::vector<ListedQuery> choose_queries(const Sample& sample, std::size_t per_class) {
    return Chooser{sample, per_class}.choose();
}

}  // namespace morgue::bench

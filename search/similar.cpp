#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <schema/term.hpp>
#include <search/rarity.hpp>
#include <search/similar.hpp>
#include <text/function_words.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

namespace {

constexpr std::size_t most_words = 20;
/// The article itself and another.
constexpr Xapian::doccount fewest_articles = 2;

const text::Form* form_of(const text::Token& token, text::FormKind kind) {
    const auto form = std::ranges::find(token.forms, kind, &text::Form::kind);
    return form == token.forms.end() ? nullptr : &*form;
}

/// The words of one article, each with its forms counted together.
class WordCounts {
  public:
    explicit WordCounts(const text::Language* language) : language_(language) {}

    void add(std::string_view text, std::size_t weight) {
        text::tokenize(text, {.language = language_},
                       [&](const text::Token& token) { count(token, weight); });
    }

    /// Those that tell most of the article, the best first.
    std::vector<std::string> telling(const Xapian::Database& database) const {
        std::vector<std::pair<double, std::string_view>> weighted;
        for (const auto& [term, word] : words_) {
            const Xapian::doccount with_it = database.get_termfreq(term);
            if (with_it < fewest_articles) continue;
            weighted.emplace_back(
                (1 + std::log2(word.count)) * rarity(with_it, database.get_doccount()), word.text);
        }
        std::ranges::stable_sort(weighted, std::ranges::greater(),
                                 &std::pair<double, std::string_view>::first);
        weighted.resize(std::min(weighted.size(), most_words));
        std::vector<std::string> words;
        for (const auto& [weight, word] : weighted) words.emplace_back(word);
        return words;
    }

  private:
    struct Counted {
        std::string text;
        double count = 0;
    };

    void count(const text::Token& token, std::size_t weight) {
        const text::Form* const surface = form_of(token, text::FormKind::surface);
        if (surface == nullptr) return;
        if (language_ != nullptr && text::is_function_word(surface->text, *language_)) return;
        const text::Form* const stem = form_of(token, text::FormKind::stem);
        Counted& word = words_[schema::form_term(stem == nullptr ? *surface : *stem, language_)];
        if (word.count == 0) word.text = surface->text;
        word.count += static_cast<double>(weight);
    }

    const text::Language* language_;
    std::map<std::string, Counted> words_;  ///< by term
};

Query any_of(const std::vector<std::string>& words) {
    std::vector<Query> any;
    for (const std::string& word : words) any.push_back(Query::words(word));
    return Query::any_of(std::move(any));
}

}  // namespace

Query similar_to(const schema::StoredArticle& stored, const schema::Snapshot& snapshot) {
    const Article& article = stored.indexed.article;
    WordCounts counts(text::find_language(stored.lang));
    const Metadatum* const title = article.find(Field::title);
    if (title != nullptr && title->from != Provenance::first_sentence)
        counts.add(title->value, schema::title_weight);
    counts.add(article.body, schema::body_weight);
    auto copies = Query::parse("dup:" + stored.indexed.id.to_string());
    return Query::all_of({any_of(counts.telling(snapshot.database())),
                          Query::none_of({std::get<Query>(std::move(copies))})});
}

}  // namespace morgue::search

// A naive scan of every article and the index must agree on thousands of random questions.
#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include <morgue/searcher.hpp>

#include <golden/sample_archive.hpp>
#include <schema/snapshot.hpp>
#include <search/audit/naive_matcher.hpp>
#include <text/tokenizer.hpp>

namespace morgue::test {
namespace {

using search::naive_article;
using search::NaiveArticle;
using search::NaiveMatcher;

/// Makes questions of what stands in the articles, so that most have answers.
class RandomQuestions {
  public:
    explicit RandomQuestions(const std::vector<NaiveArticle>& articles) : articles_(articles) {}

    Query next() { return tree(2); }

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    Query tree(int depth) {
        const std::size_t kind = depth == 0 ? 0 : below(10);
        if (kind < 5) return leaf();
        std::vector<Query> parts;
        for (std::size_t i = 0, count = 2 + below(2); i < count; ++i)
            parts.push_back(tree(depth - 1));
        if (kind < 7) return Query::all_of(parts);
        if (kind < 9) return Query::any_of(parts);
        return Query::all_of({parts[0], Query::none_of({parts[1]})});
    }

    Query leaf() {
        switch (below(12)) {
            case 0:
            case 1:
            case 2:
                return Query::words(slice(1));
            case 3:
            case 4:
            case 5:
                return Query::phrase(slice(2 + below(3)));
            case 6:
                return Query::phrase(slice(1));
            case 7:
                return prefix();
            case 8:
                return Query::field(Field::title, title_word());
            case 9:
                return filter();
            case 10:
                return dates();
            default:
                return Query::words(slice(2));
        }
    }

    const NaiveArticle& article() { return articles_[below(articles_.size())]; }

    /// Neighbouring words as they stand in a text, with whatever stands between them.
    std::string slice(std::size_t words) {
        const std::string& body = article().stored.indexed.article.body;
        std::vector<std::pair<std::size_t, std::size_t>> tokens;
        text::tokenize(body, {}, [&](const text::Token& token) {
            tokens.emplace_back(token.begin, token.end);
        });
        if (tokens.size() < words) return "nothing";
        const std::size_t first = below(tokens.size() - words + 1);
        std::string text = body.substr(tokens[first].first,
                                       tokens[first + words - 1].second - tokens[first].first);
        return text.find('\0') == std::string::npos && text.size() < 400 ? text : "nothing";
    }

    std::string title_word() {
        std::vector<std::string> words;
        const std::string title(article().stored.indexed.article.value(Field::title));
        text::tokenize(title, {}, [&](const text::Token& token) {
            words.push_back(title.substr(token.begin, token.end - token.begin));
        });
        return words.empty() ? "nothing" : words[below(words.size())];
    }

    Query prefix() {
        const std::string word = slice(1);
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto end = std::find_if_not(word.begin(), word.end(), is_letter);
        const std::size_t letters = static_cast<std::size_t>(end - word.begin());
        if (letters < 2) return Query::words(word);
        return parsed(word.substr(0, 2 + below(letters - 1)) + "*");
    }

    Query filter() {
        static constexpr Field fields[] = {Field::source, Field::section, Field::lang,
                                           Field::tag,    Field::byline,  Field::place};
        const Field field = fields[below(std::size(fields))];
        const std::string value(article().stored.indexed.article.value(field));
        if (!value.empty()) return Query::field(field, value);
        const std::string& path = article().stored.indexed.location.file;
        return Query::field(Field::path, path.substr(0, path.find('/')));
    }

    Query dates() {
        static constexpr const char* ranges[] = {
            "date:2019",   "date:2019-03..2021-06-17", "after:2021",     "before:2020-03",
            "date:none",   "date:2019-03-05",          "date:..2022-07", "date:2022-01..",
            "date:~2000.."};
        return parsed(ranges[below(std::size(ranges))]);
    }

    static Query parsed(const std::string& text) { return std::get<Query>(Query::parse(text)); }

    const std::vector<NaiveArticle>& articles_;
    std::mt19937 random_{20190304};
};

class Differential : public testing::Test {
  protected:
    Differential() {
        const schema::Snapshot snapshot = schema::Snapshot::open(archive_.index());
        languages_ = snapshot.languages();
        snapshot.for_each_live("", [&](const schema::Place& place) {
            articles_.push_back(naive_article(snapshot.stored(place)));
            return true;
        });
    }

    static std::set<std::string> found_by_index(const Searcher& searcher, const Query& query) {
        std::set<std::string> files;
        SearchOptions options{.limit = SearchOptions::no_limit};
        options.snippets = 0;
        searcher.for_each(
            query,
            [&](const Hit& hit) {
                files.insert(hit.found.location.file);
                return true;
            },
            options);
        return files;
    }

    std::set<std::string> found_by_scan(const Query& query) const {
        const NaiveMatcher matcher(languages_);
        std::set<std::string> files;
        for (const NaiveArticle& article : articles_)
            if (matcher.answers(article, *query.root()))
                files.insert(article.stored.indexed.location.file);
        return files;
    }

    SampleArchive archive_;
    std::vector<const text::Language*> languages_;
    std::vector<NaiveArticle> articles_;
};

TEST_F(Differential, TheIndexAndANaiveScanAgree) {
    constexpr int questions = 4000;
    const Searcher searcher = Searcher::open(archive_.index());
    RandomQuestions random(articles_);
    int answered = 0;
    int disagreed = 0;
    for (int i = 0; i < questions && disagreed < 10; ++i) {
        const Query built = random.next();
        const auto parsed = Query::parse(built.to_string());
        ASSERT_TRUE(std::holds_alternative<Query>(parsed)) << built.to_string();
        const Query& query = std::get<Query>(parsed);
        const auto by_index = found_by_index(searcher, query);
        if (searcher.count(query).refused) continue;
        const auto by_scan = found_by_scan(query);
        EXPECT_EQ(by_index, by_scan) << query.to_string();
        disagreed += by_index == by_scan ? 0 : 1;
        answered += by_scan.empty() ? 0 : 1;
    }
    EXPECT_GT(answered, questions / 2) << "the questions are worth asking";
}

/// What a hit lights must be there, and must be what the question asks for.
TEST_F(Differential, WhatIsLitStandsInTheArticle) {
    const Searcher searcher = Searcher::open(archive_.index());
    RandomQuestions random(articles_);
    for (int i = 0; i < 300; ++i) {
        const Query query = random.next();
        searcher.for_each(query, [&](const Hit& hit) {
            const auto whole = searcher.article(hit.found.id);
            for (const Snippet& snippet : hit.snippets) {
                EXPECT_EQ(
                    whole->article.body.substr(snippet.in_article.begin,
                                               snippet.in_article.end - snippet.in_article.begin),
                    snippet.text);
                for (const ByteRange& lit : snippet.highlights)
                    EXPECT_LE(lit.end, snippet.text.size());
            }
            return true;
        });
    }
}

}  // namespace
}  // namespace morgue::test

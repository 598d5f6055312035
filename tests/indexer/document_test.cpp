#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include <indexer/analysis_language.hpp>
#include <indexer/document.hpp>
#include <schema/slot.hpp>
#include <schema/term.hpp>
#include <text/hostile_pieces.hpp>
#include <text/tokenizer.hpp>

namespace morgue::indexer {
namespace {

using Positions = std::vector<std::uint32_t>;

schema::StoredArticle stored(std::string title, std::string body) {
    schema::StoredArticle made;
    made.indexed.article.body = std::move(body);
    if (!title.empty()) made.indexed.article.add(Field::title, std::move(title), Provenance::head);
    return made;
}

struct Occurrences {
    std::uint32_t wdf = 0;
    Positions positions;
};

/// A document to be looked into, and no longer in need of its builder.
struct Built {
    explicit Built(const Document& document) {
        for (const glass::TermEntry& entry : document.form.terms)
            terms[std::string(entry.term)] = {entry.wdf,
                                              {entry.positions.begin(), entry.positions.end()}};
    }

    std::map<std::string, Occurrences> terms;
};

Built build(schema::StoredArticle article, std::string_view language = "en") {
    return Built(DocumentBuilder().build(article, text::find_language(language)));
}

TEST(Document, WeighsTitleWordsThreefoldAndSetsTheBodyApart) {
    const Built document = build(stored("Storm warning", "The storm came."));
    EXPECT_EQ(document.terms.at("storm").wdf, 4U);
    EXPECT_EQ(document.terms.at("storm").positions, (Positions{1, 1003}));
    EXPECT_EQ(document.terms.at("warning").positions, (Positions{2}));
    EXPECT_EQ(document.terms.at("the").positions, (Positions{1002}));
    EXPECT_EQ(document.terms.at("Zstorm").wdf, 4U);
    EXPECT_TRUE(document.terms.at("Zstorm").positions.empty());
}

TEST(Document, FiltersTitlesWithoutWeight) {
    const Built document = build(stored("Storm warning", "text"));
    EXPECT_EQ(document.terms.at("Sstorm").wdf, 0U);
    EXPECT_EQ(document.terms.at("Swarning").positions, (Positions{2}));
}

TEST(Document, AddsNothingForATitleMadeFromTheText) {
    schema::StoredArticle wire = stored("", "The storm came.");
    wire.indexed.article.add(Field::title, "The storm came.", Provenance::first_sentence);
    const Built document = build(wire);
    EXPECT_EQ(document.terms.at("storm").wdf, 1U);
    EXPECT_FALSE(document.terms.contains("Sstorm"));
    EXPECT_EQ(document.terms.at("the").positions, (Positions{1000}));
}

TEST(Document, PutsCompoundsAtTheirFirstAndLastPart) {
    const Built document = build(stored("", "an e-mail came"));
    EXPECT_EQ(document.terms.at("e").positions, (Positions{1001}));
    EXPECT_EQ(document.terms.at("mail").positions, (Positions{1002}));
    EXPECT_EQ(document.terms.at("email").positions, (Positions{1001, 1002}));
    EXPECT_EQ(document.terms.at("came").positions, (Positions{1003}));
}

TEST(Document, CountsTheStemOfOnePositionOnce) {
    const Built document = build(stored("", "the company's profits"));
    EXPECT_EQ(document.terms.at("Zcompani").wdf, 1U);
    EXPECT_EQ(document.terms.at("company").positions, document.terms.at("company's").positions);
}

TEST(Document, StemsInTheArticlesLanguage) {
    const Built document = build(stored("", "die Häuser"), "de");
    EXPECT_TRUE(document.terms.contains("ZXDEhaus"));
    EXPECT_TRUE(document.terms.contains("hauser"));
    EXPECT_TRUE(document.terms.contains("haeuser"));
}

TEST(Document, KeepsBylinesApartFromEachOther) {
    schema::StoredArticle article = stored("", "text");
    article.indexed.article.add(Field::byline, "Jane Doe");
    article.indexed.article.add(Field::byline, "John Roe");
    const Built document = build(article);
    const auto doe = document.terms.at("Adoe").positions.at(0);
    const auto john = document.terms.at("Ajohn").positions.at(0);
    EXPECT_EQ(document.terms.at("Ajane").positions.at(0) + 1, doe);
    EXPECT_GT(john, doe + 1);
    EXPECT_FALSE(document.terms.contains("jane"));
}

TEST(Document, DatesAreAsPreciseAsStated) {
    schema::StoredArticle article = stored("", "text");
    article.indexed.article.add(Field::date, "2019-03", Provenance::head);
    const Built document = build(article);
    EXPECT_TRUE(document.terms.contains("Y2019"));
    EXPECT_TRUE(document.terms.contains("M201903"));
    EXPECT_FALSE(document.terms.contains("D20190301"));
    EXPECT_FALSE(document.terms.contains(std::string(schema::undated_term)));
}

TEST(Document, AnInferredDateIsNoDate) {
    schema::StoredArticle article = stored("", "text");
    article.indexed.article.add(Field::date, "2019-03-04T00:00:00Z", Provenance::mtime);
    const Built document = build(article);
    EXPECT_TRUE(document.terms.contains(std::string(schema::undated_term)));
    EXPECT_FALSE(document.terms.contains("Y2019"));
}

TEST(Document, IsFoundByItsPathAndEveryFolderAboveIt) {
    schema::StoredArticle article = stored("", "text");
    article.indexed.location.file = "2019/03/x.txt";
    const Built document = build(article);
    for (const char* term : {"P2019", "P2019/03", "P2019/03/x.txt"})
        EXPECT_TRUE(document.terms.contains(term)) << term;
}

TEST(Document, HoldsEveryWordOfALongWordsBeginning) {
    schema::StoredArticle article = stored("", std::string(500, 'x') + " end");
    const Built document(DocumentBuilder().build(article, nullptr));
    EXPECT_EQ(article.cut_words, 1U);
    EXPECT_EQ(article.words, 2U);
    EXPECT_TRUE(document.terms.contains(std::string(120, 'x')));
    EXPECT_TRUE(document.terms.contains(std::string(schema::cut_words_term)));
}

TEST(Document, NoTermIsTooLongForXapian) {
    schema::StoredArticle article =
        stored(std::string(300, 'a') + "-" + std::string(300, 'b'), std::string(5000, 'c'));
    article.indexed.article.add(Field::section, std::string(5000, 'd'));
    article.indexed.location.file = std::string(5000, 'e') + "/" + std::string(5000, 'f');
    for (const auto& [term, occurrences] : build(article).terms) EXPECT_LE(term.size(), 245U);
}

/// What title and body add, as DocumentBuilder has it, put together word by word.
std::map<std::string, Occurrences> words_of(const schema::StoredArticle& article,
                                            const text::Language* language) {
    std::map<std::string, Occurrences> terms;
    std::uint32_t first = schema::first_title_position;
    const auto add = [&](std::string_view text, std::uint32_t weight) {
        std::uint32_t next = first;
        text::tokenize(text, {.language = language}, [&](const text::Token& token) {
            std::set<std::string> stems;
            for (const auto& forms : {token.forms, token.joined}) {
                for (const text::Form& form : forms) {
                    Occurrences& term = terms[schema::form_term(form, language)];
                    if (form.kind == text::FormKind::exact) continue;
                    if (form.kind == text::FormKind::stem) {
                        if (stems.emplace(form.text).second) term.wdf += weight;
                        continue;
                    }
                    next = first + token.position + 1;
                    if (!term.positions.empty() && term.positions.back() == next - 1) continue;
                    term.positions.push_back(next - 1);
                    term.wdf += weight;
                }
            }
        });
        return next;
    };
    const Article& read = article.indexed.article;
    const Metadatum* title = read.find(Field::title);
    first = (title == nullptr ? 0 : add(title->value, 3) - 1) + schema::body_gap;
    add(read.body, 1);
    return terms;
}

/// A builder that has met much before, and forgotten some of it, adds what a new one adds.
TEST(DocumentBuilder, CountsWordsAlikeInEveryArticle) {
    std::mt19937 random(4);
    DocumentBuilder builder;
    for (int round = 0; round < 1'500; ++round) {
        const auto* language = text::find_language(round % 3 == 0 ? "de" : "en");
        std::string body = text::random_pieces(random, 60);
        for (int i = 0; i < 60; ++i) body += " w" + std::to_string(random() % 200'000);
        auto article = stored(round % 4 == 0 ? "" : text::random_pieces(random, 8), body);
        const Built built(builder.build(article, language));
        for (const auto& [term, expected] : words_of(article, language)) {
            ASSERT_TRUE(built.terms.contains(term)) << term << "\n" << body;
            ASSERT_EQ(built.terms.at(term).wdf, expected.wdf) << term << "\n" << body;
            ASSERT_EQ(built.terms.at(term).positions, expected.positions) << term << "\n" << body;
        }
    }
}

TEST(DocumentBuilder, AddsNoTermOfAnotherArticle) {
    DocumentBuilder builder;
    auto first = stored("Storm", "the first e-mail");
    auto second = stored("Calm", "the second");
    builder.build(first, nullptr);
    const Built again(builder.build(second, nullptr));
    const Built fresh(DocumentBuilder().build(second, nullptr));
    ASSERT_EQ(again.terms.size(), fresh.terms.size());
    EXPECT_FALSE(again.terms.contains("email"));
    EXPECT_FALSE(again.terms.contains("Sstorm"));
}

TEST(DocumentBuilder, ListsEveryTermOnce) {
    schema::StoredArticle article = stored("Zebra zebra", "a z\u00E9bra ABBA ad-s abbatoirs");
    for (const char* tag : {"crude", "Crude", "grain"})
        article.indexed.article.add(Field::tag, tag);
    DocumentBuilder builder;
    std::set<std::string_view> listed;
    for (const auto& entry : builder.build(article, text::find_language("en")).form.terms)
        EXPECT_TRUE(listed.insert(entry.term).second) << entry.term;
    EXPECT_GT(listed.size(), 10U);
}

std::string analysed_in(std::string body, const std::string& fallback = {}, std::string lang = {}) {
    Article article{.key = "", .body = std::move(body), .metadata = {}};
    if (!lang.empty()) article.add(Field::lang, std::move(lang));
    const text::Language* language = analysis_language(article, fallback);
    return language == nullptr ? "" : std::string(language->code);
}

TEST(AnalysisLanguage, FollowsStatementThenScriptThenFallback) {
    EXPECT_EQ(analysed_in("Das Haus", "", "de"), "de");
    EXPECT_EQ(analysed_in("Das Haus", "de"), "de");
    EXPECT_EQ(analysed_in("The house"), "en");
    EXPECT_EQ(analysed_in("Дом у моря"), "") << "Cyrillic alone does not decide";
    EXPECT_EQ(analysed_in("Дом у моря", "", "ru"), "ru");
    EXPECT_EQ(analysed_in("東京都知事"), "");
    EXPECT_EQ(analysed_in("東京都知事", "de"), "") << "a fallback is for Latin script";
    EXPECT_EQ(analysed_in("The house", "", "ja"), "") << "no stemmer for Japanese";
}

}  // namespace
}  // namespace morgue::indexer

#include <glass/table_writer.hpp>
#include <random>

#include <gtest/gtest.h>
#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_writer.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>
#include <text/hostile_pieces.hpp>

namespace morgue::indexer {
namespace {

schema::StoredArticle article(int number) {
    schema::StoredArticle stored;
    stored.indexed.article.body = "article number " + std::to_string(number);
    return stored;
}

void write_shard(const std::string& path, Engine engine) {
    base::Workers workers(1);
    ShardWriter writer(path, workers, {engine});
    for (int number = 1; number <= 50; ++number)
        EXPECT_EQ(writer.add(article(number)), static_cast<std::uint32_t>(number));
    const std::string uuid = writer.finish();
    EXPECT_EQ(uuid, Xapian::Database(path).get_uuid());
}

TEST(ShardWriter, WritesTheSameByEitherEngine) {
    const test::TemporaryDirectory directory;
    write_shard(directory / "bulk", Engine::bulk);
    write_shard(directory / "api", Engine::api);
    EXPECT_EQ(base::list_directory(directory.path()), (std::vector<std::string>{"api", "bulk"}));
    const Xapian::Database bulk(directory / "bulk");
    const Xapian::Database api(directory / "api");
    ASSERT_EQ(api.get_doccount(), 50U);
    for (Xapian::docid docid = 1; docid <= 50; ++docid) {
        EXPECT_EQ(api.get_document(docid).get_data(), bulk.get_document(docid).get_data());
        EXPECT_EQ(api.get_doclength(docid), bulk.get_doclength(docid));
        EXPECT_EQ(*api.positionlist_begin(docid, "number"),
                  *bulk.positionlist_begin(docid, "number"));
    }
    EXPECT_EQ(api.get_metadata("morgue"), bulk.get_metadata("morgue"));
    EXPECT_EQ(test::faults_of(directory / "bulk"), "");
}

/// Two texts in English, where a name in capitals has no stem, and one in German.
void write_words_with_endings(const std::string& path, Engine engine) {
    base::Workers workers(1);
    ShardWriter writer(path, workers, {engine});
    for (const auto& [lang, body] :
         {std::pair("en", "Rates, rated and the company's rating"),
          std::pair("en", "a rate of RATINGS"), std::pair("de", "Das Haus, des Hauses")}) {
        schema::StoredArticle stored;
        stored.lang = lang;
        stored.indexed.article.body = body;
        writer.add(std::move(stored));
    }
    writer.finish();
}

std::string words_of(const Xapian::Database& shard, const std::string& stem) {
    std::string words;
    for (auto word = shard.synonyms_begin(stem); word != shard.synonyms_end(stem); ++word)
        words += *word + ' ';
    return words;
}

TEST(ShardWriter, NamesTheWordsOfEachStem) {
    const test::TemporaryDirectory directory;
    for (const Engine engine : {Engine::bulk, Engine::api}) {
        const std::string path = directory / (engine == Engine::bulk ? "bulk" : "api");
        write_words_with_endings(path, engine);
        const Xapian::Database shard(path);
        EXPECT_EQ(words_of(shard, "Zrate"), "rated rates rating ratings ");
        EXPECT_EQ(words_of(shard, "Zcompani"), "company companys ");
        EXPECT_EQ(words_of(shard, "ZXDEhaus"), "hauses ");
        EXPECT_EQ(words_of(shard, "Zhaus"), "") << "no text in English has it";
        EXPECT_EQ(words_of(shard, "rate"), "");
        EXPECT_EQ(test::faults_of(path), "");
    }
}

/// Words with endings, apostrophes, umlauts and capitals, short ones, long ones that are cut or
/// unfold into more, and parts of words, in several languages. Gives the table of synonyms.
std::string synonyms_of_shard(const std::string& path, std::size_t remembered) {
    constexpr std::string_view words[]{
        "rate",   "rates",  "RATINGS",   "company's", "O'Brien’s", "l'État",
        "réélus", "d’une",  "Häuser",    "haeuser",   "HAUS",      "Straßen",
        "C++",    "€rates", "новости",   "новостей",  "rate-cap",  "rates-cut",
        "U.S.",   "as",     "Zeitungen", "zeitung",   "generally"};
    std::mt19937 random(7);
    const auto some_words = [&] {
        std::string text = text::random_pieces(random, 100);
        for (int i = 0; i < 60; ++i)
            text.append(" ").append(words[random() % std::size(words)]).append(" ");
        for (const char* syllable : {"rating", "ö", "\uFDF2"}) {
            for (int i = 0; i < 20; ++i) text += syllable;
            text += ' ';
        }
        return text + std::string(random() % 140, 'x') + "ings";
    };
    base::Workers workers(1);
    ShardWriterOptions options;
    options.words = remembered;
    ShardWriter writer(path, workers, options);
    for (int round = 0; round < 20; ++round)
        for (const char* lang : {"en", "de", "fr", "ru", "tr", "ar", ""}) {
            schema::StoredArticle stored;
            stored.lang = lang;
            stored.indexed.article.body = some_words();
            writer.add(std::move(stored));
        }
    writer.finish();
    return base::read_file(base::join(path, "synonym.glass")).value_or("none");
}

TEST(ShardWriter, NamesTheSameWordsWhetherItRemembersThemOrNot) {
    const test::TemporaryDirectory directory;
    const std::string anew = synonyms_of_shard(directory / "anew", 0);
    EXPECT_NE(anew, "none");
    EXPECT_EQ(synonyms_of_shard(directory / "known", 100'000), anew);
}

/// What each document holds, term by term.
std::vector<std::string> terms_of(const std::string& path) {
    const Xapian::Database shard(path);
    std::vector<std::string> all;
    for (Xapian::docid docid = 1; docid <= shard.get_lastdocid(); ++docid) {
        std::string& terms = all.emplace_back();
        for (auto at = shard.termlist_begin(docid); at != shard.termlist_end(docid); ++at) {
            terms += *at + ":" + std::to_string(at.get_wdf());
            for (auto place = at.positionlist_begin(); place != at.positionlist_end(); ++place)
                terms += " " + std::to_string(*place);
            terms += "\n";
        }
    }
    return all;
}

void write_many_words(const std::string& path, std::size_t remembered) {
    base::Workers workers(1);
    ShardWriterOptions options;
    options.words = remembered;
    options.stretch_bytes = 2000;
    ShardWriter writer(path, workers, options);
    for (int number = 0; number < 300; ++number) {
        schema::StoredArticle stored;
        for (int word = 0; word < 20; ++word)
            stored.indexed.article.body += "w" + std::to_string(number * (word % 7 + 1)) + " ";
        writer.add(std::move(stored));
    }
    writer.finish();
}

TEST(ShardWriter, ForgetsWordsOnlyWhereNothingRefersToThem) {
    const test::TemporaryDirectory directory;
    write_many_words(directory / "few", 10);
    write_many_words(directory / "all", 100'000);
    EXPECT_EQ(terms_of(directory / "few"), terms_of(directory / "all"));
    EXPECT_EQ(test::faults_of(directory / "few"), "");
}

/// Tables of a shard of 3 MB whose writer is told that so much is to come after each article.
std::string tables_of_shard(const std::string& path, std::uint64_t to_come) {
    base::Workers workers(2);
    ShardWriter writer(path, workers);
    for (int number = 0; number < 30; ++number) {
        schema::StoredArticle stored = article(number);
        while (stored.indexed.article.body.size() < 100'000)
            stored.indexed.article.body += " word" + std::to_string(number);
        writer.add(std::move(stored), to_come);
    }
    writer.finish();
    std::string tables;
    for (const char* name : {"postlist", "position", "termlist", "docdata", "synonym"})
        tables += base::read_file(base::join(path, std::string(name) + ".glass")).value_or("none");
    return tables;
}

TEST(ShardWriter, WritesTheSameInStretchesOfAnyLength) {
    const test::TemporaryDirectory directory;
    EXPECT_EQ(tables_of_shard(directory / "short", 0),
              tables_of_shard(directory / "long", ShardWriter::unknown));
}

TEST(ShardWriter, LeavesNothingOfAShardThatIsNotFinished) {
    const test::TemporaryDirectory directory;
    base::Workers workers(1);
    ShardWriter(directory / "shard", workers).add(article(1));
    EXPECT_TRUE(base::list_directory(directory.path()).empty());
}

TEST(ShardWriter, LeavesOutWhatNoDatabaseCanHold) {
    const test::TemporaryDirectory directory;
    base::Workers workers(2);
    ShardWriter writer(directory / "shard", workers);
    writer.add(article(1));
    schema::StoredArticle endless = article(2);
    endless.indexed.article.body.resize(glass::TableWriter::max_tag_bytes, ' ');
    const std::uint32_t number = writer.add(std::move(endless));
    writer.add(article(3));
    writer.finish();
    ASSERT_EQ(writer.refused().size(), 1U);
    EXPECT_EQ(writer.refused().front().number, number);
    const Xapian::Database database(directory / "shard");
    EXPECT_EQ(database.get_doccount(), 3U);
    EXPECT_EQ(database.get_doclength(number), 0U) << "it stands there without words";
    EXPECT_GT(database.get_doclength(number + 1), 0U);
}

}  // namespace
}  // namespace morgue::indexer

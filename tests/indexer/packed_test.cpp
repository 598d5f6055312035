#include <map>
#include <tests/indexer/containers/packed.hpp>
#include <tests/indexer/ingest_fixture.hpp>

#include <morgue/original.hpp>

#include <support/error_of.hpp>

namespace morgue {
namespace {

using indexer::archived;
using indexer::gzipped;

class Packed : public Ingest {
  protected:
    /// Articles by where they are: "a.zip!b.txt".
    std::map<std::string, ArticleId> places() const {
        std::map<std::string, ArticleId> found;
        const schema::Snapshot snapshot = schema::Snapshot::open(dir());
        snapshot.for_each_live("", [&](const schema::Place& place) {
            const IndexedArticle article = snapshot.stored(place).indexed;
            found[article.location.file + "!" + article.location.member] = article.id;
            return true;
        });
        return found;
    }

    static std::string told(const std::vector<Skip>& skips) {
        std::string text;
        for (const Skip& skip : skips)
            text += skip.path.substr(skip.path.rfind('/') + 1) + "!" + skip.member + ": " +
                    std::string(to_string(skip.reason)) + "\n";
        return text;
    }

    /// Several megabytes that no compression makes small.
    static indexer::Files many_files() {
        indexer::Files files;
        std::uint64_t state = 1;
        for (int i = 0; i < 60; ++i) {
            std::string text = "Headline " + std::to_string(i) + "\n\n";
            while (text.size() < 50'000)
                text +=
                    std::to_string(state = state * 6364136223846793005U + 1442695040888963407U) +
                    " word\n";
            files.emplace_back(std::to_string(i) + ".txt", text);
        }
        return files;
    }
};

TEST_F(Packed, ABadPartIsNamedAtEveryRunAndReadOnce) {
    write("a.jsonl", "{\"title\":\"Storm\"}\n{\"title\":\n{\"title\":\"Calm\"}\n");
    IngestReport report = run();
    EXPECT_EQ(counts(report), "2 0 0 0 0 1");
    EXPECT_EQ(told(report.skipped), "a.jsonl!2: malformed\n");
    EXPECT_EQ(report.newly_skipped, 1U);
    report = run();
    EXPECT_EQ(counts(report), "0 0 0 0 2 1");
    EXPECT_EQ(report.newly_skipped, 0U);
    EXPECT_EQ(report.bytes_read, 0U);
    EXPECT_EQ(told(status(dir()).skipped), "a.jsonl!2: malformed\n");
    write("a.jsonl", "{\"title\":\"Storm\"}\n{\"title\":\"Rain\"}\n{\"title\":\"Calm\"}\n", 500);
    report = run();
    EXPECT_EQ(counts(report), "1 2 0 0 0 0");
    expect_equal_to_a_fresh_index();
}

TEST_F(Packed, AFileOfBadPartsAloneIsSkippedPartByPart) {
    write("a.jsonl", "{\"title\":\n[\n");
    EXPECT_EQ(told(run().skipped), "a.jsonl!1: malformed\na.jsonl!2: malformed\n");
    EXPECT_EQ(told(run().skipped), "a.jsonl!1: malformed\na.jsonl!2: malformed\n");
}

TEST_F(Packed, OfManyBadPartsTheFirstAreNamedAndTheOthersCounted) {
    std::string lines = "{\"title\":\"Storm\"}\n";
    for (int i = 0; i < 1500; ++i) lines += "[\n";
    write("a.jsonl", lines);
    const IngestReport report = run();
    ASSERT_EQ(report.skipped.size(), 1001U);
    EXPECT_EQ(report.skipped.back().detail, "and 500 more parts that gave no article");
}

TEST_F(Packed, MembersAreArticlesOfTheirOwn) {
    const std::string lines = "{\"title\":\"Storm\"}\n{\"title\":\"Calm\"}\n";
    write("a.zip",
          archived({{"2019-03-04/b.txt", numbered(1)}, {"c.jsonl", lines}, {"d.pdf", ""}}, "zip"));
    write("e.txt.gz", gzipped(numbered(2)));
    const IngestReport report = run();
    EXPECT_EQ(counts(report), "4 0 0 0 0 1");
    EXPECT_EQ(told(report.skipped), "a.zip!d.pdf: no reader\n");
    const auto found = places();
    for (const char* place :
         {"a.zip!2019-03-04/b.txt", "a.zip!c.jsonl!1", "a.zip!c.jsonl!2", "e.txt.gz!"})
        EXPECT_TRUE(found.contains(place)) << place;
    EXPECT_EQ(report.undated, 3U);

    write("a.zip", archived({{"2019-03-04/b.txt", numbered(3)}}, "zip"), 500);
    EXPECT_EQ(counts(run()), "0 1 0 2 1 0");
    rename("a.zip", "f.zip");
    EXPECT_EQ(counts(run()), "1 0 0 1 1 0");
    expect_equal_to_a_fresh_index();
}

TEST_F(Packed, ManyThreadsReadALargeFileAsOneDoes) {
    write("a.tar", archived(many_files(), "ustar"));
    write("b.txt", numbered(1));
    IngestOptions options;
    options.threads = 1;
    EXPECT_EQ(counts(run(options)), "61 0 0 0 0 0");
    const auto alone = contents(dir());
    base::remove_all(dir());
    options.threads = 4;
    options.memory_bytes = std::size_t{8} << 20;
    EXPECT_EQ(counts(run(options)), "61 0 0 0 0 0");
    EXPECT_EQ(contents(dir()), alone);
    EXPECT_EQ(counts(run(options)), "0 0 0 0 61 0");
}

TEST_F(Packed, WhatWasInterruptedIsReadToItsEndLater) {
    write("a.tar", archived(many_files(), "ustar"));
    for (const std::size_t threads : {1, 3}) {
        std::stop_source stop;
        IngestOptions options;
        options.threads = threads;
        options.on_progress = [&](const IngestProgress& progress) {
            if (progress.articles_read > 20) stop.request_stop();
        };
        const IngestReport begun = run(options, stop.get_token());
        EXPECT_TRUE(begun.interrupted);
        EXPECT_GT(begun.articles, 0U);
        EXPECT_LT(begun.articles, 60U);
        EXPECT_EQ(run().articles, 60U);
        expect_equal_to_a_fresh_index();
        base::remove_all(dir());
    }
}

TEST_F(Packed, AnArticlesBytesAreFoundAgain) {
    const std::string line = "{\"title\":\"Calm\",\"text\":\"Rain\"}";
    write("a.zip", archived({{"b.txt", numbered(1)}, {"c.jsonl", "\n" + line + "\n"}}, "zip"));
    write("e.txt.gz", gzipped(numbered(2)));
    write("f.txt", numbered(3));
    run();
    const auto found = places();
    EXPECT_EQ(original(dir(), found.at("a.zip!b.txt")), numbered(1));
    EXPECT_EQ(original(dir(), found.at("a.zip!c.jsonl!2")), line);
    EXPECT_EQ(original(dir(), found.at("e.txt.gz!")), numbered(2));
    EXPECT_EQ(original(dir(), found.at("f.txt!")), numbered(3));
    write("f.txt", numbered(4));
    write("a.zip", archived({{"b.txt", numbered(5)}}, "zip"), 500);
    for (const char* place : {"f.txt!", "a.zip!b.txt"})
        EXPECT_EQ(test::error_code_of([&] { original(dir(), found.at(place)); }),
                  ErrorCode::io_error);
    EXPECT_EQ(test::error_code_of([&] { original(dir(), ArticleId{}); }), ErrorCode::bad_argument);
}

}  // namespace
}  // namespace morgue

// An index made anew beside the old one: what files do not give is taken over.
#include <tests/indexer/ingest_fixture.hpp>

#include <morgue/compact.hpp>

#include <support/error_of.hpp>

namespace morgue {
namespace {

class RebuildTest : public Ingest {
  protected:
    IngestReport rebuild(std::stop_token stop = {}) const {
        IngestOptions options;
        options.rebuild = true;
        return ingest(dir(), options, std::move(stop));
    }

    ArticleId put(const std::string& key) const {
        IndexWriter writer = IndexWriter::open(dir());
        Article article;
        article.key = key;
        article.body = "put in by a program: " + key;
        const ArticleId id = writer.put(article);
        writer.commit();
        return id;
    }

    static bool has_note(const IngestReport& report, std::string_view code) {
        return std::any_of(report.notes.begin(), report.notes.end(),
                           [&](const Note& note) { return note.code == code; });
    }

    /// Of what is published last.
    std::string newest_part() const {
        const auto generation =
            schema::decode_generation(schema::read_stub(dir()), dir() + "/XAPIANDB");
        return dir() + "/shards/" + generation.shards.back();
    }
};

TEST_F(RebuildTest, EqualsTheIndexAsItWas) {
    for (int number = 0; number < 30; ++number)
        write(std::to_string(number) + ".txt", numbered(number));
    run();
    const auto before = contents(dir());
    EXPECT_EQ(rebuild().articles, 30U);
    EXPECT_EQ(contents(dir()), before);
    EXPECT_EQ(counts(run()), "0 0 0 0 30 0");
}

TEST_F(RebuildTest, KeepsWhatProgramsPutIn) {
    write("a.txt", numbered(1));
    run();
    const ArticleId kept = put("kept");
    const ArticleId gone = put("gone");
    {
        IndexWriter writer = IndexWriter::open(dir());
        writer.remove(gone);
        writer.commit();
    }
    const auto before = contents(dir());
    const IngestReport report = rebuild();
    EXPECT_TRUE(has_note(report, "taken-over"));
    EXPECT_EQ(counts(report), "1 0 0 0 1 0");
    EXPECT_EQ(contents(dir()), before);
    EXPECT_TRUE(schema::Snapshot::open(dir()).find(kept));
    EXPECT_FALSE(schema::Snapshot::open(dir()).find(gone));
}

TEST_F(RebuildTest, OfAnIndexThatHasNoFilesAtAll) {
    put("one");
    put("two");
    const auto before = contents(dir());
    EXPECT_EQ(rebuild().articles, 2U);
    EXPECT_EQ(contents(dir()), before);
}

TEST_F(RebuildTest, KeepsArticlesOfFilesThatCannotBeRead) {
    write("a.txt", numbered(1));
    write("b.txt", numbered(2));
    run();
    const auto before = contents(dir());
    rename("b.txt", ".b.txt");
    ASSERT_EQ(::mkfifo(file("b.txt").c_str(), 0600), 0);
    IngestOptions options;
    options.rebuild = true;
    options.max_file_bytes = 3;  // too large may be read another time
    EXPECT_EQ(ingest(dir(), options, {}).unchanged, 1U);
    EXPECT_EQ(contents(dir()).size(), 1U) << "what is no file any more is gone";
    rename(".b.txt", "b.txt");
    EXPECT_EQ(counts(run()), "1 0 0 0 1 0");
    EXPECT_EQ(contents(dir()), before);
}

TEST_F(RebuildTest, ChangesNothingWhenStopped) {
    for (int number = 0; number < 30; ++number)
        write(std::to_string(number) + ".txt", numbered(number));
    run();
    put("kept");
    const std::string stub = schema::read_stub(dir());
    const auto before = contents(dir());
    std::stop_source stop;
    IngestOptions options;
    options.rebuild = true;
    options.on_progress = [&](const IngestProgress& progress) {
        if (progress.files_read == 10) stop.request_stop();
    };
    EXPECT_TRUE(ingest(dir(), options, stop.get_token()).interrupted);
    EXPECT_EQ(schema::read_stub(dir()), stub);
    EXPECT_EQ(contents(dir()), before);
    EXPECT_EQ(counts(run()), "0 0 0 0 30 0") << "the list of files is as it was, too";
}

TEST_F(RebuildTest, ReadersHaveTheOldIndexUntilTheEnd) {
    for (int number = 0; number < 30; ++number)
        write(std::to_string(number) + ".txt", numbered(number));
    run();
    IngestOptions options;
    options.rebuild = true;
    options.publish_every_bytes = 1;
    const auto before = contents(dir());
    const std::string stub = schema::read_stub(dir());
    std::size_t told = 0;
    options.on_progress = [&](const IngestProgress&) {
        ++told;
        EXPECT_EQ(schema::read_stub(dir()), stub);
    };
    ingest(dir(), options, {});
    EXPECT_GT(told, 30U);
    EXPECT_NE(schema::read_stub(dir()), stub);
    EXPECT_EQ(contents(dir()), before);
}

/// All that is left of the list of parts is their folders, of old parts, too.
TEST_F(RebuildTest, OfADamagedListOfPartsTakesTheNewest) {
    put("one");
    {
        IndexWriter writer = IndexWriter::open(dir());
        Article article;
        article.key = "one";
        article.body = "the second version";
        writer.put(article);
        writer.commit();
    }
    const auto before = contents(dir());
    ASSERT_GT(base::list_directory(dir() + "/shards").size(), 1U);
    directory_.write("archive/.morgue/XAPIANDB", "no list of parts");
    EXPECT_TRUE(has_note(rebuild(), "parts-lost"));
    EXPECT_EQ(contents(dir()), before);
}

TEST_F(RebuildTest, NamesWhatIsLost) {
    put("one");
    put("two");
    const std::string texts = newest_part() + "/docdata.glass";
    const std::size_t bytes = base::read_file(texts)->size();
    base::write_file_durably(texts, std::string(bytes, '\0'));
    const IngestReport report = rebuild();
    EXPECT_TRUE(has_note(report, "articles-lost"));
    EXPECT_EQ(report.articles, contents(dir()).size());
}

TEST_F(RebuildTest, GivesDisputedIdsAsAFreshIndexDoes) {
    const std::string same = "---\nurl: https://example.org/one\n---\n\n";
    write("a.md", same + numbered(1));
    run();
    write("0.md", same + numbered(2));
    run();
    const auto before = contents(dir());
    rebuild();
    EXPECT_EQ(contents(dir()), before);
}

TEST_F(RebuildTest, IsOfTheWholeIndex) {
    write("a.txt", numbered(1));
    IngestOptions options;
    options.rebuild = true;
    const auto none = test::error_of([&] { ingest(dir(), options, {}); });
    ASSERT_TRUE(none);
    EXPECT_EQ(none->code(), ErrorCode::index_not_found);
    run();
    options.paths = {root()};
    const auto refused = test::error_of([&] { ingest(dir(), options, {}); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code(), ErrorCode::bad_argument);
}

TEST_F(RebuildTest, CompactLeavesOnePart) {
    for (int number = 0; number < 30; ++number)
        write(std::to_string(number) + ".txt", numbered(number));
    run();
    write("1.txt", numbered(100));
    run();
    const auto before = contents(dir());
    ASSERT_EQ(schema::Snapshot::open(dir()).shards().size(), 2U);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(compact(dir(), stop.get_token()).interrupted);
    EXPECT_EQ(schema::Snapshot::open(dir()).shards().size(), 2U);
    const CompactReport report = compact(dir());
    EXPECT_EQ(report.articles, 30U);
    EXPECT_LT(report.bytes_after, report.bytes_before);
    const schema::Snapshot snapshot = schema::Snapshot::open(dir());
    EXPECT_EQ(snapshot.shards().size(), 1U);
    EXPECT_TRUE(snapshot.dead()->empty());
    EXPECT_EQ(contents(dir()), before);
    EXPECT_EQ(counts(run()), "0 0 0 0 30 0");
}

}  // namespace
}  // namespace morgue

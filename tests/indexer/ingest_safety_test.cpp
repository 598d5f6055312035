// What a run must never lose or mix up.
#include <glass/table_writer.hpp>
#include <tests/indexer/ingest_fixture.hpp>

#include <support/error_of.hpp>

namespace morgue {
namespace {

TEST_F(Ingest, AnEmptiedRootRemovesNothing) {
    for (int i = 0; i < 3; ++i) write(std::to_string(i) + ".txt", numbered(i));
    const std::string index = directory_.path() + "/index";
    IngestOptions options;
    options.paths = {root()};
    ingest(index, options);
    for (int i = 0; i < 3; ++i) remove(std::to_string(i) + ".txt");
    const IngestReport report = ingest(index, options);
    EXPECT_EQ(report.removed, 0U);
    EXPECT_EQ(report.articles, 3U);
    ASSERT_EQ(report.withheld.size(), 1U);
    EXPECT_EQ(report.withheld[0].articles, 3U);
    base::remove_all(root());
    ASSERT_EQ(ingest(index, options).withheld.size(), 1U) << "a missing root";
    options.confirm_removals = true;
    EXPECT_EQ(ingest(index, options).removed, 3U);
    EXPECT_EQ(ingest(index, options).articles, 0U);
}

TEST_F(Ingest, ALargeRemovalIsWithheldUntilConfirmed) {
    for (int i = 0; i < 100; ++i) write(std::to_string(i) + ".txt", numbered(i));
    run();
    for (int i = 0; i < 60; ++i) remove(std::to_string(i) + ".txt");
    const IngestReport withheld = run();
    EXPECT_EQ(withheld.removed, 0U);
    EXPECT_EQ(withheld.articles, 100U);
    ASSERT_EQ(withheld.withheld.size(), 1U);
    EXPECT_EQ(confirmed().removed, 60U);
    EXPECT_EQ(run().articles, 40U);
}

TEST_F(Ingest, RemovesOnlyBelowThePathGiven) {
    write("2019/a.txt", numbered(1));
    write("2020/a.txt", numbered(2));
    write("2019/b.txt", numbered(3));
    run();
    remove("2019/a.txt");
    remove("2020/a.txt");
    IngestOptions options;
    options.paths = {file("2019")};
    EXPECT_EQ(run(options).removed, 1U);
    EXPECT_EQ(run().removed, 1U);
}

TEST_F(Ingest, TwoIdenticalFilesAreTwoArticles) {
    write("a.txt", numbered(1));
    write("b.txt", numbered(1));
    EXPECT_EQ(run().articles, 2U);
}

TEST_F(Ingest, OfTwoThatClaimOneIdTheFirstPathHasIt) {
    const std::string body = "---\nid: wire-7\ntitle: Same\n---\n\nText of it.\n";
    write("b.md", body);
    run();
    write("a.md", body);
    EXPECT_EQ(counts(run()), "1 0 0 0 1 0");
    EXPECT_EQ(run().articles, 2U);
    expect_equal_to_a_fresh_index();
    remove("a.md");
    run();
    EXPECT_EQ(run().articles, 1U);
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, AGivenLanguageIsRememberedAndReadAnewWhenItChanges) {
    write("de/a.txt", "Überschrift\n\nDie Häuser am Meer.\n");
    write("en/a.txt", "Headline\n\nThe houses by the sea.\n");
    run();
    IngestOptions options;
    options.paths = {file("de")};
    options.lang = "de";
    EXPECT_EQ(counts(run(options)), "0 1 0 0 0 0");
    EXPECT_EQ(counts(run(options)), "0 0 0 0 1 0");
    write("de/b.txt", "Noch eine\n\nZwei Häuser.\n");
    EXPECT_EQ(counts(run()), "1 0 0 0 2 0");
    const schema::Snapshot now = schema::Snapshot::open(dir());
    EXPECT_EQ(now.live_count("ZXDEhaus"), 2U);
    EXPECT_EQ(now.live_count("Lde"), 2U);
}

TEST_F(Ingest, ALostOrDamagedListOfFilesIsMadeAnew) {
    for (int i = 0; i < 5; ++i) write(std::to_string(i) + ".txt", numbered(i));
    run();
    for (const char* damage : {"", "garbage"}) {
        base::write_file_durably(dir() + "/FILES", damage);
        const IngestReport report = run();
        EXPECT_EQ(counts(report), "0 0 0 0 5 0");
        ASSERT_EQ(report.notes.size(), 1U);
        EXPECT_EQ(report.notes[0].code, "catalog-rebuilt");
        EXPECT_TRUE(run().notes.empty());
    }
}

TEST_F(Ingest, PublishesWhatItHasWhenStopped) {
    for (int i = 0; i < 20; ++i) write(std::to_string(i) + ".txt", numbered(i));
    std::stop_source source;
    IngestOptions options;
    options.on_progress = [&](const IngestProgress& progress) {
        if (progress.files_read == 7) source.request_stop();
    };
    const IngestReport report = run(options, source.get_token());
    EXPECT_TRUE(report.interrupted);
    EXPECT_EQ(report.articles, 7U);
    EXPECT_EQ(counts(run()), "13 0 0 0 7 0");
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, PublishesALongRunInParts) {
    for (int i = 0; i < 20; ++i) write(std::to_string(i) + ".txt", numbered(i));
    IngestOptions options;
    options.publish_every_bytes = 100;
    std::size_t seen_meanwhile = 0;
    options.on_progress = [&](const IngestProgress&) {
        seen_meanwhile = std::max(seen_meanwhile, schema::Snapshot::open(dir()).live_count());
    };
    EXPECT_EQ(run(options).articles, 20U);
    EXPECT_GT(seen_meanwhile, 0U);
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, PublishesInOnePieceWhatIsWithinTheLimits) {
    for (int i = 0; i < 20; ++i) write(std::to_string(i) + ".txt", numbered(i));
    IngestOptions options;
    options.publish_every_bytes = 1'000'000;
    options.publish_every = std::chrono::seconds::max();
    std::size_t seen_meanwhile = 0;
    options.on_progress = [&](const IngestProgress&) {
        seen_meanwhile = std::max(seen_meanwhile, schema::Snapshot::open(dir()).live_count());
    };
    EXPECT_EQ(run(options).articles, 20U);
    EXPECT_EQ(seen_meanwhile, 0U);
}

TEST_F(Ingest, AReaderIsNeverDisturbed) {
    write("a.txt", numbered(1));
    run();
    const schema::Snapshot before = schema::Snapshot::open(dir());
    write("a.txt", numbered(2), 900);
    for (int i = 0; i < 5; ++i) {
        write("n" + std::to_string(i) + ".txt", numbered(i));
        run();
    }
    EXPECT_EQ(before.live_count(), 1U);
    before.for_each_live("", [&](const schema::Place& place) {
        EXPECT_EQ(before.stored(place).indexed.article.body, "Body of article 1.");
        return true;
    });
}

TEST_F(Ingest, RefusesWhatTheDiskHasNoRoomForBeforeItWrites) {
    write("a.txt", numbered(1));
    run();
    for (const char* name : {"b.txt", "c.txt", "d.txt", "e.txt"}) {
        write(name, "");
        ASSERT_EQ(::truncate(file(name).c_str(), off_t{4} << 40), 0);
    }
    IngestOptions options;
    options.max_file_bytes = std::size_t{1} << 60;
    const auto refused = test::error_of([&] { run(options); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code(), ErrorCode::io_error);
    EXPECT_NE(std::string(refused->what()).find("needs about 52776558 MB more"), std::string::npos)
        << refused->what();
    EXPECT_EQ(run().articles, 1U) << "larger than what is read at all: they need no room";
}

TEST_F(Ingest, SkipsATextThatNoDatabaseCanHold) {
    constexpr std::size_t limit = glass::TableWriter::max_tag_bytes;
    write("a.txt", numbered(1));
    write("long.txt", "A title\n\nA word." + std::string(limit, ' ') + "And the end.\n");
    write("z.txt", numbered(2));
    IngestOptions options;
    options.max_file_bytes = std::size_t{1} << 30;
    const IngestReport report = run(options);
    EXPECT_EQ(counts(report), "2 0 0 0 0 1");
    EXPECT_EQ(report.articles, 2U);
    ASSERT_EQ(report.skipped.size(), 1U);
    EXPECT_EQ(report.skipped[0].path, file("long.txt"));
    EXPECT_EQ(report.skipped[0].reason, SkipReason::too_large);
    EXPECT_NE(report.skipped[0].detail.find("over the limit of " + std::to_string(limit)),
              std::string::npos)
        << report.skipped[0].detail;
    write("long.txt", numbered(3));
    EXPECT_EQ(counts(run()), "1 0 0 0 2 0");
}

TEST_F(Ingest, RefusesASecondRunMeanwhile) {
    write("a.txt", numbered(1));
    IngestOptions options;
    options.on_progress = [&](const IngestProgress&) { EXPECT_THROW(run(), Error); };
    run(options);
}

TEST_F(Ingest, NamesAPathThatIsNotThere) {
    base::make_directories(root());
    IngestOptions options;
    options.paths = {root() + "/nowhere", "/no/such/folder"};
    EXPECT_THROW(run(options), Error);
}

TEST_F(Ingest, AFileThatTurnedBadGoesOnceItIsConfirmed) {
    for (int i = 0; i < 100; ++i) write(std::to_string(i) + ".txt", numbered(i));
    run();
    for (int i = 0; i < 60; ++i) write(std::to_string(i) + ".txt", "", 900);
    EXPECT_EQ(run().articles, 100U);
    EXPECT_EQ(run().withheld.size(), 1U) << "it is asked again";
    EXPECT_EQ(confirmed().articles, 40U);
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, AnInterruptedChangeOfLanguageIsCompleted) {
    for (int i = 0; i < 10; ++i) write(std::to_string(i) + ".txt", "Titel\n\nDie Häuser.\n");
    run();
    std::stop_source source;
    IngestOptions options;
    options.lang = "de";
    options.on_progress = [&](const IngestProgress& progress) {
        if (progress.files_read == 3) source.request_stop();
    };
    run(options, source.get_token());
    run();
    EXPECT_EQ(schema::Snapshot::open(dir()).live_count("ZXDEhaus"), 10U);
}

TEST_F(Ingest, AnEmbeddersArticleKeepsItsIdAndTheFilesKeepTheirs) {
    Article article{.key = "wire-7", .body = "From a program.", .metadata = {}};
    ArticleId put;
    {
        IndexWriter writer = IndexWriter::open(dir());
        put = writer.put(article);
        writer.commit();
    }
    write("a.md", "---\nid: wire-7\n---\nText of the file.\n");
    EXPECT_EQ(run().articles, 2U);
    EXPECT_EQ(run().articles, 2U);
    remove("a.md");
    write("b.txt", numbered(2));
    run();
    const schema::Snapshot now = schema::Snapshot::open(dir());
    ASSERT_TRUE(now.find(put));
    EXPECT_EQ(now.stored(*now.find(put)).indexed.article.body, "From a program.");
    EXPECT_EQ(now.live_count(), 2U);
}

TEST_F(Ingest, AProgramsCommitForgetsNothingOfTheFiles) {
    write("a.txt", numbered(1));
    IngestOptions options;
    options.lang = "de";
    run(options);
    {
        IndexWriter writer = IndexWriter::open(dir());
        writer.put({.key = "k", .body = "text", .metadata = {}});
        writer.commit();
    }
    EXPECT_EQ(status(dir()).roots.size(), 1U);
    const IngestReport report = run();
    EXPECT_TRUE(report.notes.empty());
    EXPECT_EQ(counts(report), "0 0 0 0 1 0");
}

TEST_F(Ingest, RefusesAMissingPathAndABadLanguageBeforeItMakesAnIndex) {
    write("a.txt", numbered(1));
    IngestOptions options;
    options.lang = "neither";
    EXPECT_THROW(run(options), Error);
    options = {};
    options.paths = {file("nowhere")};
    EXPECT_THROW(run(options), Error);
    EXPECT_TRUE(base::list_directory(dir()).empty());
    run();
    EXPECT_THROW(run(options), Error) << "below a known root, and never seen";
}

}  // namespace
}  // namespace morgue

#include <tests/indexer/ingest_fixture.hpp>

#include <schema/term.hpp>

namespace morgue {
namespace {

TEST_F(Ingest, ReadsAgainOnlyWhatChanged) {
    for (int i = 0; i < 8; ++i) write(std::to_string(i) + ".txt", numbered(i));
    EXPECT_EQ(counts(run()), "8 0 0 0 0 0");
    EXPECT_EQ(counts(run()), "0 0 0 0 8 0");
    EXPECT_EQ(run().bytes_read, 0U);
    write("1.txt", numbered(100));
    rename("2.txt", "two.txt");
    remove("3.txt");
    write("new.txt", numbered(9));
    EXPECT_EQ(counts(run()), "1 1 1 1 5 0");
    EXPECT_EQ(counts(run()), "0 0 0 0 8 0");
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, ChangesNothingOnDiskWhenNothingChanged) {
    write("a.txt", numbered(1));
    run();
    const auto before = base::list_directory(dir());
    const auto stub = base::read_file(dir() + "/XAPIANDB");
    run();
    EXPECT_EQ(base::list_directory(dir()), before);
    EXPECT_EQ(base::read_file(dir() + "/XAPIANDB"), stub);
}

TEST_F(Ingest, ARenameOpensNoFileAndTellsBothIds) {
    write("2019/03/04/a.txt", numbered(1));
    run();
    base::make_directories(file("2020/01/02"));
    rename("2019/03/04/a.txt", "2020/01/02/a.txt");
    const IngestReport report = run();
    ASSERT_EQ(report.renamed.size(), 1U);
    EXPECT_EQ(report.bytes_read, 0U);
    EXPECT_NE(report.renamed[0].old_id, report.renamed[0].new_id);
    const schema::Snapshot now = schema::Snapshot::open(dir());
    EXPECT_FALSE(now.find(report.renamed[0].old_id));
    const auto stored = now.stored(*now.find(report.renamed[0].new_id));
    EXPECT_EQ(stored.indexed.article.value(Field::date), "2020-01-02") << "the path dated it";
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, KeepsTheFormatAndTheLineThatTheBodyBeginsOn) {
    write("a.txt", "Headline\r\n\r\n\r\n\r\n\r\nThe body.\r\n");
    write("b.md",
          "\xef\xbb\xbf"
          "---\ntitle: T\n---\nThe body.\n");
    write("c.html", "<title>Headline</title>\n<p>The body.");
    run();
    const auto told = [&](const std::string& name) {
        const schema::Snapshot now = schema::Snapshot::open(dir());
        std::string text;
        now.for_each_live(schema::path_term(name), [&](const schema::Place& place) {
            const IndexedArticle article = now.stored(place).indexed;
            text += article.format + " " + std::to_string(article.location.body_line);
            return true;
        });
        return text;
    };
    EXPECT_EQ(told("a.txt"), "text 6");
    EXPECT_EQ(told("b.md"), "Markdown 4");
    EXPECT_EQ(told("c.html"), "HTML 0") << "not the file's own bytes";
    rename("a.txt", "moved.txt");
    run();
    EXPECT_EQ(told("moved.txt"), "text 6");
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, ATouchedFileIsUnchangedUnlessItsTimeDatesIt) {
    write("dated.txt", "Headline\n\nDate: 2019-03-04\nBody.\n");
    write("undated.txt", numbered(1));
    run();
    set_age("dated.txt", 500);
    set_age("undated.txt", 500);
    EXPECT_EQ(counts(run()), "0 1 0 0 1 0");
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, SeesAChangeThatKeepsSizeAndTimeNearTheScan) {
    write("a.txt", "Headline\n\nfirst text\n", 0);
    run();
    struct stat facts {};
    ASSERT_EQ(::stat(file("a.txt").c_str(), &facts), 0);
    directory_.write("archive/a.txt", "Headline\n\nother text\n");
    const struct timespec times[2] = {facts.st_atim, facts.st_mtim};
    ASSERT_EQ(::utimensat(AT_FDCWD, file("a.txt").c_str(), times, 0), 0);
    EXPECT_EQ(counts(run()), "0 1 0 0 0 0");
}

TEST_F(Ingest, SkipsByNameAndReasonAndStopsAtNothing) {
    write("good.txt", numbered(1));
    write("empty.txt", "");
    write("binary.txt", std::string("\x00\x01\x02\x03", 4) + std::string(200, '\0'));
    write("report.pdf", "%PDF");
    write("no-words.txt", "!!! ---\n");
    ASSERT_EQ(::mkfifo(file("pipe.txt").c_str(), 0600), 0);
    const IngestReport report = run();
    EXPECT_EQ(counts(report), "1 0 0 0 0 5");
    std::map<std::string, SkipReason> reasons;
    for (const Skip& skip : report.skipped)
        reasons[skip.path.substr(skip.path.rfind('/') + 1)] = skip.reason;
    EXPECT_EQ(reasons.at("empty.txt"), SkipReason::empty);
    EXPECT_EQ(reasons.at("binary.txt"), SkipReason::binary);
    EXPECT_EQ(reasons.at("report.pdf"), SkipReason::no_reader);
    EXPECT_EQ(reasons.at("no-words.txt"), SkipReason::empty);
    EXPECT_EQ(reasons.at("pipe.txt"), SkipReason::not_a_file);
    EXPECT_EQ(status(dir()).skipped.size(), 5U) << "the index keeps the report";
    EXPECT_EQ(counts(run()), "0 0 0 0 1 5");
}

TEST_F(Ingest, AFileThatGetsWellIsAddedAndOneThatSickensRemoved) {
    write("a.txt", "");
    write("b.txt", numbered(2));
    run();
    write("a.txt", numbered(1), 900);
    write("b.txt", "", 900);
    EXPECT_EQ(counts(run()), "1 0 0 1 0 1");
    expect_equal_to_a_fresh_index();
}

TEST_F(Ingest, ARootInsideANewRootKeepsItsArticles) {
    write("2019/a.txt", numbered(1));
    write("2020/a.txt", numbered(2));
    const std::string index = directory_.path() + "/index";
    IngestOptions options;
    options.paths = {file("2019")};
    EXPECT_EQ(ingest(index, options).added, 1U);
    options.paths = {root()};
    const IngestReport report = ingest(index, options);
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(report.articles, 2U);
}

TEST_F(Ingest, ATreeMovedWithItsIndexNeedsNoNewOne) {
    write("a.txt", numbered(1));
    run();
    const std::string moved = directory_.path() + "/moved";
    ASSERT_EQ(std::rename(root().c_str(), moved.c_str()), 0);
    IngestOptions options;
    options.paths = {moved};
    EXPECT_EQ(counts(ingest(moved + "/.morgue", options)), "0 0 0 0 1 0");
}

TEST_F(Ingest, ACopiedTreeIsUnchangedByItsContent) {
    write("a.txt", "Headline\n\nDate: 2019-03-04\nBody.\n");
    run();
    const std::string bytes = *base::read_file(file("a.txt"));
    remove("a.txt");
    directory_.write("archive/a.txt", bytes);
    set_age("a.txt", 77);
    EXPECT_EQ(counts(run()), "0 0 0 0 1 0");
}

TEST_F(Ingest, KeepsPathsThatAreNotUtf8) {
    write("caf\xe9.txt", numbered(1));
    EXPECT_EQ(run().added, 1U);
    EXPECT_EQ(counts(run()), "0 0 0 0 1 0");
}

TEST_F(Ingest, AMovedFileIsDatedAnew) {
    write("2019/03/04/x.txt", numbered(1));
    run();
    rename("2019/03/04/x.txt", "x.txt");
    EXPECT_EQ(counts(run()), "0 0 1 0 0 0");
    set_age("x.txt", 500);
    EXPECT_EQ(counts(run()), "0 1 0 0 0 0") << "its time is its date now";
    expect_equal_to_a_fresh_index();
}

}  // namespace
}  // namespace morgue

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <morgue/error.hpp>
#include <morgue/index_writer.hpp>
#include <morgue/ingest.hpp>
#include <morgue/status.hpp>

#include <base/file.hpp>
#include <schema/snapshot.hpp>
#include <support/temporary_directory.hpp>

namespace morgue {
namespace {

class Ingest : public testing::Test {
  protected:
    std::string root() const { return directory_.path() + "/archive"; }
    std::string dir() const { return root() + "/.morgue"; }
    std::string file(const std::string& name) const { return root() + "/" + name; }

    /// Writes a file as if it had lain there for long: no scan was near.
    void write(const std::string& name, const std::string& bytes, long age = 1000) const {
        directory_.write("archive/" + name, bytes);
        set_age(name, age);
    }

    void set_age(const std::string& name, long age) const {
        struct timeval now {};
        ::gettimeofday(&now, nullptr);
        now.tv_sec -= age;
        const struct timeval both[2] = {now, now};
        ASSERT_EQ(::utimes(file(name).c_str(), both), 0);
    }

    void remove(const std::string& name) const { base::remove_all(file(name)); }
    void rename(const std::string& from, const std::string& to) const {
        ASSERT_EQ(std::rename(file(from).c_str(), file(to).c_str()), 0);
    }

    IngestReport run(IngestOptions options = {}, std::stop_token stop = {}) const {
        if (options.paths.empty()) options.paths = {root()};
        return ingest(dir(), options, std::move(stop));
    }

    IngestReport confirmed() const {
        IngestOptions options;
        options.confirm_removals = true;
        return run(options);
    }

    /// Added, changed, renamed, removed, unchanged, skipped.
    static std::string counts(const IngestReport& report) {
        return std::to_string(report.added) + " " + std::to_string(report.changed) + " " +
               std::to_string(report.renamed.size()) + " " + std::to_string(report.removed) + " " +
               std::to_string(report.unchanged) + " " + std::to_string(report.skipped.size());
    }

    /// Everything that two indexes of the same articles must share.
    static std::multiset<std::string> contents(const std::string& index) {
        std::multiset<std::string> all;
        const schema::Snapshot snapshot = schema::Snapshot::open(index);
        snapshot.for_each_live("", [&](const schema::Place& place) {
            const Xapian::Document document =
                snapshot.shards()[place.shard].database.get_document(place.docid);
            schema::StoredArticle stored = schema::decode(document.get_data());
            std::string text = stored.indexed.id.full() + "|" + stored.indexed.location.file + "|" +
                               stored.indexed.article.body + "|" + stored.lang;
            for (const Metadatum& datum : stored.indexed.article.metadata)
                text += "|" + datum.value + "/" + std::string(to_string(datum.from));
            for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
                text += " " + *term + ":" + std::to_string(term.get_wdf());
                for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
                    text += "," + std::to_string(*at);
            }
            all.insert(text);
            return true;
        });
        return all;
    }

    void expect_equal_to_a_fresh_index() const {
        const std::string updated = dir();
        const std::multiset<std::string> now = contents(updated);
        ASSERT_EQ(std::rename(updated.c_str(), (directory_.path() + "/kept").c_str()), 0);
        run();
        EXPECT_EQ(now, contents(dir()));
        base::remove_all(dir());
        ASSERT_EQ(std::rename((directory_.path() + "/kept").c_str(), updated.c_str()), 0);
    }

    test::TemporaryDirectory directory_;
};

std::string numbered(int number) {
    return "Headline " + std::to_string(number) + "\n\nBody of article " + std::to_string(number) +
           ".\n";
}

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

TEST_F(Ingest, KeepsPathsThatAreNotUtf8) {
    write("caf\xe9.txt", numbered(1));
    EXPECT_EQ(run().added, 1U);
    EXPECT_EQ(counts(run()), "0 0 0 0 1 0");
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

TEST_F(Ingest, AMovedFileIsDatedAnew) {
    write("2019/03/04/x.txt", numbered(1));
    run();
    rename("2019/03/04/x.txt", "x.txt");
    EXPECT_EQ(counts(run()), "0 0 1 0 0 0");
    set_age("x.txt", 500);
    EXPECT_EQ(counts(run()), "0 1 0 0 0 0") << "its time is its date now";
    expect_equal_to_a_fresh_index();
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

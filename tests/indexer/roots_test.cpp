// What an index keeps up with, and what it forgets.
#include <tests/indexer/ingest_fixture.hpp>

#include <schema/file_catalog.hpp>
#include <support/error_of.hpp>

namespace morgue {
namespace {

class Roots : public Ingest {
  protected:
    std::string index() const { return directory_ / "index"; }

    IngestReport read(const std::vector<std::string>& paths, bool list = false) const {
        IngestOptions options;
        options.paths = paths;
        options.paths_are_a_list = list;
        return ingest(index(), options);
    }

    IngestReport update() const { return ingest(index(), {}); }

    std::vector<std::string> roots() const {
        std::vector<std::string> paths;
        for (const RootStatus& root : status(index()).roots) paths.push_back(root.path);
        return paths;
    }
};

using Paths = std::vector<std::string>;

TEST_F(Roots, WithoutPathsAllThatIsKnownIsRead) {
    write("a/1.txt", numbered(1));
    write("b/1.txt", numbered(2));
    read({file("a"), file("b")});
    write("a/2.txt", numbered(3));
    write("b/1.txt", numbered(4), 900);
    write("c/1.txt", numbered(5));
    EXPECT_EQ(counts(update()), "1 1 0 0 1 0");
}

TEST_F(Roots, WithoutPathsAndWithoutRootsIsAnError) {
    EXPECT_EQ(test::error_code_of([&] { update(); }), ErrorCode::index_not_found);
    EXPECT_TRUE(base::list_directory(index()).empty());
    {
        IndexWriter writer = IndexWriter::open(index());
        writer.put({.key = "k", .body = "text", .metadata = {}});
        writer.commit();
    }
    EXPECT_EQ(test::error_code_of([&] { update(); }), ErrorCode::bad_argument);
}

TEST_F(Roots, AnEmptyPathIsAnError) {
    EXPECT_EQ(test::error_code_of([&] { read({""}); }), ErrorCode::bad_argument);
}

TEST_F(Roots, AFileThatWasNamedIsAllThatIsReadOfItsFolder) {
    write("a/1.txt", numbered(1));
    write("a/2.txt", numbered(2));
    read({file("a/1.txt")});
    write("a/1.txt", numbered(3), 900);
    EXPECT_EQ(counts(update()), "0 1 0 0 0 0");
    EXPECT_EQ(counts(read({file("a/2.txt")})), "1 0 0 0 0 0");
    EXPECT_EQ(counts(update()), "0 0 0 0 2 0");
}

TEST_F(Roots, NamedFilesJoinTheFolderThatIsNamedLater) {
    write("a/1.txt", numbered(1));
    write("a/2.txt", numbered(2));
    write("a/b/3.txt", numbered(3));
    read({file("a/1.txt"), file("a/b/3.txt")});
    const auto before = contents(index());
    EXPECT_EQ(counts(read({file("a")})), "1 0 0 0 2 0");
    EXPECT_EQ(roots(), Paths{file("a")});
    remove("a/2.txt");
    EXPECT_EQ(counts(update()), "0 0 0 1 2 0");
    EXPECT_EQ(contents(index()).size(), before.size());
}

TEST_F(Roots, AFolderBelowNamedFilesTakesItsOwn) {
    write("a/1.txt", numbered(1));
    write("a/b/2.txt", numbered(2));
    write("a/b/3.txt", numbered(3));
    read({file("a/1.txt"), file("a/b/2.txt")}, true);
    EXPECT_EQ(roots(), Paths{file("a")});
    EXPECT_EQ(counts(read({file("a/b")})), "1 0 0 0 1 0");
    EXPECT_EQ(roots(), (Paths{file("a"), file("a/b")}));
    EXPECT_EQ(counts(update()), "0 0 0 0 3 0");
}

TEST_F(Roots, AListOfFilesRemovesNothingElse) {
    for (int i = 0; i < 4; ++i) write(std::to_string(i) + ".txt", numbered(i));
    read({root()});
    remove("0.txt");
    EXPECT_EQ(counts(read({file("1.txt")}, true)), "0 0 0 0 1 0");
    const IngestReport gone = read({file("0.txt"), file("none.txt")}, true);
    EXPECT_EQ(counts(gone), "0 0 0 1 0 1");
    EXPECT_EQ(gone.skipped[0].path, file("none.txt"));
}

TEST_F(Roots, LinksAreFollowedFromWhenItIsAsked) {
    directory_.write("outside/a.txt", numbered(1));
    write("b.txt", numbered(2));
    ASSERT_EQ(::symlink("../outside", file("link").c_str()), 0);
    EXPECT_EQ(read({root()}).passed_over.links, 1U);
    IngestOptions options;
    options.follow_links = true;
    EXPECT_EQ(ingest(index(), options).added, 1U);
    EXPECT_EQ(counts(update()), "0 0 0 0 2 0");
    EXPECT_EQ(counts(read({file("b.txt")})), "0 0 0 0 1 0") << "no further than the path given";
    options.follow_links = false;
    EXPECT_EQ(ingest(index(), options).removed, 1U);
}

TEST_F(Roots, WhatARootHoldsIsNotReadAgainThroughALink) {
    write("a/1.txt", numbered(1));
    write("b/2.txt", numbered(2));
    write("named/3.txt", numbered(3));
    ASSERT_EQ(::symlink("../b", file("a/to-b").c_str()), 0);
    ASSERT_EQ(::symlink("../named/3.txt", file("a/to-3.txt").c_str()), 0);
    read({file("b"), file("named/3.txt")});
    IngestOptions options;
    options.paths = {file("a")};
    options.follow_links = true;
    EXPECT_EQ(ingest(index(), options).added, 1U);
    forget(index(), file("b"));
    EXPECT_EQ(counts(update()), "0 0 0 0 2 0") << "nor when it is forgotten";
}

TEST_F(Roots, ForgettingTakesTheArticlesOfTheRootAlone) {
    write("a/1.txt", numbered(1));
    write("b/1.txt", numbered(2));
    read({file("a"), file("b")});
    ArticleId put;
    {
        IndexWriter writer = IndexWriter::open(index());
        put = writer.put({.key = "k", .body = "From a program.", .metadata = {}});
        writer.commit();
    }
    base::remove_all(file("a"));
    const ForgetReport report = forget(index(), file("a"));
    EXPECT_EQ(report.articles, 1U);
    EXPECT_EQ(report.root, file("a"));
    EXPECT_EQ(roots(), Paths{file("b")});
    EXPECT_EQ(counts(update()), "0 0 0 0 1 0");
    EXPECT_TRUE(schema::Snapshot::open(index()).find(put));
}

TEST_F(Roots, ForgettingByNameAndWhatIsUnknown) {
    write("a.txt", numbered(1));
    run();
    const auto unknown = test::error_of([&] { forget(dir(), "/nowhere"); });
    ASSERT_TRUE(unknown);
    EXPECT_EQ(unknown->code(), ErrorCode::bad_argument);
    EXPECT_NE(unknown->hint().find(root()), std::string::npos);
    EXPECT_EQ(test::error_code_of([&] { forget(dir(), ""); }), ErrorCode::bad_argument);
    EXPECT_EQ(test::error_code_of([&] { forget(directory_ / "none", root()); }),
              ErrorCode::index_not_found);
    EXPECT_FALSE(base::make_directories(root())) << "an unknown index is not made";
    EXPECT_EQ(forget(dir(), root()).articles, 1U);
}

TEST_F(Roots, IdsAreThoseOfAFreshIndexAfterForgetting) {
    const std::string body = "---\nid: wire-7\ntitle: Same\n---\n\nText of it.\n";
    write("a/1.md", body);
    write("b/1.md", body);
    read({file("a"), file("b")});
    forget(index(), file("a"));
    const auto left = contents(index());
    base::remove_all(index());
    read({file("b")});
    EXPECT_EQ(left, contents(index()));
}

TEST_F(Roots, WhatIsForgottenWithinAnotherRootStaysSo) {
    write("1.txt", numbered(1));
    write("in/2.txt", numbered(2));
    write("in/deep/3.txt", numbered(3));
    read({file("in")});
    read({root()});
    forget(index(), file("in"));
    for (int again = 0; again < 2; ++again) {
        const IngestReport report = again == 0 ? update() : read({root()});
        EXPECT_EQ(counts(report), "0 0 0 0 1 0");
        EXPECT_EQ(report.passed_over.forgotten, 1U);
    }
    EXPECT_EQ(counts(read({file("in/2.txt")}, true)), "0 0 0 0 0 0");
    EXPECT_EQ(counts(read({file("in/deep")})), "1 0 0 0 0 0") << "a root of its own";
    EXPECT_EQ(counts(read({file("in")})), "1 0 0 0 1 0") << "named again";
    EXPECT_EQ(update().articles, 3U);
}

TEST_F(Roots, AnInterruptedForgettingIsCompletedByTheNextRun) {
    write("a/1.txt", numbered(1));
    write("b/1.txt", numbered(2));
    read({file("a"), file("b")});
    schema::FileCatalog catalog = *schema::read_file_catalog(index());
    catalog.roots.erase(file("a"));
    catalog.save(index());
    const IngestReport report = update();
    EXPECT_EQ(report.removed, 1U);
    EXPECT_EQ(report.articles, 1U);
}

TEST_F(Roots, ALostListOfFilesBringsNothingForgottenBack) {
    write("a/1.txt", numbered(1));
    write("b/1.txt", numbered(2));
    read({file("a"), file("b")});
    forget(index(), file("a"));
    base::remove_all(index() + "/FILES");
    EXPECT_EQ(update().articles, 1U);
    EXPECT_EQ(roots(), Paths{file("b")});
}

TEST_F(Roots, IgnoredFilesGoByTheRulesOfRemoval) {
    for (int i = 0; i < 100; ++i) write("many/" + std::to_string(i) + ".txt", numbered(i));
    write("one.txt", numbered(100));
    read({root()});
    write(".morgueignore", "one.txt\n");
    IngestReport report = update();
    EXPECT_EQ(report.removed, 1U);
    EXPECT_EQ(report.passed_over.ignored, 1U);
    write(".morgueignore", "many\n");
    report = update();
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.removed, 0U);
    ASSERT_EQ(report.withheld.size(), 1U);
}

TEST_F(Roots, APersonHearsOfANamedPathThatIsPassedOver) {
    write("draft.txt", numbered(1));
    write("a.txt", numbered(2));
    write(".morgueignore", "draft.txt\n");
    read({root()});
    const IngestReport report = read({file("draft.txt")});
    ASSERT_EQ(report.notes.size(), 1U);
    EXPECT_EQ(report.notes[0].code, "passed-over");
    EXPECT_TRUE(read({file("draft.txt")}, true).notes.empty());
}

}  // namespace
}  // namespace morgue

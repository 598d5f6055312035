#include <schema/term.hpp>

#include "ingest_fixture.hpp"

namespace morgue {
namespace {

class KeepRemoved : public Ingest {
  protected:
    IngestReport run_keeping() const {
        IngestOptions options;
        options.keep_removed = true;
        return run(options);
    }

    /// Of a.txt and b.txt, both indexed, the second is gone.
    void lose_b() const {
        write("a.txt", numbered(1));
        write("b.txt", numbered(2));
        run();
        remove("b.txt");
    }

    /// The files of all articles with the term, in order; of all without one.
    std::string found(const std::string& term = {}) const {
        const schema::Snapshot now = schema::Snapshot::open(dir());
        std::set<std::string> files;
        now.for_each_live(term, [&](const schema::Place& place) {
            const IndexedArticle article = now.stored(place).indexed;
            files.insert(article.location.file + (article.gone ? " gone" : ""));
            return true;
        });
        std::string list;
        for (const std::string& file : files) list += (list.empty() ? "" : ", ") + file;
        return list;
    }
    std::string gone() const { return found(std::string(schema::gone_term)); }
};

TEST_F(KeepRemoved, KeepsWhatIsGoneFindableAndMarked) {
    lose_b();
    IngestOptions keeping;
    keeping.keep_removed = true;
    EXPECT_EQ(plan_ingest(dir(), keeping).files.size(), 0U) << "nothing would be removed";
    const IngestReport report = run_keeping();
    EXPECT_EQ(report.kept, 1U);
    EXPECT_EQ(report.removed, 0U);
    EXPECT_EQ(report.articles, 2U);
    EXPECT_EQ(found(), "a.txt, b.txt gone");
    EXPECT_EQ(gone(), "b.txt gone");
}

TEST_F(KeepRemoved, IsToldOnceAndNeedsNoFlagFromThenOn) {
    lose_b();
    run_keeping();
    for (const IngestReport& report : {run_keeping(), run()}) {
        EXPECT_EQ(counts(report), "0 0 0 0 2 0");
        EXPECT_EQ(report.kept, 0U);
    }
    EXPECT_EQ(gone(), "b.txt gone");
}

TEST_F(KeepRemoved, AFileThatComesBackIsThereAgain) {
    lose_b();
    run_keeping();
    write("b.txt", numbered(2));
    EXPECT_EQ(counts(run()), "0 1 0 0 1 0");
    EXPECT_EQ(found(), "a.txt, b.txt");
    expect_equal_to_a_fresh_index();
}

TEST_F(KeepRemoved, KeepsWhatAFileGaveBeforeItSickened) {
    write("a.txt", numbered(1));
    run();
    write("a.txt", "", 900);
    EXPECT_EQ(run_keeping().kept, 1U);
    EXPECT_EQ(counts(run()), "0 0 0 0 1 1");
    EXPECT_EQ(gone(), "a.txt gone");
}

TEST_F(KeepRemoved, SurvivesALostListOfFilesAndANewIndex) {
    lose_b();
    run_keeping();
    base::remove_all(dir() + "/FILES");
    EXPECT_EQ(run().removed, 0U);
    EXPECT_EQ(gone(), "b.txt gone");
    IngestOptions anew;
    anew.rebuild = true;
    ingest(dir(), anew);
    EXPECT_EQ(gone(), "b.txt gone");
    EXPECT_EQ(found(), "a.txt, b.txt gone");
}

}  // namespace
}  // namespace morgue

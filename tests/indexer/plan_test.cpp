#include <tests/indexer/ingest_fixture.hpp>

namespace morgue {
namespace {

class Plan : public Ingest {
  protected:
    IngestPlan plan(IngestOptions options = {}) const {
        if (options.paths.empty()) options.paths = {root()};
        return plan_ingest(dir(), options);
    }

    /// "add a.txt text, skip b.pdf"
    std::string told(const IngestPlan& plan) const {
        std::string text;
        for (const PlannedFile& file : plan.files)
            text += (text.empty() ? "" : ", ") + std::string(to_string(file.action)) + " " +
                    file.path.substr(root().size() + 1) +
                    (file.format.empty() ? "" : " " + file.format) +
                    (file.reason ? ": " + std::string(to_string(*file.reason)) : "");
        return text;
    }
};

TEST_F(Plan, WithoutAnIndexMakesNone) {
    write("a.txt", numbered(1));
    write("b.pdf", "%PDF");
    write("c.html", "<p>text");
    EXPECT_EQ(told(plan()), "add a.txt text, skip b.pdf: no reader, add c.html HTML");
    EXPECT_EQ(plan().bytes_to_read, numbered(1).size() + 7);
    EXPECT_FALSE(base::read_file(dir() + "/LOCK"));
    EXPECT_TRUE(base::list_directory(dir()).empty());
}

TEST_F(Plan, WhereSeveralFormatsHaveTheNameTheBytesTell) {
    write("a.xml", "<rss><channel><item><title>Rain</title></item></channel></rss>");
    write("b.xml", "<project/>");
    write("c.xml", "<nitf><body><body.content>Rain fell.</body.content></body></nitf>");
    EXPECT_EQ(told(plan()), "add a.xml RSS, skip b.xml: no reader, add c.xml NITF");
    const IngestReport report = run();
    EXPECT_EQ(report.added, 2U);
    ASSERT_EQ(report.skipped.size(), 1U);
    EXPECT_EQ(report.skipped[0].reason, SkipReason::no_reader);
    EXPECT_EQ(told(plan()), "skip b.xml: no reader");
    rename("a.xml", "d.xml");
    EXPECT_EQ(told(plan()), "skip b.xml: no reader, rename d.xml RSS");
}

TEST_F(Plan, TellsWhatTheRunThenDoes) {
    for (int i = 0; i < 6; ++i) write(std::to_string(i) + ".txt", numbered(i));
    run();
    write("1.txt", numbered(11));
    rename("2.txt", "two.txt");
    remove("3.txt");
    write("new.txt", numbered(9));
    const IngestPlan made = plan();
    EXPECT_EQ(told(made), "change 1.txt text, remove 3.txt, add new.txt text, rename two.txt text");
    EXPECT_EQ(made.unchanged, 3U);
    EXPECT_EQ(made.files[3].from, file("2.txt"));
    EXPECT_EQ(counts(run()), "1 1 1 1 3 0");
    EXPECT_EQ(told(plan()), "");
}

TEST_F(Plan, AFileOfTheLastMomentIsToldByItsContent) {
    write("a.txt", numbered(1), 0);
    run();
    EXPECT_EQ(told(plan()), "");
    EXPECT_EQ(plan().unchanged, 1U);
}

TEST_F(Plan, ALargeFileIsSkippedUnread) {
    write("a.txt", numbered(1));
    IngestOptions options;
    options.max_file_bytes = 3;
    EXPECT_EQ(told(plan(options)), "skip a.txt text: too large");
}

TEST_F(Plan, ALanguageMeansReadingAgain) {
    write("a.txt", numbered(1));
    run();
    IngestOptions options;
    options.lang = "de";
    EXPECT_EQ(told(plan(options)), "change a.txt text");
    EXPECT_EQ(told(plan()), "") << "nothing is remembered";
}

TEST_F(Plan, TellsWhatWouldBeWithheldAndPassedOver) {
    write("a.txt", numbered(1));
    write(".b.txt", numbered(2));
    run();
    remove("a.txt");
    const IngestPlan made = plan();
    EXPECT_EQ(made.withheld.size(), 1U);
    EXPECT_EQ(made.passed_over.hidden, 1U);
}

TEST_F(Plan, WithoutPathsIsOfAllThatIsKnown) {
    write("a.txt", numbered(1));
    EXPECT_THROW(plan_ingest(dir(), {}), Error);
    run();
    write("b.txt", numbered(2));
    EXPECT_EQ(told(plan_ingest(dir(), {})), "add b.txt text");
}

}  // namespace
}  // namespace morgue

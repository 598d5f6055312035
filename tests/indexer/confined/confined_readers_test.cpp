#include <tests/indexer/confined/confined_fixture.hpp>
#include <tests/indexer/containers/packed.hpp>

#include <support/error_of.hpp>

namespace morgue {
namespace {

TEST_F(Confined, ACrashCostsTheFileAlone) {
    expect_lost("CRASH", "it crashed: Segmentation fault");
}

TEST_F(Confined, AKilledReaderCostsTheFileAlone) {
    expect_lost("BE KILLED", "it crashed: Killed");
}

TEST_F(Confined, AnEndCostsTheFileAlone) {
    expect_lost("END", "it ended without an answer");
}

TEST_F(Confined, AnEndlessLoopCostsTheFileAlone) {
    expect_lost("WORK FOR EVER", "it took more than 30 seconds of the processor");
}

TEST_F(Confined, AnExceptionCostsTheFileAlone) {
    expect_lost("REFUSE", "it failed: no such thing");
}

TEST_F(Confined, WhatIsNoAnswerCostsTheFileAlone) {
    expect_lost("BABBLE", "it gave an answer without meaning");
}

TEST_F(Confined, ALieCostsTheFileAlone) {
    expect_lost("LIE", "it gave an answer without meaning");
}

TEST_F(Confined, WhoeverWaitsForNothingIsEnded) {
    indexer::ReadingLimits limits{1 << 20};
    limits.least_patience = std::chrono::seconds(1);
    const indexer::Reading reading = read(limits, "WAIT FOR EVER");
    EXPECT_EQ(reading.result.unread.at(0).detail, "it did nothing for 1 seconds");
}

TEST_F(Confined, NoFileIsBlamedForTheOneBefore) {
    write("a.html", page("A page that makes its reader FALL ILL"));
    write("b.html", page("A page"));
    write("c.html", page("CRASH"));
    EXPECT_EQ(told(run_alone().skipped), "c.html: reader failed: it crashed: Segmentation fault\n");
}

TEST_F(Confined, OfAFileThatHoldsOthersItCostsTheMember) {
    write("all.zip",
          indexer::archived(
              {{"a.html", page("One")}, {"b.html", page("CRASH")}, {"c.html", page("Three")}},
              "zip"));
    const IngestReport report = run();
    EXPECT_EQ(counts(report), "2 0 0 0 0 1");
    EXPECT_EQ(told(report.skipped),
              "all.zip!b.html: reader failed: it crashed: Segmentation fault\n");
}

TEST_F(Confined, AFailureIsTriedAgainAndArticlesStayMeanwhile) {
    write("a.html", page("Good"));
    run();
    write("a.html", page("CRASH"), 500);
    EXPECT_EQ(counts(run()), "0 0 0 0 1 1");
    EXPECT_EQ(counts(run()), "0 0 0 0 1 1");
    ::unsetenv("MORGUE_READER");
    EXPECT_EQ(counts(run()), "0 1 0 0 0 0");
}

TEST_F(Confined, WithoutTheProgramNothingRiskyIsRead) {
    for (const char* program : {"/nowhere/morgue-reader", "/bin/cat", "/bin/false"}) {
        read_with(program);
        write("a.html", page("Good"));
        const auto error = test::error_of([&] { run(); });
        ASSERT_TRUE(error) << program;
        EXPECT_EQ(error->code(), ErrorCode::io_error);
        EXPECT_EQ(error->path(), program);
        EXPECT_FALSE(error->hint().empty());
        remove("a.html");
        write("a.txt", "Good");
        run();
        remove("a.txt");
    }
}

}  // namespace
}  // namespace morgue

#include <gtest/gtest.h>

#include <tools/progress.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/ingest_progress.hpp>
#include <tools/render/pace.hpp>

namespace morgue::tools {
namespace {

const Progress reading{"reading", 0.37, {"1 of 3 files", "0:12 left", "40 articles/s"}};

TEST(ProgressLine, LeavesOutWhatDoesNotFit) {
    EXPECT_EQ(progress_line(reading, 80), "reading: 1 of 3 files · 0:12 left · 40 articles/s");
    EXPECT_EQ(progress_line(reading, 40), "reading: 1 of 3 files · 0:12 left");
    EXPECT_EQ(progress_line(reading, 22), "reading: 1 of 3 files");
    EXPECT_EQ(progress_line(reading, 21), "reading");
    EXPECT_EQ(progress_line(reading, 5), "read");
    EXPECT_EQ(progress_line(reading, 0), "");
    for (std::size_t columns = 1; columns < 80; ++columns)
        EXPECT_LT(display_width(progress_line(reading, columns)), columns);
}

TEST(ProgressLine, PassesOverWhatIsNotKnown) {
    const Progress copying{"copying", 0.2, {"1 of 5 MB", "", "2 MB/s"}};
    EXPECT_EQ(progress_line(copying, 80), "copying: 1 of 5 MB · 2 MB/s");
    EXPECT_EQ(plain_progress_line(copying), "20%: 1 of 5 MB, 2 MB/s");
}

TEST(ProgressLine, PlainTellsTheTenthsInASentence) {
    EXPECT_EQ(plain_progress_line(reading), "30%: 1 of 3 files, 0:12 left, 40 articles/s");
    EXPECT_EQ(plain_progress_line({"writing", -1, {}}), "writing");
    EXPECT_EQ(plain_progress_line({"looking", -1, {"3 files seen"}}), "looking: 3 files seen");
    EXPECT_EQ(plain_progress_line({"reading", 1, {}}), "100%");
}

TEST(TimeLeft, FollowsThePace) {
    EXPECT_EQ(time_left(0.5, 10), "0:10 left");
    EXPECT_EQ(time_left(0.25, 30), "1:30 left");
    EXPECT_EQ(time_left(0.1, 3600), "9:00:00 left");
    EXPECT_EQ(time_left(1, 10), "0:00 left");
    EXPECT_EQ(time_left(0, 10), "") << "nobody knows";
    EXPECT_EQ(time_left(-1, 10), "");
    EXPECT_EQ(time_left(0.5, 0.1), "") << "too early to tell";
}

TEST(TimeGone, IsInWholeSeconds) {
    EXPECT_EQ(time_gone(7.9), "0:07 gone");
    EXPECT_EQ(time_gone(3723), "1:02:03 gone");
}

TEST(Rate, IsPerSecond) {
    EXPECT_EQ(rate(30'000, 2, "articles"), "15,000 articles/s");
    EXPECT_EQ(rate(0, 2, "articles"), "");
    EXPECT_EQ(rate(30'000, 0.1, "articles"), "");
}

TEST(ByteRate, IsPerSecond) {
    EXPECT_EQ(byte_rate(3'000'000, 1), "3.0 MB/s");
    EXPECT_EQ(byte_rate(0, 1), "");
    EXPECT_EQ(byte_rate(3'000'000, 0.1), "");
}

TEST(IngestTeller, TellsEachPhase) {
    IngestTeller teller;
    IngestProgress progress;
    progress.files_seen = 12345;
    EXPECT_EQ(progress_line(teller.tell(progress), 80), "looking: 12,345 files seen");
    progress.phase = IngestProgress::Phase::reading;
    progress.files_to_read = 4000;
    progress.files_read = 1000;
    progress.bytes_to_read = 100;
    progress.bytes_read = 50;
    EXPECT_EQ(progress_line(teller.tell(progress), 80), "reading: 1,000 of 4,000 files");
    EXPECT_DOUBLE_EQ(teller.tell(progress).share, 0.5);
    progress.bytes_to_read = 0;
    EXPECT_DOUBLE_EQ(teller.tell(progress).share, 0.25) << "by files where there are no bytes";
    progress.phase = IngestProgress::Phase::writing;
    EXPECT_EQ(progress_line(teller.tell(progress), 80), "writing");
}

}  // namespace
}  // namespace morgue::tools

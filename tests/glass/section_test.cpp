#include <glass/section_reader.hpp>

#include <gtest/gtest.h>

namespace morgue::glass {
namespace {

std::string section_of_two() {
    std::string bytes;
    StretchBuilder builder;
    builder.add_wdf(3, 7);
    builder.add_wdf(300, 2);
    builder.put(bytes, "first");
    builder.add_wdf(4, 1);
    builder.put(bytes, "second");
    end_section(bytes);
    return bytes;
}

SectionReader reader_of(std::string bytes, std::uint32_t before = 0) {
    return {{.bytes = std::move(bytes), .file = {}, .path = {}, .before = before}, 0};
}

TEST(Section, GivesWhatWasPut) {
    SectionReader reader = reader_of(section_of_two(), 1000);
    ASSERT_TRUE(reader.next_term());
    EXPECT_EQ(reader.term(), "first");
    EXPECT_EQ(reader.stretch().first, 1003U);
    EXPECT_EQ(reader.stretch().last, 1300U);
    EXPECT_EQ(reader.stretch().documents, 2U);
    EXPECT_EQ(reader.stretch().occurrences, 9U);
    EXPECT_EQ(reader.stretch().highest_wdf, 7U);
    ASSERT_TRUE(reader.next_term());
    EXPECT_EQ(reader.term(), "second");
    EXPECT_FALSE(reader.next_term());
}

TEST(Section, JoinsStretchesAsIfThereHadBeenOne) {
    std::string parts;
    std::string whole;
    StretchBuilder builder;
    builder.add_string(3, "a");
    builder.add_string(200'003, "bb");
    builder.put(whole, "term");
    builder.add_string(3, "a");
    builder.put(parts, "term");
    builder.add_string(3, "bb");
    builder.put(parts, "term");
    SectionReader first = reader_of(parts);
    first.next_term();
    SectionReader second = reader_of(parts, 200'000);
    second.next_term();
    second.next_term();
    const Stretch stretches[]{first.stretch(), second.stretch()};
    std::string joined;
    put_stretches(joined, "term", stretches);
    EXPECT_EQ(joined, whole);
}

TEST(Section, ThatIsCutOffIsRefused) {
    const std::string whole = section_of_two();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        SectionReader reader = reader_of(whole.substr(0, size));
        EXPECT_THROW(while (reader.next_term()){}, base::FileError) << size;
    }
}

}  // namespace
}  // namespace morgue::glass

#include <glass/database_writer.hpp>
#include <glass/posting_writer.hpp>
#include <stdexcept>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

/// What the refusal says; empty where there is none.
std::string refusal(const DocumentView& document) {
    try {
        Inverter().add(1, document);
        return {};
    } catch (const std::length_error& error) {
        return error.what();
    }
}

std::string refusal_of(const std::string& term) {
    const TermEntry entry{term, 1, {}};
    return refusal({{&entry, 1}, {}, {}});
}

TEST(Limits, OfTerms) {
    EXPECT_EQ(refusal_of(""), "a term is empty");
    EXPECT_EQ(refusal_of(std::string(245, 'a')), "");
    EXPECT_EQ(refusal_of(std::string(246, 'a')),
              "the term '" + std::string(60, 'a') + "...' of 246 bytes is over the limit of 245");
    // A NUL takes two bytes of a key, and six are left for what stands behind a term.
    EXPECT_EQ(refusal_of(std::string(124, '\0')), "");
    EXPECT_EQ(refusal_of(std::string(239, 'a') + std::string(5, '\0')), "");
    EXPECT_NE(refusal_of(std::string(239, 'a') + std::string(6, '\0')), "");
    EXPECT_NE(refusal_of(std::string(125, '\0')), "");
}

TEST(Limits, OfTheLengthOfADocument) {
    const TermEntry terms[]{{"much", 4'294'967'295U, {}}, {"more", 1, {}}};
    EXPECT_EQ(refusal({{terms, 1}, {}, {}}), "");
    EXPECT_EQ(refusal({terms, {}, {}}),
              "an article of 4294967296 words is over the limit of 4294967295");
}

TEST(Limits, OfTheData) {
    const std::string data(TableWriter::max_tag_bytes + 1, 'x');
    EXPECT_EQ(refusal({{}, {}, data}), "an article of " + std::to_string(data.size()) +
                                           " bytes is over the limit of " +
                                           std::to_string(TableWriter::max_tag_bytes));
}

TEST(Limits, OfAMetadataKey) {
    const test::TemporaryDirectory folder;
    DatabaseWriter writer(folder.path());
    EXPECT_THROW(writer.set_metadata("", "value"), std::length_error);
    EXPECT_THROW(writer.set_metadata(std::string(254, 'k'), "value"), std::length_error);
    writer.set_metadata(std::string(253, 'k'), "value");
}

/// Xapian lets the count begin again from 0.
TEST(Limits, OfOccurrencesInAllDocuments) {
    const test::TemporaryDirectory folder;
    DatabaseWriter writer(folder.path());
    const TermEntry entry{"everywhere", 2'200'000'000U, {}};
    writer.add(1, {{&entry, 1}, {}, {}});
    writer.add(2, {{&entry, 1}, {}, {}});
    try {
        writer.finish();
        FAIL() << "nothing was refused";
    } catch (const std::length_error& error) {
        EXPECT_STREQ(error.what(),
                     "'everywhere' occurs 4400000000 times: more than can be counted");
    }
    EXPECT_FALSE(base::read_file(folder / version_file_name));
}

TEST(Limits, OfDocids) {
    const test::TemporaryDirectory folder;
    DatabaseWriter writer(folder.path());
    Inverter inverter;
    inverter.add(2, {});
    EXPECT_THROW(writer.add(inverter.seal(), 4'294'967'294U), std::length_error);
    inverter.add(1, {});
    writer.add(inverter.seal(), 4'294'967'294U);
}

}  // namespace
}  // namespace morgue::glass

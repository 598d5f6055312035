#include <glass/database_dump.hpp>
#include <glass/sample_documents.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>

namespace morgue::glass {
namespace {

constexpr std::size_t much = std::size_t{1} << 28;

/// Writes the sample both ways and expects no difference.
void expect_equal(const Sample& sample, std::size_t memory_bytes = much) {
    const test::TemporaryDirectory folder;
    const std::string bulk = base::join(folder.path(), "bulk");
    const std::string api = base::join(folder.path(), "api");
    write_in_bulk(bulk, sample, memory_bytes);
    write_by_xapian(api, sample);
    EXPECT_EQ(test::faults_of(bulk), "");
    EXPECT_EQ(dump(Xapian::Database(bulk)), dump(Xapian::Database(api)));
}

SampleTerm at(std::vector<std::uint32_t> positions, std::uint32_t wdf = 1) {
    return {wdf, std::move(positions)};
}

/// Memory that makes the writer spill never, seldom or often.
std::size_t some_memory(int round) {
    return round % 3 == 0 ? much : std::size_t{1} << (10 + round % 8);
}

TEST(Equality, OfRandomDocuments) {
    std::mt19937 random(20);
    for (int round = 0; round < 16 && !testing::Test::HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        expect_equal(random_sample(random, random() % 80), some_memory(round));
    }
}

TEST(Equality, OfTenThousandSmallRandomDocuments) {
    std::mt19937 random(21);
    std::size_t documents = 0;
    for (int round = 0; documents < 10'000 && !testing::Test::HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        const std::size_t some = 300 + random() % 1000;
        expect_equal(random_sample(random, some, {.terms = 12, .value = 20, .data = 100}),
                     some_memory(round));
        documents += some;
    }
}

TEST(Equality, OfNothing) {
    expect_equal({});
    expect_equal({.documents = {}, .metadata = {{"key", "value"}}});
    expect_equal({.documents = {{1, {}}, {7, {}}}, .metadata = {}});
}

TEST(Equality, OfTermsAtTheLimits) {
    SampleDocument document;
    document.terms[std::string(245, 'a')] = at({1, 2, 3});
    document.terms[std::string(245, '\xff')] = at({4});
    document.terms[std::string(100, '\0')] = at({5});
    document.terms["\x01"] = at({});
    expect_equal({.documents = {{1, document}, {300, document}}, .metadata = {}});
}

TEST(Equality, OfWdfsAtTheBordersOfTheirForms) {
    Sample sample;
    std::uint32_t docid = 0;
    for (const std::uint32_t wdf : {0U, 1U, 126U, 127U, 128U, 65535U, 65536U, 3'000'000'000U}) {
        SampleDocument& document = sample.documents[++docid];
        document.terms["same"] = at({}, wdf);
        document.terms["same beginning"] = at({}, 1);
    }
    expect_equal(sample);
}

TEST(Equality, OfPositionsAtTheBordersOfTheirForms) {
    SampleDocument document;
    document.terms["zero"] = at({0});
    document.terms["last"] = at({4'294'967'295U});
    document.terms["both"] = at({0, 4'294'967'295U});
    document.terms["next"] = at({1, 2});
    std::vector<std::uint32_t> run;
    for (std::uint32_t i = 0; i < 70'001; ++i) run.push_back(i);
    document.terms["run"] = at(run);
    std::vector<std::uint32_t> many;
    for (std::uint32_t i = 0; i < 60'000; ++i) many.push_back(i * 1000 + i * i % 997);
    document.terms["many"] = at(many);
    expect_equal({.documents = {{1, document}}, .metadata = {}});
}

TEST(Equality, OfLongListsInManyRuns) {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= 40'000; docid += docid % 3 + 1) {
        SampleDocument& document = sample.documents[docid];
        document.terms["everywhere"] = at({docid % 7 + 1, docid % 7 + 9}, 2);
        document.terms["of " + std::to_string(docid % 100)] = at({3});
        document.values[0] = std::to_string(docid);
        document.values[127] = "same";
        document.values[128] = std::string(1 + docid % 50, 'v');
        document.values[300] = "x";
    }
    expect_equal(sample);
    expect_equal(sample, 200'000);
}

TEST(Equality, OfDataOfAllSizes) {
    std::mt19937 random(3);
    Sample sample;
    std::uint32_t docid = 0;
    for (const std::size_t size : {1UL, 17UL, 18UL, 19UL, 2030UL, 2031UL, 2032UL, 2043UL, 2044UL,
                                   8192UL, 100'000UL, 16'000'000UL}) {
        SampleDocument& document = sample.documents[++docid];
        while (document.data.size() < size) document.data += static_cast<char>(random());
        document.terms["d"] = at({docid});
    }
    expect_equal(sample);
}

TEST(Equality, OutlivesUpdatesAndCompaction) {
    std::mt19937 random(7);
    for (int round = 0; round < 5; ++round) {
        const test::TemporaryDirectory folder;
        const std::vector<std::string> paths{base::join(folder.path(), "bulk"),
                                             base::join(folder.path(), "api")};
        const Sample sample = random_sample(random, 50);
        write_in_bulk(paths[0], sample, 10'000);
        write_by_xapian(paths[1], sample);
        const auto seed = random();
        std::vector<std::string> dumps;
        for (const std::string& path : paths) {
            std::mt19937 same(seed);
            Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
            for (int i = 0; i < 40; ++i) {
                Xapian::Document document;
                document.add_posting("a", same() % 50 + 1);
                document.add_posting("new", same() % 50 + 1);
                document.add_value(same() % 3, "new value");
                document.set_data("new data");
                const Xapian::docid docid = 1 + same() % (database.get_lastdocid() + 1);
                if (i % 3 == 0)
                    database.add_document(document);
                else if (i % 3 == 1 || database.get_doccount() == 0)
                    database.replace_document(docid, document);
                else
                    database.delete_document(*database.postlist_begin(""));
                if (i % 10 == 0) database.commit();
            }
            database.commit();
            database.close();
            EXPECT_EQ(test::faults_of(path), "");
            const std::string compact = path + ".compact";
            Xapian::Database(path).compact(compact, Xapian::DBCOMPACT_NO_RENUMBER);
            EXPECT_EQ(test::faults_of(compact), "");
            dumps.push_back(dump(Xapian::Database(path)));
            dumps.push_back(dump(Xapian::Database(compact)));
        }
        EXPECT_EQ(dumps[0], dumps[2]);
        EXPECT_EQ(dumps[1], dumps[3]);
    }
}

/// Xapian 1.4.22 writes some of these so that it cannot read them itself.
TEST(DatabaseWriter, KeepsWhatDeflatesVeryWell) {
    const test::TemporaryDirectory folder;
    DatabaseWriter writer(folder.path());
    const auto data = [](std::uint32_t docid) { return std::string(docid * 3, 'x'); };
    for (std::uint32_t docid = 2700; docid < 2900; ++docid)
        writer.add(docid, {{}, {}, data(docid)});
    for (std::uint32_t docid = 300'000; docid < 300'010; ++docid)
        writer.add(docid, {{}, {}, data(docid)});
    writer.finish();
    const Xapian::Database database(folder.path());
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
         ++posting)
        EXPECT_EQ(database.get_document(*posting).get_data(), data(*posting)) << *posting;
}

TEST(DatabaseWriter, RefusesWhatTheFormatCannotHold) {
    const test::TemporaryDirectory folder;
    DatabaseWriter writer(folder.path());
    const auto refused = [&](const std::string& term) {
        const TermEntry entry{term, 1, {}};
        EXPECT_THROW(writer.add(1, {{&entry, 1}, {}, {}}), std::length_error) << term.size();
    };
    refused("");
    refused(std::string(246, 'a'));
    refused(std::string(125, '\0'));
    EXPECT_THROW(writer.set_metadata(std::string(254, 'k'), "v"), std::length_error);
    writer.finish();
    EXPECT_EQ(Xapian::Database(folder.path()).get_doccount(), 0U);
}

}  // namespace
}  // namespace morgue::glass

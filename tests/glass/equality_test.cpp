#include <glass/database_dump.hpp>
#include <glass/equality.hpp>
#include <glass/sample_documents.hpp>

#include <gtest/gtest.h>

#include <base/bytes.hpp>
#include <base/file.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>

namespace morgue::glass {
namespace {

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

Sample documents_at(std::initializer_list<std::uint32_t> docids) {
    Sample sample;
    for (const std::uint32_t docid : docids) {
        SampleDocument& document = sample.documents[docid];
        document.terms["everywhere"] = at({docid});
        document.values[0] = std::to_string(docid);
        document.data = "data";
    }
    return sample;
}

TEST(Equality, OfDocidsAtTheBordersOfTheirForms) {
    expect_equal(documents_at({1, 32'767, 32'768, 4'194'303, 4'194'304}), 0);
}

/// xapian-check crashes on these, whoever wrote them.
TEST(Equality, OfTheLargestDocids) {
    const Sample sample = documents_at({536'870'911, 536'870'912, 4'294'967'295});
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "bulk", sample, 0);
    write_by_xapian(folder / "api", sample);
    EXPECT_EQ(dump(Xapian::Database(folder / "bulk")), dump(Xapian::Database(folder / "api")));
}

/// Values of many slots, whose keys do not sort as the numbers do; nothing else in some documents.
TEST(Equality, OfSlotsAtTheBordersOfTheirForms) {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= 3; ++docid)
        for (const std::uint32_t slot : {0U, 1U, 127U, 128U, 255U, 256U, 16'384U, 70'000U})
            if (slot % 3 + 1 >= docid)
                sample.documents[docid].values[slot] = std::string(docid * 1000, 'v');
    sample.documents[2].terms["word"] = at({1});
    expect_equal(sample);
    expect_equal(sample, 0);
}

/// Long keys make branches of few items, and trees of many levels.
TEST(Equality, OfLongTerms) {
    Sample sample;
    for (std::uint32_t i = 0; i < 6000; ++i) {
        std::string term = std::string(230, 'a') + std::to_string(1'000'000 + i);
        sample.documents[i % 10 + 1].terms[term] = at({i, i + 1});
    }
    expect_equal(sample, 50'000);
}

TEST(Equality, OfRunsWithoutACommonTerm) {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= 200; ++docid)
        sample.documents[docid].terms[std::to_string(docid * 7919 % 200)] = at({docid});
    sample.documents[200].terms["zz only in the last"] = at({1, 2});
    expect_equal(sample, 0);
}

TEST(Equality, OfLongListsInManyRuns) {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= 16'000; docid += docid % 3 + 1) {
        SampleDocument& document = sample.documents[docid];
        document.terms["everywhere"] = at({docid % 7 + 1, docid % 7 + 9}, 2);
        document.terms["of " + std::to_string(docid % 100)] = at({3});
        document.values[0] = std::to_string(docid);
        document.values[127] = "same";
        document.values[128] = std::string(1 + docid % 50, 'v');
        document.values[300] = "x";
    }
    expect_equal(sample, 200'000);
}

TEST(Equality, OfDataOfAllSizes) {
    std::mt19937 random(3);
    Sample sample;
    std::uint32_t docid = 0;
    for (const std::size_t size : {1UL, 17UL, 18UL, 19UL, 2030UL, 2031UL, 2032UL, 2043UL, 2044UL,
                                   8192UL, 100'000UL, 16'000'000UL}) {
        SampleDocument& document = sample.documents[++docid];
        while (document.data.size() < size) base::put_big_endian(document.data, random(), 4);
        document.data.resize(size);
        document.terms["d"] = at({docid});
    }
    expect_equal(sample);
}

/// 200 changes, the same in every database.
void update(const std::string& path, std::uint32_t seed) {
    std::mt19937 random(seed);
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    for (int i = 0; i < 200; ++i) {
        Xapian::Document document;
        document.add_posting("a", random() % 50 + 1);
        document.add_posting("new", random() % 50 + 1);
        document.add_value(random() % 3, "new value");
        document.set_data("new data");
        const Xapian::docid docid = 1 + random() % (database.get_lastdocid() + 1);
        if (i % 3 == 0)
            database.add_document(document);
        else if (i % 3 == 1 || database.get_doccount() == 0)
            database.replace_document(docid, document);
        else
            database.delete_document(*database.postlist_begin(""));
        if (i % 30 == 0) database.commit();
    }
    database.set_metadata("new", "metadata");
    database.commit();
}

/// What the database holds, and what its compacted copy holds, both without faults.
std::string updated_and_compacted(const std::string& path, std::uint32_t seed) {
    update(path, seed);
    EXPECT_EQ(test::faults_of(path), "");
    expect_positions_as_by_xapian(path);
    Xapian::Database database(path);
    std::string dumps = dump(database);
    for (const unsigned flags :
         {Xapian::DBCOMPACT_NO_RENUMBER + 0U, Xapian::Compactor::FULLER + 0U}) {
        const std::string compact = path + "." + std::to_string(flags);
        database.compact(compact, flags);
        EXPECT_EQ(test::faults_of(compact), "");
        dumps += dump(Xapian::Database(compact));
    }
    return dumps;
}

TEST(Equality, OutlivesUpdatesAndCompaction) {
    std::mt19937 random(7);
    for (int round = 0; round < 3; ++round) {
        const test::TemporaryDirectory folder;
        const Sample sample = random_sample(random, 50);
        write_in_bulk(folder / "bulk", sample, 10'000);
        write_by_xapian(folder / "api", sample);
        EXPECT_EQ(updated_and_compacted(folder / "bulk", round),
                  updated_and_compacted(folder / "api", round));
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

}  // namespace
}  // namespace morgue::glass

#include <filesystem>
#include <glass/database_merger.hpp>
#include <glass/equality.hpp>
#include <glass/errors.hpp>
#include <glass/sample_documents.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>

namespace morgue::glass {
namespace {

constexpr std::size_t some_memory = 100'000;

/// Merges the samples without their dead, and expects, byte for byte, what writing the living at
/// once gives.
void expect_merged(const std::vector<Sample>& samples,
                   const std::vector<std::vector<std::uint32_t>>& dead) {
    const test::TemporaryDirectory folder;
    const std::string merged = folder / "merged";
    std::filesystem::create_directory(merged);
    DatabaseMerger merger(merged, 2);
    Sample living;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const std::string path = folder / ("part" + std::to_string(i)).c_str();
        write_in_bulk(path, samples[i], some_memory);
        merger.append(path, dead[i]);
        for (const auto& [docid, document] : samples[i].documents)
            if (!std::binary_search(dead[i].begin(), dead[i].end(), docid))
                living.documents.emplace(living.documents.size() + 1, document);
    }
    merger.set_metadata("key", "value");
    living.metadata = {{"key", "value"}};
    SampleThesaurus thesaurus;
    merger.finish(&thesaurus);
    write_in_bulk(folder / "living", living, some_memory);
    EXPECT_EQ(test::faults_of(merged), "");
    EXPECT_TRUE(bytes_of(merged) == bytes_of(folder / "living"));
}

TEST(DatabaseMerger, OfRandomDatabases) {
    std::mt19937 random(11);
    for (int round = 0; round < 30 && !testing::Test::HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        std::vector<Sample> samples;
        std::vector<std::vector<std::uint32_t>> dead;
        for (std::uint32_t part = 0; part < random() % 5; ++part) {
            samples.push_back(random_sample(random, random() % 40));
            dead.emplace_back();
            for (const auto& [docid, document] : samples.back().documents)
                if (random() % 3 == 0) dead.back().push_back(docid);
        }
        expect_merged(samples, dead);
    }
}

TEST(DatabaseMerger, OfLongLists) {
    Sample sample;
    std::vector<std::uint32_t> dead;
    for (std::uint32_t docid = 1; docid <= 20'000; ++docid) {
        SampleDocument& document = sample.documents[docid];
        document.terms["everywhere"] = {2, {docid % 7 + 1, docid % 7 + 9}};
        document.terms["of " + std::to_string(docid % 100)] = {1, {3}};
        document.values[0] = std::to_string(docid);
        document.values[128] = std::string(1 + docid % 50, 'v');
        if (docid % 1000 < 400) dead.push_back(docid);
    }
    expect_merged({sample, sample}, {dead, {}});
}

TEST(DatabaseMerger, StopsWhenAsked) {
    std::mt19937 random(6);
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "part", random_sample(random, 30), some_memory);
    std::filesystem::create_directory(folder / "merged");
    std::stop_source stop;
    DatabaseMerger merger(folder / "merged", 2, stop.get_token());
    merger.append(folder / "part", {});
    stop.request_stop();
    EXPECT_THROW(merger.finish(), Interrupted);
    EXPECT_FALSE(base::read_file(folder / "merged/iamglass"));
}

TEST(DatabaseMerger, RefusesATableThatIsDamaged) {
    std::mt19937 random(5);
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "part", random_sample(random, 30), some_memory);
    const std::string table = folder / "part/postlist.glass";
    std::string bytes = *base::read_file(table);
    for (std::size_t at = 0; at < 11; ++at) bytes[at] = '\xff';
    base::write_file_durably(table, bytes);
    std::filesystem::create_directory(folder / "merged");
    DatabaseMerger merger(folder / "merged");
    EXPECT_THROW(merger.append(folder / "part", {}), MalformedTable);
}

}  // namespace
}  // namespace morgue::glass

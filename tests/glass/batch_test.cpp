#include <filesystem>
#include <glass/equality.hpp>
#include <thread>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

using Documents = std::map<std::uint32_t, SampleDocument>;

/// The documents from one number of them to another, in a batch that counts from the first.
Batch batch_of(const Documents& documents, std::size_t from, std::size_t to) {
    Inverter inverter;
    const std::uint32_t before = std::next(documents.begin(), from)->first - 1;
    for (auto at = std::next(documents.begin(), from); from < to; ++from, ++at)
        inverter.add(at->first - before, SampleView(at->second).get());
    return inverter.seal();
}

/// Inverts every batch on a thread of its own.
void write_batches(const std::string& path, const Sample& sample, std::size_t batch_documents,
                   std::size_t memory_bytes) {
    std::filesystem::create_directory(path);
    DatabaseWriter writer(path, {.memory_bytes = memory_bytes, .threads = 2});
    for (const auto& [key, value] : sample.metadata) writer.set_metadata(key, value);
    std::vector<Batch> batches((sample.documents.size() + batch_documents - 1) / batch_documents);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < batches.size(); ++i)
        threads.emplace_back([&, i] {
            const std::size_t from = i * batch_documents;
            batches[i] = batch_of(sample.documents, from,
                                  std::min(from + batch_documents, sample.documents.size()));
        });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < batches.size(); ++i)
        writer.add(std::move(batches[i]),
                   std::next(sample.documents.begin(), i * batch_documents)->first - 1);
    SampleThesaurus thesaurus;
    writer.finish(&thesaurus);
}

TEST(Batch, MakesTheSameTablesHoweverDocumentsAreCut) {
    std::mt19937 random(33);
    for (int round = 0; round < 6 && !testing::Test::HasFailure(); ++round) {
        const test::TemporaryDirectory folder;
        const Sample sample = random_sample(random, 1 + random() % 60);
        write_in_bulk(folder / "whole", sample, much);
        const std::string whole = bytes_of(folder / "whole");
        for (const std::size_t size : {1UL, 7UL, 60UL})
            for (const std::size_t memory : {std::size_t{0}, std::size_t{20'000}}) {
                const std::string path =
                    folder / (std::to_string(size) + "." + std::to_string(memory)).c_str();
                write_batches(path, sample, size, memory);
                EXPECT_TRUE(bytes_of(path) == whole)
                    << "round " << round << ", " << size << " to a batch, " << memory << " bytes";
            }
    }
}

/// Lists of several chunks, which end where they would without batches.
TEST(Batch, CutsLongListsAsIfThereWereNone) {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= 6000; ++docid) {
        SampleDocument& document = sample.documents[docid];
        document.terms["everywhere"] = {docid % 200 + 1, {docid % 7, docid % 7 + 9}};
        if (docid % 3 == 0) document.terms["often"] = {1, {}};
        document.values[0] = std::to_string(docid);
    }
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "whole", sample, much);
    const std::string whole = bytes_of(folder / "whole");
    for (const std::size_t size : {300UL, 999UL, 3000UL}) {
        const std::string path = folder / std::to_string(size);
        write_batches(path, sample, size, 10'000);
        EXPECT_TRUE(bytes_of(path) == whole) << size;
    }
}

TEST(Batch, RunsLeaveMemoryWhereTheyAreTooMuchForIt) {
    const test::TemporaryDirectory folder;
    RunStore runs(folder.path(), 4000);
    std::size_t added = 0;
    for (std::uint32_t i = 0; i < 100; ++i) {
        const std::string name = std::to_string(i);
        const TermEntry entry{name, 1, {}};
        Inverter inverter;
        inverter.add(1, {{&entry, 1}, {}, {}});
        glass::Run run = inverter.seal().run;
        added += run.bytes();
        runs.add(std::move(run), i);
        EXPECT_LE(runs.held_bytes(), 4000U);
    }
    EXPECT_GT(added, 4000U);
    const Sources sources = runs.take();
    EXPECT_LT(sources.postings.size(), 100U);
    EXPECT_EQ(base::list_directory(folder.path()).size(), 0U);
}

TEST(Batch, OfADocumentThatIsRefusedHoldsNothingOfIt) {
    Inverter inverter;
    const TermEntry good{"good", 1, {}};
    const std::string long_term(246, 'a');
    const TermEntry bad[]{{"a", 1, {}}, {long_term, 1, {}}};
    inverter.add(1, {{&good, 1}, {}, "data"});
    EXPECT_THROW(inverter.add(2, {bad, {}, "data"}), std::length_error);
    inverter.add(2, {{&good, 1}, {}, "data"});
    const test::TemporaryDirectory folder;
    DatabaseWriter writer(folder.path());
    writer.add(inverter.seal(), 0);
    EXPECT_TRUE(inverter.empty());
    writer.finish();
    EXPECT_EQ(base::list_directory(folder.path()),
              (std::vector<std::string>{"MANIFEST", "docdata.glass", "iamglass", "postlist.glass",
                                        "termlist.glass"}));
}

}  // namespace
}  // namespace morgue::glass

#include <filesystem>
#include <glass/sample_documents.hpp>
#include <thread>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <base/manifest.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

constexpr std::size_t much = std::size_t{1} << 28;

/// All files of the database but for its UUID, and the manifest that depends on it.
std::string bytes_of(const std::string& path) {
    std::string bytes;
    for (const std::string& name : base::list_directory(path)) {
        if (name == base::manifest_name) continue;
        std::string file = *base::read_file(base::join(path, name));
        if (name == version_file_name) file.erase(16, Uuid{}.size());
        bytes += name + ' ' + std::to_string(file.size()) + '\n' + file;
    }
    return bytes;
}

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
    DatabaseWriter writer(path, {.memory_bytes = memory_bytes});
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
    writer.finish();
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

#include <glass/pack.hpp>
#include <glass/sample_documents.hpp>
#include <glass/table_salvage.hpp>
#include <glass/termlist.hpp>
#include <glass/version_file.hpp>

#include <gtest/gtest.h>
#include <xapian.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

using Entries = std::map<std::uint32_t, std::string>;
using Words = std::map<std::string, std::uint32_t>;

constexpr std::size_t much_memory = std::size_t{1} << 24;

/// What is found under the plain keys of documents.
Entries salvaged(const std::string& table) {
    Entries entries;
    TableSalvage salvage(table);
    while (salvage.next()) {
        std::string_view key = salvage.key();
        const auto docid = take_sortable(key);
        if (!docid || !key.empty()) continue;
        if (const auto tag = salvage.tag())
            entries[static_cast<std::uint32_t>(*docid)] = std::string(*tag);
    }
    return entries;
}

Entries data_of(const Sample& sample) {
    Entries entries;
    for (const auto& [docid, document] : sample.documents)
        if (!document.data.empty()) entries[docid] = document.data;
    return entries;
}

/// Texts from one byte to many blocks, some that deflate well and some that do not.
Sample sample_of_texts() {
    std::mt19937 random(5);
    Sample sample;
    for (std::uint32_t docid = 1; docid <= 300; ++docid) {
        SampleDocument& document = sample.documents[docid];
        const std::size_t size = 1 + random() % (docid % 50 == 0 ? 60'000 : 3'000);
        for (std::size_t i = 0; i < size; ++i)
            document.data.push_back(static_cast<char>(docid % 3 == 0 ? random() : 'a' + i % 7));
        document.terms["w" + std::to_string(docid % 10)].wdf = docid;
    }
    return sample;
}

using Write = void (*)(const std::string& path, const Sample& sample);
const Write writers[] = {
    [](const std::string& path, const Sample& sample) { write_in_bulk(path, sample, much_memory); },
    [](const std::string& path, const Sample& sample) { write_by_xapian(path, sample); }};

TEST(TableSalvage, GivesAllOfASoundTable) {
    std::mt19937 random(3);
    for (const Write write : writers)
        for (const Sample& sample : {sample_of_texts(), random_sample(random, 60)}) {
            const test::TemporaryDirectory folder;
            write(folder / "db", sample);
            EXPECT_EQ(salvaged(folder / "db/docdata.glass"), data_of(sample));
        }
}

TEST(TableSalvage, ATableWithoutAFileIsEmpty) {
    const test::TemporaryDirectory folder;
    EXPECT_EQ(salvaged(folder / "docdata.glass"), Entries());
    folder.write("docdata.glass", "");
    EXPECT_EQ(salvaged(folder / "docdata.glass"), Entries());
}

TEST(TableSalvage, PassesOverABlockThatIsLost) {
    const Sample sample = sample_of_texts();
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample, much_memory);
    const std::string whole = base::read_file(folder / "db/docdata.glass").value();
    const std::size_t blocks = whole.size() / TableWriter::block_size;
    ASSERT_GT(blocks, 20U);
    for (std::size_t block = 0; block < blocks; ++block) {
        std::string bytes = whole;
        bytes.replace(block * TableWriter::block_size, TableWriter::block_size,
                      std::string(TableWriter::block_size, '\0'));
        folder.write("docdata.glass", bytes);
        const Entries left = salvaged(folder / "docdata.glass");
        EXPECT_GT(left.size(), sample.documents.size() * 3 / 4) << block;
        for (const auto& [docid, data] : left) EXPECT_EQ(data, sample.documents.at(docid).data);
    }
}

TEST(TableSalvage, SurvivesEveryKindOfDamage) {
    std::mt19937 random(7);
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample_of_texts(), much_memory);
    const std::string whole = base::read_file(folder / "db/docdata.glass").value();
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        for (std::size_t changes = 1 + random() % 2'000; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        if (round % 5 == 0) bytes.resize(random() % bytes.size());
        folder.write("docdata.glass", bytes);
        salvaged(folder / "docdata.glass");
    }
}

TEST(Termlist, IsReadAsItWasWritten) {
    std::mt19937 random(9);
    for (const Write write : writers) {
        const Sample sample = random_sample(random, 100);
        const test::TemporaryDirectory folder;
        write(folder / "db", sample);
        for (const auto& [docid, termlist] : salvaged(folder / "db/termlist.glass")) {
            Words words;
            EXPECT_TRUE(for_each_term(termlist, [&](std::string_view term, std::uint32_t wdf) {
                words.emplace(term, wdf);
                return true;
            }));
            Words written;
            for (const auto& [term, entry] : sample.documents.at(docid).terms)
                written.emplace(term, entry.wdf);
            EXPECT_EQ(words, written) << docid;
        }
    }
}

TEST(Termlist, SurvivesDamage) {
    std::mt19937 random(13);
    for (int round = 0; round < 20'000; ++round) {
        std::string termlist;
        for (std::size_t left = random() % 40; left > 0; --left)
            termlist.push_back(static_cast<char>(random() % 8 == 0 ? random() : random() % 8));
        std::size_t terms = 0;
        for_each_term(termlist, [&](std::string_view, std::uint32_t) { return ++terms < 100; });
    }
}

TEST(VersionFile, IsReadAsXapianReadsIt) {
    for (const Write write : writers) {
        const test::TemporaryDirectory folder;
        write(folder / "db", sample_of_texts());
        const auto facts = read_version_file(base::read_file(folder / "db/iamglass").value());
        ASSERT_TRUE(facts);
        const Xapian::Database database(folder / "db");
        EXPECT_EQ(to_string(facts->uuid), database.get_uuid());
        EXPECT_EQ(facts->documents, database.get_doccount());
        EXPECT_EQ(facts->last_docid, database.get_lastdocid());
    }
    EXPECT_FALSE(read_version_file(""));
    EXPECT_FALSE(read_version_file(std::string(126, '\0')));
}

}  // namespace
}  // namespace morgue::glass

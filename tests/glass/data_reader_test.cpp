#include <glass/data_reader.hpp>
#include <glass/damage.hpp>
#include <glass/equality.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

constexpr std::uint32_t documents = 800;

/// Short ones, long ones that deflate well, longer ones that do not, and some without any.
std::string data_of(std::uint32_t docid) {
    if (docid % 5 == 0) return {};
    if (docid % 7 == 0) return std::string(1000 * (docid % 90), 'a');
    std::mt19937 random(docid);
    std::string data(docid % 11 == 0 ? 20'000 : docid % 40, ' ');
    for (char& byte : data) byte = static_cast<char>(random());
    return data;
}

Sample sample() {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= documents; ++docid)
        sample.documents[docid].data = data_of(docid);
    return sample;
}

TEST(DataReader, FindsDocumentsInAnyOrder) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "bulk", sample(), much);
    write_by_xapian(folder / "api", sample());
    for (const char* name : {"bulk", "api"}) {
        DataReader reader(folder / name);
        std::mt19937 random(1);
        for (int round = 0; round < 3000; ++round) {
            const std::uint32_t docid = random() % (documents + 10);
            const auto found = reader.find(docid);
            ASSERT_EQ(found.value_or(""), docid == 0 || docid > documents ? "" : data_of(docid))
                << name << ' ' << docid;
        }
    }
}

TEST(DataReader, FindsNothingWhereNoDocumentHasAny) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", {.documents = {{1, {}}}, .metadata = {}}, much);
    EXPECT_FALSE(DataReader(folder / "db").find(1));
}

TEST(DataReader, SurvivesDamage) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    const std::string path = folder / "db/docdata.glass";
    const std::string sound = base::read_file(path).value();
    std::mt19937 random(2);
    int refused = 0;
    for (int round = 0; round < 40; ++round) {
        base::write_file_durably(path, damaged(sound, random));
        try {
            DataReader reader(folder / "db");
            for (std::uint32_t docid = 1; docid <= documents; ++docid) reader.find(docid);
        } catch (const MalformedTable&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 20);
}

}  // namespace
}  // namespace morgue::glass

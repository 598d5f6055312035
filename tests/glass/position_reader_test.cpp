#include <glass/damage.hpp>
#include <glass/equality.hpp>
#include <glass/position_reader.hpp>
#include <glass/version_file.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::glass {
namespace {

using Positions = std::vector<std::uint32_t>;

constexpr std::uint32_t documents = 3000;

Positions positions_in(std::uint32_t docid) {
    Positions positions;
    for (std::uint32_t i = 0; i <= docid % 7; ++i) positions.push_back(docid + i * i);
    return positions;
}

/// A word in two documents of three, and one in few.
Sample sample() {
    Sample sample;
    for (std::uint32_t docid = 1; docid <= documents; ++docid) {
        SampleDocument& document = sample.documents[docid];
        if (docid % 3 != 0) document.terms["word"] = {1, positions_in(docid)};
        if (docid % 500 == 0) document.terms["rare"] = {1, {docid}};
        document.terms["placeless"] = {1, {}};
    }
    return sample;
}

Positions found(PositionReader& reader, std::uint32_t docid) {
    Positions positions;
    if (const auto list = reader.find(docid)) reader.take(*list, positions);
    return positions;
}

TEST(PositionReader, FindsDocumentsInAnyOrder) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    PositionReader reader(open_positions(folder / "db"), "word");
    std::mt19937 random(1);
    for (int round = 0; round < 5000; ++round) {
        const std::uint32_t docid = random() % (documents + 10);
        const bool is_there = docid % 3 != 0 && docid <= documents;
        EXPECT_EQ(found(reader, docid), is_there ? positions_in(docid) : Positions()) << docid;
    }
}

TEST(PositionReader, TellsTheNextDocumentOfAny) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    const auto table = open_positions(folder / "db");
    PositionReader word(table, "word");
    PositionReader rare(table, "rare");
    std::mt19937 random(3);
    for (std::uint32_t round = 0; round < 2 * documents; ++round) {
        const std::uint32_t docid = round < documents ? 1 + round : 1 + random() % documents;
        EXPECT_EQ(word.next(docid),
                  docid < documents ? docid + (docid % 3 == 0 ? 1 : 0) : PositionReader::none);
        EXPECT_EQ(rare.next(docid), (docid + 499) / 500 * 500);
        const bool is_read = random() % 4 == 0;
        EXPECT_EQ(is_read && !found(word, docid).empty(), is_read && docid % 3 != 0) << docid;
    }
    EXPECT_EQ(rare.next(documents + 1), PositionReader::none);
    EXPECT_EQ(PositionReader(table, "placeless").next(1), PositionReader::none);
}

/// Lists that take several items, and some even several leaves.
TEST(PositionReader, FindsWhatStandsBehindLongLists) {
    const test::TemporaryDirectory folder;
    Sample sample;
    std::mt19937 random(4);
    for (std::uint32_t docid = 1; docid <= 20; ++docid) {
        Positions positions{docid};
        const std::size_t count = docid % 3 == 0 ? 20'000 : 1 + random() % 3000;
        while (positions.size() < count) positions.push_back(positions.back() + 1 + random() % 90);
        sample.documents[2 * docid].terms["word"] = {1, positions};
    }
    write_in_bulk(folder / "db", sample, much);
    PositionReader reader(open_positions(folder / "db"), "word");
    for (std::uint32_t docid = 1; docid < 40; ++docid)
        EXPECT_EQ(reader.next(docid), docid + docid % 2);
    for (const auto& [docid, document] : sample.documents) {
        EXPECT_EQ(reader.next(docid - 1), docid);
        EXPECT_EQ(found(reader, docid), document.terms.at("word").positions);
        EXPECT_EQ(reader.next(docid + 1), docid < 40 ? docid + 2 : PositionReader::none);
    }
}

TEST(PositionReader, ReadsNoFurtherThanIsEnough) {
    const test::TemporaryDirectory folder;
    Sample sample;
    std::mt19937 random(5);
    Positions all{3};
    for (std::uint32_t docid = 1; docid <= 60; ++docid) {
        sample.documents[docid].terms["word"] = {1, all};
        all.push_back(all.back() + 1 + random() % 40);
    }
    write_in_bulk(folder / "db", sample, much);
    PositionReader reader(open_positions(folder / "db"), "word");
    for (const auto& [docid, document] : sample.documents) {
        const Positions& expected = document.terms.at("word").positions;
        for (std::uint32_t enough = 0; enough < expected.back() + 2; ++enough) {
            Positions positions{7};
            reader.take(*reader.find(docid), positions, enough);
            EXPECT_EQ(positions.front(), 7U);
            ASSERT_LE(positions.size(), 1 + expected.size());
            EXPECT_TRUE(std::equal(positions.begin() + 1, positions.end(), expected.begin()));
            EXPECT_TRUE(positions.back() >= enough || positions.size() == 1 + expected.size());
            const auto needless =
                std::ranges::count_if(positions.begin() + 1, positions.end(),
                                      [&](std::uint32_t position) { return position >= enough; });
            EXPECT_TRUE(needless <= 1 || positions.size() <= 3) << docid << ", " << enough;
        }
    }
}

TEST(PositionReader, TellsWhatAListReachesOverBeforeItIsRead) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    PositionReader reader(open_positions(folder / "db"), "word");
    const auto list = reader.find(6 + 7 * 100 + 1);
    ASSERT_TRUE(list);
    const Positions expected = positions_in(6 + 7 * 100 + 1);
    EXPECT_EQ(list->size(), expected.size());
    EXPECT_EQ(list->first(), expected.front());
    EXPECT_EQ(list->last(), expected.back());
}

TEST(PositionReader, FindsNothingOfTermsWithoutPositions) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    write_in_bulk(folder / "none", {.documents = {{1, {}}}, .metadata = {}}, much);
    const auto table = open_positions(folder / "db");
    for (const char* term : {"placeless", "", "zz", "wor", "word "})
        EXPECT_FALSE(PositionReader(table, term).find(1)) << term;
    EXPECT_FALSE(PositionReader(open_positions(folder / "none"), "word").find(1));
}

/// The position table of the folder's database, with that list for document 1 of "term".
std::shared_ptr<PositionTable> table_with(const std::string& path, const std::string& tag,
                                          Tag form) {
    TableWriter writer(path, TableWriter::Creation::always);
    writer.add(std::string("term\0\0\1", 7), tag, form);
    return std::make_shared<PositionTable>(path,
                                           TableFacts{writer.finish(), TableWriter::block_size});
}

TEST(PositionReader, InflatesWhatIsDeflated) {
    const test::TemporaryDirectory folder;
    // By hand: a stored block of the list of 7 alone (RFC 1951).
    PositionReader reader(table_with(folder / "t", {"\x01\x01\x00\xfe\xff\x07", 6}, Tag::deflated),
                          "term");
    EXPECT_EQ(found(reader, 1), Positions{7});
}

TEST(PositionReader, RefusesWhatIsNoList) {
    const test::TemporaryDirectory folder;
    int number = 0;
    for (const std::string& tag :
         {std::string(), std::string("\x80"), std::string("\x2d\x83"), std::string("\0\1", 2),
          std::string("\xff\xff\xff\xff\x1f"), std::string("\xff\xff\xff\xff\x0f\0\0", 7)}) {
        PositionReader reader(table_with(folder / std::to_string(++number), tag, Tag::raw), "term");
        EXPECT_THROW(found(reader, 1), MalformedTable) << number;
    }
}

TEST(PositionReader, SurvivesDamage) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    const std::string path = folder / "db/position.glass";
    const std::string sound = base::read_file(path).value();
    std::mt19937 random(2);
    int refused = 0;
    for (int round = 0; round < 100; ++round) {
        base::write_file_durably(path, damaged(sound, random));
        PositionReader reader(open_positions(folder / "db"), "word");
        try {
            for (std::uint32_t docid = 1; docid <= documents; docid += 1 + random() % 20)
                found(reader, docid);
        } catch (const MalformedTable&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 50);
}

TEST(PositionReader, RefusesATableThatIsCut) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "db", sample(), much);
    const std::string path = folder / "db/position.glass";
    const std::string sound = base::read_file(path).value();
    base::write_file_durably(path, sound.substr(0, sound.size() - TableWriter::block_size));
    PositionReader reader(open_positions(folder / "db"), "word");
    EXPECT_THROW(found(reader, 1), MalformedTable);
    base::remove_all(path);
    EXPECT_THROW(open_positions(folder / "db"), base::FileError);
}

}  // namespace
}  // namespace morgue::glass

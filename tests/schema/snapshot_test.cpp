#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include <base/bytes.hpp>
#include <base/file.hpp>
#include <schema/hand_made_index.hpp>
#include <schema/snapshot.hpp>
#include <schema/xapian_door.hpp>
#include <support/error_of.hpp>

namespace morgue::schema {
namespace {

using test::error_code_of;
using test::error_of;
using test::HandMadeIndex;
using test::id_of;
using Texts = std::vector<std::string>;

const Generation two_shards{3, {"1-00000001", "2-00000002"}};

/// Two shards with six documents, of which three are dead: one version of aa01 and of ab02 stands
/// in each shard.
class SnapshotTest : public testing::Test {
  protected:
    SnapshotTest() {
        first_ = index_.write_shard(
            "1-00000001", {{"aa01", {"old", "both"}}, {"ab02", {"old"}}, {"ab03", {"first"}}},
            {"de"});
        second_ = index_.write_shard(
            "2-00000002", {{"aa01", {"new", "both"}}, {"ab02", {"new"}}, {"cc04", {"second"}}},
            {"en", "fr"});
        index_.publish(two_shards, {{first_, {1, 2}}, {second_, {3}}});
    }

    Snapshot open() const { return Snapshot::open(index_.dir()); }

    std::optional<ErrorCode> refusal() const {
        return error_code_of([&] { open(); });
    }

    HandMadeIndex index_;
    std::string first_;
    std::string second_;
};

Texts terms_of(const Snapshot& snapshot, const std::string& beginning) {
    Texts terms;
    snapshot.for_each_term(beginning, [&](const std::string& term) {
        terms.push_back(term);
        return true;
    });
    return terms;
}

Texts ids_of(const Snapshot& snapshot, std::string_view digits, std::size_t limit) {
    Texts ids;
    for (const ArticleId& id : snapshot.ids_beginning(digits, limit))
        ids.push_back(id.to_string().substr(0, 4));
    return ids;
}

TEST_F(SnapshotTest, TellsWhatItIs) {
    const Snapshot snapshot = open();
    EXPECT_EQ(snapshot.generation(), two_shards);
    ASSERT_EQ(snapshot.states().size(), 1U);
    EXPECT_EQ(snapshot.states()[0].dir, index_.dir());
    EXPECT_EQ(snapshot.states()[0].stub, encode(two_shards));
    ASSERT_EQ(snapshot.shards().size(), 2U);
    EXPECT_EQ(snapshot.shards()[0].uuid, first_);
    EXPECT_EQ(snapshot.shards()[1].uuid, second_);
    Texts codes;
    for (const text::Language* language : snapshot.languages()) codes.emplace_back(language->code);
    EXPECT_EQ(codes, (Texts{"de", "en", "fr"}));
}

TEST_F(SnapshotTest, CountsTheLiving) {
    const Snapshot snapshot = open();
    EXPECT_EQ(snapshot.database().get_doccount(), 6U);
    EXPECT_EQ(snapshot.live_count(), 3U);
    const struct {
        const char* term;
        std::size_t living;
    } rows[] = {{"", 3},      {"both", 1},   {"old", 0}, {"new", 2},
                {"first", 1}, {"second", 0}, {"none", 0}};
    for (const auto& row : rows) EXPECT_EQ(snapshot.live_count(row.term), row.living) << row.term;
}

TEST_F(SnapshotTest, SearchesTheLivingOnly) {
    const Snapshot snapshot = open();
    Xapian::Enquire enquire(snapshot.database());
    enquire.set_query(snapshot.live(Xapian::Query::MatchAll));
    const Xapian::MSet page = enquire.get_mset(0, 10);
    Texts ids;
    for (auto hit = page.begin(); hit != page.end(); ++hit)
        ids.push_back(snapshot.stored(*hit).indexed.id.to_string().substr(0, 4));
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, (Texts{"aa01", "ab02", "ab03"}));
    EXPECT_EQ(page.get_matches_estimated(), 3U);
}

TEST_F(SnapshotTest, PlacesAreThoseOfTheShards) {
    const Snapshot snapshot = open();
    const Xapian::Database& all = snapshot.database();
    for (auto at = all.postlist_begin(""); at != all.postlist_end(""); ++at) {
        const Place place = snapshot.place(*at);
        EXPECT_EQ(snapshot.shards()[place.shard].database.get_document(place.docid).get_data(),
                  all.get_document(*at).get_data())
            << *at;
    }
}

TEST_F(SnapshotTest, FindsTheLivingVersion) {
    const Snapshot snapshot = open();
    const auto place = snapshot.find(id_of("aa01"));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->shard, 1U);
    EXPECT_EQ(place->docid, 1U);
    EXPECT_TRUE(snapshot.find(id_of("ab03")));
    EXPECT_FALSE(snapshot.find(id_of("cc04"))) << "it is dead";
    EXPECT_FALSE(snapshot.find(id_of("aa")));
}

TEST_F(SnapshotTest, GivesEachIdThatBeginsSoOnce) {
    const Snapshot snapshot = open();
    EXPECT_EQ(ids_of(snapshot, "a", 10), (Texts{"aa01", "ab02", "ab03"}));
    EXPECT_EQ(ids_of(snapshot, "AB0", 10), (Texts{"ab02", "ab03"}));
    EXPECT_EQ(ids_of(snapshot, "a", 2), (Texts{"aa01", "ab02"}));
    EXPECT_EQ(ids_of(snapshot, id_of("aa01").full(), 10), Texts{"aa01"});
    EXPECT_EQ(ids_of(snapshot, "", 10).size(), 3U);
    for (const char* digits : {"cc", "d", "aa02", "x"})
        EXPECT_EQ(ids_of(snapshot, digits, 10), Texts{}) << digits;
}

TEST_F(SnapshotTest, WalksTheTermsOfAllShardsOnce) {
    const Snapshot snapshot = open();
    EXPECT_EQ(terms_of(snapshot, "b"), Texts{"both"});
    const Texts all = terms_of(snapshot, "");
    EXPECT_EQ(all.size(), 4U + 5U) << "four ids, five words";
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
    int calls = 0;
    snapshot.for_each_term("", [&](const std::string&) { return ++calls < 3; });
    EXPECT_EQ(calls, 3);
}

TEST_F(SnapshotTest, AWalkOverTheLivingStopsWhenAsked) {
    const Snapshot snapshot = open();
    int calls = 0;
    snapshot.for_each_live("", [&](const Place&) { return ++calls < 2; });
    EXPECT_EQ(calls, 2);
}

TEST_F(SnapshotTest, AnEmptyShardIsAnIndex) {
    index_.write_shard("4-00000004", {});
    index_.publish({4, {"4-00000004"}});
    EXPECT_EQ(open().live_count(), 0U);
    EXPECT_EQ(terms_of(open(), ""), Texts{});
}

TEST_F(SnapshotTest, RefusesLinksForShards) {
    const HandMadeIndex other;
    std::filesystem::rename(index_.shard_path("2-00000002"), other.shard_path("2-00000002"));
    std::filesystem::create_symlink(other.shard_path("2-00000002"),
                                    index_.shard_path("2-00000002"));
    EXPECT_EQ(refusal(), ErrorCode::index_refused);
}

TEST_F(SnapshotTest, RefusesALinkForTheFolderOfShards) {
    const HandMadeIndex other;
    const std::string shards = base::join(index_.dir(), shards_name);
    std::filesystem::rename(shards, base::join(other.dir(), "moved"));
    std::filesystem::create_symlink(base::join(other.dir(), "moved"), shards);
    EXPECT_EQ(refusal(), ErrorCode::index_refused);
}

// A file in a shard's place might be a stub of stock Xapian.
TEST_F(SnapshotTest, RefusesAFileForAShard) {
    base::remove_all(index_.shard_path("2-00000002"));
    base::write_file_durably(index_.shard_path("2-00000002"), "remote :sh -c id\n");
    EXPECT_EQ(refusal(), ErrorCode::index_refused);
}

TEST_F(SnapshotTest, AMissingPartIsCorruption) {
    for (const std::string& part :
         {base::join(index_.dir(), two_shards.dead_file()),
          index_.shard_path("2-00000002/postlist.glass"), index_.shard_path("2-00000002")}) {
        std::filesystem::rename(part, index_.dir() + "/kept");
        const auto error = error_of([&] { open(); });
        ASSERT_TRUE(error) << part;
        EXPECT_EQ(error->code(), ErrorCode::index_corrupt) << part;
        EXPECT_NE(error->hint(), "") << part;
        std::filesystem::rename(index_.dir() + "/kept", part);
        ASSERT_EQ(refusal(), std::nullopt);
    }
}

TEST_F(SnapshotTest, ATableThatIsLostOrCutIsNamed) {
    for (const char* name : {"postlist.glass", "docdata.glass", "termlist.glass", "MANIFEST"}) {
        const std::string file = index_.shard_path(std::string("2-00000002/") + name);
        const std::string bytes = base::read_file(file).value();
        base::remove_all(file);
        EXPECT_EQ(error_of([&] { open(); })->path(), file);
        for (const std::string& other : {bytes.substr(1), bytes + '\0', std::string()}) {
            base::write_file_durably(file, other);
            const auto error = error_of([&] { open(); });
            ASSERT_TRUE(error) << name;
            EXPECT_EQ(error->code(), ErrorCode::index_corrupt) << name;
            EXPECT_EQ(error->path(), file);
        }
        base::write_file_durably(file, bytes);
        ASSERT_EQ(refusal(), std::nullopt);
    }
}

TEST_F(SnapshotTest, EveryBitOfTheVersionFileAndOfTheManifestCounts) {
    for (const char* name : {"iamglass", "MANIFEST"}) {
        const std::string file = index_.shard_path(std::string("2-00000002/") + name);
        const std::string whole = base::read_file(file).value();
        // Behind its head, which says how long that is, the manifest is only looked at by a check.
        const bool is_manifest = std::string_view(name) == "MANIFEST";
        const std::size_t looked_at =
            is_manifest ? static_cast<std::size_t>(base::ByteReader(whole).big_endian(2))
                        : whole.size();
        ASSERT_GT(looked_at, 80U);
        for (std::size_t at = 0; at < looked_at; ++at) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
            base::write_file_durably(file, bytes);
            EXPECT_EQ(refusal(), ErrorCode::index_corrupt) << name << ' ' << at;
        }
        base::write_file_durably(file, whole);
    }
}

TEST_F(SnapshotTest, WhatAnotherProgramChangedIsCorruption) {
    {
        Xapian::WritableDatabase shard(index_.shard_path("2-00000002"));
        shard.delete_document(1);
        shard.commit();
    }
    EXPECT_EQ(refusal(), ErrorCode::index_corrupt);
}

TEST_F(SnapshotTest, ADeadListOfAnotherIndexIsCorruption) {
    for (const DeadList& dead : {DeadList{{"another", {1}}}, DeadList{{first_, {4}}},
                                 DeadList{{first_, {1, 4'000'000}}}}) {
        index_.publish(two_shards, dead);
        EXPECT_EQ(refusal(), ErrorCode::index_corrupt);
    }
}

TEST_F(SnapshotTest, TheSameShardUnderTwoNamesIsCorruption) {
    std::filesystem::copy(index_.shard_path("1-00000001"), index_.shard_path("3-00000003"));
    index_.publish({4, {"1-00000001", "3-00000003"}});
    EXPECT_EQ(refusal(), ErrorCode::index_corrupt);
}

TEST_F(SnapshotTest, AShardThatDoesNotSayWhatItIsIsCorruption) {
    {
        Xapian::WritableDatabase shard(index_.shard_path("2-00000002"));
        shard.set_metadata(std::string(description_key), "");
        shard.commit();
    }
    index_.seal("2-00000002");
    EXPECT_EQ(refusal(), ErrorCode::index_corrupt);
}

TEST_F(SnapshotTest, AShardOfTheFutureIsTooNew) {
    {
        ShardDescription future;
        future.analysis = analysis_version + 1;
        Xapian::WritableDatabase shard(index_.shard_path("2-00000002"));
        shard.set_metadata(std::string(description_key), encode(future));
        shard.commit();
    }
    index_.seal("2-00000002");
    EXPECT_EQ(refusal(), ErrorCode::index_too_new);
}

TEST_F(SnapshotTest, ReopensASupersededGenerationWhileItIsThere) {
    const std::vector<IndexState> old = open().states();
    index_.write_shard("4-00000004", {{"dd05", {}}});
    index_.publish({4, {"4-00000004"}});
    const auto again = Snapshot::reopen(old);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->generation(), two_shards);
    EXPECT_EQ(again->live_count(), 3U);
    base::remove_all(index_.shard_path("1-00000001"));
    EXPECT_FALSE(Snapshot::reopen(old)) << "gone, and superseded";
    EXPECT_EQ(open().live_count(), 1U);
}

TEST_F(SnapshotTest, ReopeningABrokenGenerationThatStandsIsCorruption) {
    const std::vector<IndexState> states = open().states();
    base::remove_all(index_.shard_path("1-00000001"));
    EXPECT_EQ(error_code_of([&] { Snapshot::reopen(states); }), ErrorCode::index_corrupt);
}

TEST_F(SnapshotTest, AnOpenSnapshotOutlivesItsFiles) {
    const Snapshot snapshot = open();
    index_.write_shard("4-00000004", {});
    index_.publish({4, {"4-00000004"}});
    for (const std::string& name : two_shards.shards) base::remove_all(index_.shard_path(name));
    EXPECT_EQ(snapshot.live_count("new"), 2U);
    EXPECT_TRUE(snapshot.find(id_of("ab03")));
}

// Each publication takes away at once what the one before it named last, which no writer of ours
// does: an opening that meets it reads the stub again, and never says that the index is damaged.
TEST(Snapshot, OpeningAgainstAHastyWriterAlwaysSucceeds) {
    const HandMadeIndex index;
    Texts common;
    for (int i = 10; i < 30; ++i) {
        common.push_back(std::to_string(i) + "-00000000");
        index.write_shard(common.back(), {});
    }
    const Texts turns{"40-00000000", "41-00000000"};
    for (const std::string& name : turns) index.write_shard(name, {});
    const auto publish = [&](std::uint64_t number) {
        Generation next{number, common};
        next.shards.push_back(turns[number % 2]);
        index.publish(next);
    };
    const std::string hidden = base::join(index.dir(), "hidden");
    publish(1);
    std::filesystem::rename(index.shard_path(turns[0]), hidden);
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (std::uint64_t number = 2; !stop; ++number) {
            std::filesystem::rename(hidden, index.shard_path(turns[number % 2]));
            publish(number);
            std::filesystem::rename(index.shard_path(turns[(number + 1) % 2]), hidden);
            std::this_thread::sleep_for(std::chrono::milliseconds(3));
        }
    });
    for (int round = 0; round < 200; ++round)
        EXPECT_EQ(error_code_of([&] { Snapshot::open(index.dir()); }), std::nullopt) << round;
    stop = true;
    writer.join();
}

}  // namespace
}  // namespace morgue::schema

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/hash.hpp>
#include <schema/dead_list.hpp>
#include <schema/hand_made_index.hpp>
#include <support/error_of.hpp>

namespace morgue::schema {
namespace {

using test::error_code_of;
using test::HandMadeIndex;

const std::string first_uuid = "1d4a02e6-0000-4000-8000-00000000000a";
const std::string second_uuid = "1d4a02e6-0000-4000-8000-00000000000b";
constexpr Xapian::docid last_docid = std::numeric_limits<Xapian::docid>::max();

std::optional<ErrorCode> refusal(const std::string& bytes) {
    return error_code_of([&] { decode_dead_list(bytes, "dead.1"); });
}

std::string sealed(std::string content) {
    base::put_big_endian(content, base::crc32c(content), 4);
    return content;
}

/// A list of one shard: how many, then the differences.
std::string list_of(std::uint64_t count, const std::vector<std::uint64_t>& steps) {
    std::string content;
    base::put_varint(content, 1);
    base::put_string(content, first_uuid);
    base::put_varint(content, count);
    for (const std::uint64_t step : steps) base::put_varint(content, step);
    return content;
}

TEST(DeadList, RoundTrips) {
    for (const DeadList& dead :
         {DeadList{}, DeadList{{first_uuid, {}}}, DeadList{{first_uuid, {1}}},
          DeadList{{first_uuid, {1, 2, 3, 1000, last_docid}}, {second_uuid, {5}}}})
        EXPECT_EQ(decode_dead_list(encode(dead), "dead.1"), dead);
}

TEST(DeadList, NoticesEveryFlippedBitAndEveryMissingByte) {
    const std::string bytes = encode({{first_uuid, {1, 2, 300}}, {second_uuid, {5}}});
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            EXPECT_EQ(refusal(damaged), ErrorCode::index_corrupt) << at;
        }
        EXPECT_EQ(refusal(bytes.substr(0, at)), ErrorCode::index_corrupt) << at;
    }
    EXPECT_EQ(refusal(bytes + '\0'), ErrorCode::index_corrupt);
}

// A checksum keeps out accidents, not ill will.
TEST(DeadList, RefusesNonsenseWithAGoodChecksum) {
    ASSERT_EQ(refusal(sealed(list_of(2, {4, 1}))), std::nullopt);
    std::string twice = encode({{first_uuid, {1}}});
    twice.resize(twice.size() - 4);
    twice = "\x02" + twice.substr(1) + twice.substr(1);
    const std::string rows[] = {
        std::string(),
        list_of(2, {4}),
        list_of(1, {4, 1}),
        list_of(2, {4, 0}),
        list_of(1, {0}),
        list_of(1, {std::uint64_t{last_docid} + 1}),
        list_of(2, {4, last_docid}),
        list_of(2, {4, std::numeric_limits<std::uint64_t>::max()}),
        list_of(std::numeric_limits<std::uint64_t>::max(), {1, 1}),
        twice,
    };
    for (const std::string& content : rows)
        EXPECT_EQ(refusal(sealed(content)), ErrorCode::index_corrupt) << base::to_hex(content);
}

TEST(DeadList, TellsWhichAreDead) {
    const DeadList dead{{first_uuid, {2, 4}}};
    for (Xapian::docid docid = 1; docid < 6; ++docid) {
        EXPECT_EQ(is_dead(dead, first_uuid, docid), docid == 2 || docid == 4) << docid;
        EXPECT_FALSE(is_dead(dead, second_uuid, docid)) << docid;
    }
}

/// Two shards of 40 and 25 documents; every document has "all", every third "third".
class ListedPostingsTest : public testing::Test {
  protected:
    ListedPostingsTest() {
        first_ = shard("1-00000001", 40);
        second_ = shard("2-00000002", 25);
        for (const char* name : {"1-00000001", "2-00000002"})
            database_.add_database(Xapian::Database(index_.shard_path(name)));
    }

    std::string shard(const std::string& name, int count) {
        std::vector<test::HandMadeArticle> articles;
        for (int i = 1; i <= count; ++i)
            articles.push_back({{},
                                i % 3 == 0 ? std::vector<std::string>{"all", "third"}
                                           : std::vector<std::string>{"all"}});
        return index_.write_shard(name, articles);
    }

    /// Asks for the term without the dead, and compares with a walk over all documents.
    void expect_exactly_the_living(const std::string& term, const DeadList& dead) {
        ListedPostings postings(std::make_shared<const DeadList>(dead));
        Xapian::Enquire enquire(database_);
        enquire.set_query(
            {Xapian::Query::OP_AND_NOT, Xapian::Query(term), Xapian::Query(&postings)});
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        std::vector<Xapian::docid> found;
        const Xapian::MSet page = enquire.get_mset(0, 1000);
        for (auto hit = page.begin(); hit != page.end(); ++hit) found.push_back(*hit);
        EXPECT_EQ(found, living(term, dead)) << term;
        const Xapian::MSet totals = enquire.get_mset(0, 0, 1000);
        for (const Xapian::doccount bound :
             {totals.get_matches_lower_bound(), totals.get_matches_estimated(),
              totals.get_matches_upper_bound()})
            EXPECT_EQ(bound, found.size()) << term;
    }

    std::vector<Xapian::docid> living(const std::string& term, const DeadList& dead) {
        std::vector<Xapian::docid> docids;
        for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
            const bool in_first = *at % 2 == 1;
            if (!is_dead(dead, in_first ? first_ : second_, (*at + 1) / 2)) docids.push_back(*at);
        }
        return docids;
    }

    HandMadeIndex index_;
    Xapian::Database database_;
    std::string first_;
    std::string second_;
};

TEST_F(ListedPostingsTest, LeaveOutExactlyTheDead) {
    std::vector<Xapian::docid> whole_shard;
    for (Xapian::docid docid = 1; docid <= 25; ++docid) whole_shard.push_back(docid);
    for (const DeadList& dead : {DeadList{}, DeadList{{first_, {1}}}, DeadList{{second_, {25}}},
                                 DeadList{{first_, {2, 3, 6, 7, 39, 40}}, {second_, {1, 3, 24}}},
                                 DeadList{{first_, {3, 6, 9}}}, DeadList{{second_, whole_shard}},
                                 DeadList{{first_, {}}, {second_, {3}}}})
        for (const char* term : {"all", "third"}) expect_exactly_the_living(term, dead);
}

TEST_F(ListedPostingsTest, OneObjectServesSeveralQueries) {
    ListedPostings postings(std::make_shared<const DeadList>(DeadList{{first_, {1, 2}}}));
    const Xapian::Query dead(&postings);
    for (int round = 0; round < 2; ++round) {
        Xapian::Enquire enquire(database_);
        enquire.set_query({Xapian::Query::OP_AND_NOT, Xapian::Query("all"), dead});
        EXPECT_EQ(enquire.get_mset(0, 1000).size(), 63U);
    }
}

}  // namespace
}  // namespace morgue::schema

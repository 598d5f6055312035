#include <gtest/gtest.h>
#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_writer.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>

namespace morgue::indexer {
namespace {

Document document(int number) {
    schema::StoredArticle stored;
    stored.indexed.article.body = "article number " + std::to_string(number);
    return build_document(stored, nullptr);
}

void write_shard(const std::string& path, std::uint64_t postings_held) {
    ShardWriter writer(path, postings_held);
    for (int number = 1; number <= 50; ++number)
        EXPECT_EQ(writer.add(document(number)), static_cast<std::uint32_t>(number));
    const std::string uuid = writer.finish();
    EXPECT_EQ(uuid, Xapian::Database(path).get_uuid());
}

TEST(ShardWriter, WritesTheSameInOnePartAndInMany) {
    const test::TemporaryDirectory directory;
    write_shard(directory / "one", 1'000'000);
    write_shard(directory / "many", 10);
    EXPECT_EQ(base::list_directory(directory.path()), (std::vector<std::string>{"many", "one"}));
    const Xapian::Database one(directory / "one");
    const Xapian::Database many(directory / "many");
    ASSERT_EQ(many.get_doccount(), 50U);
    for (Xapian::docid docid = 1; docid <= 50; ++docid) {
        EXPECT_EQ(many.get_document(docid).get_data(), one.get_document(docid).get_data());
        EXPECT_EQ(many.get_doclength(docid), one.get_doclength(docid));
        EXPECT_EQ(*many.positionlist_begin(docid, "number"),
                  *one.positionlist_begin(docid, "number"));
    }
    EXPECT_EQ(many.get_metadata("morgue"), one.get_metadata("morgue"));
    EXPECT_EQ(test::faults_of(directory / "many"), "");
}

TEST(ShardWriter, LeavesNothingOfAShardThatIsNotFinished) {
    const test::TemporaryDirectory directory;
    ShardWriter(directory / "shard").add(document(1));
    EXPECT_TRUE(base::list_directory(directory.path()).empty());
}

}  // namespace
}  // namespace morgue::indexer

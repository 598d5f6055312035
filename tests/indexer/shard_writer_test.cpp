#include <gtest/gtest.h>
#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_writer.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>

namespace morgue::indexer {
namespace {

Document document(DocumentBuilder& builder, int number) {
    schema::StoredArticle stored;
    stored.indexed.article.body = "article number " + std::to_string(number);
    return builder.build(stored, nullptr);
}

void write_shard(const std::string& path, Engine engine) {
    ShardWriter writer(path, engine);
    DocumentBuilder builder;
    for (int number = 1; number <= 50; ++number)
        EXPECT_EQ(writer.add(document(builder, number)), static_cast<std::uint32_t>(number));
    const std::string uuid = writer.finish();
    EXPECT_EQ(uuid, Xapian::Database(path).get_uuid());
}

TEST(ShardWriter, WritesTheSameByEitherEngine) {
    const test::TemporaryDirectory directory;
    write_shard(directory / "bulk", Engine::bulk);
    write_shard(directory / "api", Engine::api);
    EXPECT_EQ(base::list_directory(directory.path()), (std::vector<std::string>{"api", "bulk"}));
    const Xapian::Database bulk(directory / "bulk");
    const Xapian::Database api(directory / "api");
    ASSERT_EQ(api.get_doccount(), 50U);
    for (Xapian::docid docid = 1; docid <= 50; ++docid) {
        EXPECT_EQ(api.get_document(docid).get_data(), bulk.get_document(docid).get_data());
        EXPECT_EQ(api.get_doclength(docid), bulk.get_doclength(docid));
        EXPECT_EQ(*api.positionlist_begin(docid, "number"),
                  *bulk.positionlist_begin(docid, "number"));
    }
    EXPECT_EQ(api.get_metadata("morgue"), bulk.get_metadata("morgue"));
    EXPECT_EQ(test::faults_of(directory / "bulk"), "");
}

TEST(ShardWriter, LeavesNothingOfAShardThatIsNotFinished) {
    const test::TemporaryDirectory directory;
    DocumentBuilder builder;
    ShardWriter(directory / "shard").add(document(builder, 1));
    EXPECT_TRUE(base::list_directory(directory.path()).empty());
}

}  // namespace
}  // namespace morgue::indexer

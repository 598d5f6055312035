#include <gtest/gtest.h>

#include <morgue/error.hpp>
#include <morgue/index_writer.hpp>

#include <schema/snapshot.hpp>
#include <support/temporary_directory.hpp>

namespace morgue {
namespace {

Article article(std::string key, std::string body) {
    return {.key = std::move(key), .body = std::move(body), .metadata = {}};
}

class IndexWriterTest : public testing::Test {
  protected:
    schema::Snapshot snapshot() const { return schema::Snapshot::open(dir()); }
    std::string dir() const { return directory_.path() + "/index"; }

    std::string body_of(const ArticleId& id) const {
        const schema::Snapshot now = snapshot();
        const auto place = now.find(id);
        return place ? now.stored(*place).indexed.article.body : "(none)";
    }

    test::TemporaryDirectory directory_;
};

TEST_F(IndexWriterTest, PublishesOnCommitOnly) {
    IndexWriter writer = IndexWriter::open(dir());
    const ArticleId id = writer.put(article("one", "a storm"));
    EXPECT_EQ(body_of(id), "(none)");
    writer.commit();
    EXPECT_EQ(body_of(id), "a storm");
}

TEST_F(IndexWriterTest, ReplacesWhatHasTheSameId) {
    IndexWriter writer = IndexWriter::open(dir());
    const ArticleId id = writer.put(article("one", "first"));
    EXPECT_EQ(writer.put(article("one", "second")), id) << "before the commit";
    writer.commit();
    EXPECT_EQ(body_of(id), "second");
    writer.put(article("one", "third"));
    writer.put(article("one", "fourth"));
    writer.commit();
    EXPECT_EQ(body_of(id), "fourth");
    EXPECT_EQ(snapshot().live_count(), 1U);
}

TEST_F(IndexWriterTest, Removes) {
    IndexWriter writer = IndexWriter::open(dir());
    const ArticleId one = writer.put(article("one", "text"));
    const ArticleId two = writer.put(article("two", "text"));
    writer.commit();
    EXPECT_TRUE(writer.remove(one));
    EXPECT_FALSE(writer.remove(one)) << "it is gone already";
    EXPECT_FALSE(writer.remove(ArticleId{}));
    writer.commit();
    EXPECT_EQ(body_of(one), "(none)");
    EXPECT_EQ(body_of(two), "text");
}

TEST_F(IndexWriterTest, RemovesWhatItHasJustPut) {
    IndexWriter writer = IndexWriter::open(dir());
    const ArticleId id = writer.put(article("one", "text"));
    EXPECT_TRUE(writer.remove(id));
    writer.commit();
    EXPECT_EQ(body_of(id), "(none)");
    EXPECT_EQ(snapshot().live_count(), 0U);
}

TEST_F(IndexWriterTest, DropsWhatIsNotCommitted) {
    { IndexWriter::open(dir()).put(article("one", "text")); }
    EXPECT_EQ(snapshot().live_count(), 0U);
}

TEST_F(IndexWriterTest, RefusesWhatItCannotKeep) {
    IndexWriter writer = IndexWriter::open(dir());
    EXPECT_THROW(writer.put(article("", "no key")), Error);
    EXPECT_THROW(writer.put(article("k", "")), Error);
    EXPECT_THROW(writer.put(article("k", "!!! ---")), Error);
    EXPECT_THROW(writer.put(article("k", "bad \xff bytes")), Error);
    Article spoken = article("k", "text");
    spoken.add(Field::lang, "neither");
    EXPECT_THROW(writer.put(spoken), Error);
    Article dated = article("k", "text");
    dated.add(Field::date, "2019-02-30");
    EXPECT_THROW(writer.put(dated), Error);
}

}  // namespace
}  // namespace morgue

#include <utime.h>

#include <gtest/gtest.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/store.hpp>
#include <schema/term.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

ArticleId id_of(int number) {
    ArticleId id;
    id.bytes[0] = static_cast<unsigned char>(number >> 8);
    id.bytes[1] = static_cast<unsigned char>(number);
    return id;
}

schema::StoredArticle article(int number) {
    schema::StoredArticle stored;
    stored.indexed.id = id_of(number);
    stored.indexed.article.body = "article number " + std::to_string(number);
    return stored;
}

class StoreTest : public testing::Test {
  protected:
    std::string dir() const { return directory_.path() + "/.morgue"; }

    void add(Store& store, int from, int to) {
        for (int number = from; number < to; ++number) store.add(article(number));
        store.publish();
    }

    static std::size_t live(const Store& store) { return store.published().live_count(); }

    /// As if all that is on disk had been there for over a minute.
    void let_time_pass() const {
        const struct utimbuf long_ago { 1, 1 };
        for (const std::string& name : base::list_directory(dir()))
            ::utime((dir() + "/" + name).c_str(), &long_ago);
        for (const std::string& name : shards_on_disk())
            ::utime((dir() + "/shards/" + name).c_str(), &long_ago);
    }

    std::vector<std::string> shards_on_disk() const {
        return base::list_directory(dir() + "/shards");
    }

    test::TemporaryDirectory directory_;
};

TEST_F(StoreTest, BeginsEmptyAndWhole) {
    const Store store = Store::open(dir());
    EXPECT_EQ(live(store), 0U);
    EXPECT_EQ(store.published().shards().size(), 1U);
}

TEST_F(StoreTest, PublishesAdditionsAndRemovalsAtOnce) {
    Store store = Store::open(dir());
    add(store, 0, 10);
    store.add(article(10));
    store.supersede(*store.published().find(id_of(3)));
    EXPECT_EQ(live(store), 10U) << "nothing is published yet";
    store.publish();
    EXPECT_EQ(live(store), 10U);
    EXPECT_FALSE(store.published().find(id_of(3)));
    EXPECT_TRUE(store.published().find(id_of(10)));
    EXPECT_EQ(schema::Snapshot::open(dir()).live_count(), 10U);
}

TEST_F(StoreTest, APendingDocumentCanBeSuperseded) {
    Store store = Store::open(dir());
    const auto number = store.add(article(1));
    store.add(article(2));
    store.supersede_pending(number);
    store.publish();
    EXPECT_FALSE(store.published().find(id_of(1)));
    EXPECT_TRUE(store.published().find(id_of(2)));
}

TEST_F(StoreTest, LeavesOutShardsWithoutALiveArticle) {
    Store store = Store::open(dir());
    add(store, 0, 3);
    EXPECT_EQ(store.published().shards().size(), 1U) << "the empty first one is gone";
    for (int number = 0; number < 3; ++number)
        store.supersede(*store.published().find(id_of(number)));
    store.publish();
    EXPECT_EQ(live(store), 0U);
    EXPECT_EQ(store.published().shards().size(), 1U) << "Xapian wants one";
}

TEST_F(StoreTest, MergesWithoutTheDeadAndLosesNothing) {
    Store store = Store::open(dir());
    for (int part = 0; part < 6; ++part) add(store, part * 10, part * 10 + 10);
    for (int number = 0; number < 60; number += 7)
        store.supersede(*store.published().find(id_of(number)));
    store.publish();
    store.merge_where_due({});
    EXPECT_EQ(store.published().shards().size(), 1U);
    EXPECT_EQ(store.published().database().get_doccount(), live(store)) << "no dead are left";
    for (int number = 0; number < 60; ++number)
        EXPECT_EQ(store.published().find(id_of(number)).has_value(), number % 7 != 0) << number;
    EXPECT_EQ(store.published().live_count("article"), live(store));
}

TEST_F(StoreTest, KeepsLanguagesThroughAMerge) {
    Store store = Store::open(dir());
    schema::StoredArticle german;
    german.indexed.id = id_of(1);
    german.indexed.article.body = "die Häuser";
    german.lang = "de";
    store.add(german);
    store.publish();
    add(store, 2, 4);
    store.merge_where_due({});
    ASSERT_EQ(store.published().shards().size(), 1U);
    EXPECT_EQ(schema::languages_of(store.published().shards()[0]),
              (std::vector<std::string>{"de"}));
    EXPECT_EQ(store.published().live_count("ZXDEhaus"), 1U);
}

TEST_F(StoreTest, RefusesASecondWriterByName) {
    const Store first = Store::open(dir());
    try {
        Store::open(dir());
        FAIL() << "two writers";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::index_locked);
        EXPECT_NE(std::string(error.what()).find("pid " + std::to_string(::getpid())),
                  std::string::npos);
    }
}

TEST_F(StoreTest, OldReadersKeepTheirFilesForAMinute) {
    Store store = Store::open(dir());
    add(store, 0, 3);
    const auto before = shards_on_disk();
    add(store, 3, 6);
    store.merge_where_due({});
    { const Store again = std::move(store); }
    const Store reopened = Store::open(dir());
    for (const std::string& name : before)
        EXPECT_TRUE(base::read_file(dir() + "/shards/" + name + "/iamglass")) << name;
}

TEST_F(StoreTest, ALaterRunRemovesWhatNobodyNames) {
    {
        Store store = Store::open(dir());
        add(store, 0, 3);
        add(store, 3, 6);
        store.merge_where_due({});
        store.add(article(7));  // as a killed writer leaves it
    }
    base::make_directories(dir() + "/shards/9-0123abcd");
    let_time_pass();
    const Store reopened = Store::open(dir());
    EXPECT_EQ(shards_on_disk(), reopened.published().generation().shards);
    EXPECT_EQ(live(reopened), 6U);
}

TEST_F(StoreTest, XapianAloneCanOpenTheIndex) {
    Store store = Store::open(dir());
    add(store, 0, 3);
    EXPECT_EQ(Xapian::Database(dir()).get_doccount(), 3U);
}

TEST_F(StoreTest, NeverTouchesFilesThatAreNotItsOwn) {
    { Store::open(dir()); }
    const std::vector<std::string> others = {"shards/mine.bin", "dead.poets.txt", "notes"};
    for (const std::string& name : others) directory_.write(".morgue/" + name, "mine");
    let_time_pass();
    Store store = Store::open(dir());
    add(store, 0, 3);
    for (const std::string& name : others) EXPECT_TRUE(base::read_file(dir() + "/" + name)) << name;
}

TEST_F(StoreTest, WritesThroughNoLink) {
    directory_.write("precious", "untouched");
    Store store = Store::open(dir());
    for (const char* name : {"XAPIANDB.tmp", "dead.2.tmp"})
        ASSERT_EQ(::symlink((directory_ / "precious").c_str(), (dir() + "/" + name).c_str()), 0);
    add(store, 0, 3);
    EXPECT_EQ(base::read_file(directory_ / "precious"), "untouched");
    EXPECT_EQ(live(store), 3U);
}

TEST_F(StoreTest, RefusesToGoOnAfterAFailedWrite) {
    Store store = Store::open(dir());
    add(store, 0, 3);
    const auto published = store.published().find(id_of(1));
    store.add(article(9));
    store.supersede(*published);
    base::remove_all(dir() + "/shards");  // as when the disk is gone
    EXPECT_ANY_THROW(store.publish());
    EXPECT_THROW(store.publish(), Error);
    EXPECT_THROW(store.add(article(10)), Error);
}

TEST_F(StoreTest, AnUnfinishedShardLeavesNothingBehind) {
    {
        Store store = Store::open(dir());
        add(store, 0, 3);
        store.add(article(9));
        EXPECT_EQ(shards_on_disk().size(), 3U);
    }
    EXPECT_EQ(shards_on_disk().size(), 2U) << "the first, still in its minute, and the published";
}

TEST_F(StoreTest, AStoppedMergeChangesNothing) {
    Store store = Store::open(dir());
    add(store, 0, 3);
    add(store, 3, 6);
    std::stop_source source;
    source.request_stop();
    store.merge_where_due(source.get_token());
    EXPECT_EQ(store.published().shards().size(), 2U);
    EXPECT_EQ(live(store), 6U);
}

}  // namespace
}  // namespace morgue::indexer

#include <tests/indexer/ingest_fixture.hpp>

#include <morgue/clone.hpp>

#include <support/error_of.hpp>

namespace morgue {
namespace {

class Clone : public Ingest {
  protected:
    void SetUp() override {
        write("a.txt", numbered(1));
        write("b.txt", numbered(2));
        run();
    }

    std::string copy() const { return directory_ / "elsewhere/copy"; }
};

TEST_F(Clone, HoldsTheSame) {
    const CloneReport report = clone(dir(), copy());
    EXPECT_EQ(report.articles, 2U);
    EXPECT_EQ(report.bytes, base::bytes_below(copy()));
    EXPECT_EQ(contents(dir()), contents(copy()));
    EXPECT_EQ(schema::Snapshot::open(dir()).generation(),
              schema::Snapshot::open(copy()).generation());
    ASSERT_EQ(report.notes.size(), 1U);
    EXPECT_EQ(report.notes[0].code, "relative-root");
}

TEST_F(Clone, GoesOnAsAnIndexOfItsOwn) {
    const std::string twin = directory_ / "twin";
    directory_.write("twin/a.txt", numbered(1));
    directory_.write("twin/b.txt", numbered(3));
    clone(dir(), twin + "/.morgue");
    EXPECT_EQ(counts(ingest(twin + "/.morgue", {})), "0 2 0 0 0 0") << "its own times date them";
    EXPECT_EQ(counts(run()), "0 0 0 0 2 0");
}

TEST_F(Clone, TellsHowFarItHasComeAndStops) {
    CloneOptions options;
    std::uint64_t last = 0;
    options.on_progress = [&](std::uint64_t copied, std::uint64_t all) {
        EXPECT_GT(copied, last);
        EXPECT_LE(copied, all);
        last = copied;
    };
    clone(dir(), copy(), options);
    EXPECT_GT(last, 0U);
    std::stop_source source;
    options.stop = source.get_token();
    options.on_progress = [&](std::uint64_t, std::uint64_t) { source.request_stop(); };
    const std::string other = directory_ / "other";
    EXPECT_TRUE(clone(dir(), other, options).interrupted);
    EXPECT_FALSE(base::read_file(other + "/XAPIANDB"));
    EXPECT_TRUE(base::list_directory(other).empty());
}

TEST_F(Clone, BeginsAgainWhenWhatItCopiesIsGone) {
    CloneOptions options;
    int pieces = 0;
    options.on_progress = [&](std::uint64_t, std::uint64_t) {
        if (++pieces > 1) return;
        // The index is written meanwhile, and its old parts are removed at once.
        write("a.txt", numbered(10), 900);
        write("b.txt", numbered(11), 900);
        const schema::Generation before = schema::Snapshot::open(dir()).generation();
        run();
        for (const std::string& name : before.shards) base::remove_all(dir() + "/shards/" + name);
        base::remove_all(dir() + "/" + before.dead_file());
    };
    clone(dir(), copy(), options);
    EXPECT_EQ(contents(dir()), contents(copy()));
    EXPECT_EQ(base::list_directory(copy() + "/shards").size(),
              schema::Snapshot::open(copy()).shards().size())
        << "nothing of the first attempt is left";
}

TEST_F(Clone, RefusesAFolderThatIsNotEmpty) {
    directory_.write("full/kept", "x");
    const std::string full = directory_ / "full";
    EXPECT_EQ(test::error_code_of([&] { clone(dir(), full); }), ErrorCode::bad_argument);
    EXPECT_EQ(base::list_directory(full).size(), 1U);
    EXPECT_EQ(test::error_code_of([&] { clone(dir(), dir() + "/copy"); }), ErrorCode::bad_argument);
    EXPECT_EQ(test::error_code_of([&] { clone(root(), copy()); }), ErrorCode::index_not_found);
    EXPECT_TRUE(base::make_directories(copy()));
}

TEST_F(Clone, OfADamagedIndexIsNone) {
    base::remove_all(dir() + "/" + schema::Snapshot::open(dir()).generation().dead_file());
    EXPECT_EQ(test::error_code_of([&] { clone(dir(), copy()); }), ErrorCode::index_corrupt);
    EXPECT_TRUE(base::make_directories(copy()));
}

}  // namespace
}  // namespace morgue

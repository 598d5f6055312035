// What a run gives must not depend on how many threads work on it, nor on memory.
#include <csignal>
#include <numeric>
#include <sys/resource.h>
#include <tests/indexer/ingest_fixture.hpp>
#include <thread>

#include <support/error_of.hpp>

namespace morgue {
namespace {

struct Way {
    std::size_t threads;
    std::size_t memory_bytes;
};
constexpr std::size_t little = 1 << 20;  // stretches of a few articles, and all runs are spilled
constexpr std::size_t plenty = std::size_t{1} << 30;
constexpr Way ways[] = {{1, plenty}, {2, plenty}, {7, plenty},
                        {1, little}, {2, little}, {7, little}};

std::string words(int number) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "word" + std::to_string(number * i % 977) + ' ';
    return text;
}

class Pipeline : public Ingest {
  protected:
    static constexpr int articles = 300;

    void SetUp() override {
        for (int i = 0; i < articles; ++i)
            write(name_of(i), "Headline " + std::to_string(i) + "\n\n" + words(i) + ".\n");
    }

    static std::string name_of(int number) {
        return std::to_string(number % 7) + "/" + std::to_string(number) + ".txt";
    }

    std::string other(const Way& way) const {
        return directory_.path() + "/" + std::to_string(way.threads) + "-" +
               std::to_string(way.memory_bytes);
    }

    IngestOptions options(const Way& way) const {
        IngestOptions made;
        made.paths = {root()};
        made.threads = way.threads;
        made.memory_bytes = way.memory_bytes;
        return made;
    }

    /// All tables of all shards, in order; what names a shard is not in them.
    static std::vector<std::string> tables(const std::string& index) {
        std::vector<std::string> all;
        const schema::Snapshot snapshot = schema::Snapshot::open(index);
        for (const schema::Shard& shard : snapshot.shards())
            for (const char* table : {"postlist", "position", "docdata", "termlist"})
                all.push_back(
                    base::read_file(index + "/shards/" + shard.name + "/" + table + ".glass")
                        .value());
        return all;
    }
};

TEST_F(Pipeline, WritesTheSameBytesWithAnyNumberOfThreadsAndAnyMemory) {
    write("bad.txt", std::string("\0\1\2\3", 4));
    write("0/twin.md", "---\nid: wire-7\n---\n\nOne of two.\n");
    write("6/twin.md", "---\nid: wire-7\n---\n\nThe other.\n");
    std::vector<std::string> first;
    for (const Way& way : ways) {
        const IngestReport report = ingest(other(way), options(way));
        EXPECT_EQ(counts(report), "302 0 0 0 0 1");
        std::vector<std::string> now = tables(other(way));
        if (first.empty()) first = now;
        EXPECT_TRUE(first == now) << way.threads << " threads, " << way.memory_bytes << " bytes";
    }
}

TEST_F(Pipeline, UpdatesTheSameWithAnyNumberOfThreads) {
    constexpr Way few[] = {{1, plenty}, {7, little}};
    for (const Way& way : few) ingest(other(way), options(way));
    for (int i = 0; i < 40; ++i) write(name_of(7 * i), numbered(i), 900);
    rename(name_of(1), "6/renamed.txt");
    remove(name_of(2));
    std::multiset<std::string> first;
    for (const Way& way : few) {
        EXPECT_EQ(counts(ingest(other(way), options(way))), "0 40 1 1 258 0");
        const std::multiset<std::string> now = contents(other(way));
        if (first.empty()) first = now;
        EXPECT_TRUE(first == now) << way.threads << " threads, " << way.memory_bytes << " bytes";
    }
}

TEST_F(Pipeline, TellsOfEveryFileInOrderOnTheCallingThread) {
    IngestOptions told = options({3, little});
    std::vector<std::size_t> files;
    const std::thread::id here = std::this_thread::get_id();
    told.on_progress = [&](const IngestProgress& progress) {
        EXPECT_EQ(std::this_thread::get_id(), here);
        if (progress.phase == IngestProgress::Phase::reading) files.push_back(progress.files_read);
    };
    ingest(dir(), told);
    std::vector<std::size_t> expected(articles);
    std::iota(expected.begin(), expected.end(), 1U);
    EXPECT_EQ(files, expected);
}

TEST_F(Pipeline, StopsAfterWhatItHasTaken) {
    std::stop_source source;
    IngestOptions stopped = options({3, little});
    stopped.on_progress = [&](const IngestProgress& progress) {
        if (progress.files_read == 100) source.request_stop();
    };
    const IngestReport report = ingest(dir(), stopped, source.get_token());
    EXPECT_TRUE(report.interrupted);
    EXPECT_EQ(report.articles, 100U);
    EXPECT_EQ(counts(ingest(dir(), options({3, little}))), "200 0 0 0 100 0");
    expect_equal_to_a_fresh_index();
}

/// As on a full disk, while it lives.
class NoLargeFiles {
  public:
    explicit NoLargeFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~NoLargeFiles() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

  private:
    rlimit before_{};
    void (*handler_)(int);
};

TEST_F(Pipeline, LeavesTheOldIndexWhenTheDiskIsFull) {
    ingest(dir(), options({1, plenty}));
    const std::multiset<std::string> before = contents(dir());
    for (int i = 0; i < articles; ++i) write(name_of(i), numbered(i) + words(i + 1), 900);
    for (const Way& way : {Way{1, plenty}, Way{3, little}}) {
        {
            const NoLargeFiles full(100'000);
            EXPECT_EQ(test::error_code_of([&] { ingest(dir(), options(way)); }),
                      ErrorCode::io_error);
        }
        EXPECT_TRUE(before == contents(dir()));
    }
    EXPECT_EQ(counts(ingest(dir(), options({7, little}))), "0 300 0 0 0 0");
}

TEST_F(Pipeline, WritesTheSameThroughXapian) {
    IngestOptions api = options({3, little});
    api.engine = Engine::api;
    ingest(other({3, 0}), api);
    ingest(other({2, 0}), options({2, plenty}));
    EXPECT_EQ(contents(other({3, 0})), contents(other({2, 0})));
}

}  // namespace
}  // namespace morgue

/// One writer that commits without pause and eight readers, for as many seconds as are given. The
/// index always holds the same number of articles; twins are always of one version; guests are
/// taken out and others put in. Every reader looks at all of it, again and again, and whatever it
/// sees differently is an error. What no reader may need any more is removed at once, not after a
/// minute: the readers have to bear that too. Prints what was done, and errors; exits 1 after any.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <vector>

#include <morgue/morgue.hpp>

#include <support/temporary_directory.hpp>

namespace morgue::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int twins = 30;
constexpr int guests = 10;
constexpr std::size_t articles = 2 * twins + guests;
constexpr int readers = 8;
/// At most nine parts of four tables, and as many while a new snapshot is opened.
constexpr std::size_t files_of_a_snapshot = 2 * 9 * 4;
constexpr std::size_t slack_kilobytes = 16 * 1024;

/// What the process holds of the system.
struct Holdings {
    std::size_t files = 0;
    std::size_t kilobytes = 0;
};

Holdings holdings() {
    Holdings held;
    const fs::directory_iterator files("/proc/self/fd");
    held.files = static_cast<std::size_t>(std::distance(begin(files), end(files)));
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmRSS:") status >> held.kilobytes;
    return held;
}

class Errors {
  public:
    void add(const std::string& what) {
        const std::lock_guard lock(mutex_);
        if (++count_ <= 10) std::cerr << "error: " << what << '\n';
    }
    std::size_t count() const { return count_; }

  private:
    std::mutex mutex_;
    std::size_t count_ = 0;
};

Article article(const std::string& key, int version) {
    return {.key = key,
            .body = "every version " + std::to_string(version) + " of " + key,
            .metadata = {}};
}

/// The version that a body tells.
int version_in(const std::string& body) {
    return std::atoi(body.c_str() + std::string_view("every version ").size());
}

class Writer {
  public:
    Writer(std::string dir, unsigned seed)
        : dir_(std::move(dir)), writer_(IndexWriter::open(dir_)), random_(seed) {
        for (int twin = 0; twin < twins; ++twin) put_twins(twin);
        for (int guest = 0; guest < guests; ++guest) invite();
        writer_.commit();
    }

    void commit() {
        ++version_;
        for (int i = 0; i < 3; ++i) put_twins(static_cast<int>(random_() % twins));
        const auto leaving = present_.begin() + static_cast<std::ptrdiff_t>(random_() % guests);
        if (!writer_.remove(*leaving)) throw std::runtime_error("a guest has been lost");
        present_.erase(leaving);
        invite();
        writer_.commit();
        let_a_minute_pass();
    }

    int commits() const noexcept { return version_; }

  private:
    void put_twins(int twin) {
        for (const char* which : {"first", "second"})
            writer_.put(article(which + std::to_string(twin), version_));
    }

    void invite() {
        const std::string name = "guest" + std::to_string(++invited_);
        present_.push_back(writer_.put(article(name, version_)));
    }

    /// For what the index names no more.
    void let_a_minute_pass() const {
        std::ifstream in(dir_ + "/XAPIANDB");
        const std::string named{std::istreambuf_iterator<char>(in), {}};
        const struct timespec long_ago[2] = {{1, 0}, {1, 0}};
        for (const char* folder : {"", "/shards"})
            for (const auto& entry : fs::directory_iterator(dir_ + folder))
                if (named.find(entry.path().filename().string()) == std::string::npos)
                    ::utimensat(AT_FDCWD, entry.path().c_str(), long_ago, 0);
    }

    std::string dir_;
    IndexWriter writer_;
    std::minstd_rand random_;
    std::vector<ArticleId> present_;
    int version_ = 0;
    int invited_ = 0;
};

class Reader {
  public:
    Reader(const std::string& dir, Errors& errors)
        : searcher_(Searcher::open(dir)), errors_(errors), query_(everything()) {}

    /// A page of all, of the newest state or of one that others have left behind.
    void look(bool refresh) {
        if (refresh && searcher_.refresh()) ++snapshots_;
        const Results results = searcher_.search(query_, {.limit = articles + 1, .whole = true});
        std::map<std::string, int> versions;
        for (const Hit& hit : results.hits)
            if (!versions.emplace(hit.found.article.key, version_in(hit.found.article.body)).second)
                errors_.add("twice: " + hit.found.article.key);
        if (results.total != articles || versions.size() != articles)
            errors_.add("not all articles, but " + std::to_string(versions.size()));
        for (int twin = 0; twin < twins; ++twin) check_twins(versions, std::to_string(twin));
        ++looks_;
    }

    std::size_t looks() const noexcept { return looks_; }
    std::size_t snapshots() const noexcept { return snapshots_; }

  private:
    static Query everything() { return std::get<Query>(Query::parse("every")); }

    void check_twins(const std::map<std::string, int>& versions, const std::string& twin) {
        const auto first = versions.find("first" + twin), second = versions.find("second" + twin);
        if (first == versions.end() || second == versions.end())
            return errors_.add("missing: a twin of " + twin);
        if (first->second != second->second) errors_.add("half a commit: " + twin);
        if (first->second < seen_[twin]) errors_.add("an older version than before: " + twin);
        seen_[twin] = first->second;
    }

    Searcher searcher_;
    Errors& errors_;
    Query query_;
    std::map<std::string, int> seen_;
    std::size_t looks_ = 0;
    std::size_t snapshots_ = 0;
};

/// The most that was held while a part of the time passed.
class Most {
  public:
    void see(const Holdings& now) {
        most_.files = std::max(most_.files, now.files);
        most_.kilobytes = std::max(most_.kilobytes, now.kilobytes);
    }
    const Holdings& held() const noexcept { return most_; }

  private:
    Holdings most_;
};

class Soak {
  public:
    Soak(std::chrono::seconds length, unsigned seed) : length_(length), seed_(seed) {}

    /// Whether all went well.
    bool run() {
        const Holdings before = holdings();
        write_and_read();
        const Holdings after = holdings();
        if (after.files != before.files) errors_.add("files were left open");
        // A leak of every look would come to many times that within a minute.
        if (late_.held().kilobytes > early_.held().kilobytes * 5 / 4 + slack_kilobytes)
            errors_.add("the memory held has grown");
        if (late_.held().files > before.files + (readers + 1) * files_of_a_snapshot)
            errors_.add("too many files are open");
        std::cout << commits_ << " commits, " << looks_ << " looks at all articles, " << snapshots_
                  << " new snapshots; at most " << early_.held().files << " and then "
                  << late_.held().files << " files, " << early_.held().kilobytes << " and then "
                  << late_.held().kilobytes << " kB; " << errors_.count() << " errors\n";
        return errors_.count() == 0 && commits_ > 0 && snapshots_ > 0;
    }

  private:
    void write_and_read() {
        Writer writer(directory_ / "index", seed_);
        end_ = Clock::now() + length_;
        std::vector<std::jthread> threads;
        for (int reader = 0; reader < readers; ++reader)
            threads.emplace_back([this, reader] { guarded([&] { read(reader); }); });
        guarded([&] { write(writer); });
        commits_ = writer.commits();
    }

    template <typename Fn>
    void guarded(Fn&& fn) {
        try {
            fn();
        } catch (const std::exception& error) {
            errors_.add(error.what());
        }
    }

    void write(Writer& writer) {
        const Clock::time_point middle = Clock::now() + length_ / 2;
        while (Clock::now() < end_) {
            writer.commit();
            (Clock::now() < middle ? early_ : late_).see(holdings());
        }
    }

    /// Some readers follow every commit, some stay behind, and some begin anew.
    void read(int number) {
        while (Clock::now() < end_) {
            Reader reader(directory_ / "index", errors_);
            for (int look = 0; look < 40 && Clock::now() < end_; ++look)
                reader.look(look % (number + 1) == 0);
            looks_ += reader.looks();
            snapshots_ += reader.snapshots();
        }
    }

    std::chrono::seconds length_;
    unsigned seed_;
    TemporaryDirectory directory_;
    Errors errors_;
    Clock::time_point end_;
    int commits_ = 0;
    std::atomic<std::size_t> looks_ = 0;
    std::atomic<std::size_t> snapshots_ = 0;
    Most early_, late_;
};

}  // namespace
}  // namespace morgue::test

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const std::chrono::seconds length(std::atoi(arguments[1]));
    const auto seed = static_cast<unsigned>(std::atoi(arguments[2]));
    return morgue::test::Soak(length, seed).run() ? 0 : 1;
}

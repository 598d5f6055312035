/// One writer that commits without pause and eight readers, for as many seconds as are given. The
/// index always holds the same number of articles; twins are always of one version; guests are
/// taken out and others put in; now and then all is made one part, or anew. Every reader looks at
/// all of it, again and again, and whatever it sees differently is an error. What no reader may
/// need any more is removed at once, not after a minute: the readers have to bear that too. Prints
/// what was done, and errors; exits 1 after any.
#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <malloc.h>
#include <map>
#include <mutex>
#include <optional>
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
constexpr int rests = 12;

/// What the process holds of the system.
struct Holdings {
    std::size_t files = 0;
    std::size_t kilobytes = 0;  ///< allocated
};

Holdings holdings() {
    const fs::directory_iterator files("/proc/self/fd");
    const struct mallinfo2 memory = ::mallinfo2();
    return {static_cast<std::size_t>(std::distance(begin(files), end(files))),
            (memory.uordblks + memory.hblkhd) / 1024};
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

constexpr std::string_view body_begin = "every version ";

/// Digit by digit: words that are met for the first time are remembered, and would look like a
/// leak.
Article article(const std::string& key, int version) {
    std::string body(body_begin);
    for (const char digit : std::to_string(version)) body += {digit, ' '};
    return {.key = key, .body = body + "of it", .metadata = {}};
}

/// The version that a body tells.
int version_in(const std::string& body) {
    int version = 0;
    for (std::size_t at = body_begin.size(); body[at] != 'o'; at += 2)
        version = version * 10 + (body[at] - '0');
    return version;
}

class Writer {
  public:
    Writer(std::string dir, unsigned seed)
        : dir_(std::move(dir)), writer_(IndexWriter::open(dir_)), random_(seed) {
        for (int twin = 0; twin < twins; ++twin) put_twins(twin);
        for (int guest = 0; guest < guests; ++guest) invite();
        writer_->commit();
    }

    void commit() {
        ++version_;
        for (int i = 0; i < 3; ++i) put_twins(static_cast<int>(random_() % twins));
        const auto leaving = present_.begin() + static_cast<std::ptrdiff_t>(random_() % guests);
        if (!writer_->remove(*leaving)) throw std::runtime_error("a guest has been lost");
        present_.erase(leaving);
        invite();
        writer_->commit();
        if (version_ % 10 == 0) replace_all();
        let_a_minute_pass();
    }

    int commits() const noexcept { return version_; }

    /// Of what is published.
    std::size_t parts() const {
        std::ifstream in(dir_ + "/XAPIANDB");
        std::size_t parts = 0;
        for (std::string line; std::getline(in, line);) parts += line.starts_with("glass ");
        return parts;
    }

  private:
    /// By one part, or by an index that is made anew.
    void replace_all() {
        writer_.reset();
        if (version_ % 20 == 0) {
            IngestOptions anew;
            anew.rebuild = true;
            ingest(dir_, anew);
        } else {
            compact(dir_);
        }
        writer_.emplace(IndexWriter::open(dir_));
    }

    void put_twins(int twin) {
        for (const char* which : {"first", "second"})
            writer_->put(article(which + std::to_string(twin), version_));
    }

    void invite() {
        const std::string name = "guest" + std::to_string(++invited_);
        present_.push_back(writer_->put(article(name, version_)));
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
    std::optional<IndexWriter> writer_;
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

/// What is held whenever all rest and every reader has the newest state: the number of parts alone
/// says how much.
class Rests {
  public:
    explicit Rests(Errors& errors) : errors_(errors) {}

    void see(std::size_t parts, const Holdings& now) {
        const Holdings& first = first_.emplace(parts, now).first->second;
        if (now.files != first.files) note("files are open", first.files, now.files);
        // A leak of every look would come to more within seconds.
        if (now.kilobytes > first.kilobytes * 5 / 4)
            note("kB are allocated", first.kilobytes, now.kilobytes);
    }

    std::string told() const {
        std::string text;
        for (const auto& [parts, held] : first_)
            text += std::to_string(parts) + " parts: " + std::to_string(held.files) + " files, " +
                    std::to_string(held.kilobytes) + " kB; ";
        return text;
    }

  private:
    void note(const char* what, std::size_t first, std::size_t now) {
        errors_.add("with as many parts more or less " + std::string(what) + ": " +
                    std::to_string(first) + " and then " + std::to_string(now));
    }

    Errors& errors_;
    std::map<std::size_t, Holdings> first_;  ///< by parts
};

class Soak {
  public:
    Soak(std::chrono::seconds length, unsigned seed)
        : begin_(Clock::now()), length_(length), seed_(seed) {}

    /// Whether all went well.
    bool run() {
        const Holdings before = holdings();
        write_and_read();
        if (holdings().files != before.files) errors_.add("files were left open");
        std::cout << rests_.told() << commits_ << " commits, " << looks_
                  << " looks at all articles, " << snapshots_ << " new snapshots; "
                  << errors_.count() << " errors\n";
        return errors_.count() == 0 && commits_ > 0 && snapshots_ > 0;
    }

  private:
    void write_and_read() {
        Writer writer(dir(), seed_);
        std::vector<std::jthread> threads;
        for (int reader = 0; reader < readers; ++reader)
            threads.emplace_back([this, reader] {
                for (int rest = 1; rest <= rests; ++rest) read(reader, rest);
            });
        for (int rest = 1; rest <= rests; ++rest) write(writer, rest);
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

    std::string dir() const { return directory_ / "index"; }
    bool is_before(int rest) const { return Clock::now() < begin_ + length_ * rest / rests; }

    void write(Writer& writer, int rest) {
        guarded([&] {
            while (is_before(rest)) writer.commit();
        });
        all_.arrive_and_wait();  // nothing is written any more
        all_.arrive_and_wait();  // all have looked at the newest state
        guarded([&] { rests_.see(writer.parts(), holdings()); });
        all_.arrive_and_wait();
    }

    /// Some readers follow every commit, some stay behind, and some begin anew.
    void read(int number, int rest) {
        std::optional<Reader> reader;
        guarded([&] {
            do {
                note(reader);
                reader.emplace(dir(), errors_);
                for (int look = 0; look < 40 && is_before(rest); ++look)
                    reader->look(look % (number + 1) == 0);
            } while (is_before(rest));
        });
        all_.arrive_and_wait();
        guarded([&] { reader.value().look(true); });
        all_.arrive_and_wait();
        all_.arrive_and_wait();
        note(reader);
    }

    void note(const std::optional<Reader>& reader) {
        if (!reader) return;
        looks_ += reader->looks();
        snapshots_ += reader->snapshots();
    }

    Clock::time_point begin_;
    std::chrono::seconds length_;
    unsigned seed_;
    TemporaryDirectory directory_;
    Errors errors_;
    Rests rests_{errors_};
    std::barrier<> all_{readers + 1};
    int commits_ = 0;
    std::atomic<std::size_t> looks_ = 0;
    std::atomic<std::size_t> snapshots_ = 0;
};

}  // namespace
}  // namespace morgue::test

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const std::chrono::seconds length(std::atoi(arguments[1]));
    const auto seed = static_cast<unsigned>(std::atoi(arguments[2]));
    return morgue::test::Soak(length, seed).run() ? 0 : 1;
}

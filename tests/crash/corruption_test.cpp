#include <algorithm>
#include <crash/mutations.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include <morgue/check.hpp>
#include <morgue/error.hpp>
#include <morgue/index_writer.hpp>
#include <morgue/searcher.hpp>

#include <base/bytes.hpp>
#include <base/child.hpp>
#include <base/file.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::test {
namespace {

namespace fs = std::filesystem;
using How = base::ChildEnd::How;

/// $CRASH_SEED, and $CRASH_SCALE, which multiplies how much is done.
std::uint64_t seed() {
    const char* const value = std::getenv("CRASH_SEED");
    return value == nullptr ? 1 : std::strtoull(value, nullptr, 10);
}
double scale() {
    const char* const value = std::getenv("CRASH_SCALE");
    return value == nullptr ? 1 : std::strtod(value, nullptr);
}

/// So many words of few letters that every table has many blocks.
Article sample_article(std::size_t number) {
    std::mt19937_64 random(number);
    Article article;
    article.key = "article-" + std::to_string(number);
    article.add(Field::title, "Report " + std::to_string(number) + " from the harbour");
    article.add(Field::date, "2019-03-" + std::to_string(10 + number % 20));
    article.add(Field::source, "Paper " + std::to_string(number % 5));
    for (int word = 0; word < 250; ++word) {
        article.body += word % 12 == 11 ? ". Storm" : " ";
        for (std::uint64_t letters = 2 + random() % 6; letters > 0; --letters)
            article.body.push_back(static_cast<char>('a' + random() % 12));
    }
    article.body += ".\n";
    return article;
}

void publish(const std::string& dir, std::size_t begin, std::size_t end) {
    IndexWriter writer = IndexWriter::open(dir);
    for (std::size_t number = begin; number < end; ++number) writer.put(sample_article(number));
    writer.commit();
}

Query parsed(const char* text) {
    return std::get<Query>(Query::parse(text));
}

std::string text_of(const Article& article) {
    return std::string(article.value(Field::title)) + "\n" + article.body;
}

/// Every way to an article's text, and to what is counted.
void read_all(const Searcher& searcher, const std::function<void(const IndexedArticle&)>& show) {
    SearchOptions all{.limit = SearchOptions::no_limit, .exact_total = true, .whole = true};
    searcher.for_each(
        parsed("storm OR report"),
        [&](const Hit& hit) {
            show(hit.found);
            if (const auto article = searcher.article(hit.found.id)) show(*article);
            return true;
        },
        all);
    for (const char* text : {"\"the harbour\"", "sto*", "report NOT source:\"paper 1\"",
                             "reports W/5 harbours NOT W/2 storm"}) {
        for (const Hit& hit : searcher.search(parsed(text), {.whole = true}).hits) show(hit.found);
        searcher.count(parsed(text));
    }
    searcher.tally(parsed("storm"), By::source);
}

using Texts = std::map<std::string, std::string>;  ///< title and body, by id

/// A reader in a process of its own, and what came of it.
class Reading {
  public:
    Reading(const std::string& dir, const Texts& truth) : truth_(truth) {
        end_ = base::run_in_child([&](const base::Say& say) { read(dir, say); },
                                  [&](std::string_view message) { hear(message); },
                                  {.patience = std::chrono::seconds(10)});
    }

    std::size_t lies() const noexcept { return lies_; }
    const base::ChildEnd& end() const noexcept { return end_; }
    /// The code of the error that it ended with.
    const std::string& error() const noexcept { return error_; }

  private:
    static void read(const std::string& dir, const base::Say& say) {
        try {
            read_all(Searcher::open(dir), [&](const IndexedArticle& found) {
                std::string message = "T";
                base::put_string(message, found.id.full());
                base::put_string(message, text_of(found.article));
                say(message);
            });
        } catch (const Error& error) {
            say("E" + std::string(to_string(error.code())));
        }
    }

    void hear(std::string_view message) {
        if (message.front() == 'E') {
            error_ = message.substr(1);
            return;
        }
        base::ByteReader in(message.substr(1));
        const auto written = truth_.find(std::string(in.string()));
        if (written == truth_.end() || written->second != in.string()) ++lies_;
    }

    const Texts& truth_;
    base::ChildEnd end_;
    std::size_t lies_ = 0;
    std::string error_;
};

/// An index of two parts with removed articles, and what is in it.
class Corruption : public testing::Test {
  protected:
    Corruption() {
        publish(dir_, 0, 200);
        publish(dir_, 195, 230);  // too few to be merged
        read_all(Searcher::open(dir_), [&](const IndexedArticle& found) {
            truth_[found.id.full()] = text_of(found.article);
        });
    }

    /// Of what is published; the empty beginning of the index is still there, too.
    std::vector<SizedFile> files() const {
        const std::string stub = *base::read_file(dir_ + "/XAPIANDB");
        std::vector<SizedFile> found;
        for (const auto& entry : fs::recursive_directory_iterator(dir_ + "/shards")) {
            const std::string folder = entry.path().parent_path().filename();
            if (entry.is_regular_file() && stub.find(folder) != std::string::npos)
                found.push_back({fs::relative(entry.path(), dir_).string(), entry.file_size()});
        }
        std::sort(found.begin(), found.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        return found;
    }

    void try_out(const Mutation& mutation) {
        SCOPED_TRACE(to_string(mutation));
        const std::string path = base::join(dir_, mutation.file);
        const std::string whole = *base::read_file(path);
        std::ofstream(path, std::ios::binary) << mutated(whole, mutation);
        expect_found(path, mutation.seed % 2 == 0 ? CheckDepth::quick : CheckDepth::standard);
        expect_no_lie(mutation);
        std::ofstream(path, std::ios::binary) << whole;
    }

    void expect_found(const std::string& path, CheckDepth depth) const {
        const CheckReport report = check(dir_, {.depth = depth});
        EXPECT_TRUE(std::any_of(report.damage.begin(), report.damage.end(),
                                [&](const Damage& damage) { return damage.file == path; }));
    }

    /// The end may be any answer, an error that says what is wrong or, for blocks of Xapian's, a
    /// crash of the process that reads; but never a text that was not written.
    void expect_no_lie(const Mutation& mutation) {
        const Reading reading(dir_, truth_);
        EXPECT_EQ(reading.lies(), 0U);
        const std::set<std::string> honest = {"", "index-corrupt"};
        EXPECT_TRUE(honest.contains(reading.error())) << reading.error();
        // Under AddressSanitizer a crash is an exit without a word.
        const base::ChildEnd& end = reading.end();
        const bool crashed =
            end.how == How::crashed || (end.how == How::failed && end.what.empty());
        EXPECT_TRUE(crashed || end.how == How::finished) << end.what;
        const bool may_crash = mutation.file.ends_with(".glass") && mutation.harm != Harm::cut;
        EXPECT_TRUE(may_crash || !crashed) << end.what;
        ++ends_[crashed                    ? "crashed"
                : !reading.error().empty() ? "ended with an error"
                                           : "gave an answer"];
    }

    const TemporaryDirectory folder_;
    const std::string dir_ = folder_ / "index";
    Texts truth_;
    std::map<std::string, std::size_t> ends_;
};

TEST_F(Corruption, OfNothingIsNotFound) {
    EXPECT_EQ(truth_.size(), 230U);
    EXPECT_EQ(files().size(), 16U);
    const CheckReport report = check(dir_, {.depth = CheckDepth::full});
    for (const Damage& damage : report.damage) ADD_FAILURE() << damage.file << ' ' << damage.what;
    EXPECT_EQ(report.articles, 230U);
    EXPECT_EQ(Reading(dir_, truth_).error(), "");
}

TEST_F(Corruption, IsFoundAndNeverShown) {
    std::vector<Mutation> mutations = mutations_of(files(), 20, seed());
    std::shuffle(mutations.begin(), mutations.end(), std::mt19937_64(seed()));
    const auto wanted = static_cast<std::size_t>(100 * scale());
    mutations.resize(std::min(mutations.size(), wanted));
    for (const Mutation& mutation : mutations) try_out(mutation);
    std::cout << "seed " << seed() << ": " << mutations.size() << " mutations; readers";
    for (const auto& [end, count] : ends_) std::cout << ", " << count << ' ' << end;
    std::cout << '\n';
    EXPECT_TRUE(check(dir_).damage.empty()) << "what was put back is not what was there";
}

}  // namespace
}  // namespace morgue::test

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <unistd.h>

#include <gtest/gtest.h>

#include <tools/bench/corpus/tree.hpp>
#include <tools/bench/queries/choice.hpp>

namespace morgue::bench {
namespace {

namespace fs = std::filesystem;

class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("morgue-queries-" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return path_ / name; }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream{file(name)} << text;
    }

  private:
    fs::path path_;
};

TEST(QueryList, ReadsWhatItWrites) {
    const Folder folder;
    const std::string list = folder.file("list.tsv");
    write_queries(list, {{"rare word", Operator::word, {"harbour"}},
                         {"near", Operator::near, {"storm", "corps"}}});
    const auto queries = read_queries(list);
    ASSERT_EQ(queries.size(), 2U);
    EXPECT_EQ(queries[0].kind, "rare word");
    EXPECT_EQ(queries[1].op, Operator::near);
    EXPECT_EQ(queries[1].words, (std::vector<std::string>{"storm", "corps"}));
}

TEST(QueryList, RefusesAnUnknownOperator) {
    const Folder folder;
    folder.write("list.tsv", "rare word\tbetween\tharbour\n");
    EXPECT_THROW(read_queries(folder.file("list.tsv")), std::runtime_error);
    EXPECT_THROW(read_queries(folder.file("none.tsv")), std::runtime_error);
}

TEST(Sample, CountsTheArticlesThatHoldAWord) {
    const Folder folder;
    folder.write("a.txt", "Title\n\nThe wharf, the Wharf.\n");
    folder.write("b.txt", "Title\n\nThe tide.\n");
    const Sample sample{folder.file(""), 100};
    std::map<std::string, double> shares;
    for (Sample::Word word = 1; word < sample.words(); ++word)
        shares[sample.spelling(word)] = sample.share(word);
    EXPECT_EQ(shares, (std::map<std::string, double>{{"the", 1}, {"wharf", 0.5}, {"tide", 0.5}}));
}

TEST(Sample, TakesNoMoreThanAsked) {
    const Folder folder;
    for (int i = 0; i < 10; ++i) folder.write(std::to_string(i) + ".txt", "Title\n\nWord.\n");
    EXPECT_EQ(Sample(folder.file(""), 4).articles().size(), 4U);
}

class Choice : public testing::Test {
  protected:
    Choice() {
        write_tree(Archive{{.articles = 300}}, folder_.file("archive"), 2);
        for (ListedQuery& query : choose_queries(Sample{folder_.file("archive"), 1'000}, 8))
            by_kind_[query.kind].push_back(std::move(query));
    }

    Folder folder_;
    std::map<std::string, std::vector<ListedQuery>> by_kind_;
};

TEST_F(Choice, HasEveryClassAndNoQueryTwice) {
    EXPECT_EQ(by_kind_.size(), 12U);
    for (const auto& [kind, queries] : by_kind_) {
        std::set<std::vector<std::string>> words;
        for (const ListedQuery& query : queries) words.insert(query.words);
        EXPECT_EQ(words.size(), 8U) << kind;
    }
}

TEST_F(Choice, PhrasesHaveTheStopWordsTheyAreNamedFor) {
    const std::set<std::string> stops{
        "the", "of",  "a",   "in",   "to",    "and",  "on",    "for",   "at",   "by",   "with",
        "was", "is",  "are", "that", "it",    "an",   "as",    "be",    "but",  "if",   "into",
        "no",  "not", "or",  "such", "their", "then", "there", "these", "they", "this", "will"};
    const auto count = [&](const ListedQuery& query) {
        std::size_t found = 0;
        for (const std::string& word : query.words) found += stops.count(word);
        return found;
    };
    for (const ListedQuery& query : by_kind_["phrase of 2"]) EXPECT_EQ(count(query), 0U);
    for (const ListedQuery& query : by_kind_["phrase of stop words"]) EXPECT_EQ(count(query), 2U);
    for (const ListedQuery& query : by_kind_["phrase of 3 with a stop word"]) {
        EXPECT_EQ(query.words.size(), 3U);
        EXPECT_GE(count(query), 1U);
        EXPECT_LE(count(query), 2U);
    }
}

}  // namespace
}  // namespace morgue::bench

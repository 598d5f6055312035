#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include <tools/bench/corpus/tree.hpp>

namespace morgue::bench {
namespace {

namespace fs = std::filesystem;

const Archive& small_archive() {
    static const Archive archive{{.articles = 400, .per_day = 50, .long_every = 100}};
    return archive;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in{text};
    return {std::istream_iterator<std::string>{in}, {}};
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in{entry.path(), std::ios::binary};
        files[fs::relative(entry.path(), folder)] = {std::istreambuf_iterator<char>{in}, {}};
    }
    return files;
}

TEST(Archive, IsTheSameForTheSameOptions) {
    const Archive again{small_archive().options()};
    ArchiveOptions other = small_archive().options();
    other.seed = 2;
    const Archive different{other};
    for (const std::size_t i : {0, 17, 399}) {
        EXPECT_EQ(again.article(i).text, small_archive().article(i).text);
        EXPECT_EQ(again.article(i).path, small_archive().article(i).path);
        EXPECT_NE(different.article(i).text, small_archive().article(i).text);
    }
}

TEST(Archive, OpensWithHeadlineAndFacts) {
    const GeneratedArticle article = small_archive().article(120);
    EXPECT_TRUE(article.path.starts_with("1995/01/03/")) << article.path;
    EXPECT_TRUE(article.path.ends_with("-120.txt")) << article.path;
    std::istringstream lines{article.text};
    std::string headline, blank;
    std::getline(lines, headline);
    std::getline(lines, blank);
    EXPECT_GE(words_of(headline).size(), 5U);
    EXPECT_EQ(blank, "");
    for (const char* fact : {"\nDate: 1995-01-03\n", "\nSection: ", "\nSource: "})
        EXPECT_NE(article.text.find(fact), article.text.npos) << fact;
    EXPECT_TRUE(article.text.ends_with('\n'));
}

TEST(Archive, HeadlinesShareWordsWithTheirText) {
    std::size_t shared = 0, all = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        const std::string text = small_archive().article(i).text;
        const std::size_t line = text.find('\n');
        const auto body = words_of(text.substr(line));
        const std::set<std::string> held{body.begin(), body.end()};
        for (const std::string& word : words_of(text.substr(0, line))) {
            ++all;
            shared += held.count(word);
        }
    }
    EXPECT_GT(shared * 2, all);
}

TEST(Archive, LengthsAreAsAsked) {
    std::size_t bytes = 0, shorts = 0;
    for (std::size_t i = 0; i < 400; ++i) {
        const std::size_t size = small_archive().article(i).text.size();
        if (i % 100 == 99) {
            EXPECT_GT(size, 20'000U);
            continue;
        }
        bytes += size;
        ++shorts;
    }
    EXPECT_NEAR(static_cast<double>(bytes) / static_cast<double>(shorts), 3'000, 600);
}

// The law of news: a few words are everywhere, half of all words are rare.
TEST(Archive, WordsAreSpreadAsInNews) {
    std::map<std::string, std::size_t> articles_with;
    for (std::size_t i = 0; i < 400; ++i) {
        const auto words = words_of(small_archive().article(i).text);
        for (const std::string& word : std::set<std::string>{words.begin(), words.end()})
            ++articles_with[word];
    }
    EXPECT_GT(articles_with["the"], 395U);
    EXPECT_GT(articles_with["of"], 380U);
    std::size_t rare = 0;
    for (const auto& [word, articles] : articles_with) rare += articles <= 2;
    EXPECT_GT(rare * 2, articles_with.size());
    EXPECT_GT(articles_with.size(), 10'000U);
    EXPECT_LT(articles_with.size(), 60'000U);
}

TEST(WriteTree, WritesEveryArticleWhateverTheThreads) {
    const fs::path folder =
        fs::temp_directory_path() / ("morgue-bench-" + std::to_string(getpid()));
    const std::uint64_t bytes = write_tree(small_archive(), folder / "one", 1);
    EXPECT_EQ(write_tree(small_archive(), folder / "three", 3), bytes);
    const auto files = files_below(folder / "one");
    EXPECT_EQ(files.size(), 400U);
    EXPECT_EQ(files_below(folder / "three"), files);
    const GeneratedArticle article = small_archive().article(5);
    EXPECT_EQ(files.at(article.path), article.text);
    fs::remove_all(folder);
}

TEST(WriteTree, SaysWhatCannotBeWritten) {
    EXPECT_THROW(write_tree(small_archive(), "/dev/null/archive", 2), std::exception);
}

}  // namespace
}  // namespace morgue::bench

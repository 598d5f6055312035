#include <clocale>
#include <memory>

#include <gtest/gtest.h>

#include <indexer/source/ignore.hpp>

namespace morgue::indexer {
namespace {

/// Whether a file of this one line names the path; a path that ends in '/' is a folder.
bool names(const std::string& line, std::string path) {
    const bool is_folder = path.ends_with('/');
    if (is_folder) path.pop_back();
    const IgnoreRules rules{nullptr, "", parse_ignore_file(line + "\n").patterns};
    return is_ignored(&rules, path, is_folder);
}

TEST(Ignore, FitsAsGitsPatternsDo) {
    const struct {
        const char* line;
        std::vector<std::string> fits, others;
    } rows[] = {
        {"draft.txt", {"draft.txt", "a/draft.txt", "a/b/draft.txt", "draft.txt/"}, {"draft.txt2"}},
        {"*.bak", {"x.bak", "a/x.bak", ".bak"}, {"x.bak2", "a.bak/x"}},
        {"/top", {"top", "top/"}, {"a/top"}},
        {"old/", {"old/", "a/old/"}, {"old", "a/old"}},
        {"/old/", {"old/"}, {"a/old/", "old"}},
        {"a/b", {"a/b"}, {"x/a/b", "a/b/c", "b"}},
        {"a/*.txt", {"a/x.txt"}, {"a/b/x.txt", "x.txt"}},
        {"**/b", {"b", "a/b", "a/c/b"}, {"bb"}},
        {"a/**", {"a/x", "a/b/x", "a/b/"}, {"a", "a/", "b/a/x"}},
        {"a/**/b", {"a/b", "a/x/b", "a/x/y/b"}, {"a/xb", "b", "x/a/b"}},
        {"**", {"a", "a/b"}, {}},
        {"**/x/**", {"x/a", "b/x/a", "b/x/c/d"}, {"x", "b/x"}},
        {"a**b", {"ab", "axxb", "c/ab"}, {"a/b"}},
        {"caf?", {"café", "cafe", "caf\xe9"}, {"caf", "cafee"}},
        {"[a-c]x", {"ax", "bx"}, {"dx", "x"}},
        {"[!a-c]x", {"dx"}, {"ax"}},
        {"[^a-c]x", {"dx"}, {"ax"}},
        {"[]x]y", {"]y", "xy"}, {"y"}},
        {"[[:digit:]]*", {"2019", "a/2019/"}, {"x2019"}},
        {"日?.txt", {"日本.txt"}, {"日.txt", "日本語.txt"}},
        {"\\#x", {"#x"}, {"\\#x"}},
        {"\\!x", {"!x"}, {"x"}},
        {"a\\*b", {"a*b"}, {"axb"}},
        {"space  ", {"space"}, {"space  "}},
        {"space\\ ", {"space "}, {"space"}},
        {"crlf\r", {"crlf"}, {}},
        {"\xEF\xBB\xBFmarked", {"marked"}, {}},
    };
    for (const auto& row : rows) {
        EXPECT_TRUE(parse_ignore_file(row.line).trouble.empty()) << row.line;
        for (const std::string& path : row.fits)
            EXPECT_TRUE(names(row.line, path)) << row.line << " " << path;
        for (const std::string& path : row.others)
            EXPECT_FALSE(names(row.line, path)) << row.line << " " << path;
    }
}

TEST(Ignore, CommentsAndEmptyLinesSayNothing) {
    const IgnoreFile file = parse_ignore_file("# all\n\n   \n\r\n#\n");
    EXPECT_TRUE(file.patterns.empty());
    EXPECT_TRUE(file.trouble.empty());
}

TEST(Ignore, TheLastPatternThatFitsDecides) {
    EXPECT_FALSE(names("*.txt\n!keep.txt", "keep.txt"));
    EXPECT_TRUE(names("*.txt\n!keep.txt", "other.txt"));
    EXPECT_TRUE(names("!keep.txt\n*.txt", "keep.txt"));
    EXPECT_TRUE(names("*\n!*/\n", "a.txt"));
    EXPECT_FALSE(names("*\n!*/\n", "a/"));
}

TEST(Ignore, PatternsOfANearerFolderGoFirst) {
    const auto above = std::make_shared<IgnoreRules>(
        nullptr, "", parse_ignore_file("*.txt\n/a/only-top\n").patterns);
    const IgnoreRules below{above, "a", parse_ignore_file("!x.txt\n/y\n").patterns};
    EXPECT_FALSE(is_ignored(&below, "a/x.txt", false));
    EXPECT_FALSE(is_ignored(&below, "a/b/x.txt", false));
    EXPECT_TRUE(is_ignored(&below, "a/z.txt", false));
    EXPECT_TRUE(is_ignored(&below, "a/y", false));
    EXPECT_FALSE(is_ignored(&below, "a/b/y", false));
    EXPECT_TRUE(is_ignored(&below, "a/only-top", false));
    EXPECT_FALSE(is_ignored(nullptr, "a", false));
}

TEST(Ignore, SaysWhichLinesAreNoPatterns) {
    const struct {
        std::string line, why;
    } rows[] = {{"[a-c", "a [ is never closed"},
                {"x[!]", "a [ is never closed"},
                {"[[:alpha]", "a [ is never closed"},
                {"[[:digits:]]", "there is no class [:digits:]"},
                {"!", "it names nothing"},
                {"/", "it names nothing"},
                {"!/", "it names nothing"},
                {"//", "it names nothing"},
                {"a\\", "it ends in a backslash"},
                {std::string("a\0b", 3), "it holds a NUL"}};
    for (const auto& row : rows) {
        const IgnoreFile file = parse_ignore_file("fine\n" + row.line + "\n");
        EXPECT_EQ(file.patterns.size(), 1U) << row.line;
        ASSERT_EQ(file.trouble.size(), 1U) << row.line;
        EXPECT_EQ(file.trouble[0].line, 2U);
        EXPECT_EQ(file.trouble[0].why, "'" + row.line + "': " + row.why);
    }
}

TEST(Ignore, NoPatternIsSlow) {
    std::string line, path;
    for (int i = 0; i < 200; ++i) line += "**/a/";
    for (int i = 0; i < 2000; ++i) path += "a/";
    EXPECT_FALSE(names(line + "b", path + "c"));
    EXPECT_TRUE(names(line + "c", path + "c"));
}

TEST(Ignore, DoesNotAskTheProgramsLocale) {
    const char* before = std::setlocale(LC_ALL, "C");
    EXPECT_TRUE(names("caf?", "café"));
    std::setlocale(LC_ALL, before);
}

}  // namespace
}  // namespace morgue::indexer

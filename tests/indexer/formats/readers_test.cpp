#include <algorithm>

#include "read.hpp"

namespace morgue::indexer {
namespace {

TEST(Readers, AreFoundByExtension) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"a.txt", "text"},
        {"a/b.TXT", "text"},
        {"a.sgm", "SGML"},
        {"a.md", "Markdown"},
        {"a.html", "HTML"},
        {"a.Htm", "HTML"},
        {"a.b.txt", "text"},
        {"a", ""},
        {"a.pdf", ""},
        {"a.txt/b", ""},
        {".txt", ""},
        {"a/.md", ""},
        {"a.", ""},
        {"a.txtx", ""},
        {"", ""},
        {"a.averyveryverylongextension", ""},
    };
    for (const auto& [path, name] : rows) {
        const Reader* reader = find_reader(path);
        EXPECT_EQ(reader == nullptr ? "" : reader->name, name) << path;
    }
}

TEST(Readers, ExtensionsAreDistinctAndLowerCase) {
    std::vector<std::string_view> seen;
    for (const Reader& reader : readers())
        for (const std::string_view extension : reader.extensions) {
            EXPECT_TRUE(extension.starts_with('.'));
            EXPECT_EQ(find_reader("x" + std::string(extension)), &reader);
            EXPECT_EQ(std::count(seen.begin(), seen.end(), extension), 0);
            seen.push_back(extension);
        }
}

TEST(Readers, AFileWithoutTextIsEmpty) {
    for (const Reader& reader : readers())
        for (const std::string_view text : {"", " \n\t\r\n", "\xEF\xBB\xBF", "\u00A0\u3000\n"})
            EXPECT_EQ(reason_of("x" + std::string(reader.extensions[0]), text), SkipReason::empty)
                << reader.name;
}

TEST(Readers, ThePathDatesAnUndatedFile) {
    for (const Reader& reader : readers()) {
        const std::string name = "2019/03/04/x" + std::string(reader.extensions[0]);
        const auto read = one_article(name, "<doc>Rain fell.</doc>");
        EXPECT_EQ(facts_of(read.article, Field::date), "2019-03-04 (path)") << reader.name;
    }
}

}  // namespace
}  // namespace morgue::indexer

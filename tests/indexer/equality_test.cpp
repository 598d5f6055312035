#include <filesystem>
#include <glass/equality.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <indexer/analysis_language.hpp>
#include <indexer/document.hpp>
#include <indexer/readers/readers.hpp>

namespace morgue::indexer {
namespace {

namespace fs = std::filesystem;

void add(glass::Sample& sample, const glass::DocumentView& document) {
    glass::SampleDocument& copy = sample.documents[sample.documents.size() + 1];
    for (const glass::TermEntry& entry : document.terms)
        copy.terms[std::string(entry.term)] = {entry.wdf,
                                               {entry.positions.begin(), entry.positions.end()}};
    for (const glass::ValueEntry& entry : document.values) copy.values[entry.slot] = entry.value;
    copy.data = document.data;
}

TEST(BulkWriter, WritesTheCorpusAsXapianDoes) {
    const fs::path corpus = fs::path(MORGUE_SOURCE_DIR) / "corpus";
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(corpus))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    glass::Sample sample;
    DocumentBuilder builder;
    for (const fs::path& file : files) {
        const std::string name = fs::relative(file, corpus).string();
        const std::string bytes = *base::read_file(file.string());
        const Format* const format = find_format(name, bytes);
        if (format == nullptr) continue;
        const ReadResult result = reader_of(*format)(bytes, {.path = name});
        for (const ReadArticle& read : result.articles) {
            schema::StoredArticle stored;
            stored.indexed.article = read.article;
            stored.indexed.location.file = name;
            add(sample, builder.build(stored, analysis_language(read.article, {})).form);
        }
    }
    ASSERT_GT(sample.documents.size(), 50U);
    glass::expect_equal(sample);
    glass::expect_equal(sample, 100'000);
}

struct Script {
    const char* language;
    char32_t first;
    char32_t last;
};

constexpr Script scripts[]{
    {"en", U'A', U'z'},   {"fr", 0xC0, 0x17F},    {"el", 0x391, 0x3C9},   {"ru", 0x410, 0x44F},
    {"hy", 0x531, 0x587}, {"", 0x5D0, 0x5EA},     {"ar", 0x620, 0x64A},   {"", 0x904, 0x939},
    {"ta", 0xB85, 0xBB9}, {"", 0xE01, 0xE4E},     {"", 0x10D0, 0x10F0},   {"", 0x1200, 0x1248},
    {"", 0x1780, 0x17B3}, {"", 0x3041, 0x3096},   {"", 0x30A1, 0x30FA},   {"", 0x4E00, 0x4FFF},
    {"", 0xAC00, 0xAFFF}, {"", 0x10330, 0x1034A}, {"", 0x1F300, 0x1F64F}, {"", 0x20000, 0x200FF},
    {"de", 0x300, 0x36F},
};

void append_utf8(std::string& out, char32_t character) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (character < 0x80) return put(character);
    const int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    constexpr char32_t marks[]{0, 0xC0, 0xE0, 0xF0};
    put(marks[more] | character >> (6 * more));
    for (int i = more - 1; i >= 0; --i) put(0x80 | (character >> (6 * i) & 0x3F));
}

/// Words of the script, of few letters, so that they recur; numbers and marks between them.
std::string some_text(std::mt19937& random, const Script& script) {
    constexpr std::string_view marks[]{" ", " ", " ", ", ", ". ", "-", "'", "/", " 1,234.5 ", "\n"};
    const std::uint32_t letters = std::min<std::uint32_t>(script.last - script.first + 1, 12);
    const std::uint32_t offset = random() % (script.last - script.first + 2 - letters);
    std::string text;
    for (std::uint32_t words = random() % 300; words > 0; --words) {
        for (std::uint32_t i = 0; i < 1 + random() % 5; ++i)
            append_utf8(text, script.first + offset + random() % letters);
        text += marks[random() % std::size(marks)];
    }
    return text;
}

TEST(BulkWriter, WritesAllScriptsAsXapianDoes) {
    std::mt19937 random(40);
    glass::Sample sample;
    DocumentBuilder builder;
    for (int round = 0; round < 4; ++round)
        for (const Script& script : scripts) {
            schema::StoredArticle stored;
            stored.indexed.article.add(Field::title, some_text(random, script));
            stored.indexed.article.body = some_text(random, script);
            add(sample, builder.build(stored, text::find_language(script.language)).form);
        }
    glass::expect_equal(sample);
    glass::expect_equal(sample, 50'000);
}

}  // namespace
}  // namespace morgue::indexer

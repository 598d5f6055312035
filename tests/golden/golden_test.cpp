// Questions over corpus/ and their answers, as text: a change of ranking or of snippets is a
// readable difference. `golden_test --update` writes searches.golden anew.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include <morgue/searcher.hpp>

#include <golden/sample_archive.hpp>
#include <search/query/tree.hpp>

namespace morgue::test {
namespace {

bool updating = false;
const std::string folder = std::string(MORGUE_SOURCE_DIR) + "/tests/golden/";

std::string lit(const std::string& text, const std::vector<ByteRange>& ranges) {
    std::string out;
    std::size_t at = 0;
    for (const ByteRange& range : ranges) {
        out += text.substr(at, range.begin - at) + "[" +
               text.substr(range.begin, range.end - range.begin) + "]";
        at = range.end;
    }
    out += text.substr(at);
    for (char& byte : out)
        if (byte == '\n' || byte == '\r') byte = ' ';
    return out;
}

void print_hit(std::ostream& out, const Hit& hit) {
    const Article& article = hit.found.article;
    out << "  " << hit.rank << " " << hit.found.id.to_string() << " " << hit.found.location.file
        << "\n    = " << lit(std::string(article.value(Field::title)), hit.title_highlights)
        << "\n";
    for (const Snippet& snippet : hit.snippets)
        out << "    | " << lit(snippet.text, snippet.highlights) << "\n";
}

std::string answer(const Searcher& searcher, const std::string& question) {
    std::ostringstream out;
    out << "? " << question << "\n";
    const auto parsed = Query::parse(question);
    if (const auto* error = std::get_if<QueryError>(&parsed)) {
        out << "  error " << error->code << "\n";
        return out.str();
    }
    const Query& query = std::get<Query>(parsed);
    const Results results = searcher.search(query, {.limit = 5, .snippet_width = 160});
    out << "  " << query::to_sexpr(*query.root()) << "\n";
    for (const Note& note : results.notes) out << "  note " << note.code << "\n";
    out << "  " << results.total << " articles\n";
    for (const Hit& hit : results.hits) print_hit(out, hit);
    return out.str();
}

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Golden, SearchesAnswerAsTheyDid) {
    const SampleArchive archive;
    const Searcher searcher = Searcher::open(archive.index());
    std::ifstream questions(folder + "searches.txt");
    std::string answers;
    for (std::string question; std::getline(questions, question);)
        if (!question.empty()) answers += answer(searcher, question) + "\n";
    if (updating) std::ofstream(folder + "searches.golden", std::ios::binary) << answers;
    EXPECT_EQ(contents(folder + "searches.golden"), answers)
        << "when this is meant: golden_test --update";
}

}  // namespace
}  // namespace morgue::test

int main(int count, char** arguments) {
    testing::InitGoogleTest(&count, arguments);
    morgue::test::updating = count > 1 && std::string(arguments[1]) == "--update";
    return RUN_ALL_TESTS();
}

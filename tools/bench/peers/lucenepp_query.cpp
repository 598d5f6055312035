// Lucene++'s answers: best ten by its default weights.
#include <lucene++/Highlighter.h>
#include <lucene++/LuceneHeaders.h>
#include <lucene++/QueryScorer.h>
#include <lucene++/SimpleFragmenter.h>
#include <lucene++/SimpleHTMLFormatter.h>
#include <lucene++/SnowballAnalyzer.h>
#include <memory>

#include <tools/bench/queries/timing.hpp>

namespace {

using namespace morgue::bench;
using Lucene::newLucene;

constexpr int hits_wanted = 10;
constexpr int passage_characters = 240;

std::string text_of(const ListedQuery& query) {
    switch (query.op) {
        case Operator::any:
            return joined(query.words, " ");
        case Operator::phrase:
            return '"' + joined(query.words, " ") + '"';
        case Operator::near:
            return '"' + joined(query.words, " ") + "\"~" + std::to_string(near_distance - 1);
        default:
            return '+' + joined(query.words, " +");
    }
}

class LuceneAsker {
  public:
    LuceneAsker(const std::string& index, bool snippets)
        : analyzer_(newLucene<Lucene::SnowballAnalyzer>(version, L"english")),
          searcher_(newLucene<Lucene::IndexSearcher>(Lucene::IndexReader::open(
              Lucene::FSDirectory::open(Lucene::StringUtils::toUnicode(index)), true))),
          parser_(newLucene<Lucene::QueryParser>(version, L"text", analyzer_)),
          snippets_(snippets) {}

    std::size_t ask(const ListedQuery& listed) {
        const auto query = parser_->parse(Lucene::StringUtils::toUnicode(text_of(listed)));
        const auto found = searcher_->search(query, hits_wanted)->scoreDocs;
        const auto highlighter = snippets_ ? highlighter_of(query) : Lucene::HighlighterPtr();
        for (const auto& hit : found) {
            const auto document = searcher_->doc(hit->doc);
            if (highlighter)
                highlighter->getBestFragment(analyzer_, L"text", document->get(L"text"));
        }
        return static_cast<std::size_t>(found.size());
    }

  private:
    static Lucene::HighlighterPtr highlighter_of(const Lucene::QueryPtr& query) {
        const auto highlighter = newLucene<Lucene::Highlighter>(
            newLucene<Lucene::SimpleHTMLFormatter>(), newLucene<Lucene::QueryScorer>(query));
        highlighter->setTextFragmenter(newLucene<Lucene::SimpleFragmenter>(passage_characters));
        return highlighter;
    }

    static constexpr auto version = Lucene::LuceneVersion::LUCENE_CURRENT;

    Lucene::AnalyzerPtr analyzer_;
    Lucene::SearcherPtr searcher_;
    Lucene::QueryParserPtr parser_;
    bool snippets_;
};

Ask open_index(const std::string& index, bool snippets) {
    const auto asker = std::make_shared<LuceneAsker>(index, snippets);
    return [asker](const ListedQuery& query) { return asker->ask(query); };
}

}  // namespace

int main(int argc, char** argv) {
    return query_main(argc, argv, open_index);
}

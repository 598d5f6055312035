// SQLite FTS5's answers: best ten by bm25.
#include <memory>

#include <tools/bench/peers/sqlite.hpp>
#include <tools/bench/queries/timing.hpp>

namespace {

using namespace morgue::bench;

constexpr const char* plain =
    "SELECT title, path FROM article WHERE article MATCH ? ORDER BY rank LIMIT 10";
constexpr const char* with_snippets =
    "SELECT title, path, snippet(article, 1, '<b>', '</b>', '…', 40)"
    " FROM article WHERE article MATCH ? ORDER BY rank LIMIT 10";

std::string text_of(const ListedQuery& query) {
    switch (query.op) {
        case Operator::any:
            return joined(query.words, " OR ");
        case Operator::phrase:
            return '"' + joined(query.words, " ") + '"';
        case Operator::near:
            // FTS5 counts the words between.
            return "NEAR(" + joined(query.words, " ") + ", " + std::to_string(near_distance - 1) +
                   ")";
        default:
            return joined(query.words, " AND ");
    }
}

class FtsAsker {
  public:
    FtsAsker(const std::string& index, bool snippets)
        : database_(index), select_(database_, snippets ? with_snippets : plain) {}

    std::size_t ask(const ListedQuery& query) {
        const std::string text = text_of(query);
        select_.bind(1, text);
        std::size_t hits = 0;
        while (select_.step()) ++hits;
        select_.reset();
        return hits;
    }

  private:
    Sqlite database_;
    SqliteStatement select_;
};

Ask open(const std::string& index, bool snippets) {
    const auto asker = std::make_shared<FtsAsker>(index, snippets);
    return [asker](const ListedQuery& query) { return asker->ask(query); };
}

}  // namespace

int main(int argc, char** argv) {
    return query_main(argc, argv, open);
}

// SQLite FTS5 through its library: porter stems, positions, text stored, one transaction.
#include <cstdio>

#include <tools/bench/peers/article_file.hpp>
#include <tools/bench/peers/sqlite.hpp>

namespace {

using namespace morgue::bench;

void build(const std::string& folder, const std::string& index) {
    Sqlite database{index};
    database.run("PRAGMA cache_size = -262144");  // KiB: what Lucene is given, too
    database.run("BEGIN");
    database.run(
        "CREATE VIRTUAL TABLE article USING fts5(title, body, path UNINDEXED, date UNINDEXED,"
        " section UNINDEXED, source UNINDEXED, tokenize = 'porter unicode61')");
    SqliteStatement insert{database, "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)"};
    for (const std::string& path : article_paths(folder)) {
        const ArticleFile article = read_article(path);
        int place = 0;
        for (const std::string* value : {&article.title, &article.body, &article.path,
                                         &article.date, &article.section, &article.source})
            insert.bind(++place, *value);
        insert.step();
        insert.reset();
    }
    database.run("COMMIT");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_fts5_build FOLDER INDEX\n");
        return 2;
    }
    try {
        build(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_fts5_build: %s\n", error.what());
        return 1;
    }
    return 0;
}

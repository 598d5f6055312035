// A TREC run of plain Xapian over a folder of texts: TermGenerator with the title as S and in the
// text, QueryParser, BM25 as it comes.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

#include <xapian.h>

#include <tools/bench/peers/article_file.hpp>

namespace {

using morgue::bench::ArticleFile;

Xapian::Document document_of(const ArticleFile& article, Xapian::TermGenerator& generator) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(article.title, 1, "S");
    generator.index_text(article.title);
    generator.increase_termpos();
    generator.index_text(article.body);
    document.set_data(std::filesystem::path(article.path).stem());
    return document;
}

Xapian::WritableDatabase index_of(const char* folder, const Xapian::Stem& stemmer) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::TermGenerator generator;
    generator.set_stemmer(stemmer);
    for (const std::string& path : morgue::bench::article_paths(folder))
        database.add_document(document_of(morgue::bench::read_article(path), generator));
    return database;
}

void print_hits(const std::string& question, const Xapian::MSet& hits) {
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        std::printf("%s Q0 %s %u %.6f xapian\n", question.c_str(),
                    hit.get_document().get_data().c_str(), hit.get_rank() + 1, hit.get_weight());
}

void rank(const char* folder, const char* list, Xapian::doccount depth) {
    const Xapian::Stem stemmer("en");
    const Xapian::WritableDatabase database = index_of(folder, stemmer);
    Xapian::QueryParser parser;
    parser.set_stemmer(stemmer);
    parser.set_database(database);
    std::ifstream lines(list);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t tab = line.find('\t');
        Xapian::Enquire enquire(database);
        constexpr unsigned no_syntax = 0;
        enquire.set_query(parser.parse_query(line.substr(tab + 1), no_syntax));
        print_hits(line.substr(0, tab), enquire.get_mset(0, depth));
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_xapian_rank FOLDER LIST DEPTH\n");
        return 2;
    }
    try {
        rank(argv[1], argv[2], static_cast<Xapian::doccount>(std::stoul(argv[3])));
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "bench_xapian_rank: %s\n", error.get_description().c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_xapian_rank: %s\n", error.what());
        return 1;
    }
    return 0;
}

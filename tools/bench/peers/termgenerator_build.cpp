// The plain Xapian program that most people write first: TermGenerator, add_document, one commit.
#include <cstdio>
#include <exception>

#include <xapian.h>

#include <tools/bench/peers/article_file.hpp>

namespace {

using morgue::bench::ArticleFile;

enum Slot : Xapian::valueno { date_slot, source_slot };

Xapian::Document document_of(const ArticleFile& article, Xapian::TermGenerator& generator) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(article.title, 1, "S");
    generator.index_text(article.title, 3);
    generator.increase_termpos();
    generator.index_text(article.body);
    document.add_boolean_term("Q" + article.path);
    document.add_boolean_term("XSECTION:" + article.section);
    document.add_boolean_term("Y" + article.date.substr(0, 4));
    document.add_value(date_slot, article.date);
    document.add_value(source_slot, article.source);
    document.set_data(article.title + article.body);
    return document;
}

void build(const char* folder, const char* index) {
    Xapian::WritableDatabase database{index, Xapian::DB_CREATE_OR_OVERWRITE};
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem{"en"});
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    for (const std::string& path : morgue::bench::article_paths(folder))
        database.add_document(document_of(morgue::bench::read_article(path), generator));
    database.commit();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_termgenerator_build FOLDER INDEX\n");
        return 2;
    }
    try {
        build(argv[1], argv[2]);
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "bench_termgenerator_build: %s\n", error.get_description().c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_termgenerator_build: %s\n", error.what());
        return 1;
    }
    return 0;
}

// Lucene++ through its library: English stems, positions, text stored; one thread.
#include <cstdio>
#include <lucene++/LuceneHeaders.h>
#include <lucene++/SnowballAnalyzer.h>

#include <tools/bench/peers/article_file.hpp>

namespace {

using namespace morgue::bench;
using Lucene::newLucene;

constexpr double ram_buffer_mb = 256;

Lucene::DocumentPtr document_of(const ArticleFile& article) {
    using Lucene::AbstractField;
    const auto document = newLucene<Lucene::Document>();
    const auto add = [&](const wchar_t* name, const std::string& value, auto store, auto index) {
        document->add(
            newLucene<Lucene::Field>(name, Lucene::StringUtils::toUnicode(value), store, index));
    };
    const auto kept = AbstractField::STORE_YES;
    const auto not_kept = AbstractField::STORE_NO;
    const auto whole = AbstractField::INDEX_NOT_ANALYZED;
    const auto words = AbstractField::INDEX_ANALYZED;
    add(L"path", article.path, kept, whole);
    add(L"title", article.title, kept, words);
    add(L"text", article.title + '\n' + article.body, kept, words);
    add(L"date", article.date, kept, whole);
    add(L"section", article.section, not_kept, whole);
    add(L"source", article.source, not_kept, whole);
    return document;
}

void build(const std::string& folder, const std::string& index) {
    const auto analyzer =
        newLucene<Lucene::SnowballAnalyzer>(Lucene::LuceneVersion::LUCENE_CURRENT, L"english");
    const auto writer = newLucene<Lucene::IndexWriter>(
        Lucene::FSDirectory::open(Lucene::StringUtils::toUnicode(index)), analyzer, true,
        Lucene::IndexWriter::MaxFieldLengthUNLIMITED);
    writer->setRAMBufferSizeMB(ram_buffer_mb);
    for (const std::string& path : article_paths(folder))
        writer->addDocument(document_of(read_article(path)));
    writer->close();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_lucenepp_build FOLDER INDEX\n");
        return 2;
    }
    try {
        build(argv[1], argv[2]);
    } catch (const Lucene::LuceneException& error) {
        std::fprintf(stderr, "bench_lucenepp_build: %s\n",
                     Lucene::StringUtils::toUTF8(error.getError()).c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_lucenepp_build: %s\n", error.what());
        return 1;
    }
    return 0;
}

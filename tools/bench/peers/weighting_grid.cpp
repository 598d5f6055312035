// Rankings of many kinds over a folder of texts, to choose from: every weighting scheme of the
// list, with the title counted so many times, with words as typed beside their stems or not, with
// function words counted less or not. A line of output is a kind of ranking, a question and the
// documents found, best first, with tabs between.
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <xapian.h>

#include <tools/bench/peers/article_file.hpp>

namespace {

constexpr Xapian::doccount depth = 1000;
constexpr double as_typed_weight = 0.3;
constexpr double function_word_weight = 0.1;

/// Amati and van Rijsbergen's InB2, which Xapian has not.
class InB2 final : public Xapian::Weight {
  public:
    explicit InB2(double c) : c_(c) {
        for (const auto stat : {COLLECTION_SIZE, AVERAGE_LENGTH, TERMFREQ, COLLECTION_FREQ, WDF,
                                WDF_MAX, DOC_LENGTH, DOC_LENGTH_MIN})
            need_stat(stat);
    }
    std::string name() const override { return "inb2"; }
    InB2* clone() const override { return new InB2(c_); }
    void init(double factor) override {
        if (factor == 0) return;
        word_ = factor * (get_collection_freq() + 1.0) / get_termfreq() *
                std::log2((get_collection_size() + 1.0) / (get_termfreq() + 0.5));
    }
    double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                       Xapian::termcount /*unique*/) const override {
        const double tfn = wdf * std::log2(1 + c_ * get_average_length() / length);
        return wdf == 0 ? 0 : word_ * tfn / (tfn + 1);
    }
    double get_maxpart() const override { return word_; }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
    double get_maxextra() const override { return 0; }

  private:
    double c_;
    double word_ = 0;
};

struct Scheme {
    std::string name;
    std::unique_ptr<Xapian::Weight> weight;
};

std::vector<Scheme> schemes() {
    std::vector<Scheme> all;
    const auto add = [&](std::string name, Xapian::Weight* weight) {
        all.push_back({std::move(name), std::unique_ptr<Xapian::Weight>(weight)});
    };
    add("BM25 k1=1 b=0.5", new Xapian::BM25Weight());
    add("BM25 k1=1.2 b=0.75", new Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
    add("BM25 k1=2 b=0.75", new Xapian::BM25Weight(2, 0, 1, 0.75, 0));
    add("InL2", new Xapian::InL2Weight());
    add("IneB2", new Xapian::IneB2Weight());
    add("IfB2", new Xapian::IfB2Weight());
    add("BB2", new Xapian::BB2Weight());
    add("PL2", new Xapian::PL2Weight());
    add("DPH", new Xapian::DPHWeight());
    add("InB2 c=0.5", new InB2(0.5));
    add("InB2", new InB2(1));
    add("InB2 c=2", new InB2(2));
    return all;
}

struct Word {
    std::string typed;
    bool function;
};

struct Question {
    std::string id;
    std::vector<Word> words;
};

/// The words as the index has them: TermGenerator cuts both.
std::vector<std::string> words_of(const std::string& text) {
    Xapian::TermGenerator generator;
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(text);
    std::vector<std::string> words(generator.get_termpos() + 1);
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
            words[*at] = *term;
    std::erase(words, "");
    return words;
}

std::vector<Question> questions_of(const char* list, const char* function_words) {
    std::ifstream known(function_words);
    const std::set<std::string> function{std::istream_iterator<std::string>(known), {}};
    std::vector<Question> questions;
    std::ifstream lines(list);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t tab = line.find('\t');
        Question& question = questions.emplace_back(Question{line.substr(0, tab), {}});
        for (std::string& word : words_of(line.substr(tab + 1))) {
            const bool is_function = function.contains(word);
            question.words.push_back({std::move(word), is_function});
        }
    }
    return questions;
}

struct Variant {
    bool as_typed;
    bool function_words;
};

Xapian::Query query_of(const Question& question, const Variant& variant) {
    using Xapian::Query;
    const Xapian::Stem stemmer("en");
    std::vector<Query> words;
    for (const Word& word : question.words) {
        Query query("Z" + stemmer(word.typed));
        if (variant.as_typed)
            query = Query(Query::OP_AND_MAYBE, query,
                          Query(Query::OP_SCALE_WEIGHT, Query(word.typed), as_typed_weight));
        if (variant.function_words && word.function)
            query = Query(Query::OP_SCALE_WEIGHT, query, function_word_weight);
        words.push_back(query);
    }
    return {Query::OP_OR, words.begin(), words.end()};
}

Xapian::WritableDatabase index_of(const char* folder, unsigned title_weight) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (const std::string& path : morgue::bench::article_paths(folder)) {
        const auto article = morgue::bench::read_article(path);
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(article.title, title_weight);
        generator.index_text(article.body);
        document.set_data(std::filesystem::path(path).stem());
        database.add_document(document);
    }
    return database;
}

void print_rankings(const Xapian::Database& database, const std::string& kind,
                    const Xapian::Weight& weight,
                    const std::vector<std::pair<std::string, Xapian::Query>>& queries) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(weight);
    for (const auto& [id, query] : queries) {
        enquire.set_query(query);
        const Xapian::MSet hits = enquire.get_mset(0, depth);
        std::string line = kind + '\t' + id;
        for (auto hit = hits.begin(); hit != hits.end(); ++hit)
            line += '\t' + hit.get_document().get_data();
        std::puts(line.c_str());
    }
}

void rank_all(const char* folder, const std::vector<Question>& questions) {
    for (const unsigned title_weight : {1U, 3U, 5U}) {
        const Xapian::WritableDatabase database = index_of(folder, title_weight);
        for (const Variant& variant :
             {Variant{false, false}, {false, true}, {true, false}, {true, true}}) {
            std::vector<std::pair<std::string, Xapian::Query>> queries;
            for (const Question& question : questions)
                queries.emplace_back(question.id, query_of(question, variant));
            for (const Scheme& scheme : schemes())
                print_rankings(database,
                               scheme.name + ", title x" + std::to_string(title_weight) +
                                   (variant.as_typed ? ", as typed" : "") +
                                   (variant.function_words ? ", function words" : ""),
                               *scheme.weight, queries);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_weighting_grid FOLDER LIST FUNCTION_WORDS\n");
        return 2;
    }
    try {
        rank_all(argv[1], questions_of(argv[2], argv[3]));
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "bench_weighting_grid: %s\n", error.get_description().c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_weighting_grid: %s\n", error.what());
        return 1;
    }
    return 0;
}

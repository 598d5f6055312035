// Plain Xapian's answers, from the index that bench_termgenerator_build makes.
#include <memory>
#include <stdexcept>

#include <xapian.h>

#include <tools/bench/queries/timing.hpp>

namespace {

using namespace morgue::bench;

constexpr std::size_t snippet_bytes = 240;

class XapianAsker {
  public:
    XapianAsker(const std::string& index, bool snippets)
        : database_(index), stemmer_("en"), snippets_(snippets) {}

    std::size_t ask(const ListedQuery& listed) const {
        Xapian::Enquire enquire{database_};
        enquire.set_query(query_of(listed));
        const Xapian::MSet hits = enquire.get_mset(0, 10);
        for (Xapian::MSetIterator hit = hits.begin(); hit != hits.end(); ++hit) {
            const std::string text = hit.get_document().get_data();
            if (snippets_) hits.snippet(text, snippet_bytes, stemmer_);
        }
        return hits.size();
    }

  private:
    Xapian::Query query_of(const ListedQuery& listed) const {
        const bool exact = listed.op == Operator::phrase || listed.op == Operator::near;
        std::vector<std::string> terms;
        for (const std::string& word : listed.words)
            terms.push_back(exact ? word : "Z" + stemmer_(word));
        const auto window = static_cast<Xapian::termcount>(
            listed.op == Operator::near ? near_distance + terms.size() - 1 : terms.size());
        return {operator_of(listed.op), terms.begin(), terms.end(), exact ? window : 0};
    }

    static Xapian::Query::op operator_of(Operator op) {
        switch (op) {
            case Operator::any:
                return Xapian::Query::OP_OR;
            case Operator::phrase:
                return Xapian::Query::OP_PHRASE;
            case Operator::near:
                return Xapian::Query::OP_NEAR;
            default:
                return Xapian::Query::OP_AND;
        }
    }

    Xapian::Database database_;
    Xapian::Stem stemmer_;
    bool snippets_;
};

/// Xapian's errors are not std::exceptions.
template <typename Function>
auto telling_errors(Function function) {
    try {
        return function();
    } catch (const Xapian::Error& error) {
        throw std::runtime_error(error.get_description());
    }
}

Ask open(const std::string& index, bool snippets) {
    const auto asker =
        telling_errors([&] { return std::make_shared<XapianAsker>(index, snippets); });
    return [asker](const ListedQuery& query) {
        return telling_errors([&] { return asker->ask(query); });
    };
}

}  // namespace

int main(int argc, char** argv) {
    return query_main(argc, argv, open);
}

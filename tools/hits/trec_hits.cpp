#include <array>
#include <cstdio>

#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view only_question = "1";

constexpr const char* remedy = "write it without spaces, or choose another --format";

/// trec_eval takes a line apart at white space, so none may stand in what it reads as one.
bool is_word(std::string_view text) {
    return !text.empty() && text.find_first_of(" \t\r\n\v\f") == std::string_view::npos;
}

std::string complaint(const std::string& what, const std::string& word) {
    return what + " '" + word + "' is empty or has a space in it, which a TREC run cannot hold";
}

/// "qid Q0 id rank score run", as trec_eval reads it.
class TrecHits : public HitPrinter {
  public:
    explicit TrecHits(const HitOutput& output) : run_(output.style.run) {
        if (!is_word(run_)) throw UsageError(complaint("the name of the run", run_), remedy);
    }

    void begin(const Asked& asked) override { qid_ = asked.id.empty() ? only_question : asked.id; }
    std::optional<QueryError> objection(const ListedQuery& listed) const override {
        if (is_word(listed.id)) return std::nullopt;
        return QueryError{"bad-id", 0, 0, complaint("the id", listed.id), remedy};
    }
    void hit(const Hit& hit) override {
        std::array<char, 32> score{};
        std::snprintf(score.data(), score.size(), "%.6f", hit.score);
        write_line(std::string{qid_} + " Q0 " + hit.found.id.to_string() + " " +
                   std::to_string(hit.rank) + " " + score.data() + " " + run_);
    }

  private:
    const std::string& run_;
    std::string_view qid_;
};

}  // namespace

std::unique_ptr<HitPrinter> make_trec_hits(const HitOutput& output) {
    return std::make_unique<TrecHits>(output);
}

}  // namespace morgue::tools

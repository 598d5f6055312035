#include <cstdio>

#include <tools/explained.hpp>
#include <tools/named_articles.hpp>
#include <tools/output.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

std::string rounded(double score) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", score);
    return text;
}

std::string score_text(const std::optional<double>& score, bool is_asked) {
    if (!is_asked) return {};
    return "  " + (score ? rounded(*score) : std::string{"not answered"});
}

void print_text(const Question& question, const Explanation& told, bool is_asked) {
    write_line("typed   " + printable(question.text));
    write_line("read    " + printable(question.query.reading()));
    write_line("tree    " + printable(question.query.tree()));
    write_line("xapian  " + printable(told.xapian));
    for (const ExplainedPart& part : told.parts)
        write_line("part    " + printable(part.text) + ": " + counted(part.articles, "article") +
                   score_text(part.score, is_asked));
    for (const AddedWord& word : told.added)
        write_line("added   " + printable(word.text) + ": counts " + rounded(word.weight) +
                   score_text(word.score, is_asked));
    if (told.age)
        write_line("age     adds at most " + rounded(told.age->most) +
                   score_text(told.age->score, is_asked));
    write_line("all     " + counted(told.articles, "article") + score_text(told.score, is_asked));
}

Json part_json(const ExplainedPart& part) {
    Json out{{"text", part.text}, {"articles", part.articles}};
    if (part.score) out["score"] = *part.score;
    return out;
}

Json added_json(const AddedWord& word) {
    Json out{{"text", word.text}, {"weight", word.weight}};
    if (word.score) out["score"] = *word.score;
    return out;
}

Json age_json(const ExplainedAge& age) {
    Json out{{"most", age.most}};
    if (age.score) out["score"] = *age.score;
    return out;
}

void print_json(const Question& question, const Explanation& told) {
    Json out = record("explanation");
    out["query"] = question.text;
    out["parsed"] = question.query.to_string();
    out["tree"] = question.query.to_json();
    out["xapian"] = told.xapian;
    out["articles"] = told.articles;
    if (told.score) out["score"] = *told.score;
    out["parts"] = Json::array();
    for (const ExplainedPart& part : told.parts) out["parts"].push_back(part_json(part));
    for (const AddedWord& word : told.added) out["added"].push_back(added_json(word));
    if (told.age) out["age"] = age_json(*told.age);
    write_line(line_of(out));
}

}  // namespace

ExitCode explain(const Question& question, const OpenedIndex& index, const std::string& id,
                 const HitChoice& choice) {
    std::optional<ArticleId> of;
    if (!id.empty()) {
        const Lookup found = index.searcher.lookup(id);
        if (!found.article) return tell_not_one(id, found.candidates, index);
        of = found.article->id;
    }
    const Explanation told = index.searcher.explain(question.query, of, choice.options);
    check_answer(question, told);
    if (choice.format->readers == Readers::people)
        print_text(question, told, of.has_value());
    else
        print_json(question, told);
    finish_output();
    return told.articles > 0 ? ExitCode::success : ExitCode::nothing_found;
}

}  // namespace morgue::tools

#include <algorithm>

#include <tools/diagnostics.hpp>
#include <tools/hits/answer_question.hpp>
#include <tools/named_articles.hpp>
#include <tools/output.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

class SimilarCommand : public Command {
  public:
    std::string_view name() const override { return "similar"; }
    std::string_view operands() const override { return "ID|FILE"; }
    std::string_view summary() const override { return "find articles about the same"; }
    std::string_view examples() const override {
        return "morgue similar 3f2a9c41b0de\n"
               "morgue similar --sort=oldest 2019/03/04/louvre.html\n"
               "morgue search --ids -n 1 storm | xargs morgue similar";
    }
    std::string_view details() const override {
        return "The words that stand out in the article, often in it and rarely in others, make a "
               "query any word of which answers; the footer shows it, to be taken on from there. "
               "Articles with most of them come first. Those that nearly repeat the article are "
               "left out: morgue search dup:ID has them.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    HitFlags hits_;
    LooksFlags looks_;
};

void SimilarCommand::declare(FlagSet& flags) {
    hits_.declare(flags);
    looks_.declare(flags);
}

/// The articles of one id may stand in several indexes.
bool are_one(const std::vector<IndexedArticle>& articles) {
    return std::ranges::all_of(
        articles, [&](const IndexedArticle& article) { return article.id == articles.front().id; });
}

ExitCode SimilarCommand::run(const Invocation& invocation) {
    const HitChoice choice = hits_.choice();
    if (invocation.operands.size() != 1)
        throw UsageError("similar takes one article", "name it by its id or its file");
    const Looks looks = looks_.read(invocation);
    const OpenedIndex index = open_index(invocation);
    const std::string& name = invocation.operands.front();
    const NamedArticles named = ArticleNames{index}.find(name);
    if (named.articles.empty()) return tell_not_one(name, named.candidates, index);
    if (!are_one(named.articles))
        throw UsageError("'" + name + "' holds " + counted(named.articles.size(), "article"),
                         "name one by its id: morgue show " + name + " tells them");
    if (choice.answering == Answering::silenced) be_quiet();
    const Query query = index.searcher.similar_to(named.articles.front().id).value();
    const Question question{query.to_string(), query};
    if (choice.format->readers == Readers::programs) tell_reading(question);
    const ExitCode code = answer_question(question, {index, looks, choice.style}, choice);
    if (code == ExitCode::nothing_found && choice.answering != Answering::silenced)
        print_note({"nothing-similar", "no other article has the words that stand out in it"});
    return code;
}

}  // namespace

std::unique_ptr<Command> make_similar_command() {
    return std::make_unique<SimilarCommand>();
}

}  // namespace morgue::tools

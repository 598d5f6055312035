#include <tools/count_list.hpp>
#include <tools/diagnostics.hpp>
#include <tools/explained.hpp>
#include <tools/hits/answer_question.hpp>
#include <tools/hits/hit_flags.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/nothing_found.hpp>
#include <tools/query_list.hpp>
#include <tools/search_list.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

class SearchCommand : public Command {
  public:
    std::string_view name() const override { return "search"; }
    std::string_view short_form() const override { return "s"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "find articles by word and phrase"; }
    std::string_view examples() const override {
        return "morgue search storm corps\n"
               "morgue search '\"storm corps\" russia date:2024-10'\n"
               "morgue search --sort=newest --json 'title:election NOT poll'";
    }
    std::string_view details() const override {
        return "The arguments are put together to one query: all its words have to occur, in any "
               "form. morgue help query says what else it can say, morgue help output what the "
               "results look like.\n"
               "\n"
               "With --any a whole sentence is asked, in which nothing is syntax: any of its words "
               "answers, and articles with most of them come first. --expand lets words count too "
               "that stand out in the five best articles; --recency=90d adds up to half of the "
               "best score to new articles, half as much for every 90 days of age. Neither "
               "changes which articles answer.\n"
               "\n"
               "The query as it was typed and read, its tree, what Xapian is asked, and how many "
               "articles answer each part alone are shown by --explain, and by --explain=ID what "
               "each part adds to the score of that article, too; with --expand also the words "
               "that it lets count, by their stems, and with --recency what age adds.\n"
               "\n"
               "With --queries each line of a list is asked, in its order, by one process: a "
               "query, or an id, a tab and a query; without an id its line's number is it. Hits "
               "in json and csv name the id (qid), and it is the topic in trec; paths, ids and "
               "vimgrep stand one query after the other. A line that is no query is reported, has "
               "a row of its own that says so, and the exit status is 4.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    void refuse_what_explaining_ignores(const Invocation& invocation) const;
    ExitCode search_queries(const Invocation& invocation, const HitChoice& choice) const;

    QuestionFlags question_;
    QueryListFlags queries_;
    HitFlags hits_;
    LooksFlags looks_;
    std::string explain_;
};

void SearchCommand::declare(FlagSet& flags) {
    question_.declare(flags);
    queries_.declare(flags);
    hits_.declare(flags);
    flags.add_flag_with_value("--explain", explain_,
                              "how it is read and asked, what answers each part; score parts of ID",
                              "ID");
    looks_.declare(flags);
}

ExitCode SearchCommand::run(const Invocation& invocation) {
    const HitChoice choice = hits_.choice();
    if (!explain_.empty()) refuse_what_explaining_ignores(invocation);
    if (queries_.given(invocation)) return search_queries(invocation, choice);
    const Question question = read_question(invocation.operands, question_);
    if (choice.answering == Answering::silenced) be_quiet();
    if (choice.format->readers == Readers::programs) tell_reading(question);
    const Looks looks = looks_.read(invocation);
    const OpenedIndex index = open_index(invocation);
    if (!explain_.empty())
        return explain(question, index, explain_ == FlagSet::without_value ? "" : explain_, choice);
    const ExitCode code = answer_question(question, {index, looks, choice.style}, choice);
    if (code == ExitCode::nothing_found && choice.answering != Answering::silenced)
        explain_nothing(index.searcher, question, invocation, name());
    return code;
}

void SearchCommand::refuse_what_explaining_ignores(const Invocation& invocation) const {
    hits_.refuse_what_explaining_ignores();
    if (queries_.given(invocation))
        throw UsageError("--explain is of one query, and --queries asks many",
                         "leave one of them out");
}

ExitCode SearchCommand::search_queries(const Invocation& invocation,
                                       const HitChoice& choice) const {
    if (choice.answering == Answering::silenced)
        throw UsageError("-q says of one query whether it finds anything, not of a list",
                         "leave out -q or --queries; -c counts for each query");
    QueryList list{queries_.path(), question_};
    const Looks looks = looks_.read(invocation);
    const OpenedIndex index = open_index(invocation);
    const bool plain = invocation.common.plain;
    if (choice.answering == Answering::counted)
        return count_list(list, index.searcher, {choice.format->name == "json", plain});
    const HitOutput output{index, looks, choice.style};
    return search_list(list, output, {*choice.format, choice.options, plain});
}

}  // namespace

std::unique_ptr<Command> make_search_command() {
    return std::make_unique<SearchCommand>();
}

}  // namespace morgue::tools

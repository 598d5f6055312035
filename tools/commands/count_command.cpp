#include <tools/count_list.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/nothing_found.hpp>
#include <tools/opened_index.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/question.hpp>
#include <tools/render/tally_json.hpp>
#include <tools/render/tally_text.hpp>
#include <tools/render/terminal.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

std::vector<std::string> names_of_ways() {
    std::vector<std::string> names;
    for (const By by : ways_to_count()) names.emplace_back(to_string(by));
    return names;
}

class CountCommand : public Command {
  public:
    std::string_view name() const override { return "count"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "how many articles answer, exactly"; }
    std::string_view examples() const override {
        return "morgue count '\"storm corps\" date:2024'\n"
               "morgue count --by=source storm\n"
               "morgue count --queries names.txt";
    }
    std::string_view details() const override {
        return "With --by each value that the index holds has a row, also where none of its "
               "articles answers: so that no hits can be told from nothing held. A program gets "
               "the value, the hits and the articles held with tabs between; the value is empty "
               "for the articles that state none.\n"
               "\n"
               "Spellings that differ in case, accents or spaces alone are one value. An article "
               "dated 2019 counts as 2019 among months, never as one of them.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    ExitCode count_queries(const Invocation& invocation) const;
    std::size_t print_count(const Question& question, const Searcher& searcher) const;
    std::size_t print_tally(const Question& question, const Searcher& searcher,
                            const Looks& looks) const;

    QuestionFlags question_;
    QueryListFlags queries_;
    LooksFlags looks_;
    std::string by_;
    bool json_ = false;
};

void CountCommand::declare(FlagSet& flags) {
    question_.declare(flags);
    queries_.declare(flags);
    flags.add_option(
        "--by", by_,
        "a row for each " + listed(names_of_ways()) + ": its hits and the articles held",
        {"WHAT", one_of(names_of_ways())});
    flags.add_flag("--json", json_, "JSON, one object a line");
    looks_.declare_width(flags);
}

ExitCode CountCommand::run(const Invocation& invocation) {
    if (queries_.given(invocation)) return count_queries(invocation);
    const Question question = read_question(invocation.operands, question_);
    tell_reading(question);
    const OpenedIndex index = open_index(invocation);
    const std::size_t found = by_.empty()
                                  ? print_count(question, index.searcher)
                                  : print_tally(question, index.searcher, looks_.read(invocation));
    finish_output();
    if (found > 0) return ExitCode::success;
    explain_nothing(index.searcher, question, invocation, name());
    return ExitCode::nothing_found;
}

ExitCode CountCommand::count_queries(const Invocation& invocation) const {
    if (!by_.empty())
        throw UsageError("--by counts one query, not a list of them",
                         "leave out --by or --queries");
    QueryList list{queries_.path(), question_};
    return count_list(list, open_index(invocation).searcher, {json_, invocation.common.plain});
}

std::size_t CountCommand::print_count(const Question& question, const Searcher& searcher) const {
    const Count count = searcher.count(question.query);
    check_answer(question, count);
    write_line(json_ ? count_as_json(count) : std::to_string(count.articles));
    return count.articles;
}

std::size_t CountCommand::print_tally(const Question& question, const Searcher& searcher,
                                      const Looks& looks) const {
    const By by = by_named(by_).value();
    const Tally tally = searcher.tally(question.query, by);
    check_answer(question, tally);
    if (!json_ && (looks.plain || stdout_is_terminal())) {
        page_output(looks);
        write_out(tally_for_people(tally, by, looks));
    } else {
        for (const TallyRow& row : tally.rows)
            write_line(json_ ? tally_row_as_json(row, by) : row_with_tabs(row));
    }
    return tally.hits;
}

}  // namespace

std::unique_ptr<Command> make_count_command() {
    return std::make_unique<CountCommand>();
}

}  // namespace morgue::tools

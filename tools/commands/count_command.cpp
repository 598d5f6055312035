#include <CLI/CLI.hpp>

#include <tools/count_list.hpp>
#include <tools/nothing_found.hpp>
#include <tools/opened_index.hpp>
#include <tools/output.hpp>
#include <tools/question.hpp>
#include <tools/render/render_json.hpp>

namespace morgue::tools {

namespace {

class CountCommand : public Command {
  public:
    std::string_view name() const override { return "count"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "how many articles answer, exactly"; }
    std::string_view examples() const override {
        return "morgue count '*'\n"
               "morgue count '\"storm corps\" date:2024'\n"
               "morgue count --queries names.txt";
    }
    void declare(CLI::App& flags) override {
        question_.declare(flags);
        queries_.declare(flags);
        flags.add_flag("--json", json_, "a line of JSON");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    QuestionFlags question_;
    QueryListFlags queries_;
    bool json_ = false;
};

ExitCode CountCommand::run(const Invocation& invocation) {
    if (queries_.given(invocation)) {
        QueryList list{queries_.path(), question_};
        return count_list(list, open_index(invocation).searcher, json_);
    }
    const Question question = read_question(invocation.operands, question_);
    tell_reading(question);
    const OpenedIndex index = open_index(invocation);
    const Count count = index.searcher.count(question.query);
    check_answer(question, count);
    write_line(json_ ? count_as_json(count.articles) : std::to_string(count.articles));
    if (count.articles > 0) return ExitCode::success;
    finish_output();
    explain_nothing(index.searcher, question, invocation, name());
    return ExitCode::nothing_found;
}

}  // namespace

std::unique_ptr<Command> make_count_command() {
    return std::make_unique<CountCommand>();
}

}  // namespace morgue::tools

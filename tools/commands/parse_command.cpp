#include <tools/diagnostics.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/question.hpp>
#include <tools/render/json_parts.hpp>

namespace morgue::tools {

namespace {

class ParseCommand : public Command {
  public:
    std::string_view name() const override { return "parse"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "show how a query is read"; }
    std::string_view examples() const override {
        return "morgue parse 'tesla strike OR lockout'\n"
               "morgue parse --json '\"storm corps\" W/5 harbour'\n"
               "morgue search --syntax=json '{\"word\": \"storm\"}'";
    }
    std::string_view details() const override {
        return "Prints the query as it was read and its tree; no index is asked. With --json the "
               "tree is one that --syntax=json takes: docs/QUERY-SYNTAX.md has its keys. morgue "
               "search --explain also asks an index, and counts what answers each part.";
    }
    void declare(FlagSet& flags) override {
        question_.declare(flags);
        flags.add_flag("--json", json_, "JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override {
        const Question question = read_question(invocation.operands, question_);
        const Query& query = question.query;
        print_notes(question.notes);
        print_notes(query.notes());
        if (json_) {
            Json out = record("parse");
            out["parsed"] = query.to_string();
            out["tree"] = query.to_json();
            write_line(line_of(out));
        } else {
            write_line(query.reading());
            write_line(query.tree());
        }
        finish_output();
        return ExitCode::success;
    }

  private:
    QuestionFlags question_;
    bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_parse_command() {
    return std::make_unique<ParseCommand>();
}

}  // namespace morgue::tools

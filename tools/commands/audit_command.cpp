#include <tools/diagnostics.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/opened_index.hpp>
#include <tools/output.hpp>
#include <tools/question.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

std::string_view told(AuditDifference::Kind kind) {
    switch (kind) {
        case AuditDifference::Kind::missed:
            return "answers, and is not found";
        case AuditDifference::Kind::extra:
            return "is found, and does not answer";
        case AuditDifference::Kind::highlighted:
            break;
    }
    return "lights other words than satisfy";
}

class AuditCommand : public Command {
  public:
    std::string_view name() const override { return "audit"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override {
        return "read every article to see whether a query is answered rightly";
    }
    std::string_view examples() const override {
        return "morgue audit '\"storm corps\" W/5 harbour'";
    }
    std::string_view details() const override {
        return "The query is asked of the index; then every article is read word by word, by "
               "another way of reading than search has, to see whether it answers and what of it "
               "satisfies. Articles of which the two say different things are named. That is as "
               "slow as it sounds.\n"
               "\n"
               "is:first and dup: cannot be audited: no text of an article tells them.";
    }
    void declare(FlagSet& flags) override {
        question_.declare(flags);
        flags.add_flag("--json", json_, "JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    void print(const Audit& audit) const;

    QuestionFlags question_;
    bool json_ = false;
};

Json ids_of(const Audit& audit, AuditDifference::Kind kind) {
    Json ids = Json::array();
    for (const AuditDifference& difference : audit.differences)
        if (difference.kind == kind) ids.push_back(difference.id.to_string());
    return ids;
}

void AuditCommand::print(const Audit& audit) const {
    if (!json_) {
        for (const AuditDifference& difference : audit.differences)
            write_line(difference.id.to_string() + " " + std::string(told(difference.kind)));
        write_line(counted(audit.articles, "article") + " read, " + std::to_string(audit.answered) +
                   " of them answer, " + counted(audit.differences.size(), "difference"));
        return;
    }
    Json out = record("audit");
    out["articles"] = audit.articles;
    out["answered"] = audit.answered;
    out["missed"] = ids_of(audit, AuditDifference::Kind::missed);
    out["extra"] = ids_of(audit, AuditDifference::Kind::extra);
    out["highlighted"] = ids_of(audit, AuditDifference::Kind::highlighted);
    write_line(line_of(out));
}

ExitCode AuditCommand::run(const Invocation& invocation) {
    const Question question = read_question(invocation.operands, question_);
    tell_reading(question);
    const OpenedIndex index = open_index(invocation);
    const Audit audit = index.searcher.audit(question.query);
    check_answer(question, audit);
    print(audit);
    finish_output();
    if (audit.differences.empty()) return ExitCode::success;
    print_error({.code = "differences",
                 .message = "the index does not answer this query as its articles do",
                 .hint = "morgue check --full tells whether it is damaged; if it is not, this is a "
                         "fault of Morgue that should be reported"});
    return ExitCode::index;
}

}  // namespace

std::unique_ptr<Command> make_audit_command() {
    return std::make_unique<AuditCommand>();
}

}  // namespace morgue::tools

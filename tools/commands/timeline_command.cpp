#include <tools/diagnostics.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/nothing_found.hpp>
#include <tools/opened_index.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/question.hpp>
#include <tools/render/tally_json.hpp>
#include <tools/render/tally_text.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/timeline_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/timeline.hpp>

namespace morgue::tools {

namespace {

/// Nothing that answers stays unsaid because no bucket holds it.
void note_what_is_left_out(const Timeline& timeline, By by) {
    const auto left_out = [](std::size_t hits) {
        return "left out: " + counted(hits, "article") +
               (hits == 1 ? " that answers" : " that answer");
    };
    const std::string unit{to_string(by)};
    if (const std::size_t hits = timeline.undated().hits; hits > 0)
        print_note({"undated", left_out(hits) + ", undated"});
    if (const std::size_t hits = timeline.imprecise().hits; hits > 0)
        print_note({"imprecise", left_out(hits) + ", dated without a " + unit +
                                     "; morgue count --by=" + unit + " counts them"});
}

class TimelineCommand : public Command {
  public:
    std::string_view name() const override { return "timeline"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "how many articles answer, month by month"; }
    std::string_view examples() const override {
        return "morgue timeline storm\n"
               "morgue timeline --by=year '\"central bank\"'\n"
               "morgue timeline --by=day 'strike date:2019-03'";
    }
    std::string_view details() const override {
        return "Every month, year or day from the first to the last of which the index holds "
               "articles: a bar on a terminal; elsewhere the date, the hits and the articles held, "
               "with tabs between. Where nothing is held, no bar would mean nothing: on a terminal "
               "such spans are put together and marked, elsewhere they hold 0 articles.\n"
               "\n"
               "Articles without a date, or with one that is too coarse, stand in no row; a note "
               "says how many of them answer.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    void print(const Timeline& timeline, const Looks& looks) const;

    QuestionFlags question_;
    LooksFlags looks_;
    std::string by_ = "month";
    bool json_ = false;
};

void TimelineCommand::declare(FlagSet& flags) {
    question_.declare(flags);
    flags.add_option("--by", by_, "month, year or day (month)",
                     {"SPAN", one_of({"month", "year", "day"})});
    flags.add_flag("--json", json_, "JSON, one object a line");
    looks_.declare_width(flags);
}

ExitCode TimelineCommand::run(const Invocation& invocation) {
    const Question question = read_question(invocation.operands, question_);
    tell_reading(question);
    const By by = by_named(by_).value_or(By::month);
    const OpenedIndex index = open_index(invocation);
    const Tally tally = index.searcher.tally(question.query, by);
    check_answer(question, tally);
    const Timeline timeline{tally, by};
    print(timeline, looks_.read(invocation));
    finish_output();
    note_what_is_left_out(timeline, by);
    if (tally.hits > 0) return ExitCode::success;
    explain_nothing(index.searcher, question, invocation, name());
    return ExitCode::nothing_found;
}

void TimelineCommand::print(const Timeline& timeline, const Looks& looks) const {
    const By by = by_named(by_).value_or(By::month);
    if (json_) {
        timeline.for_each_bucket(
            [&](const TallyRow& bucket) { write_line(bucket_as_json(bucket, by)); });
    } else if (looks.plain || stdout_is_terminal()) {
        page_output(looks);
        timeline_for_people(timeline, looks, [](const std::string& line) { write_line(line); });
    } else {
        timeline.for_each_bucket([](const TallyRow& bucket) { write_line(row_with_tabs(bucket)); });
    }
}

}  // namespace

std::unique_ptr<Command> make_timeline_command() {
    return std::make_unique<TimelineCommand>();
}

}  // namespace morgue::tools

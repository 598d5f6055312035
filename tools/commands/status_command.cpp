#include <utility>

#include <morgue/status.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/render/status_json.hpp>
#include <tools/render/status_text.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

class StatusCommand : public Command {
  public:
    std::string_view name() const override { return "status"; }
    std::string_view operands() const override { return ""; }
    std::string_view summary() const override {
        return "what the index holds, and what it skipped";
    }
    std::string_view examples() const override {
        return "morgue status\n"
               "morgue status --skipped\n"
               "morgue status --json";
    }
    std::string_view details() const override {
        return "Long lists show the most frequent values; --json has all of them.";
    }
    void declare(FlagSet& flags) override {
        flags.add_flag("--skipped", skipped_,
                       "list the files, and parts of files, that gave no article, and why");
        flags.add_flag("--json", json_, "JSON, one object a line");
        looks_.declare_width(flags);
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    void print(const IndexStatus& status, const Paths& paths, const Looks& looks) const;
    void print_skipped(const IndexStatus& status, const Paths& paths) const;

    LooksFlags looks_;
    bool skipped_ = false;
    bool json_ = false;
};

/// Several indexes, one below the other.
ExitCode StatusCommand::run(const Invocation& invocation) {
    if (!invocation.operands.empty())
        throw UsageError("status takes no arguments", "name an index with -d DIR");
    const Looks looks = looks_.read(invocation);
    bool is_first = true;
    for (const std::string& dir : indexes_to_read(invocation)) {
        if (!std::exchange(is_first, false) && !json_ && !skipped_) write_line("");
        print(status(dir), Paths{{dir}}, looks);
    }
    return ExitCode::success;
}

void StatusCommand::print(const IndexStatus& status, const Paths& paths, const Looks& looks) const {
    if (skipped_)
        print_skipped(status, paths);
    else if (json_)
        write_line(status_as_json(status, paths));
    else
        write_out(status_as_text(status, paths, looks));
}

void StatusCommand::print_skipped(const IndexStatus& status, const Paths& paths) const {
    for (const Skip& skip : status.skipped)
        write_line(json_ ? skip_as_json(skip, paths) : skip_as_text(skip, paths));
    finish_output();
    if (status.skipped.empty())
        print_note({"none-skipped", "every file of " + paths.index() + " gave its articles"});
}

}  // namespace

std::unique_ptr<Command> make_status_command() {
    return std::make_unique<StatusCommand>();
}

}  // namespace morgue::tools

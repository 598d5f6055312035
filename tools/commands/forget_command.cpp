#include <morgue/ingest.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/paths.hpp>
#include <tools/render/index_report_json.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

class ForgetCommand : public Command {
  public:
    std::string_view name() const override { return "forget"; }
    std::string_view operands() const override { return "PATH"; }
    std::string_view summary() const override {
        return "drop a folder that the index keeps up with, and its articles";
    }
    std::string_view examples() const override {
        return "morgue forget ~/archive/drafts\n"
               "morgue -d ~/all.index forget /mnt/disk/wire\n"
               "morgue status";
    }
    std::string_view details() const override {
        return "The folder may be gone already. Nothing of it is read again, also where it lies in "
               "another folder that the index keeps up with, until it is named to morgue index. "
               "To leave out a part of a folder, name it in a .morgueignore.";
    }
    void declare(FlagSet& flags) override {
        flags.add_flag("--json", json_, "the report as JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    bool json_ = false;
};

ExitCode ForgetCommand::run(const Invocation& invocation) {
    if (invocation.operands.size() != 1)
        throw UsageError("forget takes one PATH", "morgue status lists the folders");
    const std::string& path = invocation.operands.front();
    const std::string dir = index_that_keeps(invocation, path);
    const Paths paths{{dir}};
    const ForgetReport report = forget(dir, path);
    if (json_)
        write_out(forget_as_json(report, paths));
    else
        write_line("forgot " + printable(paths.from_here(report.root)) + ": " +
                   counted(report.articles, "article") + " removed");
    finish_output();
    print_notes(report.notes);
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_forget_command() {
    return std::make_unique<ForgetCommand>();
}

}  // namespace morgue::tools

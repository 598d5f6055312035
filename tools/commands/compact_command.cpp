#include <morgue/compact.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/interrupt.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/paths.hpp>
#include <tools/render/index_report_json.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>
#include <tools/waiting.hpp>

namespace morgue::tools {

namespace {

CompactReport watched_compact(const std::string& dir, bool plain) {
    const Interrupt interrupt;
    const Waiting waiting{"compacting", plain};
    return compact(dir, interrupt.token());
}

class CompactCommand : public Command {
  public:
    std::string_view name() const override { return "compact"; }
    std::string_view operands() const override { return ""; }
    std::string_view summary() const override {
        return "make an index that was often updated small and quick again";
    }
    std::string_view examples() const override {
        return "morgue compact\n"
               "morgue -d ~/all.index compact\n"
               "morgue compact --json";
    }
    std::string_view details() const override {
        return "An update is written beside what is there, and merged with it as far as that is "
               "worth its while. This merges all, and leaves out what was removed or superseded, "
               "so that other programs that open the index do not see it any more. Searches go on "
               "meanwhile, and when it is stopped the index is as it was.\n"
               "\n"
               "The disk needs room for the index a second time. The old files are removed by the "
               "first run of morgue index or morgue compact that comes more than a minute after.";
    }
    void declare(FlagSet& flags) override {
        flags.add_flag("--json", json_, "the report as JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    bool json_ = false;
};

ExitCode CompactCommand::run(const Invocation& invocation) {
    if (!invocation.operands.empty())
        throw UsageError("compact takes no arguments", "name an index with -d DIR");
    const std::string dir = index_to_write(invocation, {});
    const CompactReport report = watched_compact(dir, invocation.common.plain);
    if (report.interrupted) {
        print_warning({.code = "stopped",
                       .message = "stopped early; the index is as it was",
                       .hint = "the same command begins again"});
        return ExitCode::interrupted;
    }
    if (json_)
        write_out(compact_as_json(report, Paths{{dir}}));
    else
        write_line("compacted " + counted(report.articles, "article") + ": " +
                   bytes_for_people(report.bytes_before) + " before, " +
                   bytes_for_people(report.bytes_after) + " now");
    finish_output();
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_compact_command() {
    return std::make_unique<CompactCommand>();
}

}  // namespace morgue::tools

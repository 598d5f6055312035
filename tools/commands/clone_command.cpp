#include <chrono>

#include <morgue/clone.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/interrupt.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/paths.hpp>
#include <tools/progress.hpp>
#include <tools/render/index_report_json.hpp>
#include <tools/render/pace.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

Progress tell_copying(std::uint64_t copied, std::uint64_t all, double seconds) {
    const double share = share_of(copied, all);
    return {"copying",
            share,
            {bytes_for_people(copied) + " of " + bytes_for_people(all), time_left(share, seconds),
             byte_rate(copied, seconds)}};
}

CloneReport copy(const std::string& from, const std::string& to, bool plain) {
    using Clock = std::chrono::steady_clock;
    ProgressLine line{plain};
    const Interrupt interrupt;
    const auto begin = Clock::now();
    const auto show = [&](std::uint64_t copied, std::uint64_t all) {
        line.show([&] {
            const std::chrono::duration<double> taken = Clock::now() - begin;
            return tell_copying(copied, all, taken.count());
        });
    };
    return clone(from, to, {interrupt.token(), show});
}

class CloneCommand : public Command {
  public:
    std::string_view name() const override { return "clone"; }
    std::string_view operands() const override { return "SRC DST"; }
    std::string_view summary() const override {
        return "copy an index, also while it is being written";
    }
    std::string_view examples() const override {
        return "morgue clone ~/archive /mnt/backup/archive.index\n"
               "morgue clone ~/archive/.morgue ~/copy/.morgue\n"
               "morgue -d /mnt/backup/archive.index status";
    }
    std::string_view details() const override {
        return "SRC is an index, or the folder that holds its .morgue, and is only read; DST must "
               "not exist, or be empty. The copy holds what was published at one moment and is "
               "on the disk when the command ends. Searching needs nothing else; to be brought up "
               "to date, a copy of ~/archive/.morgue belongs into a copy of ~/archive.";
    }
    void declare(FlagSet& flags) override {
        flags.add_flag("--json", json_, "the report as JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    bool json_ = false;
};

ExitCode CloneCommand::run(const Invocation& invocation) {
    if (invocation.operands.size() != 2 || invocation.operands[1].empty())
        throw UsageError("clone takes an index and the folder of its copy",
                         "morgue clone ~/archive ~/copy.index");
    if (!invocation.common.index_dirs.empty())
        throw UsageError("clone takes the index as its first argument, not by -d",
                         "morgue clone ~/archive ~/copy.index");
    Invocation source = invocation;
    source.common.index_dirs = {invocation.operands[0]};
    const std::string from = indexes_to_read(source).front();
    const std::string& to = invocation.operands[1];
    const CloneReport report = copy(from, to, invocation.common.plain);
    if (report.interrupted) {
        print_warning({.code = "stopped",
                       .message = "stopped early; there is no copy",
                       .hint = "the same command begins again"});
        return ExitCode::interrupted;
    }
    if (json_)
        write_out(clone_as_json(report, to, Paths{{from}}));
    else
        write_line("copied " + counted(report.articles, "article") + " to " + printable(to) + ", " +
                   bytes_for_people(report.bytes));
    finish_output();
    print_notes(report.notes);
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_clone_command() {
    return std::make_unique<CloneCommand>();
}

}  // namespace morgue::tools

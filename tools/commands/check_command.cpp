#include <algorithm>
#include <chrono>

#include <morgue/check.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/interrupt.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/paths.hpp>
#include <tools/progress.hpp>
#include <tools/render/check_report.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

class CheckCommand : public Command {
  public:
    std::string_view name() const override { return "check"; }
    std::string_view operands() const override { return ""; }
    std::string_view summary() const override {
        return "find out whether the index is as it was written";
    }
    std::string_view examples() const override {
        return "morgue check\n"
               "morgue check --quick\n"
               "morgue -d /mnt/backup/archive.index check --full";
    }
    std::string_view details() const override {
        return "Every piece of every file is compared with the checksum that it was written with; "
               "then the order in the files is checked, and each article with the checksum of its "
               "own. --quick leaves the order out and reads a thousand articles or so; --full also "
               "looks whether every word is found in all articles that hold it and in no others, "
               "which takes about as long as making the index.\n"
               "\n"
               "Nothing is changed, and the index may be in use meanwhile.";
    }
    void declare(FlagSet& flags) override {
        flags.add_flag("--quick", quick_, "the files, and a sample of the articles");
        flags.add_flag("--full", full_, "every word as well");
        flags.add_flag("--json", json_, "the report as JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    ExitCode check_one(const std::string& dir, bool plain);
    CheckReport watched_check(const std::string& dir, bool plain);

    bool quick_ = false;
    bool full_ = false;
    bool json_ = false;
};

ExitCode CheckCommand::run(const Invocation& invocation) {
    if (!invocation.operands.empty())
        throw UsageError("check takes no arguments", "name an index with -d DIR");
    if (quick_ && full_) throw UsageError("--quick and --full do not go together", "give one");
    ExitCode worst = ExitCode::success;
    const std::vector<std::string> dirs = indexes_to_read(invocation);
    for (const std::string& dir : dirs) {
        if (dirs.size() > 1 && !json_) write_line(Paths{{dir}}.index() + ":");
        worst = std::max(worst, check_one(dir, invocation.common.plain));
        if (worst == ExitCode::interrupted) break;
    }
    return worst;
}

CheckReport CheckCommand::watched_check(const std::string& dir, bool plain) {
    using Clock = std::chrono::steady_clock;
    ProgressLine line{plain};
    const Interrupt interrupt;
    CheckOptions options;
    if (quick_) options.depth = CheckDepth::quick;
    if (full_) options.depth = CheckDepth::full;
    options.stop = interrupt.token();
    const auto begin = Clock::now();
    options.on_progress = [&](const CheckProgress& progress) {
        line.show([&] {
            const std::chrono::duration<double> taken = Clock::now() - begin;
            return tell_checking(progress, taken.count());
        });
    };
    return check(dir, options);
}

ExitCode CheckCommand::check_one(const std::string& dir, bool plain) {
    const auto begin = std::chrono::steady_clock::now();
    const CheckReport report = watched_check(dir, plain);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const Paths paths{{dir}};
    write_out(json_ ? check_as_json(report, taken.count(), paths) : check_as_text(report, paths));
    finish_output();
    if (report.interrupted) {
        print_warning({.code = "interrupted",
                       .message = "stopped early; there may be damage that was not looked at",
                       .hint = "the same command begins again"});
        return ExitCode::interrupted;
    }
    if (report.damage.empty()) return ExitCode::success;
    print_error({.code = std::string(to_string(ErrorCode::index_corrupt)),
                 .message = "the index is damaged",
                 .hint = advice_on(report),
                 .path = dir});
    return ExitCode::index;
}

}  // namespace

std::unique_ptr<Command> make_check_command() {
    return std::make_unique<CheckCommand>();
}

}  // namespace morgue::tools

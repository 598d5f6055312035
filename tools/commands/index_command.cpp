#include <CLI/CLI.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/index_list.hpp>
#include <tools/interrupt.hpp>
#include <tools/line/command.hpp>
#include <tools/line/flag_checks.hpp>
#include <tools/output.hpp>
#include <tools/paths.hpp>
#include <tools/progress.hpp>
#include <tools/render/index_report.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

void print_withheld(const IngestReport& report, const Paths& paths) {
    for (const Withheld& held : report.withheld) {
        const std::string root = paths.from_here(held.root);
        print_warning(
            counted(held.articles, "article") + " of " + root + " not removed: " + held.why,
            held.remedy == Withheld::Remedy::confirm ? "if they are to go: morgue index --confirm-removals " + root
                                  : "make every folder readable, then run morgue index " + root);
    }
}

ExitCode exit_code_of(const IngestReport& report) {
    if (report.interrupted) return ExitCode::interrupted;
    return report.withheld.empty() ? ExitCode::success : ExitCode::partial;
}

class IndexCommand : public Command {
  public:
    std::string_view name() const override { return "index"; }
    std::string_view operands() const override { return "PATH..."; }
    std::string_view summary() const override { return "read what is new or changed below PATH"; }
    std::string_view examples() const override {
        return "morgue index ~/archive\n"
               "morgue index --lang=de ~/archive/zeitung\n"
               "morgue -d ~/all.index index ~/archive /mnt/disk/wire";
    }
    void declare(CLI::App& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    IngestReport ingest_below(const std::string& dir, const std::vector<std::string>& paths);

    IngestOptions options_;
};

void IndexCommand::declare(CLI::App& flags) {
    flags
        .add_option("--lang", options_.lang, "language of articles here that state none, as in de")
        ->option_text("xx");
    flags.add_flag("--confirm-removals", options_.confirm_removals,
                   "remove articles whose files are gone, however many");
    flags.add_option("--max-file-size", options_.max_file_bytes, "skip larger files (64MB)")
        ->option_text("SIZE")
        ->transform(size_in_bytes());
}

ExitCode IndexCommand::run(const Invocation& invocation) {
    if (invocation.operands.empty())
        throw UsageError("index needs a PATH",
                         "name the folder of articles: morgue index ~/archive");
    const std::string dir = index_to_write(invocation, invocation.operands);
    debug("index " + dir);
    const IngestReport report = ingest_below(dir, invocation.operands);
    const std::string not_listed = remember_index(dir);
    const Paths paths{{dir}};
    write_out(rename_lines(report));
    write_line(summary_line(report));
    finish_output();
    print_notes(report.notes);
    if (!not_listed.empty()) print_note("the index is not on your list of indexes: " + not_listed);
    print_withheld(report, paths);
    if (report.interrupted)
        print_warning("stopped early; what was read is in the index",
                      "the same command goes on from here");
    return exit_code_of(report);
}

IngestReport IndexCommand::ingest_below(const std::string& dir,
                                        const std::vector<std::string>& paths) {
    ProgressLine line;
    const Interrupt interrupt;
    options_.paths = paths;
    options_.on_progress = [&](const IngestProgress& progress) { line.show(progress); };
    return ingest(dir, options_, interrupt.token());
}

}  // namespace

std::unique_ptr<Command> make_index_command() {
    return std::make_unique<IndexCommand>();
}

}  // namespace morgue::tools

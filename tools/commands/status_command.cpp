#include <CLI/CLI.hpp>

#include <morgue/status.hpp>

#include <tools/diagnostics.hpp>
#include <tools/discovery.hpp>
#include <tools/line/command.hpp>
#include <tools/output.hpp>
#include <tools/render/render_json.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

std::string labelled(std::string_view label, const std::string& value) {
    constexpr std::size_t width = 11;
    return std::string{label} + std::string(width - label.size(), ' ') + value + "\n";
}

/// "en 812, de 40, unknown 3"
std::string languages_of(const IndexStatus& status) {
    std::string list;
    for (const auto& [code, articles] : status.languages)
        list += (list.empty() ? "" : ", ") + (code.empty() ? "unknown" : printable(code)) + " " +
                grouped(articles);
    return list;
}

std::string dates_of(const IndexStatus& status) {
    const std::string undated = grouped(status.undated) + " undated";
    if (status.first_date.empty()) return undated;
    return printable(status.first_date) + " to " + printable(status.last_date) + ", " + undated;
}

std::string root_line(const RootStatus& root, const Paths& paths) {
    std::string line = printable(paths.from_here(root.path)) + ": ";
    line += counted(root.articles, "article");
    if (!root.lang.empty()) line += ", --lang=" + printable(root.lang);
    return line;
}

std::string status_as_text(const IndexStatus& status, const Paths& paths) {
    std::string text = labelled("index", printable(paths.index())) +
                       labelled("articles", grouped(status.articles)) +
                       labelled("dates", dates_of(status));
    if (!status.languages.empty()) text += labelled("languages", languages_of(status));
    for (const RootStatus& root : status.roots) text += labelled("folder", root_line(root, paths));
    text += labelled("skipped", counted(status.skipped.size(), "file") +
                                    (status.skipped.empty() ? "" : " (--skipped lists them)"));
    text += labelled("size", bytes_for_people(status.bytes_on_disk));
    if (status.superseded > 0)
        text += labelled("old", counted(status.superseded, "old version") +
                                    " that other Xapian programs still see");
    if (status.cut_words > 0)
        text += labelled(
            "cut", counted(status.cut_words, "word") + " over 120 bytes, found by their beginning");
    return text;
}

std::string skip_as_text(const Skip& skip, const Paths& paths) {
    std::string line = printable(paths.from_here(skip.path)) + ": ";
    line += to_string(skip.reason);
    if (!skip.detail.empty()) line += " (" + printable(skip.detail) + ")";
    return line;
}

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
    void declare(CLI::App& flags) override {
        flags.add_flag("--skipped", skipped_, "list the files that gave no article, and why");
        flags.add_flag("--json", json_, "JSON, one object a line");
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    void print_skipped(const IndexStatus& status, const Paths& paths) const;

    bool skipped_ = false;
    bool json_ = false;
};

ExitCode StatusCommand::run(const Invocation& invocation) {
    if (!invocation.operands.empty())
        throw UsageError("status takes no arguments", "name an index with -d DIR");
    const std::string dir = indexes_to_read(invocation).front();
    const Paths paths{{dir}};
    const IndexStatus found = status(dir);
    if (skipped_)
        print_skipped(found, paths);
    else if (json_)
        write_line(status_as_json(found, paths));
    else
        write_out(status_as_text(found, paths));
    return ExitCode::success;
}

void StatusCommand::print_skipped(const IndexStatus& status, const Paths& paths) const {
    for (const Skip& skip : status.skipped)
        write_line(json_ ? skip_as_json(skip, paths) : skip_as_text(skip, paths));
}

}  // namespace

std::unique_ptr<Command> make_status_command() {
    return std::make_unique<StatusCommand>();
}

}  // namespace morgue::tools

#include <filesystem>
#include <fstream>

#include <tools/help/page_as_man.hpp>
#include <tools/help/pages.hpp>
#include <tools/line/command.hpp>
#include <tools/output.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

namespace fs = std::filesystem;

/// For the build: writes every page of the manual below DIR, as man looks for them.
class ManualCommand : public Command {
  public:
    std::string_view name() const override { return "__manual"; }
    std::string_view operands() const override { return "DIR DATE"; }
    std::string_view summary() const override { return "write the manual"; }
    std::string_view examples() const override { return "morgue __manual share/man 2021-06-17"; }
    bool is_hidden() const override { return true; }
    void declare(FlagSet& /*flags*/) override {}
    ExitCode run(const Invocation& invocation) override;
};

void write_page(const Page& page, const fs::path& dir, const std::string& date) {
    const std::string part = std::to_string(page.part);
    const fs::path folder = dir / ("man" + part);
    fs::create_directories(folder);
    const fs::path file = folder / (manual_name(page) + "." + part);
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    out << page_as_man(page, date);
    if (!out.flush()) throw OutputError("cannot write " + file.string());
}

ExitCode ManualCommand::run(const Invocation& invocation) {
    if (invocation.operands.size() != 2)
        throw UsageError("__manual takes a folder and a date", std::string{examples()});
    for (const Page& page : manual(invocation.commands))
        write_page(page, invocation.operands[0], invocation.operands[1]);
    return ExitCode::success;
}

}  // namespace

std::unique_ptr<Command> make_manual_command() {
    return std::make_unique<ManualCommand>();
}

}  // namespace morgue::tools

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

#include <tools/progress.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/terminal.hpp>

namespace morgue::tools {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds patience{1};
constexpr std::chrono::milliseconds pause{100};
constexpr const char* erase_line = "\r\x1b[K";

std::size_t stderr_columns() {
    struct winsize size {};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

bool cannot_erase() {
    const char* const terminal = std::getenv("TERM");
    return terminal == nullptr || std::string_view{terminal} == "dumb";
}

std::vector<std::string> known_facts(const Progress& progress) {
    std::vector<std::string> facts = progress.facts;
    std::erase(facts, "");
    return facts;
}

std::string joined(const std::vector<std::string>& facts, std::size_t count,
                   std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text.append(i > 0 ? between : "").append(facts[i]);
    return text;
}

}  // namespace

std::string progress_line(const Progress& progress, std::size_t columns) {
    const std::vector<std::string> facts = known_facts(progress);
    for (std::size_t count = facts.size(); count > 0; --count) {
        const std::string line = progress.doing + ": " + joined(facts, count, " · ");
        if (display_width(line) < columns) return line;
    }
    return progress.doing.substr(0, columns > 0 ? columns - 1 : 0);
}

std::string plain_progress_line(const Progress& progress) {
    const std::vector<std::string> known = known_facts(progress);
    const std::string facts = joined(known, known.size(), ", ");
    const std::string head = progress.share < 0
                                 ? progress.doing
                                 : std::to_string(static_cast<int>(progress.share * 10) * 10) + "%";
    return facts.empty() ? head : head + ": " + facts;
}

ProgressLine::ProgressLine(bool plain)
    : on_terminal_(stderr_is_terminal()),
      plain_(plain || cannot_erase()),
      next_(steady_clock::now() + patience) {}

ProgressLine::~ProgressLine() {
    if (shown_) std::fputs(erase_line, stderr);
}

void ProgressLine::show(const std::function<Progress()>& tell) {
    const auto now = steady_clock::now();
    if (!on_terminal_ || now < next_) return;
    next_ = now + pause;
    const Progress progress = tell();
    if (plain_) return show_plainly(progress);
    shown_ = true;
    std::fputs((erase_line + progress_line(progress, stderr_columns())).c_str(), stderr);
}

void ProgressLine::show_plainly(const Progress& progress) {
    const int tenths = progress.share < 0 ? 0 : static_cast<int>(progress.share * 10);
    if (progress.doing == told_doing_ && tenths <= told_tenths_) return;
    told_doing_ = progress.doing;
    told_tenths_ = tenths;
    std::fputs((plain_progress_line(progress) + "\n").c_str(), stderr);
}

}  // namespace morgue::tools

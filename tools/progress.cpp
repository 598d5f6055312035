#include <cstdio>
#include <string>

#include <tools/progress.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr std::chrono::milliseconds pause{100};
constexpr const char* erase_line = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine()
    : on_terminal_(stderr_is_terminal()), last_(std::chrono::steady_clock::now()) {}

ProgressLine::~ProgressLine() {
    if (shown_) std::fputs(erase_line, stderr);
}

void ProgressLine::show(const IngestProgress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (!on_terminal_ || now - last_ < pause) return;
    last_ = now;
    shown_ = true;
    const std::string line = erase_line + grouped(progress.files_seen) + " files seen, " +
                             grouped(progress.files_read) + " of " +
                             grouped(progress.files_to_read) + " read, " +
                             bytes_for_people(progress.bytes_read);
    std::fputs(line.c_str(), stderr);
}

}  // namespace morgue::tools

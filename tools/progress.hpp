#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace morgue::tools {

/// How far something that may take long has come, in words.
struct Progress {
    std::string doing;  ///< "reading"
    double share = -1;  ///< from 0 to 1; less than 0 where nobody knows
    /// "1,234 of 10,788 files", what matters most first; empty ones are not told.
    std::vector<std::string> facts;
};

/// What a terminal of so many columns shows: facts that do not fit are left out.
std::string progress_line(const Progress& progress, std::size_t columns);
/// The same as a sentence for a screen reader: "30%: 1,234 of 10,788 files, 400 articles/s".
std::string plain_progress_line(const Progress& progress);

/// Follows on stderr what lasts over a second: one line that changes or, plain, a line whenever
/// another tenth is done. Nothing where stderr is no terminal.
class ProgressLine {
  public:
    explicit ProgressLine(bool plain);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    /// Takes the line away.
    ~ProgressLine();

    /// `tell` is asked only when there is something to show.
    void show(const std::function<Progress()>& tell);

  private:
    void show_plainly(const Progress& progress);

    bool on_terminal_;
    bool plain_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_;
    std::string told_doing_;
    int told_tenths_ = 0;
};

}  // namespace morgue::tools

#pragma once

#include <chrono>

#include <morgue/ingest.hpp>

namespace morgue::tools {

/// One line on stderr that follows a run of indexing; nothing where stderr is no terminal.
class ProgressLine {
  public:
    ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine();

    void show(const IngestProgress& progress);

  private:
    bool on_terminal_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace morgue::tools

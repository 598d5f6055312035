#pragma once

#include <chrono>

#include <morgue/ingest.hpp>

#include <tools/progress.hpp>

namespace morgue::tools {

/// Tells a run of indexing in words; knows when each of its phases began.
class IngestTeller {
  public:
    Progress tell(const IngestProgress& progress);

  private:
    using Clock = std::chrono::steady_clock;

    IngestProgress::Phase phase_ = IngestProgress::Phase::scanning;
    Clock::time_point since_ = Clock::now();
};

}  // namespace morgue::tools

#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <morgue/ingest.hpp>

#include <tools/progress.hpp>

namespace morgue::tools {

/// "0:12 left", "1:02:03 left": at the pace of the seconds gone by. Empty while it cannot be told.
std::string time_left(double share, double seconds);
/// "3.1 MB/s"; empty while it cannot be told.
std::string byte_rate(std::uint64_t bytes, double seconds);

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

#include <tools/render/ingest_progress.hpp>
#include <tools/render/pace.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

Progress tell_reading(const IngestProgress& progress, double seconds) {
    const double share = progress.bytes_to_read > 0
                             ? share_of(progress.bytes_read, progress.bytes_to_read)
                             : share_of(progress.files_read, progress.files_to_read);
    return {"reading",
            share,
            {grouped(progress.files_read) + " of " + grouped(progress.files_to_read) + " files",
             time_left(share, seconds), rate(progress.articles_read, seconds, "articles"),
             byte_rate(progress.bytes_read, seconds)}};
}

}  // namespace

Progress IngestTeller::tell(const IngestProgress& progress) {
    using Phase = IngestProgress::Phase;
    if (progress.phase != phase_) {
        phase_ = progress.phase;
        since_ = Clock::now();
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - since_).count();
    if (phase_ == Phase::scanning)
        return {"looking", -1, {grouped(progress.files_seen) + " files seen"}};
    if (phase_ == Phase::writing) return {"writing", -1, {}};
    return tell_reading(progress, seconds);
}

}  // namespace morgue::tools

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <tools/render/ingest_progress.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

/// Before that, a pace is chance.
constexpr double shortest_seconds = 0.5;

double share_of(std::uint64_t done, std::uint64_t all) {
    return all == 0 ? -1 : std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
}

std::string rate(std::uint64_t number, double seconds, const std::string& what) {
    if (seconds < shortest_seconds || number == 0) return {};
    return grouped(
               static_cast<std::uint64_t>(std::llround(static_cast<double>(number) / seconds))) +
           " " + what + "/s";
}

Progress without_empty(Progress progress) {
    std::erase(progress.facts, "");
    return progress;
}

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

std::string time_left(double share, double seconds) {
    if (share <= 0 || seconds < shortest_seconds) return {};
    const auto left = static_cast<long>(std::ceil(seconds * (1 - share) / share));
    std::array<char, 48> text{};
    if (left >= 3600)
        std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld left", left / 3600, left / 60 % 60,
                      left % 60);
    else
        std::snprintf(text.data(), text.size(), "%ld:%02ld left", left / 60, left % 60);
    return text.data();
}

std::string byte_rate(std::uint64_t bytes, double seconds) {
    if (seconds < shortest_seconds || bytes == 0) return {};
    const double pace = static_cast<double>(bytes) / seconds;
    return bytes_for_people(static_cast<std::uint64_t>(pace)) + "/s";
}

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
    return without_empty(tell_reading(progress, seconds));
}

}  // namespace morgue::tools

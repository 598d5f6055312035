#include <utility>

#include <morgue/ingest.hpp>

#include <indexer/formats/reader.hpp>

namespace morgue {

std::string_view to_string(SkipReason reason) noexcept {
    switch (reason) {
        case SkipReason::no_reader:
            return "no reader";
        case SkipReason::empty:
            return "empty";
        case SkipReason::binary:
            return "binary";
        case SkipReason::too_large:
            return "too large";
        case SkipReason::unreadable:
            return "unreadable";
        case SkipReason::not_a_file:
            return "not a file";
        case SkipReason::vanished:
            return "vanished";
        case SkipReason::bad_encoding:
            return "bad encoding";
        case SkipReason::malformed:
            return "malformed";
        case SkipReason::encrypted:
            return "encrypted";
        case SkipReason::reader_failed:
            return "reader failed";
        case SkipReason::incomplete:
            return "incomplete";
        case SkipReason::off_standard:
            return "off standard";
    }
    return "unknown";
}

}  // namespace morgue

namespace morgue::indexer {

Unread over_limit(std::size_t most_bytes, std::string what) {
    return {SkipReason::too_large,
            std::move(what) + "over the limit of " + std::to_string(most_bytes) + " bytes"};
}

}  // namespace morgue::indexer

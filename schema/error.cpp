#include <morgue/error.hpp>

namespace morgue {

std::string_view to_string(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::index_not_found:
            return "index-not-found";
        case ErrorCode::index_locked:
            return "index-locked";
        case ErrorCode::index_corrupt:
            return "index-corrupt";
        case ErrorCode::index_too_new:
            return "index-too-new";
        case ErrorCode::index_refused:
            return "index-refused";
        case ErrorCode::io_error:
            return "io-error";
        case ErrorCode::bad_argument:
            return "bad-argument";
    }
    return "unknown";
}

Error::Error(ErrorCode code, const std::string& what, std::string path, std::string hint)
    : std::runtime_error(what), code_(code), path_(std::move(path)), hint_(std::move(hint)) {}

}  // namespace morgue

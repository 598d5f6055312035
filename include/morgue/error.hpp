#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <morgue/export.hpp>

namespace morgue {

/// What kind of thing is broken. A bad query, an unknown id or no hits are values, never an Error.
enum class ErrorCode {
    index_not_found,  ///< no index at this path
    index_locked,     ///< another process is writing this index
    index_corrupt,    ///< the index's files disagree with each other or with their checksums
    index_too_new,    ///< written by a later version of Morgue
    index_refused,    ///< the index names something that Morgue will not open, or is not yours
    io_error,         ///< the operating system refused a read or a write
    bad_argument,     ///< a value given by the caller cannot be used
};

/// A short, stable name of the code, such as "index-locked".
MORGUE_EXPORT std::string_view to_string(ErrorCode code) noexcept;

/// Thrown when the world is broken. what() says what is wrong, path() where, hint() what to do.
class MORGUE_EXPORT Error : public std::runtime_error {
  public:
    Error(ErrorCode code, const std::string& what, std::string path = {}, std::string hint = {});

    ErrorCode code() const noexcept { return code_; }
    const std::string& path() const noexcept { return path_; }
    const std::string& hint() const noexcept { return hint_; }

  private:
    ErrorCode code_;
    std::string path_;
    std::string hint_;
};

}  // namespace morgue

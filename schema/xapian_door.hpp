#pragma once

#include <exception>
#include <string>
#include <utility>

namespace morgue::schema {

/// Turns the exception being handled into a morgue::Error about the index at `path` and throws
/// it. To be called in a catch block.
[[noreturn]] void rethrow_as_error(const std::string& path);

/// The one door between Xapian and us: what `fn` throws (Xapian::Error is no std::exception) comes
/// out as morgue::Error. A morgue::Error passes as it is.
template <typename Fn>
decltype(auto) guarded(const std::string& path, Fn&& fn) {
    try {
        return std::forward<Fn>(fn)();
    } catch (...) {
        rethrow_as_error(path);
    }
}

}  // namespace morgue::schema

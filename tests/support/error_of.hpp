#pragma once

#include <optional>

#include <morgue/error.hpp>

namespace morgue::test {

/// What `fn` throws as Error; nothing when it returns.
template <typename Fn>
std::optional<Error> error_of(Fn&& fn) {
    try {
        fn();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

/// The code of the Error that `fn` throws; nothing when it returns.
template <typename Fn>
std::optional<ErrorCode> error_code_of(Fn&& fn) {
    const std::optional<Error> error = error_of(fn);
    return error ? std::optional(error->code()) : std::nullopt;
}

}  // namespace morgue::test

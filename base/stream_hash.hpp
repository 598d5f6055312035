#pragma once

#include <memory>
#include <string_view>

#include <base/hash.hpp>

struct XXH3_state_s;

namespace morgue::base {

/// XXH3, 128 bits, of bytes that come one after the other. Stable for ever, and another than
/// hash128() has for them.
class StreamHash {
  public:
    StreamHash();

    void add(std::string_view bytes) noexcept;
    /// Of all that was added.
    Hash128 value() const noexcept;

  private:
    struct Free {
        void operator()(XXH3_state_s* state) const noexcept;
    };
    std::unique_ptr<XXH3_state_s, Free> state_;
};

}  // namespace morgue::base

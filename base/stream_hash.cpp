#include <algorithm>
#include <new>
#include <xxhash.h>

#include <base/stream_hash.hpp>

namespace morgue::base {

StreamHash::StreamHash() : state_(XXH3_createState()) {
    if (!state_) throw std::bad_alloc();
    XXH3_128bits_reset(state_.get());
}

void StreamHash::Free::operator()(XXH3_state_s* state) const noexcept {
    XXH3_freeState(state);
}

void StreamHash::add(std::string_view bytes) noexcept {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
}

Hash128 StreamHash::value() const noexcept {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_.get()));
    Hash128 hash;
    std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
    return hash;
}

}  // namespace morgue::base

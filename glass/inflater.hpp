#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct libdeflate_decompressor;

namespace morgue::glass {

/// Inflates tags as glass stores them.
class Inflater {
  public:
    Inflater();

    /// Until the next call. Nothing where the bytes are no deflated tag, or one of over 1 GiB.
    std::optional<std::string_view> inflate(std::string_view packed);

  private:
    struct Free {
        void operator()(libdeflate_decompressor* decompressor) const noexcept;
    };
    std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
    std::string buffer_;
};

}  // namespace morgue::glass

#pragma once

#include <glass/table_writer.hpp>
#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace morgue::glass {

/// Deflates tags as glass stores them: without a header, and only where that saves something.
///
/// Xapian 1.4.22 inflates a tag component by component, 8 KiB at a time, and takes the stream for
/// cut off when its input ends just as such a piece is full (CompressionStream::decompress_chunk).
/// So a tag whose last component might inflate to so much stays as it is.
class Deflater {
  public:
    Deflater();

    struct Packed {
        std::string_view bytes;  ///< until the next call, or as long as what was given
        Tag form = Tag::raw;
    };
    Packed pack(std::string_view tag);

  private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const noexcept;
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor_;
    std::string buffer_;
};

}  // namespace morgue::glass

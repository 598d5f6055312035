#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <base/file.hpp>

namespace morgue::glass {

/// A new file, written from its beginning to its end through a large buffer.
class BlockFile {
  public:
    BlockFile() = default;
    /// Throws base::FileError, also where the file is there already.
    explicit BlockFile(std::string path);

    bool open() const noexcept { return file_.open(); }
    void write(std::string_view bytes);
    /// Hands everything to the system; the caller syncs the folder. Throws base::FileError.
    void close();

  private:
    void flush();

    std::string path_;
    base::Descriptor file_;
    std::string buffer_;
};

}  // namespace morgue::glass

#pragma once

#include <string>
#include <string_view>

#include <base/file.hpp>

namespace morgue::base {

/// A file written piece by piece that takes its place whole: after a crash or power cut there are
/// all of the old bytes or all of the new ones. Until then it stands beside, under `path` and
/// ".tmp", and goes again if it is not finished. Its mode is its folder's, as with inherit_mode().
/// All throw FileError.
class DurableFile {
  public:
    explicit DurableFile(std::string path);
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;
    ~DurableFile();

    void write(std::string_view bytes) { write_all(file_, bytes, beside_); }
    /// fsync, rename, and fsync of the folder.
    void finish();

  private:
    std::string path_;
    std::string beside_;
    Descriptor file_;
};

}  // namespace morgue::base

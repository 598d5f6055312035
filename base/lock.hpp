#pragma once

#include <optional>
#include <string>

#include <base/file.hpp>

namespace morgue::base {

/// An advisory lock on a file, held while the object lives and gone with the process, however it
/// ends. The file says who holds it: "pid 4711 on host".
class FileLock {
  public:
    /// Takes the lock, or gives nothing when it is held. The file's mode is its folder's.
    /// Throws FileError.
    static std::optional<FileLock> take(const std::string& path);
    /// Who holds the lock, as it wrote into the file.
    static std::string holder(const std::string& path);

  private:
    explicit FileLock(Descriptor file) : file_(std::move(file)) {}
    Descriptor file_;
};

}  // namespace morgue::base

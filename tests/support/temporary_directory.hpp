#pragma once

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace morgue::test {

/// A new folder that goes with the object, with all that is in it.
class TemporaryDirectory {
  public:
    TemporaryDirectory() {
        std::string name =
            (std::filesystem::canonical(std::filesystem::temp_directory_path()) / "morgue-XXXXXX")
                .string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::system_error(errno, std::generic_category(), "cannot create " + name);
        path_ = name;
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    /// Absolute, links followed, no slash at the end.
    const std::string& path() const noexcept { return path_; }
    /// The path of something in it, which need not exist.
    std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
    /// Writes a file in it, and the folders above that file.
    void write(std::string_view name, std::string_view bytes) const {
        const std::filesystem::path file = *this / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }

  private:
    std::string path_;
};

}  // namespace morgue::test

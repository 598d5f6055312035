#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <system_error>
#include <vector>

namespace morgue::base {

/// The operating system refused something; what() names the path and its reason.
class FileError : public std::system_error {
  public:
    FileError(int error_number, const std::string& doing, std::string path);
    const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
};

/// A file descriptor that closes itself.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) noexcept : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int get() const noexcept { return number_; }
    bool open() const noexcept { return number_ >= 0; }
    int release() noexcept;

  private:
    int number_ = -1;
};

/// The whole file; nothing when there is none. Throws FileError for any other failure, also for
/// what is no regular file or holds more than `max_bytes`.
std::optional<std::string> read_file(const std::string& path,
                                     std::size_t max_bytes = static_cast<std::size_t>(-1));

/// Creates or replaces the file: after a crash or power cut it holds all of the old bytes or all
/// of the new ones (written beside, fsync, rename, fsync of the folder). Its mode is its folder's,
/// as with inherit_mode(). Throws FileError.
void write_file_durably(const std::string& path, std::string_view bytes);

/// Writes all bytes at the descriptor's place; `path` is for the error. Throws FileError.
void write_all(const Descriptor& file, std::string_view bytes, const std::string& path);

/// Reads until `size` bytes are there or the file ends; gives how many. Throws FileError.
std::size_t read_some(const Descriptor& file, char* into, std::size_t size,
                      const std::string& path);

/// Fills `into` from that offset on, as far as the file goes; gives how many bytes it has. Leaves
/// the descriptor's place as it is. Throws FileError.
std::size_t read_at(const Descriptor& file, std::uint64_t offset, std::string& into,
                    const std::string& path);

/// fsync of every file directly in the folder, then of the folder itself. Throws FileError.
void sync_directory_and_files(const std::string& path);
/// fsync of the folder alone: makes its entries durable. Throws FileError.
void sync_directory(const std::string& path);

/// Gives a file or a folder, with all below it, the mode of the folder that it lies in, whatever
/// the umask; files without the right to be run. What belongs to another user stays as it is,
/// since only its owner may change it. Throws FileError.
void inherit_mode(const std::string& path);

/// Creates the folder and those above it; true when it was not there. Throws FileError.
bool make_directories(const std::string& path);
/// Creates the folder, if it is not there, for nobody but its owner. Throws FileError.
void make_private_directory(const std::string& path);
/// Takes from a folder the rights that `mode` has not; its owner keeps all. True when there were
/// any. Throws FileError.
bool narrow_mode(const std::string& folder, mode_t mode);
/// Renames a file or a folder. Throws FileError.
void rename_path(const std::string& from, const std::string& to);
/// Removes a file or a whole folder; no error when it is not there. Throws FileError.
void remove_all(const std::string& path);
/// Names in the folder, sorted; empty when there is no such folder. Throws FileError.
std::vector<std::string> list_directory(const std::string& path);
/// Sum of the sizes of all files below.
std::uint64_t bytes_below(const std::string& path);
/// What the disk that holds the folder has free for this user. Throws FileError.
std::uint64_t free_bytes(const std::string& folder);

std::string join(std::string_view folder, std::string_view name);
/// The folder that holds it: "a/b" of "a/b/c", "" of "a", "/" of "/a". Has no answer for "" and
/// "/", and gives them back.
std::string_view parent(std::string_view path) noexcept;
/// With its dot: ".txt" of "a/b.txt". Empty where there is none: a name that begins with its only
/// dot is that of a hidden file.
std::string_view extension(std::string_view path) noexcept;
/// Absolute, without "." and "..", links followed as far as the path exists. Throws FileError.
std::string canonical(const std::string& path);
/// The path from the folder to the target, both canonical.
std::string relative(const std::string& target, const std::string& folder);
/// Nanoseconds since 1970; times too far away for 64 bits become the last or first that fits.
std::int64_t nanoseconds(const struct timespec& time) noexcept;

/// Whether `path` is `folder` or lies below it; both canonical.
bool is_within(std::string_view path, std::string_view folder);

}  // namespace morgue::base

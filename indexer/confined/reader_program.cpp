#include <array>
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/confined/reader_program.hpp>

namespace morgue::indexer {

namespace {

/// Seen from the folder that the library is in: as it is installed, and as it is built.
constexpr std::array<std::string_view, 2> places{MORGUE_READER_FROM_LIBRARY,
                                                 "../libexec/morgue/morgue-reader"};

/// Of the library, or of the program that it is linked into.
std::string own_folder() {
    Dl_info found{};
    if (::dladdr(reinterpret_cast<const void*>(&reader_program), &found) == 0) return {};
    return std::string(base::parent(base::canonical(found.dli_fname)));
}

std::string folder_of_program() {
    return std::string(base::parent(base::canonical("/proc/self/exe")));
}

}  // namespace

std::string reader_program() {
    if (const char* named = std::getenv("MORGUE_READER"); named != nullptr && *named != '\0')
        return named;
    for (const std::string& folder : {own_folder(), folder_of_program()})
        for (const std::string_view place : places)
            if (std::string path = base::join(folder, place); ::access(path.c_str(), X_OK) == 0)
                return path;
    throw Error(ErrorCode::io_error, "morgue-reader, which reads the files, is not installed",
                base::join(own_folder(), places.front()),
                "install Morgue anew, or name the program in MORGUE_READER");
}

}  // namespace morgue::indexer

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <tools/path_list.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

[[noreturn]] void cannot_read(const std::string& file) {
    throw UsageError("cannot read the list " + file + ": " + std::strerror(errno),
                     "give a file, or - for what is piped in");
}

std::string all_of(std::FILE* in, const std::string& file) {
    std::string bytes;
    char buffer[1 << 16];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, in))
        bytes.append(buffer, got);
    if (std::ferror(in) != 0) cannot_read(file);
    return bytes;
}

std::string content_of(const std::string& file) {
    if (file == "-") return all_of(stdin, file);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in{std::fopen(file.c_str(), "rb"),
                                                             std::fclose};
    if (in == nullptr) cannot_read(file);
    return all_of(in.get(), file);
}

}  // namespace

std::vector<std::string> read_path_list(const std::string& file) {
    const std::string list = content_of(file);
    const bool has_lines_only =
        list.find('\0') == std::string::npos && list.find('\n') != std::string::npos;
    if (has_lines_only)
        throw UsageError("the list has lines, not names that end in a NUL",
                         "make it with find -print0, git ls-files -z or rg -l0");
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find('\0', begin), list.size());
        if (end == begin)
            throw UsageError("name " + std::to_string(names.size() + 1) + " on the list is empty",
                             "two NULs stand together; look at how it was made");
        names.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

}  // namespace morgue::tools

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <tools/output.hpp>

namespace morgue::tools {

namespace {

[[noreturn]] void fail() {
    throw OutputError(std::string{"cannot write the output: "} + std::strerror(errno));
}

}  // namespace

void write_out(std::string_view data) {
    if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size()) fail();
}

void write_line(std::string_view line) {
    write_out(line);
    write_out("\n");
}

void finish_output() {
    if (std::fflush(stdout) != 0) fail();
}

}  // namespace morgue::tools

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <tools/output.hpp>
#include <tools/pager.hpp>

namespace morgue::tools {

namespace {

[[noreturn]] void fail() {
    if (errno == EPIPE && is_paging()) throw ReaderGone{};
    throw OutputError(std::string{"cannot write the output: "} + std::strerror(errno));
}

}  // namespace

void write_out(std::string_view data) {
    start_pager();
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

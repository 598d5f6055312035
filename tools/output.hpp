#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>

namespace morgue::tools {

/// stdout does not take what is written, for instance because a disk is full.
class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The person has closed the pager before its end: there is nothing left to do, and nothing wrong.
class ReaderGone : public std::exception {};

/// Writes data to stdout. Throws OutputError and ReaderGone.
void write_out(std::string_view data);
void write_line(std::string_view line);

/// Hands everything written to the system; what is lost is noticed here. Throws OutputError and
/// ReaderGone.
void finish_output();

}  // namespace morgue::tools

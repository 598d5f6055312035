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

/// To be called first of all: a standard stream that the caller has closed is held by something
/// that takes no data, so that no file opened later gets its number and what is written to it.
void hold_standard_streams();

// What is written waits in memory until it is handed over. All of these throw OutputError and
// ReaderGone.

/// Writes data to stdout.
void write_out(std::string_view data);
void write_line(std::string_view line);
/// Writes our own prose, whole lines of it: on a terminal wrapped, unless each is to stay one.
void write_report(std::string_view lines, bool plain);

/// One record of a stream is whole. What waits is handed to the system in large pieces, each a
/// whole number of records, but soon enough for whoever reads along.
void end_record();

/// Hands everything written to the system; what is lost is noticed here.
void finish_output();

}  // namespace morgue::tools

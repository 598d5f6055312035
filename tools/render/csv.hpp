#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::tools {

class FlagSet;

/// What a person may say about tables for spreadsheets.
struct CsvStyle {
    bool bom = false;  ///< begin with U+FEFF, by which Excel knows UTF-8
    bool raw = false;  ///< leave cells as they are that a spreadsheet would take for formulas
};

/// The flags of CsvStyle, declared alike by every subcommand that prints tables.
class CsvFlags {
  public:
    void declare(FlagSet& flags);
    const CsvStyle& style() const noexcept { return style_; }
    /// The first of these flags that was given; empty where none was.
    std::string_view given() const noexcept;

  private:
    CsvStyle style_;
};

/// One row by RFC 4180, its CRLF included. A cell that a spreadsheet would take for a formula gets
/// an apostrophe before it, unless `style` says otherwise. Bytes that are no UTF-8 become U+FFFD.
std::string csv_row(std::span<const std::string> cells, const CsvStyle& style);
/// The names of the columns, after the mark of order if `style` has it.
std::string csv_header(std::span<const std::string_view> columns, const CsvStyle& style);

}  // namespace morgue::tools

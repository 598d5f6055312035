#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tools/kwic/occurrence.hpp>
#include <tools/opened_index.hpp>
#include <tools/render/csv.hpp>
#include <tools/render/looks.hpp>
#include <tools/render/offsets.hpp>

namespace morgue::tools {

/// How a concordance is printed.
struct KwicStyle {
    std::optional<std::size_t> context;  ///< characters on each side; nothing: what fits
    OffsetUnit offsets = OffsetUnit::bytes;
    CsvStyle csv;
};

/// What a printer is made for. Outlives it.
struct KwicOutput {
    const OpenedIndex& index;
    const Looks& looks;
    const KwicStyle& style;
};

/// Turns occurrences into rows of one format, so that rows may also be sorted before they are
/// written. Occurrences of one article come one after the other.
class KwicPrinter {
  public:
    KwicPrinter() = default;
    KwicPrinter(const KwicPrinter&) = delete;
    KwicPrinter& operator=(const KwicPrinter&) = delete;
    virtual ~KwicPrinter() = default;

    /// What stands above all rows.
    virtual std::string head() { return {}; }
    /// The occurrences that follow are of this article, which outlives them.
    virtual void begin_article(const IndexedArticle& found) = 0;
    /// A row with its line end.
    virtual std::string row(const Occurrence& occurrence) = 0;
};

/// A row of the table of formats.
struct KwicFormat {
    std::string_view name;
    std::unique_ptr<KwicPrinter> (*make)(const KwicOutput& output);
};

std::unique_ptr<KwicPrinter> make_kwic_text(const KwicOutput& output);
std::unique_ptr<KwicPrinter> make_kwic_json(const KwicOutput& output);
std::unique_ptr<KwicPrinter> make_kwic_csv(const KwicOutput& output);

inline constexpr std::array<KwicFormat, 3> kwic_formats{{
    {"text", make_kwic_text},
    {"json", make_kwic_json},
    {"csv", make_kwic_csv},
}};

}  // namespace morgue::tools

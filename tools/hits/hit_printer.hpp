#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <morgue/searcher.hpp>

#include <tools/opened_index.hpp>
#include <tools/query_list.hpp>
#include <tools/question.hpp>
#include <tools/render/csv.hpp>
#include <tools/render/looks.hpp>
#include <tools/render/offsets.hpp>

namespace morgue::tools {

/// One question of a run, as a printer needs it. Valid until its end().
struct Asked {
    std::string_view id;  ///< from a list of questions; empty where there is but one
    const Question& question;
    const SearchOptions& options;
    bool plain = false;  ///< progress stands in lines
};

/// Writes hits to stdout in one format. For every question of the run, in order: begin(), its
/// hits by rank, end(). What belongs at the head of the whole output, such as the header of a
/// table, is written at the first begin().
class HitPrinter {
  public:
    HitPrinter() = default;
    HitPrinter(const HitPrinter&) = delete;
    HitPrinter& operator=(const HitPrinter&) = delete;
    virtual ~HitPrinter() = default;

    virtual void begin(const Asked& /*asked*/) {}
    virtual void hit(const Hit& hit) = 0;
    /// `results` have no hits of their own here; stdout has taken all that was written.
    virtual void end(const Results& /*results*/) {}

    /// Why hits of this line of a list cannot be printed; nothing where they can.
    virtual std::optional<QueryError> objection(const ListedQuery& /*listed*/) const {
        return std::nullopt;
    }
    /// Says, in the place of its hits, that a line of a list cannot be asked.
    virtual void refuse(const ListedQuery& /*listed*/, const QueryError& /*error*/) {}
};

/// What may be said about the formats for programs.
struct FormatStyle {
    OffsetUnit offsets = OffsetUnit::bytes;
    CsvStyle csv;
    std::string run = "morgue";  ///< the name of the run in trec
    bool meta = false;           ///< json ends in a summary
};

/// What a printer is made for. Outlives it.
struct HitOutput {
    const OpenedIndex& index;
    const Looks& looks;
    const FormatStyle& style;
};

/// People see a page and a footer; programs get all hits as a stream.
enum class Readers { people, programs };

/// What a format prints of an article, so that no more is computed.
enum class Shows {
    facts,             ///< its metadata
    passages,          ///< and its best passages
    passages_in_file,  ///< and the lines of the file that they begin on
    occurrences,       ///< all that is lit in it
};

/// A row of the table of formats, which feeds --format, its help and its completion.
struct HitFormat {
    std::string_view name;     ///< as in --format=NAME
    std::string_view meaning;  ///< a few words for help
    Readers readers;
    Shows shows;
    std::unique_ptr<HitPrinter> (*make)(const HitOutput& output);
};

/// All formats; the first is the default.
std::span<const HitFormat> hit_formats() noexcept;
/// `name` is one of the table.
const HitFormat& hit_format_named(std::string_view name) noexcept;

bool shows_passages(const HitFormat& format) noexcept;
/// Whether hits have to come with their bodies (SearchOptions::whole).
bool shows_bodies(const HitFormat& format) noexcept;

std::unique_ptr<HitPrinter> make_text_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_json_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_csv_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_path_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_path0_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_id_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_trec_hits(const HitOutput& output);
std::unique_ptr<HitPrinter> make_vimgrep_hits(const HitOutput& output);

}  // namespace morgue::tools

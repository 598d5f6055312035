#include <algorithm>
#include <array>

#include <indexer/readers/alto.hpp>
#include <indexer/readers/feed.hpp>
#include <indexer/readers/html.hpp>
#include <indexer/readers/json.hpp>
#include <indexer/readers/mail.hpp>
#include <indexer/readers/mets.hpp>
#include <indexer/readers/newsml.hpp>
#include <indexer/readers/nitf.hpp>
#include <indexer/readers/plain_text.hpp>
#include <indexer/readers/readers.hpp>
#include <indexer/readers/sgml.hpp>
#include <indexer/readers/table.hpp>

namespace morgue::indexer {

namespace {

struct Row {
    std::string_view format;  ///< as the table of formats calls it
    Read* read;
};

constexpr std::array<Row, 18> readers{{
    {"text", read_plain_text},
    {"Markdown", read_markdown},
    {"HTML", read_html},
    {"SGML", read_sgml},
    {"NITF", read_nitf},
    {"NewsML-G2", read_newsml_g2},
    {"NewsML", read_newsml},
    {"WordPress", read_feed},
    {"RSS", read_feed},
    {"Atom", read_feed},
    {"JSON Feed", read_json_feed},
    {"ninjs", read_ninjs},
    {"JSON", read_json},
    {"JSON lines", read_json_lines},
    {"CSV", read_table},
    {"ALTO", read_alto},
    {"METS", read_mets},
    {"mail", read_mail},
}};

}  // namespace

Read* reader_of(const Format& format) {
    return std::ranges::find(readers, format.name, &Row::format)->read;
}

}  // namespace morgue::indexer

#include <algorithm>
#include <array>

#include <indexer/formats/alto.hpp>
#include <indexer/formats/feed.hpp>
#include <indexer/formats/html.hpp>
#include <indexer/formats/json.hpp>
#include <indexer/formats/mail.hpp>
#include <indexer/formats/mets.hpp>
#include <indexer/formats/newsml.hpp>
#include <indexer/formats/nitf.hpp>
#include <indexer/formats/plain_text.hpp>
#include <indexer/formats/readers.hpp>
#include <indexer/formats/sgml.hpp>
#include <indexer/formats/table.hpp>

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

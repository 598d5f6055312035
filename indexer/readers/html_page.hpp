#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <indexer/readers/html_tree.hpp>

namespace morgue::indexer {

/// What a page says of itself and what it shows, UTF-8.
struct HtmlPage {
    std::string title;  ///< of the first <title>, as written
    std::string lang;   ///< of <html>
    std::string canonical;
    HtmlTree tree;
    /// Name (lower case; of name, property, itemprop or http-equiv) and content, in order.
    std::vector<std::pair<std::string, std::string>> meta;
    std::string marked_date;           ///< that an element says is the date of publication
    std::vector<std::string> times;    ///< that its <time> elements state, in order
    std::vector<std::string> json_ld;  ///< the texts of its schema.org scripts
    bool too_deep = false;             ///< reading was stopped: nested beyond use
};

/// Parses a page that prepared_page() made ready, however broken it is; nothing is
/// loaded.
HtmlPage read_html_page(std::string_view prepared);

}  // namespace morgue::indexer

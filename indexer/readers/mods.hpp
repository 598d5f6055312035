#pragma once

#include <string>
#include <vector>

#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

/// What the description of a printed work says, by MODS or Dublin Core; all may be empty.
struct DescribedWork {
    std::string title;
    std::string host_title;  ///< of the work that it is a part of
    std::vector<std::string> authors;
    std::vector<std::string> places;  ///< of publication
    std::string date;
    std::string lang;
    std::string page;
    std::string issue;  ///< its number
};

/// `around` is the element that holds the description, however deep.
DescribedWork described_work(const XmlElement& around);

}  // namespace morgue::indexer

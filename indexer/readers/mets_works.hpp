#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <indexer/readers/mods.hpp>
#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

/// The descriptions in a METS file: of its parts, and of the issue that they are.
class MetsWorks {
  public:
    explicit MetsWorks(const XmlElement& mets);

    /// The first of the descriptions that a division names.
    DescribedWork of(const XmlElement& division) const;
    /// Of all that is described from the paper down to the issue, what is nearest to each; its
    /// title is the paper's.
    DescribedWork of_issue();

  private:
    void collect(const XmlElement& division);
    void note_labels(const XmlElement& division);
    void take_label(DescribedWork& issue);

    const XmlElement mets_;
    std::map<std::string, XmlElement, std::less<>> descriptions_;
    std::vector<DescribedWork> works_;
    std::string paper_;  ///< by the label of its division
    std::string day_;
};

/// Visits the maps of a METS file.
template <class Visit>
void each_map(const XmlElement& mets, Visit visit) {
    mets.each_child([&](const XmlElement& element) {
        if (element.is("structMap")) visit(element);
    });
}

}  // namespace morgue::indexer

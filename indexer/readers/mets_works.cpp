#include <algorithm>
#include <string_view>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/mets_division.hpp>
#include <indexer/readers/mets_works.hpp>

namespace morgue::indexer {

MetsWorks::MetsWorks(const XmlElement& mets) : mets_(mets) {
    mets_.each_child([&](const XmlElement& section) {
        if (section.is("dmdSec")) descriptions_.emplace(section.attribute("ID"), section);
    });
}

DescribedWork MetsWorks::of(const XmlElement& division) const {
    const std::string names = division.attribute("DMDID");
    for (const std::string_view id : words_of(names))
        if (const auto section = descriptions_.find(id); section != descriptions_.end())
            return described_work(section->second);
    return {};
}

/// From the paper down to the issue, whatever they are called.
void MetsWorks::collect(const XmlElement& division) {
    if (is_article(division) || is_page(division) || is_section(division)) return;
    if (!division.attribute("DMDID").empty()) works_.push_back(of(division));
    note_labels(division);
    division.each_child([&](const XmlElement& inner) {
        if (inner.is("div")) collect(inner);
    });
}

void MetsWorks::note_labels(const XmlElement& division) {
    const std::string type = type_of(division);
    if (type == "newspaper" || type == "periodical")
        if (paper_.empty()) paper_ = label_of(division);
    if (type == "issue" || type == "day")
        for (const char* name : {"ORDERLABEL", "LABEL"})
            if (const std::string text = folded_line(division.attribute(name)); written_date(text))
                day_ = text;
}

DescribedWork MetsWorks::of_issue() {
    each_map(mets_, [&](const XmlElement& map) {
        map.each_child([&](const XmlElement& division) { collect(division); });
    });
    if (works_.empty() && !descriptions_.empty())
        works_.push_back(described_work(descriptions_.begin()->second));
    DescribedWork issue;
    for (const DescribedWork& work : works_)
        if (issue.title.empty()) issue.title = work.host_title;
    for (const DescribedWork& work : works_)
        if (issue.title.empty()) issue.title = work.title;
    for (auto work = works_.rbegin(); work != works_.rend(); ++work) {
        if (issue.date.empty()) issue.date = work->date;
        if (issue.lang.empty()) issue.lang = work->lang;
        if (issue.issue.empty()) issue.issue = work->issue;
        if (issue.places.empty()) issue.places = work->places;
    }
    take_label(issue);
    return issue;
}

/// "The Saltmere Post (Saltmere : 1871), 1899-05-01", where nothing else tells.
void MetsWorks::take_label(DescribedWork& issue) {
    std::string label = label_of(mets_);
    if (const std::size_t comma = label.rfind(','); comma != std::string::npos)
        if (const std::string day = folded_line(label.substr(comma + 1)); written_date(day)) {
            label.resize(comma);
            if (day_.empty()) day_ = day;
        }
    if (label.ends_with(')')) label.resize(std::min(label.size(), label.rfind(" (")));
    if (issue.date.empty()) issue.date = day_;
    if (issue.title.empty()) issue.title = paper_.empty() ? label : paper_;
}

}  // namespace morgue::indexer

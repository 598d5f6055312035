#include <algorithm>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/mods.hpp>

namespace morgue::indexer {

namespace {

/// In words, and as the codes of MARC relators.
constexpr std::string_view author_roles[] = {
    "aut", "author",   "cre",        "creator", "ctb",          "contributor",
    "rpt", "reporter", "journalist", "aui",     "correspondent"};

void keep_first(std::string& value, const std::string& text) {
    if (value.empty()) value = folded_line(text);
}

/// "The storm: an account"; other titles than the work's own have a type.
std::string title_of(const XmlElement& work) {
    std::string title;
    work.each_child([&](const XmlElement& info) {
        if (!info.is("titleInfo") || !info.attribute("type").empty() || !title.empty()) return;
        title = folded_line(info.child("nonSort").text() + ' ' + info.child("title").text());
        const std::string rest = folded_line(info.child("subTitle").text());
        if (!title.empty() && !rest.empty()) title += ": " + rest;
    });
    return title;
}

/// Given names first, however they are ordered.
std::string name_in(const XmlElement& name) {
    std::string given;
    std::string rest;
    name.each_child([&](const XmlElement& part) {
        if (!part.is("namePart")) return;
        const std::string type = part.attribute("type");
        if (type == "given") given += part.text() + ' ';
        if (type.empty() || type == "family") rest += part.text() + ' ';
    });
    return folded_line(given + rest);
}

/// One whose part is not told is the author.
bool is_author(const XmlElement& name) {
    bool any = false;
    bool author = false;
    name.each_child([&](const XmlElement& role) {
        if (!role.is("role")) return;
        role.each_child([&](const XmlElement& term) {
            any = true;
            author |= is_one_of(author_roles, folded_line(term.text()));
        });
    });
    return author || !any;
}

/// Tells of the scan, and not of what was printed.
bool is_of_scan(const XmlElement& origin) {
    return origin.attribute("eventType") == "digitization" || origin.child("dateCaptured");
}

void take_date(const XmlElement& around, std::string_view name, std::string& date) {
    around.each_child([&](const XmlElement& element) {
        if (!element.is(name) || element.attribute("point") == "end") return;
        const std::string text = folded_line(element.text());
        if (date.empty() && written_date(text)) date = text;
    });
}

void take_origin(const XmlElement& origin, DescribedWork& work) {
    if (is_of_scan(origin)) return;
    take_date(origin, "dateIssued", work.date);
    origin.each_child([&](const XmlElement& place) {
        if (!place.is("place")) return;
        place.each_child([&](const XmlElement& term) {
            if (term.attribute("type") != "code") work.places.push_back(term.text());
        });
    });
}

void take_issue(const XmlElement& part, DescribedWork& work) {
    part.each_child([&](const XmlElement& detail) {
        if (detail.is("detail") && detail.attribute("type") == "issue")
            keep_first(work.issue, detail.child("number").text());
    });
}

void take_part(const XmlElement& part, DescribedWork& work) {
    take_date(part, "date", work.date);
    take_issue(part, work);
    part.each_child([&](const XmlElement& detail) {
        const std::string type = detail.attribute("type");
        if (detail.is("detail") && (type == "page number" || type == "page"))
            keep_first(work.page, detail.child("number").text());
        if (detail.is("extent") && detail.attribute("unit").starts_with("page"))
            keep_first(work.page, detail.child("start").text());
    });
}

void take_mods(const XmlElement& mods, DescribedWork& work) {
    work.title = title_of(mods);
    mods.each_child([&](const XmlElement& element) {
        if (element.is("name") && is_author(element)) work.authors.push_back(name_in(element));
        if (element.is("originInfo")) take_origin(element, work);
        if (element.is("part")) take_part(element, work);
        if (element.is("language")) keep_first(work.lang, element.child("languageTerm").text());
        if (element.is("relatedItem") && element.attribute("type") == "host") {
            keep_first(work.host_title, title_of(element));
            element.each_child([&](const XmlElement& inner) {
                if (inner.is("originInfo")) take_origin(inner, work);
                if (inner.is("part")) take_issue(inner, work);
            });
        }
    });
}

void take_dublin_core(const XmlElement& record, DescribedWork& work) {
    record.each_child([&](const XmlElement& element) {
        if (element.is("title")) keep_first(work.title, element.text());
        if (element.is("creator")) work.authors.push_back(element.text());
        if (element.is("language")) keep_first(work.lang, element.text());
    });
    take_date(record, "date", work.date);
}

XmlElement found(const XmlElement& around, std::string_view name) {
    if (around.is(name)) return around;
    XmlElement inner;
    around.each_child([&](const XmlElement& element) {
        if (!inner) inner = found(element, name);
    });
    return inner;
}

}  // namespace

DescribedWork described_work(const XmlElement& around) {
    DescribedWork work;
    if (const XmlElement mods = found(around, "mods")) {
        take_mods(mods, work);
    } else if (XmlElement record = found(around, "xmlData")) {
        // In a record of its own, or right there.
        record.each_child([&](const XmlElement& inner) {
            if (inner.has_elements()) record = inner;
        });
        take_dublin_core(record, work);
    }
    return work;
}

}  // namespace morgue::indexer

#include <algorithm>
#include <set>
#include <utility>

#include <base/file.hpp>
#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/dates.hpp>
#include <indexer/formats/mets_issue.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/formats/xml_document.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

/// Types of divisions in the profiles of docWorks, Europeana, Veridian and Kitodo.
constexpr std::string_view article_types[] = {
    "article",   "advertisement", "advert", "ad",     "announcement", "classified",
    "editorial", "feuilleton",    "letter", "news",   "notice",       "obituary",
    "poem",      "report",        "review", "serial", "weather",      "interview"};
/// Of these, those that hold no articles are some.
constexpr std::string_view section_types[] = {"section", "chapter", "rubric", "column"};
constexpr std::string_view headline_types[] = {"heading", "headline", "title"};
constexpr std::string_view byline_types[] = {"author", "byline"};

/// "np:page" is a page.
std::string type_of(const XmlElement& division) {
    const std::string type = lower_ascii(division.attribute("TYPE"));
    return type.substr(type.find(':') + 1);
}

bool is_physical(const XmlElement& map) {
    return lower_ascii(map.attribute("TYPE")) == "physical";
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string without_escapes(std::string_view href) {
    std::string path;
    for (std::size_t i = 0; i < href.size(); ++i) {
        const int high = href[i] == '%' && i + 2 < href.size() ? hex_digit(href[i + 1]) : -1;
        const int low = high < 0 ? -1 : hex_digit(href[i + 2]);
        path += low < 0 ? href[i] : static_cast<char>(high * 16 + low);
        if (low >= 0) i += 2;
    }
    return path;
}

/// Without empty parts and points; empty for what leads out of the folder.
std::string plain_path(std::string_view path) {
    if (path.starts_with('/') || path.find('\0') != std::string_view::npos) return {};
    if (path.find(':') != std::string_view::npos || path.find('\\') != std::string_view::npos)
        return {};
    std::string within;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "..") return {};
        if (!part.empty() && part != ".") within.append(within.empty() ? "" : "/").append(part);
        at = end + 1;
    }
    return within;
}

class IssueParser {
  public:
    explicit IssueParser(const XmlElement& mets) : mets_(mets) {}

    MetsIssue parse() {
        mets_.each_child([&](const XmlElement& section) {
            if (section.is("dmdSec")) descriptions_.emplace(section.attribute("ID"), section);
        });
        each_map([&](const XmlElement& map) { note_pointers(map); });
        mets_.child("fileSec").each_child([&](const XmlElement& group) { take_files(group); });
        each_map([&](const XmlElement& map) {
            map.each_child([&](const XmlElement& division) { take_pages(division); });
        });
        take_links();
        each_map([&](const XmlElement& map) {
            if (!is_physical(map))
                map.each_child([&](const XmlElement& division) { take_divisions(division, {}); });
        });
        drop_shared_pages();
        describe_issue();
        return std::move(issue_);
    }

  private:
    template <class Visit>
    void each_map(Visit visit) const {
        mets_.each_child([&](const XmlElement& element) {
            if (element.is("structMap")) visit(element);
        });
    }

    /// Which files the maps point to, and what the divisions are called.
    void note_pointers(const XmlElement& around) {
        around.each_child([&](const XmlElement& element) {
            if (std::string file = element.attribute("FILEID"); !file.empty())
                pointed_.insert(std::move(file));
            if (element.is("div")) divisions_.emplace(element.attribute("ID"), element);
            note_pointers(element);
        });
    }

    /// Text stands in XML; what else is pointed to are pictures.
    void take_files(const XmlElement& around) {
        around.each_child([&](const XmlElement& element) {
            if (!element.is("file")) return take_files(element);
            const std::string id = element.attribute("ID");
            const std::string href = folded_line(element.child("FLocat").attribute("href"));
            if (!pointed_.contains(id) || lower_ascii(base::extension(href)) != ".xml") return;
            std::string path = path_within(href);
            if (path.empty())
                issue_.refused.push_back({SkipReason::incomplete,
                                          "it is not read: only files below the folder of the "
                                          "METS file are",
                                          href});
            else
                file_of_.emplace(id, file_number(std::move(path)));
        });
    }

    std::size_t file_number(std::string path) {
        const auto [known, is_new] = numbers_.emplace(path, issue_.files.size());
        if (is_new) issue_.files.push_back({std::move(path), {}, {}});
        return known->second;
    }

    void take_pages(const XmlElement& division) {
        if (type_of(division).ends_with("page")) {
            std::vector<MetsPiece> pieces;
            add_pointers(division, MetsPiece::Role::body, pieces);
            for (const MetsPiece& piece : pieces) name_page(division, issue_.files[piece.file]);
        }
        division.each_child([&](const XmlElement& inner) {
            if (inner.is("div")) take_pages(inner);
        });
    }

    void name_page(const XmlElement& division, MetsFile& file) const {
        file.page = folded_line(division.attribute("ORDERLABEL"));
        if (!has_word(file.page)) file.page = work_of(division).page;
        file.order = division.attribute("ORDER");
    }

    void take_links() {
        mets_.child("structLink").each_child([&](const XmlElement& link) {
            if (link.is("smLink")) linked_.emplace(link.attribute("from"), link.attribute("to"));
        });
    }

    /// The first of the descriptions that a division names.
    DescribedWork work_of(const XmlElement& division) const {
        const std::string names = division.attribute("DMDID");
        for (const std::string_view id : words_of(names))
            if (const auto section = descriptions_.find(id); section != descriptions_.end())
                return described_work(section->second);
        return {};
    }

    /// What the division points to itself.
    void add_pointers(const XmlElement& division, MetsPiece::Role role,
                      std::vector<MetsPiece>& pieces) const {
        division.each_child([&](const XmlElement& element) {
            if (element.is("fptr")) add_pointer(element, role, pieces);
        });
    }

    void add_pointer(const XmlElement& pointer, MetsPiece::Role role,
                     std::vector<MetsPiece>& pieces) const {
        // What holds areas names their file, too.
        if (pointer.has_elements())
            return pointer.each_child(
                [&](const XmlElement& area) { add_pointer(area, role, pieces); });
        if (const auto file = file_of_.find(pointer.attribute("FILEID")); file != file_of_.end())
            pieces.push_back(
                {file->second, pointer.attribute("BEGIN"), pointer.attribute("END"), role});
    }

    /// What a division of the pages points to, and those in it.
    void add_all_pointers(const XmlElement& division, MetsPiece::Role role,
                          std::vector<MetsPiece>& pieces) const {
        add_pointers(division, role, pieces);
        division.each_child([&](const XmlElement& inner) {
            if (inner.is("div")) add_all_pointers(inner, role, pieces);
        });
    }

    static bool holds_articles(const XmlElement& division) {
        bool holds = false;
        division.each_child([&](const XmlElement& inner) {
            if (inner.is("div"))
                holds |= is_one_of(article_types, type_of(inner)) ||
                         is_one_of(section_types, type_of(inner)) || holds_articles(inner);
        });
        return holds;
    }

    static bool is_article(const XmlElement& division) {
        const std::string type = type_of(division);
        return is_one_of(article_types, type) ||
               (is_one_of(section_types, type) && !holds_articles(division));
    }

    void take_divisions(const XmlElement& division, const std::string& section) {
        if (!division.is("div")) return;
        if (is_article(division)) return take_article(division, section);
        std::string label = is_one_of(section_types, type_of(division)) ? label_of(division) : "";
        division.each_child([&](const XmlElement& inner) {
            take_divisions(inner, label.empty() ? section : label);
        });
    }

    static std::string label_of(const XmlElement& division) {
        const std::string label = folded_line(division.attribute("LABEL"));
        return has_word(label) ? label : std::string();
    }

    void take_article(const XmlElement& division, const std::string& section) {
        MetsDivision made{
            division.attribute("ID"), label_of(division), section, work_of(division), {}};
        std::vector<XmlElement> within;
        gather(division, MetsPiece::Role::body, made.pieces, within);
        if (!made.pieces.empty()) issue_.divisions.push_back(std::move(made));
        for (const XmlElement& inner : within) take_article(inner, section);
    }

    /// All that belongs to an article, but for the articles `within` it.
    void gather(const XmlElement& division, MetsPiece::Role role, std::vector<MetsPiece>& pieces,
                std::vector<XmlElement>& within) const {
        add_pointers(division, role, pieces);
        const auto links = linked_.equal_range(division.attribute("ID"));
        for (auto link = links.first; link != links.second; ++link)
            if (const auto to = divisions_.find(link->second); to != divisions_.end())
                add_all_pointers(to->second, role, pieces);
        division.each_child([&](const XmlElement& inner) {
            if (!inner.is("div")) return;
            if (is_article(inner)) return within.push_back(inner);
            gather(inner, role_of(inner, role), pieces, within);
        });
    }

    static MetsPiece::Role role_of(const XmlElement& division, MetsPiece::Role around) {
        const std::string type = type_of(division);
        if (is_one_of(headline_types, type)) return MetsPiece::Role::headline;
        return is_one_of(byline_types, type) ? MetsPiece::Role::byline : around;
    }

    /// Where several articles stand on a page that they have as a whole, it is not told where each
    /// begins: the page stays one.
    void drop_shared_pages() {
        std::map<std::size_t, std::set<const MetsDivision*>> holders;
        for (const MetsDivision& division : issue_.divisions)
            for (const MetsPiece& piece : division.pieces) holders[piece.file].insert(&division);
        for (MetsDivision& division : issue_.divisions)
            std::erase_if(division.pieces, [&](const MetsPiece& piece) {
                return piece.begin.empty() && holders[piece.file].size() > 1;
            });
        std::erase_if(issue_.divisions,
                      [](const MetsDivision& division) { return division.pieces.empty(); });
    }

    /// From the paper down to the issue, whatever they are called.
    void collect_works(const XmlElement& division, std::vector<DescribedWork>& works) {
        if (is_article(division) || type_of(division).ends_with("page")) return;
        if (is_one_of(section_types, type_of(division))) return;
        if (!division.attribute("DMDID").empty()) works.push_back(work_of(division));
        note_labels(division);
        division.each_child([&](const XmlElement& inner) {
            if (inner.is("div")) collect_works(inner, works);
        });
    }

    void note_labels(const XmlElement& division) {
        const std::string type = type_of(division);
        if (type == "newspaper" || type == "periodical")
            if (paper_.empty()) paper_ = label_of(division);
        if (type == "issue" || type == "day")
            for (const char* name : {"ORDERLABEL", "LABEL"})
                if (const std::string text = folded_line(division.attribute(name));
                    written_date(text))
                    day_ = text;
    }

    void describe_issue() {
        std::vector<DescribedWork> works;
        each_map([&](const XmlElement& map) {
            map.each_child([&](const XmlElement& division) { collect_works(division, works); });
        });
        if (works.empty() && !descriptions_.empty())
            works.push_back(described_work(descriptions_.begin()->second));
        DescribedWork& issue = issue_.work;
        for (const DescribedWork& work : works)
            if (issue.title.empty()) issue.title = work.host_title;
        for (const DescribedWork& work : works)
            if (issue.title.empty()) issue.title = work.title;
        for (auto work = works.rbegin(); work != works.rend(); ++work) {
            if (issue.date.empty()) issue.date = work->date;
            if (issue.lang.empty()) issue.lang = work->lang;
            if (issue.places.empty()) issue.places = work->places;
        }
        take_label();
    }

    /// "The Saltmere Post (Saltmere : 1871), 1899-05-01", where nothing else tells.
    void take_label() {
        DescribedWork& issue = issue_.work;
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

    const XmlElement mets_;
    MetsIssue issue_;
    std::set<std::string> pointed_;  ///< files
    std::map<std::string, XmlElement> divisions_;
    std::map<std::string, XmlElement, std::less<>> descriptions_;
    std::map<std::string, std::size_t> numbers_;  ///< of files
    std::map<std::string, std::size_t, std::less<>> file_of_;
    std::multimap<std::string, std::string> linked_;
    std::string paper_;
    std::string day_;
};

}  // namespace

std::string path_within(std::string_view href) {
    // As docWorks writes what is relative.
    constexpr std::string_view here = "file://./";
    if (href.starts_with(here)) href.remove_prefix(here.size());
    return plain_path(without_escapes(href));
}

bool is_within_folder(std::string_view path) {
    return !path.empty() && plain_path(path) == path;
}

std::variant<MetsIssue, Unread> parse_mets(std::string_view bytes) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    return IssueParser(std::get<XmlDocument>(parsed).root()).parse();
}

}  // namespace morgue::indexer

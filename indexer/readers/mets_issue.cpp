#include <algorithm>
#include <set>
#include <utility>

#include <base/file.hpp>
#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/page_path.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/mets_division.hpp>
#include <indexer/readers/mets_issue.hpp>
#include <indexer/readers/mets_works.hpp>
#include <indexer/readers/xml_document.hpp>

namespace morgue::indexer {

namespace {

bool is_physical(const XmlElement& map) {
    return lower_ascii(map.attribute("TYPE")) == "physical";
}

class IssueParser {
  public:
    explicit IssueParser(const XmlElement& mets) : mets_(mets), works_(mets) {}

    MetsIssue parse() {
        each_map(mets_, [&](const XmlElement& map) { note_pointers(map); });
        mets_.child("fileSec").each_child([&](const XmlElement& group) { take_files(group); });
        each_map(mets_, [&](const XmlElement& map) {
            map.each_child([&](const XmlElement& division) { take_pages(division); });
        });
        take_links();
        each_map(mets_, [&](const XmlElement& map) {
            if (!is_physical(map))
                map.each_child([&](const XmlElement& division) { take_divisions(division, {}); });
        });
        drop_shared_pages();
        issue_.work = works_.of_issue();
        return std::move(issue_);
    }

  private:
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
        if (is_page(division)) {
            std::vector<MetsPiece> pieces;
            add_pointers(division, TextRole::body, pieces);
            for (const MetsPiece& piece : pieces) name_page(division, issue_.files[piece.file]);
        }
        division.each_child([&](const XmlElement& inner) {
            if (inner.is("div")) take_pages(inner);
        });
    }

    void name_page(const XmlElement& division, MetsFile& file) const {
        file.page = folded_line(division.attribute("ORDERLABEL"));
        if (!has_word(file.page)) file.page = works_.of(division).page;
        file.order = division.attribute("ORDER");
    }

    void take_links() {
        mets_.child("structLink").each_child([&](const XmlElement& link) {
            if (link.is("smLink")) linked_.emplace(link.attribute("from"), link.attribute("to"));
        });
    }

    /// What the division points to itself.
    void add_pointers(const XmlElement& division, TextRole role,
                      std::vector<MetsPiece>& pieces) const {
        division.each_child([&](const XmlElement& element) {
            if (element.is("fptr")) add_pointer(element, role, pieces);
        });
    }

    void add_pointer(const XmlElement& pointer, TextRole role,
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
    void add_all_pointers(const XmlElement& division, TextRole role,
                          std::vector<MetsPiece>& pieces) const {
        add_pointers(division, role, pieces);
        division.each_child([&](const XmlElement& inner) {
            if (inner.is("div")) add_all_pointers(inner, role, pieces);
        });
    }

    void take_divisions(const XmlElement& division, const std::string& section) {
        if (!division.is("div")) return;
        if (is_article(division)) return take_article(division, section);
        std::string label = is_section(division) ? label_of(division) : "";
        division.each_child([&](const XmlElement& inner) {
            take_divisions(inner, label.empty() ? section : label);
        });
    }

    void take_article(const XmlElement& division, const std::string& section) {
        MetsDivision made{
            division.attribute("ID"), label_of(division), section, works_.of(division), {}};
        std::vector<XmlElement> within;
        gather(division, TextRole::body, made.pieces, within);
        if (!made.pieces.empty()) issue_.divisions.push_back(std::move(made));
        for (const XmlElement& inner : within) take_article(inner, section);
    }

    /// All that belongs to an article, but for the articles `within` it.
    void gather(const XmlElement& division, TextRole role, std::vector<MetsPiece>& pieces,
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

    const XmlElement mets_;
    MetsWorks works_;
    MetsIssue issue_;
    std::set<std::string> pointed_;  ///< files
    std::map<std::string, XmlElement> divisions_;
    std::map<std::string, std::size_t> numbers_;  ///< of files
    std::map<std::string, std::size_t, std::less<>> file_of_;
    std::multimap<std::string, std::string> linked_;
};

}  // namespace

std::variant<MetsIssue, Unread> parse_mets(std::string_view bytes) {
    auto parsed = parse_xml(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    return IssueParser(std::get<XmlDocument>(parsed).root()).parse();
}

}  // namespace morgue::indexer

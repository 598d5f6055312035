#include <string>
#include <string_view>
#include <utility>

#include <indexer/formats/format_signs.hpp>
#include <indexer/issue_read.hpp>
#include <indexer/source/read.hpp>

namespace morgue::indexer {

namespace {

/// Of the pages of an issue together, in largest files.
constexpr std::size_t most_files_worth = 4;

/// A page, and its bytes where they could be had.
struct IssuePage {
    Errand errand;
    std::string path;  ///< below the issue's folder
    FileRead read;
    FileBytes found = {};
};

class IssueReading {
  public:
    IssueReading(Errand errand, ConfinedReaders& readers)
        : errand_(std::move(errand)),
          readers_(readers),
          left_(readers.limits().most_bytes * most_files_worth) {}

    std::vector<FileRead> read() {
        FileRead issue = begun(errand_);
        auto found = bytes_of(*errand_.file);
        if (auto* refused = std::get_if<Unreadable>(&found)) {
            issue.content = nothing_but({refused->reason, std::move(refused->detail)});
            return {std::move(issue)};
        }
        const FileBytes& bytes = std::get<FileBytes>(found);
        issue.state = bytes.state;
        if (const std::string& other = errand_.file->pages->read_with; !other.empty()) {
            issue.issue = other;
            issue.content = nothing_but({SkipReason::empty, "its pages are read with " + other});
            return {std::move(issue)};
        }
        for (Errand& page : errand_.pages) open(std::move(page));
        Reading reading = joined(bytes);
        std::vector<FileRead> all;
        issue.content = taken(errand_, bytes, reading, {});
        all.push_back(std::move(issue));
        for (IssuePage& page : pages_) {
            if (page.read.state)
                page.read.content = taken(page.errand, page.found, reading, page.path);
            all.push_back(std::move(page.read));
        }
        return all;
    }

  private:
    FileRead begun(Errand& errand) const {
        FileRead read{errand.file, std::move(errand.known), std::nullopt, Taken{}};
        read.issue = errand_.file->found.path;
        return read;
    }

    std::variant<FileBytes, Unreadable> bytes_of(const FileToRead& file) const {
        return read_article_file(file.path(), {readers_.limits().most_bytes, file.found.is_link});
    }

    /// What is no page in ALTO belongs to no issue, and is left as it is.
    void open(Errand errand) {
        FileRead read = begun(errand);
        auto bytes = bytes_of(*errand.file);
        std::string path(errand.file->found.path.substr(folder().size()));
        if (auto* refused = std::get_if<Unreadable>(&bytes)) {
            read.content = nothing_but({refused->reason, std::move(refused->detail)});
        } else {
            FileBytes& found = std::get<FileBytes>(bytes);
            if (!is_alto(found.bytes)) return;
            if (found.bytes.size() <= left_) {
                left_ -= found.bytes.size();
                read.state = found.state;
                pages_.push_back(
                    {std::move(errand), std::move(path), std::move(read), std::move(found)});
                return;
            }
            read.content = nothing_but(over_limit(readers_.limits().most_bytes * most_files_worth,
                                                  "the pages of its issue are "));
        }
        pages_.push_back({std::move(errand), std::move(path), std::move(read)});
    }

    /// With the slash behind it; empty for that of the root.
    std::string_view folder() const {
        const std::string_view path = errand_.file->found.path;
        return path.substr(0, path.rfind('/') + 1);
    }

    Reading joined(const FileBytes& issue) const {
        const std::string file(errand_.file->found.path);
        ReadRequest request{
            file, {file}, errand_.field_map, readers_.limits().most_bytes, issue.bytes};
        for (const IssuePage& page : pages_)
            if (page.read.state) request.companions.push_back({page.path, page.found.bytes});
        Reading reading = readers_.read(request);
        if (request.companions.empty() && !reading.result.unread.empty()) {
            Unread whole = reading.result.unread.front();
            whole.detail = "none of its pages is there" +
                           (whole.member.empty() ? "" : ", such as " + whole.member);
            whole.member.clear();
            reading.result.unread.push_back(std::move(whole));
        }
        return reading;
    }

    /// Moves out of the reading what one of the files gave.
    static Taken taken(const Errand& errand, const FileBytes& found, Reading& reading,
                       std::string_view companion) {
        Reading own{companion.empty() ? reading.format : "ALTO", std::vector<ReadArticle>()};
        for (ReadArticle& read : reading.result.articles)
            if (read.companion == companion) own.result.articles.push_back(std::move(read));
        if (companion.empty()) own.result.unread = std::move(reading.result.unread);
        if (own.result.articles.empty()) return {{}, std::move(own.result.unread)};
        return take_in(std::move(own), found.bytes, context_of(errand, found.state));
    }

    Errand errand_;
    ConfinedReaders& readers_;
    std::size_t left_;  ///< bytes that pages may have
    std::vector<IssuePage> pages_;
};

}  // namespace

std::vector<FileRead> read_issue(Errand errand, ConfinedReaders& readers) {
    return IssueReading(std::move(errand), readers).read();
}

}  // namespace morgue::indexer

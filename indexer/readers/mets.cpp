#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <base/file.hpp>
#include <indexer/formats/article_parts.hpp>
#include <indexer/readers/mets.hpp>
#include <indexer/readers/mets_division.hpp>
#include <indexer/readers/mets_issue.hpp>
#include <indexer/readers/printed_page.hpp>

namespace morgue::indexer {

namespace {

void say(Article& article, Field field, std::string_view text) {
    state(article, field, text, Provenance::record);
}

/// A page, and which of its lines stand in articles.
struct IssuePage {
    PrintedPage page;
    std::vector<char> used;

    explicit IssuePage(PrintedPage read) : page(std::move(read)), used(page.lines.size()) {}

    std::string label(const MetsFile& file) const {
        for (const std::string& label :
             {file.page, page.printed_number, file.order, page.physical_number})
            if (has_word(label)) return label;
        return {};
    }
};

class IssueReader {
  public:
    IssueReader(const MetsIssue& issue, const FileFacts& facts)
        : issue_(issue), facts_(facts), pages_(issue.files.size()) {}

    ReadResult read() {
        for (std::size_t file = 0; file < issue_.files.size(); ++file) read_pages(file);
        for (const MetsDivision& division : issue_.divisions) add_division(division);
        for (std::size_t file = 0; file < issue_.files.size(); ++file) add_rests(file);
        return std::move(result_);
    }

  private:
    void read_pages(std::size_t file) {
        const std::string& path = issue_.files[file].path;
        const auto given = std::ranges::find(facts_.companions, path, &Companion::path);
        if (given == facts_.companions.end())
            return refuse(path, {SkipReason::incomplete, "it is no file in ALTO beside it"});
        auto parsed = parse_alto(given->bytes);
        if (auto* unread = std::get_if<Unread>(&parsed)) return refuse(path, std::move(*unread));
        for (PrintedPage& page : std::get<std::vector<PrintedPage>>(parsed))
            pages_[file].emplace_back(std::move(page));
        if (pages_[file].empty()) refuse(path, {SkipReason::empty, "no page in it"});
    }

    void refuse(const std::string& path, Unread why) {
        why.member = path;
        result_.unread.push_back(std::move(why));
    }

    void add_division(const MetsDivision& division) {
        ReadArticle read;
        read.member = division.id;
        Article& article = read.article;
        say(article, Field::title, division.label);
        say(article, Field::title, division.work.title);
        say(article, Field::title, text_of(division, TextRole::headline));
        for (const std::string& author : division.work.authors) say(article, Field::byline, author);
        say(article, Field::byline, text_of(division, TextRole::byline));
        say(article, Field::section, division.section);
        say(article, Field::lang, division.work.lang);
        article.body = text_of(division, std::nullopt);
        add(std::move(read), pages_[division.pieces.front().file], division.pieces.front().file);
    }

    /// Of the pieces in one role, or of all.
    std::string text_of(const MetsDivision& division, std::optional<TextRole> role) {
        PrintedText text;
        for (const MetsPiece& piece : division.pieces)
            if (!role || piece.role == *role) add_piece(piece, text);
        return text.take();
    }

    void add_piece(const MetsPiece& piece, PrintedText& text) {
        for (IssuePage& page : pages_[piece.file]) {
            text.begin_page();
            const auto [begin, end] = stretch_of(piece, page.page);
            for (std::size_t i = begin; i < end; ++i) {
                page.used[i] = 1;
                text.add(page.page.lines[i]);
            }
        }
    }

    /// The lines from the first so named to the last.
    static std::pair<std::size_t, std::size_t> stretch_of(const MetsPiece& piece,
                                                          const PrintedPage& page) {
        if (piece.begin.empty()) return {0, page.lines.size()};
        std::size_t begin = page.lines.size();
        std::size_t end = 0;
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const bool begins = page.is_named(page.lines[i], piece.begin);
            if (begins) begin = std::min(begin, i);
            if (begins || (!piece.end.empty() && page.is_named(page.lines[i], piece.end)))
                end = i + 1;
        }
        return {begin, std::max(begin, end)};
    }

    /// What stands in no article.
    void add_rests(std::size_t file) {
        const std::vector<IssuePage>& pages = pages_[file];
        for (std::size_t i = 0; i < pages.size(); ++i) {
            PrintedText text;
            for (std::size_t line = 0; line < pages[i].page.lines.size(); ++line)
                if (pages[i].used[line] == 0) text.add(pages[i].page.lines[line]);
            ReadArticle read;
            read.companion = issue_.files[file].path;
            if (pages.size() > 1) read.member = std::to_string(i + 1);
            read.article.body = text.take();
            if (pages[i].page.lines.empty())
                refuse(read.companion, {SkipReason::empty, "no words on the page"});
            else
                add(std::move(read), {&pages[i], 1}, file);
        }
    }

    void add(ReadArticle read, std::span<const IssuePage> pages, std::size_t file) {
        Article& article = read.article;
        if (!has_word(article.body)) return;
        if (!pages.empty()) {
            say(article, Field::page, pages.front().label(issue_.files[file]));
            say(article, Field::lang, pages.front().page.lang);
        }
        say_issue(article);
        const std::string path = base::join(base::parent(facts_.path), issue_.files[file].path);
        FileFacts facts = facts_;
        if (!read.companion.empty()) facts.path = path;
        finish_article(read, facts);
        result_.articles.push_back(std::move(read));
    }

    void say_issue(Article& article) const {
        const DescribedWork& issue = issue_.work;
        say(article, Field::date, issue.date);
        say(article, Field::source, issue.title);
        say(article, Field::lang, issue.lang);
        say(article, Field::issue, issue.issue);
        for (const std::string& place : issue.places) say(article, Field::place, place);
    }

    const MetsIssue& issue_;
    const FileFacts& facts_;
    std::vector<std::vector<IssuePage>> pages_;  ///< by file
    ReadResult result_{std::vector<ReadArticle>()};
};

}  // namespace

ReadResult read_mets(std::string_view bytes, const FileFacts& facts) {
    auto parsed = parse_mets(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    const MetsIssue& issue = std::get<MetsIssue>(parsed);
    ReadResult result = IssueReader(issue, facts).read();
    for (const MetsFile& file : issue.files) result.companions.push_back(file.path);
    result.unread.insert(result.unread.end(), issue.refused.begin(), issue.refused.end());
    if (result.articles.empty() && result.unread.empty())
        return Unread{SkipReason::empty, "it names no files with text of pages"};
    return result;
}

}  // namespace morgue::indexer

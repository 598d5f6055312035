#include <algorithm>
#include <cctype>
#include <iterator>

#include <tools/diagnostics.hpp>
#include <tools/named_articles.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t shortest_id = 4;
constexpr std::size_t longest_id = 32;

bool may_be_id(const std::string& name) {
    return name.size() >= shortest_id && name.size() <= longest_id &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isxdigit(c); });
}

std::string lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

constexpr std::size_t most_candidates = 20;

std::string candidate_line(const OpenedIndex& index, const ArticleId& id) {
    const auto found = index.searcher.article(id);
    const std::string_view title = found ? found->article.value(Field::title) : "";
    return id.to_string() + "  " + std::string{title};
}

void tell_ambiguous(const OpenedIndex& index, const std::string& name,
                    const std::vector<ArticleId>& candidates) {
    const std::size_t told = std::min(candidates.size(), most_candidates);
    for (std::size_t i = 0; i < told; ++i)
        print_plainly({"candidate", candidate_line(index, candidates[i])});
    if (told < candidates.size())
        print_plainly({"candidate", "and " + grouped(candidates.size() - told) + " more"});
    print_error(
        {.code = "ambiguous-id",
         .message = counted(candidates.size(), "article") + " have an id that begins with " + name,
         .hint = "write more of the id"});
}

void tell_unknown(const std::string& name) {
    print_error({.code = "unknown-article",
                 .message = "no article has the id or file '" + name + "'",
                 .hint = "morgue search shows both with every result; of an id its first four "
                         "characters may be enough"});
}

constexpr char member_mark = '!';

/// Whether it is that member, or a part of it.
bool is_within(std::string_view member, std::string_view wanted) {
    return member.starts_with(wanted) &&
           (member.size() == wanted.size() || member[wanted.size()] == member_mark);
}

void move_to(std::vector<IndexedArticle>& all, std::vector<IndexedArticle> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

NamedArticles ArticleNames::find(const std::string& name) {
    NamedArticles named;
    if (may_be_id(name)) {
        Lookup found = index_.searcher.lookup(lower_case(name));
        named.candidates = std::move(found.candidates);
        if (found.article) named.articles.push_back(std::move(*found.article));
        move_to(named.articles, std::move(found.elsewhere));
    }
    const bool is_id = !named.articles.empty() || !named.candidates.empty();
    if (!is_id) named.articles = in_file(name);
    if (!is_id && named.articles.empty()) named.articles = in_member(name);
    return named;
}

std::vector<IndexedArticle> ArticleNames::in_member(const std::string& name) {
    std::vector<IndexedArticle> articles;
    // The name of a file may have the mark in it, too.
    for (std::size_t at = name.find(member_mark); at != std::string::npos && articles.empty();
         at = name.find(member_mark, at + 1)) {
        articles = in_file(name.substr(0, at));
        std::erase_if(articles, [&](const IndexedArticle& found) {
            return !is_within(found.location.member, std::string_view(name).substr(at + 1));
        });
    }
    return articles;
}

std::vector<IndexedArticle> ArticleNames::in_file(const std::string& name) {
    std::vector<IndexedArticle> articles;
    for (std::size_t i = 0; i < index_.dirs.size(); ++i) {
        std::vector<IndexedArticle> found;
        for (const auto& [root, file] : index_.paths.places_of(name, roots_of(i)))
            if (found.empty()) found = index_.searcher.articles_of(root, file, i);
        move_to(articles, std::move(found));
    }
    return articles;
}

const std::vector<RootStatus>& ArticleNames::roots_of(std::size_t index) {
    roots_.resize(index_.dirs.size());
    if (!roots_[index]) roots_[index] = status(index_.dirs[index]).roots;
    return *roots_[index];
}

ExitCode tell_not_one(const std::string& name, const std::vector<ArticleId>& candidates,
                      const OpenedIndex& index) {
    if (candidates.empty()) {
        tell_unknown(name);
        return ExitCode::nothing_found;
    }
    tell_ambiguous(index, name, candidates);
    return ExitCode::usage;
}

}  // namespace morgue::tools

#include <algorithm>
#include <cctype>
#include <optional>

#include <CLI/CLI.hpp>

#include <tools/diagnostics.hpp>
#include <tools/opened_index.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/question.hpp>
#include <tools/render/render_json.hpp>
#include <tools/render/render_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t shortest_id = 4;
constexpr std::size_t longest_id = 32;
constexpr std::size_t most_candidates = 20;

bool may_be_id(const std::string& name) {
    return name.size() >= shortest_id && name.size() <= longest_id &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isxdigit(c); });
}

std::string lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::string candidate_line(const OpenedIndex& index, const ArticleId& id) {
    const auto found = index.searcher.article(id);
    const std::string_view title = found ? found->article.value(Field::title) : "";
    return id.to_string() + "  " + std::string{title};
}

[[noreturn]] void refuse_ambiguous(const OpenedIndex& index, const std::string& name,
                                   const std::vector<ArticleId>& candidates) {
    const std::size_t told = std::min(candidates.size(), most_candidates);
    for (std::size_t i = 0; i < told; ++i) print_plainly(candidate_line(index, candidates[i]));
    if (told < candidates.size())
        print_plainly("and " + grouped(candidates.size() - told) + " more");
    throw UsageError(counted(candidates.size(), "article") + " have an id that begins with " + name,
                     "write more of the id");
}

std::vector<IndexedArticle> articles_with_id(const OpenedIndex& index, const std::string& name) {
    Lookup found = index.searcher.lookup(lower_case(name));
    if (!found.candidates.empty()) refuse_ambiguous(index, name, found.candidates);
    if (!found.article) return {};
    return {std::move(*found.article)};
}

std::vector<IndexedArticle> articles_in_file(const OpenedIndex& index, const std::string& name) {
    for (const auto& [root, file] : index.paths.places_of(name, status(index.dirs.front()).roots)) {
        std::vector<IndexedArticle> found = index.searcher.articles_of(root, file);
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<IndexedArticle> articles_named(const OpenedIndex& index, const std::string& name) {
    if (may_be_id(name)) {
        std::vector<IndexedArticle> found = articles_with_id(index, name);
        if (!found.empty()) return found;
    }
    return articles_in_file(index, name);
}

class ShowCommand : public Command {
  public:
    std::string_view name() const override { return "show"; }
    std::string_view operands() const override { return "ID|FILE"; }
    std::string_view summary() const override { return "print a whole article"; }
    std::string_view examples() const override {
        return "morgue show 3f2a9c41b0de\n"
               "morgue show 2019/03/04/louvre.html\n"
               "morgue show --match '\"storm corps\"' 3f2a";
    }
    void declare(CLI::App& flags) override {
        flags.add_option("--match", match_, "light what answers this query")->option_text("QUERY");
        question_.declare(flags);
        flags.add_flag("--json", json_, "a line of JSON an article");
        looks_.declare(flags);
    }
    ExitCode run(const Invocation& invocation) override;

  private:
    void print(const IndexedArticle& found, const OpenedIndex& index, const Looks& looks) const;

    std::optional<std::string> match_;
    QuestionFlags question_;
    bool json_ = false;
    LooksFlags looks_;
    std::optional<Query> query_;
};

ExitCode ShowCommand::run(const Invocation& invocation) {
    if (invocation.operands.size() != 1)
        throw UsageError("show takes one id or file",
                         "the id stands in every result of morgue search");
    const std::string& name = invocation.operands.front();
    if (match_) query_ = read_question({*match_}, question_).query;
    const Looks looks = looks_.read(invocation);
    const OpenedIndex index = open_index(invocation);
    if (!json_) page_output(looks);
    const std::vector<IndexedArticle> found = articles_named(index, name);
    for (const IndexedArticle& article : found) {
        if (&article != &found.front() && !json_) write_line("");
        print(article, index, looks);
    }
    if (!found.empty()) return ExitCode::success;
    print_error({.code = "unknown-article",
                 .message = "no article has the id or file '" + name + "'",
                 .hint = "morgue search shows both with every result"});
    return ExitCode::nothing_found;
}

void ShowCommand::print(const IndexedArticle& found, const OpenedIndex& index,
                        const Looks& looks) const {
    std::optional<Highlights> highlights;
    if (query_) highlights = index.searcher.highlights(*query_, found);
    if (json_)
        write_line(article_as_json(found, highlights, index.paths, OffsetUnit::bytes));
    else
        write_out(article_as_text(found, highlights.value_or(Highlights{}), index.paths, looks));
}

}  // namespace

std::unique_ptr<Command> make_show_command() {
    return std::make_unique<ShowCommand>();
}

}  // namespace morgue::tools

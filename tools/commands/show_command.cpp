#include <algorithm>
#include <functional>
#include <iostream>
#include <optional>

#include <morgue/original.hpp>

#include <tools/diagnostics.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/named_articles.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/question.hpp>
#include <tools/render/render_json.hpp>
#include <tools/render/render_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr const char* from_stdin = "-";

/// Calls `fn` for every name typed; in the place of "-" for every line of stdin.
void for_each_name(const std::vector<std::string>& operands,
                   const std::function<void(const std::string&)>& fn) {
    for (const std::string& operand : operands) {
        if (operand != from_stdin) {
            fn(operand);
            continue;
        }
        for (std::string line; std::getline(std::cin, line);) {
            if (line.ends_with('\r')) line.pop_back();
            if (!line.empty()) fn(line);
        }
        if (std::cin.bad()) throw UsageError("stdin cannot be read", "name the articles instead");
    }
}

/// Two archives may each have an article of one id.
void note_several_indexes(const std::vector<IndexedArticle>& articles, const Paths& paths) {
    const IndexedArticle& first = articles.front();
    std::string places;
    for (const IndexedArticle& found : articles)
        if (found.id == first.id && found.index != first.index)
            places += (places.empty() ? "" : ", ") + paths.index(found.index);
    if (places.empty()) return;
    finish_output();
    print_note({"several-indexes", "the id " + first.id.to_string() + " stands in " +
                                       paths.index(first.index) + " and also in " + places});
}

class ShowCommand : public Command {
  public:
    std::string_view name() const override { return "show"; }
    std::string_view operands() const override { return "ID|FILE..."; }
    std::string_view summary() const override { return "print whole articles, or what matches"; }
    std::string_view examples() const override {
        return "morgue show 3f2a9c41b0de\n"
               "morgue show 2019/03/04/louvre.html\n"
               "morgue show --match '\"storm corps\"' --context=1 3f2a\n"
               "morgue search --ids storm | morgue show -";
    }
    std::string_view details() const override {
        return "With - the names are read from stdin, one a line. What no article is called is "
               "reported, the others are shown, and the exit status is 1.\n\n"
               "With --meta only what is known of an article is shown: each metadatum with where "
               "it is from, the charset that its file was read in and why, and what was no date "
               "although it stands where one should.\n\n"
               "With --match and --context only the sentences are shown that hold what answers "
               "the query, with so many before and after them.\n\n"
               "With --raw come the bytes of the file again, as long as it has not changed: "
               "decompressed, and of what holds several files those of the one that the article "
               "is, of a WARC file what the server sent.";
    }
    void declare(FlagSet& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    void check_flags(const Invocation& invocation) const;
    ExitCode show(const std::string& name, const OpenedIndex& index, ArticleNames& names);
    void print(const IndexedArticle& found, const OpenedIndex& index);
    void print_whole(const IndexedArticle& found, const OpenedIndex& index) const;
    void print_passages(const IndexedArticle& found, const OpenedIndex& index) const;

    std::optional<std::string> match_;
    std::optional<std::size_t> context_;
    std::optional<std::string> offsets_;
    QuestionFlags question_;
    LooksFlags looks_flags_;
    bool json_ = false;
    bool meta_ = false;
    bool raw_ = false;

    std::optional<Query> query_;
    Looks looks_;
    std::size_t shown_ = 0;
};

void ShowCommand::declare(FlagSet& flags) {
    flags.add_option("--match", match_, "light what answers this query", {"QUERY"});
    flags.add_option("--context", context_,
                     "with --match: only the sentences that match, and N around each",
                     {"N", whole_number()});
    question_.declare(flags);
    flags.add_flag("--meta", meta_, "only what is known of it, and from where");
    flags.add_flag("--json", json_, "a line of JSON an article");
    flags.add_flag("--raw", raw_, "the bytes that it was read from, as its file has them");
    flags.add_option("--offsets", offsets_, "json: count in bytes, chars or utf16",
                     {"UNIT", one_of({"bytes", "chars", "utf16"})});
    looks_flags_.declare(flags);
}

void ShowCommand::check_flags(const Invocation& invocation) const {
    if (invocation.operands.empty())
        throw UsageError("show needs an id or a file",
                         "the id stands in every result of morgue search");
    if (context_ && !match_)
        throw UsageError("--context has no meaning without --match",
                         "name what to look for: --match QUERY");
    if (meta_ && match_)
        throw UsageError("--meta shows no text in which --match could light anything",
                         "leave one of them out");
    if (raw_ && (json_ || match_))
        throw UsageError("--raw shows bytes as they are", "leave out --json and --match");
    if (offsets_ && !json_)
        throw UsageError("--offsets has no meaning without --json", "leave it out, or add --json");
}

ExitCode ShowCommand::run(const Invocation& invocation) {
    check_flags(invocation);
    if (match_) query_ = read_question({*match_}, question_).query;
    looks_ = looks_flags_.read(invocation);
    const OpenedIndex index = open_index(invocation);
    ArticleNames names{index};
    if (!json_ && !raw_) page_output(looks_);
    ExitCode worst = ExitCode::success;
    for_each_name(invocation.operands, [&](const std::string& name) {
        worst = std::max(worst, show(name, index, names));
    });
    return worst;
}

ExitCode ShowCommand::show(const std::string& name, const OpenedIndex& index, ArticleNames& names) {
    const NamedArticles named = names.find(name);
    for (const IndexedArticle& found : named.articles) print(found, index);
    if (!named.articles.empty()) {
        note_several_indexes(named.articles, index.paths);
        return ExitCode::success;
    }
    finish_output();
    return tell_not_one(name, named.candidates, index);
}

void ShowCommand::print(const IndexedArticle& found, const OpenedIndex& index) {
    if (raw_) return write_out(original(index.dirs[found.index], found.id));
    if (shown_++ > 0 && !json_) write_line("");
    if (meta_)
        write_out(json_ ? metadata_as_json(found, index.paths) + "\n"
                        : metadata_as_text(found, index.paths, looks_));
    else if (context_)
        print_passages(found, index);
    else
        print_whole(found, index);
    end_record();
}

void ShowCommand::print_whole(const IndexedArticle& found, const OpenedIndex& index) const {
    std::optional<Highlights> lit;
    if (query_) lit = index.searcher.highlights(*query_, found);
    if (json_)
        write_line(article_as_json(found, lit, index.paths,
                                   offset_unit_named(offsets_.value_or("bytes"))));
    else
        write_out(article_as_text(found, lit.value_or(Highlights{}), index.paths, looks_));
}

void ShowCommand::print_passages(const IndexedArticle& found, const OpenedIndex& index) const {
    const FoundPassages passages{found, index.searcher.highlights(*query_, found).title,
                                 index.searcher.passages(*query_, found, *context_)};
    if (json_)
        write_line(
            passages_as_json(passages, index.paths, offset_unit_named(offsets_.value_or("bytes"))));
    else
        write_out(passages_as_text(passages, index.paths, looks_));
    if (passages.title_highlights.empty() && passages.passages.empty()) {
        finish_output();
        print_note(
            {"no-words-lit", "no words of " + found.id.to_string() + " answer '" + *match_ + "'"});
    }
}

}  // namespace

std::unique_ptr<Command> make_show_command() {
    return std::make_unique<ShowCommand>();
}

}  // namespace morgue::tools

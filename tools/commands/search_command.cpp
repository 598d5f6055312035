#include <optional>

#include <CLI/CLI.hpp>

#include <tools/diagnostics.hpp>
#include <tools/line/flag_checks.hpp>
#include <tools/opened_index.hpp>
#include <tools/output.hpp>
#include <tools/question.hpp>
#include <tools/render/render_json.hpp>
#include <tools/render/render_text.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t limit_for_people = 20;

struct SearchFlags {
    std::optional<std::size_t> limit;
    std::size_t offset = 0;
    std::optional<std::size_t> snippets;
    std::string sort = "relevance";
    std::string format = "text";
    bool json = false;
};

Sort sort_named(const std::string& name) {
    if (name == "newest") return Sort::newest;
    if (name == "oldest") return Sort::oldest;
    return name == "title" ? Sort::title : Sort::relevance;
}

/// "20 of 1,234 articles · next: --offset 20"
std::string footer(const Results& results, const SearchOptions& options) {
    if (results.total == 0) return "nothing found";
    const std::size_t end = options.offset + results.hits.size();
    const bool is_exact = results.total_is == TotalIs::exact;
    const bool has_more = !results.hits.empty() && (end < results.total || !is_exact);
    return grouped(results.hits.size()) + " of " + (is_exact ? "" : "at least ") +
           counted(results.total, "article") +
           (has_more ? " · next: --offset " + std::to_string(end) : "");
}

ExitCode exit_code_of(const Results& results) {
    if (!results.complete) {
        print_warning("the answer is not complete: the search was stopped early", "");
        return ExitCode::partial;
    }
    return results.total > 0 ? ExitCode::success : ExitCode::nothing_found;
}

class SearchCommand : public Command {
  public:
    std::string_view name() const override { return "search"; }
    std::string_view operands() const override { return "QUERY..."; }
    std::string_view summary() const override { return "find articles by word and phrase"; }
    std::string_view examples() const override {
        return "morgue search storm corps\n"
               "morgue search '\"storm corps\" russia date:2024-10'\n"
               "morgue search --sort=newest --json 'title:election NOT poll'";
    }
    void declare(CLI::App& flags) override;
    ExitCode run(const Invocation& invocation) override;

  private:
    SearchOptions options() const;
    ExitCode print_page(const OpenedIndex& index, const Question& question,
                        const Style& style) const;
    ExitCode stream_json(const OpenedIndex& index, const Question& question) const;
    ExitCode stream_paths(const OpenedIndex& index, const Question& question) const;

    SearchFlags flags_;
};

void SearchCommand::declare(CLI::App& flags) {
    flags.add_option("-n,--limit", flags_.limit, "show so many (20; all for programs)")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--offset", flags_.offset, "leave out the first N")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--sort", flags_.sort, "relevance, newest, oldest or title")
        ->option_text("ORDER")
        ->check(one_of({"relevance", "newest", "oldest", "title"}));
    flags.add_option("--snippets", flags_.snippets, "passages an article, at most (1)")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--format", flags_.format, "text, json (one a line) or paths")
        ->option_text("FORMAT")
        ->check(one_of({"text", "json", "paths"}));
    flags.add_flag("--json", flags_.json, "the same as --format=json");
}

SearchOptions SearchCommand::options() const {
    const bool for_people = flags_.format == "text";
    SearchOptions options;
    options.limit = flags_.limit.value_or(for_people ? limit_for_people : SearchOptions::no_limit);
    options.offset = flags_.offset;
    options.sort = sort_named(flags_.sort);
    options.snippets = flags_.format == "paths" ? 0 : flags_.snippets.value_or(options.snippets);
    return options;
}

ExitCode SearchCommand::run(const Invocation& invocation) {
    if (flags_.json) flags_.format = "json";
    const Question question = read_question(invocation.operands);
    const OpenedIndex index = open_index(invocation);
    if (flags_.format == "json") return stream_json(index, question);
    if (flags_.format == "paths") return stream_paths(index, question);
    return print_page(index, question, invocation.style());
}

ExitCode SearchCommand::print_page(const OpenedIndex& index, const Question& question,
                                   const Style& style) const {
    const SearchOptions asked = options();
    const Results results = index.searcher.search(question.query, asked);
    for (const Hit& hit : results.hits) write_line(hit_as_text(hit, index.paths, style));
    finish_output();
    check_answer(question, results);
    print_plainly(footer(results, asked));
    return exit_code_of(results);
}

ExitCode SearchCommand::stream_json(const OpenedIndex& index, const Question& question) const {
    const auto print = [&](const Hit& hit) {
        write_line(hit_as_json(hit, index.paths));
        return true;
    };
    const Results results = index.searcher.for_each(question.query, print, options());
    finish_output();
    check_answer(question, results);
    return exit_code_of(results);
}

ExitCode SearchCommand::stream_paths(const OpenedIndex& index, const Question& question) const {
    std::size_t without_file = 0;
    const auto print = [&](const Hit& hit) {
        const std::string file = index.paths.file_of(hit.found.location);
        if (file.empty())
            ++without_file;
        else
            write_line(stdout_is_terminal() ? printable(file) : file);
        return true;
    };
    const Results results = index.searcher.for_each(question.query, print, options());
    finish_output();
    check_answer(question, results);
    if (without_file > 0) print_note(counted(without_file, "article") + " found that are no files");
    return exit_code_of(results);
}

}  // namespace

std::unique_ptr<Command> make_search_command() {
    return std::make_unique<SearchCommand>();
}

}  // namespace morgue::tools

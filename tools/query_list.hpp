#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <morgue/query.hpp>

#include <tools/exit_code.hpp>
#include <tools/line/command.hpp>
#include <tools/question.hpp>

namespace morgue::tools {

class FlagSet;

/// --queries, declared alike by every subcommand that takes a list.
class QueryListFlags {
  public:
    void declare(FlagSet& flags);
    /// Throws UsageError where a query stands beside the list.
    bool given(const Invocation& invocation) const;
    const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
};

/// A line of a list of queries.
struct ListedQuery {
    std::size_t line = 0;  ///< in the file, 1 is first
    std::string id;        ///< what stands before the line's first tab, else the line's number
    std::string text;      ///< as it stands in the list, without the id
    std::variant<Question, QueryError> read;
};

/// The lines of a list, one after the other: UTF-8, a byte order mark and ends of lines of any kind
/// are no part of them. Lines of nothing but white space are passed over and counted.
class QueryList {
  public:
    /// `path` is a file or "-" for stdin. Throws UsageError where it cannot be read.
    QueryList(const std::string& path, const QuestionFlags& flags);
    QueryList(const QueryList&) = delete;
    QueryList& operator=(const QueryList&) = delete;
    ~QueryList();

    /// Throws UsageError where the list cannot be read on.
    std::optional<ListedQuery> next();

    /// For messages.
    const std::string& name() const noexcept { return name_; }
    /// How much of a file has been read, from 0 to 1; less than 0 where its size is not known.
    double share_read() const;
    std::size_t blank_lines() const noexcept { return blank_lines_; }

  private:
    bool read_line(std::string& line);
    void take_line_feed();
    void check_beginning(std::string& first_line) const;
    ListedQuery as_query(const std::string& line) const;

    std::string name_;
    QuestionFlags flags_;
    std::FILE* file_;
    double bytes_ = 0;  ///< of a file; 0 for what has no size
    std::size_t line_ = 0;
    std::size_t blank_lines_ = 0;
};

/// What came of asking one query of a list.
struct ListedAnswer {
    bool found = false;
    bool complete = true;
    std::vector<Note> notes = {};
    std::optional<QueryError> refused = std::nullopt;  ///< by the index, or for its id
};

/// What a subcommand does with the queries of a list.
struct ListRun {
    /// Asks and prints.
    std::function<ListedAnswer(const ListedQuery&, const Question&)> ask;
    /// Prints, in the place of an answer, that the line is no query.
    std::function<void(const ListedQuery&, const QueryError&)> print_bad;
    bool plain = false;  ///< as for ProgressLine
};

/// Runs all of the list. What is wrong with a line is said on stderr with the line's number, notes
/// once each with the first line that they are about. Progress is shown where stdout is no
/// terminal; `plain` as for ProgressLine. The exit status is 4 where a line was no query, else 0
/// where one found something, else 1. Throws UsageError for a list without any query.
ExitCode run_list(QueryList& list, const ListRun& run);

}  // namespace morgue::tools

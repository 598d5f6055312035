#include <cerrno>
#include <chrono>
#include <cstring>
#include <map>
#include <set>
#include <sys/stat.h>

#include <morgue/error.hpp>

#include <tools/diagnostics.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/output.hpp>
#include <tools/progress.hpp>
#include <tools/query_list.hpp>
#include <tools/render/pace.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/wording.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view standard_input = "-";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Of a longer line no more is kept: no query is so long, so it is refused as too long.
constexpr std::size_t most_bytes = std::size_t{64} * 1024;

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw UsageError("the list " + name + " cannot be read: " + why,
                     "name a text file in UTF-8 with one query a line, or - for standard input");
}

std::FILE* open_list(const std::string& path) {
    if (path == standard_input) return stdin;
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) refuse(path, std::strerror(errno));
    return file;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

std::variant<Question, QueryError> read_text(const std::string& text, const QuestionFlags& flags) {
    if (is_blank(text))
        return QueryError{"empty-query", 0, 0, "there is nothing to search for",
                          "write a query after the id and the tab"};
    try {
        return read_question({text}, flags);
    } catch (const BadQuery& bad) {
        return bad.error();
    } catch (const Error& error) {
        return QueryError{std::string{to_string(error.code())}, 0, 0, error.what(), error.hint()};
    }
}

/// Notes of a long list: each is told at once with the line that it is first about, and at the end
/// for how many more it holds.
class ListNotes {
  public:
    /// Those that are new, with the line.
    std::vector<Note> add(const ListedQuery& listed, const std::vector<Note>& notes) {
        std::vector<Note> fresh;
        for (const Note& note : notes)
            if (++lines_[{note.message, note.code}] == 1)
                fresh.push_back(
                    {note.code, "line " + std::to_string(listed.line) + ": " + note.message});
        return fresh;
    }
    std::vector<Note> rest() const {
        std::vector<Note> more;
        for (const auto& [told, lines] : lines_)
            if (lines > 1)
                more.push_back({told.second, "and so for " + counted(lines - 1, "more line") +
                                                 ": " + told.first});
        return more;
    }

  private:
    std::map<std::pair<std::string, std::string>, std::size_t> lines_;  ///< by message and code
};

class Runner {
  public:
    Runner(QueryList& list, const ListRun& run) : list_(list), run_(run) {}

    ExitCode operator()() {
        follow();
        while (const auto listed = list_.next()) {
            take(*listed);
            if (progress_) progress_->show([&] { return progress(); });
        }
        progress_.reset();
        if (queries_ == 0)
            throw UsageError("there is no query in the list " + list_.name(),
                             "write one query a line");
        tell_end();
        if (bad_ > 0 || !complete_) return ExitCode::partial;
        return found_ ? ExitCode::success : ExitCode::nothing_found;
    }

  private:
    void follow() {
        if (!stdout_is_terminal()) progress_.emplace(run_.plain);
    }

    Progress progress() const {
        const std::chrono::duration<double> gone = Clock::now() - begin_;
        const double share = list_.share_read();
        std::string asked = counted(queries_, "line");
        if (share >= 0) asked += " (" + std::to_string(static_cast<int>(share * 100)) + "%)";
        return {"asking",
                share,
                {asked, time_left(share, gone.count()), rate(queries_, gone.count(), "lines")}};
    }

    void take(const ListedQuery& listed) {
        ++queries_;
        note_same_id(listed);
        if (const auto* error = std::get_if<QueryError>(&listed.read)) {
            report(listed, *error);
            return;
        }
        const Question& question = std::get<Question>(listed.read);
        tell_reading(question);
        const ListedAnswer answer = run_.ask(listed, question);
        if (answer.refused) return report(listed, *answer.refused);
        finish_output();  // whoever writes the list may wait for the answer before the next line
        note(notes_.add(listed, question.notes));
        note(notes_.add(listed, answer.notes));
        found_ = found_ || answer.found;
        complete_ = complete_ && answer.complete;
    }

    void report(const ListedQuery& listed, const QueryError& error) {
        ++bad_;
        run_.print_bad(listed, error);
        finish_output();
        progress_.reset();
        QueryError placed = error;
        placed.message = "line " + std::to_string(listed.line) + " of the list: " + error.message;
        print_query_error(listed.text, placed);
        follow();
    }

    void note(const std::vector<Note>& notes) {
        if (notes.empty()) return;
        progress_.reset();
        print_notes(notes);
        follow();
    }

    void note_same_id(const ListedQuery& listed) {
        if (ids_.insert(listed.id).second || said_same_id_) return;
        said_same_id_ = true;
        note({{"same-id", "line " + std::to_string(listed.line) + ": the id " + listed.id +
                              " stands more than once in the list"}});
    }

    void tell_end() const {
        finish_output();
        print_notes(notes_.rest());
        if (list_.blank_lines() > 0)
            print_note({"empty-lines",
                        counted(list_.blank_lines(), "empty line") + " of the list passed over"});
        if (bad_ > 0)
            print_warning({.code = "bad-lines",
                           .message = grouped(bad_) + " of " + grouped(queries_) +
                                      " queries could not be asked"});
        if (!complete_)
            print_warning({.code = "incomplete", .message = "some answers are not complete"});
    }

    using Clock = std::chrono::steady_clock;

    QueryList& list_;
    const ListRun& run_;
    Clock::time_point begin_ = Clock::now();
    std::optional<ProgressLine> progress_;  ///< none while something else is said
    ListNotes notes_;
    std::set<std::string> ids_;
    std::size_t queries_ = 0;
    std::size_t bad_ = 0;
    bool found_ = false;
    bool complete_ = true;
    bool said_same_id_ = false;
};

}  // namespace

void QueryListFlags::declare(FlagSet& flags) {
    flags.add_option("--queries", path_,
                     "ask each line of a list (- is stdin): a query, or an id, a tab, a query",
                     {"FILE"});
}

bool QueryListFlags::given(const Invocation& invocation) const {
    if (path_.empty()) return false;
    if (!invocation.operands.empty())
        throw UsageError("a query stands beside --queries",
                         "ask either the queries of the list or the one that is typed");
    return true;
}

QueryList::QueryList(const std::string& path, const QuestionFlags& flags)
    : name_(path == standard_input ? "from standard input" : path),
      flags_(flags),
      file_(open_list(path)) {
    struct stat facts {};
    if (::fstat(::fileno(file_), &facts) == 0 && S_ISREG(facts.st_mode))
        bytes_ = static_cast<double>(facts.st_size);
}

QueryList::~QueryList() {
    if (file_ != stdin) std::fclose(file_);
}

double QueryList::share_read() const {
    return bytes_ > 0 ? static_cast<double>(std::ftell(file_)) / bytes_ : -1;
}

std::optional<ListedQuery> QueryList::next() {
    std::string line;
    while (read_line(line)) {
        if (!is_blank(line)) return as_query(line);
        ++blank_lines_;
    }
    return std::nullopt;
}

ListedQuery QueryList::as_query(const std::string& line) const {
    const std::size_t tab = line.find('\t');
    std::string id = tab == std::string::npos ? std::string{} : line.substr(0, tab);
    std::string text = tab == std::string::npos ? line : line.substr(tab + 1);
    auto read = read_text(text, flags_);
    return {line_, id.empty() ? std::to_string(line_) : std::move(id), std::move(text),
            std::move(read)};
}

bool QueryList::read_line(std::string& line) {
    line.clear();
    int byte = std::getc(file_);
    const bool any = byte != EOF;
    for (; byte != EOF && byte != '\n' && byte != '\r'; byte = std::getc(file_))
        if (line.size() < most_bytes) line.push_back(static_cast<char>(byte));
    if (byte == '\r') take_line_feed();
    if (std::ferror(file_) != 0) refuse(name_, std::strerror(errno));
    if (any && ++line_ == 1) check_beginning(line);
    return any;
}

/// The second half of CR LF; a lone CR ends a line too.
void QueryList::take_line_feed() {
    const int byte = std::getc(file_);
    if (byte != '\n' && byte != EOF) std::ungetc(byte, file_);
}

void QueryList::check_beginning(std::string& first_line) const {
    if (first_line.starts_with(byte_order_mark)) first_line.erase(0, byte_order_mark.size());
    if (first_line.starts_with("\xFF\xFE") || first_line.starts_with("\xFE\xFF"))
        refuse(name_, "it is in UTF-16");
}

ExitCode run_list(QueryList& list, const ListRun& run) {
    return Runner(list, run)();
}

}  // namespace morgue::tools

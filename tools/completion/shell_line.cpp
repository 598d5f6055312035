#include <tools/completion/shell_line.hpp>
#include <tools/line/shell_quote.hpp>

namespace morgue::tools {

namespace {

constexpr std::string_view breaks = "=:@<>;|&(";
/// Signs before which a backslash between double quotes is one.
constexpr std::string_view escaped_in_double_quotes = "\\\"$`";

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

class LineReader {
  public:
    explicit LineReader(std::string_view line) : line_(line) {}

    std::vector<ShellWord> read() {
        for (at_ = 0; at_ < line_.size(); ++at_)
            if (word_.quote == 0)
                read_plain(line_[at_]);
            else
                read_quoted(line_[at_]);
        words_.push_back(word_);
        return words_;
    }

  private:
    void read_plain(char c) {
        if (is_space(c))
            end_word();
        else if (c == '\'' || c == '"')
            open_quote(c);
        else if (c == '\\' && at_ + 1 < line_.size())
            take(line_[++at_]);
        else
            take_breakable(c);
    }

    void read_quoted(char c) {
        if (c == word_.quote)
            close_quote();
        else if (c == '\\' && word_.quote == '"' && at_ + 1 < line_.size() &&
                 escaped_in_double_quotes.find(line_[at_ + 1]) != std::string_view::npos)
            take(line_[++at_]);
        else
            take(c);
    }

    void take(char c) {
        word_.text += c;
        has_word_ = true;
    }
    void take_breakable(char c) {
        take(c);
        if (breaks.find(c) != std::string_view::npos) word_.kept = word_.text.size();
    }
    void open_quote(char c) {
        kept_before_quote_ = word_.kept;
        word_.quote = c;
        word_.kept = word_.text.size();
        has_word_ = true;
    }
    void close_quote() {
        word_.quote = 0;
        word_.kept = kept_before_quote_;
    }
    void end_word() {
        if (has_word_) words_.push_back(word_);
        word_ = {};
        has_word_ = false;
    }

    std::string_view line_;
    std::size_t at_ = 0;
    std::vector<ShellWord> words_;
    ShellWord word_;
    std::size_t kept_before_quote_ = 0;
    bool has_word_ = false;
};

std::string in_single_quotes(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out;
}

std::string in_double_quotes(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += escaped_in_double_quotes.find(c) == std::string_view::npos ? std::string{c}
                                                                          : std::string{'\\', c};
    return out;
}

}  // namespace

std::vector<ShellWord> shell_words_of(std::string_view line) {
    return LineReader{line}.read();
}

std::string bash_replacement(const ShellWord& word, const std::string& text) {
    const std::string_view kept = std::string_view{word.text}.substr(0, word.kept);
    if (!text.starts_with(kept)) return {};
    const std::string rest = text.substr(word.kept);
    if (word.quote == 0) return quoted_for_shell(rest);
    const std::string quoted = word.quote == '"' ? in_double_quotes(rest) : in_single_quotes(rest);
    // Bash closes the quote, unless what it inserts ends in such a sign: it takes that for the end.
    return quoted.ends_with(word.quote) ? quoted + word.quote : quoted;
}

}  // namespace morgue::tools

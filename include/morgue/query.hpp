#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <morgue/export.hpp>
#include <morgue/fields.hpp>

namespace morgue {

namespace query {
struct Node;
}

/// Something a person should know about how a question was read or answered.
struct Note {
    std::string code;     ///< stable, such as "precedence"
    std::string message;  ///< one sentence

    friend bool operator==(const Note&, const Note&) = default;
};

/// Why a text is not a query. Offsets are bytes of the query's text, half open.
struct QueryError {
    std::string code;  ///< stable, such as "unclosed-quote"
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string message;  ///< what is wrong
    std::string help;     ///< what to write instead

    friend bool operator==(const QueryError&, const QueryError&) = default;
};

/// A question, read and checked. Immutable and cheap to copy; safe to share between threads.
class MORGUE_EXPORT Query {
  public:
    /// Reads the query language (docs/QUERY-SYNTAX.md). Never throws for a bad text.
    static std::variant<Query, QueryError> parse(std::string_view text);

    /// The same, but a quote or parenthesis that is not closed, and an operator that has nothing
    /// beside it, is mended with a note.
    static std::variant<Query, QueryError> parse_leniently(std::string_view text);
    /// Reads a tree as to_json() writes it. Never throws for a bad text.
    static std::variant<Query, QueryError> parse_json(std::string_view text);

    // The builders throw Error(bad_argument) for text that is not UTF-8 and for queries beyond the
    // limits of docs/QUERY-SYNTAX.md. Text without a letter or digit finds no article, with a note.

    /// All of these words, in any order, stemmed; nothing in the text is syntax.
    static Query words(std::string_view text);
    /// Any of these words, stemmed, the parts of a compound each for itself; nothing in the text is
    /// syntax. Articles that hold most of them come first. For a question in a whole sentence.
    static Query any_words(std::string_view text);
    /// These words exactly and in this order; nothing in the text is syntax.
    static Query phrase(std::string_view text);
    /// Words that begin so; nothing in the text is syntax.
    static Query beginning(std::string_view text);
    /// These words in any order, at most so many (1 to 255) from the first to the last.
    static Query window(std::string_view text, unsigned words);
    /// Words, phrases, beginnings and any_of() of these, each at most so many words (1 to 255) from
    /// the one before it; with `in_order` behind it. Throws Error(bad_argument) for other parts.
    static Query near(std::vector<Query> parts, unsigned words, bool in_order = false);
    /// Articles in which the words of a part, as of near(), occur so often (1 to 255) together.
    static Query at_least(unsigned times, const Query& part);
    /// What the words of the part find among the first 60 of a body. Throws Error(bad_argument)
    /// for parts that ask for more than words.
    static Query lead(const Query& part);
    /// The part, counting for so many times as much (0.01 to 100) in the order of results.
    static Query weighted(const Query& part, double weight);
    static Query all_of(std::vector<Query> parts);
    static Query any_of(std::vector<Query> parts);
    /// Every article that answers none of these.
    static Query none_of(std::vector<Query> parts);
    /// Articles with this value in the field (as a phrase where the field is searched by words);
    /// nothing in the text is syntax.
    /// Throws Error(bad_argument) for a field that cannot be searched or a date that is none.
    static Query field(Field field, std::string_view value);

    /// The question as Morgue read it, in the query language.
    std::string to_string() const;
    /// The tree as one line of JSON, whose keys docs/QUERY-SYNTAX.md has.
    std::string to_json() const;
    /// The tree as an s-expression, to be looked at.
    std::string tree() const;
    /// The same as to_string() with every AND written out, to show people how their question was
    /// read.
    std::string reading() const;
    /// How the text was read, where that might surprise.
    const std::vector<Note>& notes() const noexcept { return notes_; }

    /// The tree, for Morgue's own use.
    const std::shared_ptr<const query::Node>& root() const noexcept { return root_; }

  private:
    Query(std::shared_ptr<const query::Node> root, std::vector<Note> notes);

    std::shared_ptr<const query::Node> root_;
    std::vector<Note> notes_;
};

}  // namespace morgue

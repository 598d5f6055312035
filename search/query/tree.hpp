#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <morgue/fields.hpp>

#include <schema/date.hpp>
#include <schema/fact_term.hpp>

namespace morgue::query {

/// Where a node stands in the query's text: bytes, half open. Built queries have none.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/// A bare word as typed: stemmed, case- and accent-insensitive. It may hold several tokens
/// (e-mail, 東京2020年, AT&T); they are then found side by side.
struct Word {
    std::string text;
};

/// Words that begin with this: `storm*`. `text` is without the star.
struct Prefix {
    std::string text;
};

/// Words of the index that look so, whatever their endings mean.
struct Pattern {
    enum class Kind : unsigned char {
        wildcard,  ///< `wom?n`, `f*o`: one character, any characters
        fuzzy,     ///< `word~2`: so many letters added, dropped, changed or swapped
        regex,     ///< `/colou?r/`: the whole word
    };

    std::string text;  ///< without ~, its number and slashes
    Kind kind = Kind::wildcard;
    unsigned edits = 0;
};

/// The words between quotes in order, side by side, or all within a window. Never a wildcard.
struct Phrase {
    enum class Likeness : unsigned char {
        spelled,  ///< `"…"`: the words themselves, whatever capitals and accents
        stemmed,  ///< `~"…"`: with any endings
        exact,    ///< `="…"`, `=Word`: with these capitals and accents
    };

    std::string text;  ///< without the quotes, and the stars of gaps
    Likeness likeness = Likeness::spelled;
    /// Bytes of the text, ascending, at each of which stands any one word: `"a * b"`. White space
    /// is around each, and words are on both sides.
    std::vector<std::size_t> gaps = {};
    /// All words stand in any order, at most so many from the first to the last: `"…"~5`. Then
    /// there are no gaps. 0: side by side.
    unsigned window = 0;
};

/// A field whose whole value is asked for (source, section, tag, lang, agency), folded when
/// compiled; a path or its beginning. `prefix` when a star ended it.
struct Value {
    std::string text;
    bool prefix = false;
};

/// Days from first to last, both inside and precise to the day; one may be open. An article answers
/// when every day that its date may mean is inside.
struct DateRange {
    std::optional<schema::CalendarDate> first;
    std::optional<schema::CalendarDate> last;
    bool inferred = false;  ///< dates that are only inferred answer, too: date:~2019
};

/// Articles without a stated date: date:none.
struct Undated {};

/// Articles whose file is gone: is:gone.
struct Gone {};

/// Articles that nearly repeat no earlier one: is:first.
struct First {};

/// The article whose id begins with these hexadecimal digits, and all that are nearly the same:
/// dup:8c2f01aa34de.
struct Alike {
    std::string digits;  ///< lower case
};

/// Articles whose ids begin with these hexadecimal digits: id:3f2a.
struct Id {
    std::string digits;  ///< lower case
};

/// What is known of an article beside its fields: type:html, name:storm.txt, url:example.org.
struct Known {
    schema::Fact fact;
    std::string text;
    bool prefix = false;  ///< a star ended it
};

/// Articles that state something in a field: has:byline.
struct Has {
    Field field;
};

/// Articles of so many words: words:>800. Both numbers are inside.
struct Length {
    std::uint32_t least = 0;
    std::uint32_t most = schema::most_length;
};

/// Every article: `*`.
struct Everything {};

struct And {
    std::vector<NodePtr> children;  ///< two or more; a Not among them excludes
};

struct Or {
    std::vector<NodePtr> children;  ///< two or more
};

/// Every article that does not answer the child.
struct Not {
    NodePtr child;
};

/// How one operand of a proximity stands to the one before it.
struct Link {
    enum class Within : unsigned char { words, sentence, paragraph };

    Within within = Within::words;
    unsigned words = 0;     ///< the greatest distance where `within` is words; 1 is side by side
    bool in_order = false;  ///< the one before comes first: PRE/n
    bool apart = false;     ///< it must not stand so: NOT W/n

    friend bool operator==(const Link&, const Link&) = default;
};

/// Words that stand near each other: `a W/5 b PRE/3 c`. Each link is of two neighbouring operands,
/// and one occurrence of an operand has to satisfy both of its links.
struct Near {
    std::vector<NodePtr> children;  ///< two or more: see check_near_operand()
    std::vector<Link> links;        ///< one fewer; those that are `apart` come last
};

/// So many occurrences of the words inside, together: ATLEAST5(storm OR gale).
struct AtLeast {
    std::size_t count = 1;
    NodePtr child;  ///< as an operand of Near
};

/// Of words that stand in the first of a body: lead:strike. So many words are the lead.
struct Lead {
    NodePtr child;  ///< leaves that are words, and what joins them
};
inline constexpr std::size_t lead_words = 60;

/// What counts for so many times as much as else: strike^2. Changes the order of what answers, and
/// never what does.
struct Weighted {
    NodePtr child;  ///< never what only leaves out
    double weight = 1;
};

/// A question as a tree. Equal questions have equal trees (search/query/build.hpp): an And holds no
/// And, an Or no Or, a Not no Not, and no side of an Or is a Not or an And of nothing but Nots.
/// Word, Prefix and Phrase hold at least one letter or digit, Word, Prefix and Pattern no white
/// space. A field narrows Word, Prefix, Pattern, Phrase and Value; DateRange and Undated belong to
/// Field::date.
struct Node {
    std::variant<Word, Prefix, Pattern, Phrase, Value, DateRange, Undated, Gone, First, Alike, Id,
                 Known, Has, Length, Everything, And, Or, Not, Near, AtLeast, Lead, Weighted>
        kind;
    std::optional<Field> field;  ///< none: title and body
    Span span;
};

/// Whether AND stands between what is asked for together, or only a space.
enum class Conjunctions { implied, written };

/// The tree in the query language; parsing it again gives the same tree.
std::string to_query_text(const Node& node, Conjunctions conjunctions = Conjunctions::implied);

/// The tree as an s-expression, one line, for tests and for people: (and (word storm) …).
std::string to_sexpr(const Node& node);

}  // namespace morgue::query

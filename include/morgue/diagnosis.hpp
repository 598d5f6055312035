#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <morgue/snippet.hpp>

namespace morgue {

/// Another question, near the one that finds nothing.
struct Alternative {
    std::string query;         ///< in the query language
    std::size_t articles = 0;  ///< that answer it
};

/// A word or value of the index that looks like one asked for.
struct Spelling {
    std::string word;          ///< a word folded as in the index, a value as an article writes it
    std::size_t articles = 0;  ///< that hold it
    Alternative instead;       ///< the whole question with it in the place of what was asked
};

/// Some words of a phrase, side by side as in the phrase.
struct PhraseRun {
    std::string words;         ///< as typed
    std::size_t articles = 0;  ///< that hold them so
    Alternative instead;       ///< the whole question with them alone in the place of the phrase
};

/// A part of a question read less strictly.
struct LooserPart {
    std::string text;          ///< in the query language
    std::size_t articles = 0;  ///< that answer it alone
    Alternative instead;       ///< the whole question with it in the place of the part
};

/// What stands between the ANDs of a query: an article answers when it answers every part.
struct QueryPart {
    std::string text;            ///< in the query language
    ByteRange in_query;          ///< of the query's text; empty for a query that was built
    bool is_filter = false;      ///< asks for nothing but fields and dates
    std::size_t articles = 0;    ///< that answer this part alone
    std::size_t without_it = 0;  ///< that answer all other parts
    /// These other parts as a query, where articles answer them and they ask for something at all.
    std::string others;
    /// Of a date: so many of without_it state no date, which no date finds.
    std::size_t undated = 0;
    /// Of several words, such as a phrase, in no article: those of them that none has, as typed.
    std::vector<std::string> unknown;
    /// Of a word or value in no article: what the index has that looks alike, most frequent first.
    /// Also two words written as one, or one as two, where the index has them so.
    std::vector<Spelling> spellings;
    /// Of a phrase of four words or more that is nowhere: its longest runs that occur. Also of a
    /// text of Chinese, Japanese or other characters without spaces.
    std::vector<PhraseRun> runs;
    /// Of a part in no article: a phrase's words apart, a field's words anywhere, the beginning of
    /// a beginning; where that occurs.
    std::vector<LooserPart> looser;
};

/// Why a question finds nothing.
struct Diagnosis {
    std::vector<QueryPart> parts;  ///< in the order of the question; never empty
    /// The most parts that some article answers all of, as their places in `parts`, ascending;
    /// `instead` is the question of these alone. Empty where they would ask for nothing.
    std::vector<std::size_t> together;
    Alternative instead;
    /// Where several words or values are in no article: the question with the most frequent
    /// spelling of each.
    Alternative respelled;
    std::size_t articles = 0;  ///< in the index
    /// The earliest and the latest stated date in the index, as in Count, where a part asks for
    /// dates.
    std::string first_date;
    std::string last_date;
};

}  // namespace morgue

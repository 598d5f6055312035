#include <algorithm>

#include <schema/term.hpp>
#include <search/exact_word.hpp>
#include <search/question.hpp>
#include <search/rows.hpp>
#include <text/function_words.hpp>
#include <text/tokenizer.hpp>

namespace morgue::search {

namespace {

/// Each compound in a phrase is read as its parts and as one word, which doubles the rows.
constexpr std::size_t max_compounds = 5;
/// As a term, and as a word where capitals and accents count.
const std::string any_word;

void add_term(Choice& choice, std::string term) {
    if (std::find(choice.begin(), choice.end(), term) == choice.end())
        choice.push_back(std::move(term));
}

bool asks_for(const AskedForm& form, text::FormKind kind) {
    return form.asked && form.kind == kind;
}

/// Whether a token of the folded text begins at this byte.
bool token_begins_at(std::string_view folded, std::size_t at) {
    bool begins = false;
    text::tokenize(folded, {.question = true},
                   [&](const text::Token& token) { begins = begins || token.begin == at; });
    return begins;
}

/// Turns one leaf into rows of choices.
class RowBuilder {
  public:
    RowBuilder(Planning& planning, const query::Node& node, std::string_view text,
               std::span<const std::size_t> gaps = {})
        : planning_(planning),
          node_(node),
          text_(text),
          gaps_(gaps),
          tokens_(asked_tokens(text, planning.languages())),
          pieces_(pieces_of(tokens_)) {
        if (pieces_.empty())
            planning.refuse("no-words", node, as_typed(node) + " holds no word to search for",
                            "write at least one letter or digit");
    }

    Words word() {
        if (pieces_.size() != 1 || is_run(pieces_.front())) return phrase();
        const Piece piece = pieces_.front();
        Words words = empty_words();
        if (is_compound(piece)) {
            words.rows = rows_of(pieces_, false);
            std::erase_if(words.rows, [](const Row& row) { return row.choices.size() == 1; });
        }
        const auto& forms = is_compound(piece) ? piece.front().joined : piece.front().forms;
        if (forms.empty()) return words;
        add_stemmed(words, forms);
        note_acronyms();
        return words;
    }

    Words phrase() {
        Words words = empty_words();
        words.rows = rows_of(pieces_, false);
        note_acronyms();
        return words;
    }

    /// The words of a phrase with any endings.
    Words stemmed() {
        stemmed_ = has_stems();
        Words words = phrase();
        for (Row& row : words.rows) row.unplaced = stemmed_;
        return words;
    }

    /// A phrase with the very capitals and accents.
    Words exact() {
        Words words = empty_words();
        words.rows = rows_of(pieces_, false);
        std::size_t begin = 0;
        for (const AskedToken& token : tokens_) {
            words.exact.insert(words.exact.end(), gaps_between(begin, token.begin), any_word);
            words.exact.push_back(exact_word(text_.substr(token.begin, token.end - token.begin)));
            begin = token.end;
        }
        return words;
    }

    Words prefix() {
        if (pieces_.empty() || is_run(pieces_.back())) return phrase();
        Words words = empty_words();
        if (tokens_.back().end != text_.size())
            planning_.refuse("star-after-mark", node_,
                             "the star of " + as_typed(node_) + " does not follow a word",
                             "put the star directly after a letter or digit");
        words.rows = rows_of(pieces_, true);
        return words;
    }

  private:
    Words empty_words() const {
        Words words;
        words.field = node_.field;
        return words;
    }

    /// The bare word: its stems, and the forms that have none.
    void add_stemmed(Words& words, const std::vector<AskedForm>& forms) {
        Choice all;
        for (const AskedForm& form : forms)
            if (form.asked && (form.kind != text::FormKind::stem || has_stems()))
                add_term(all, form.term(node_.field));
        Choice typed = exact_choice(forms);
        if (typed.size() < all.size()) words.as_typed = std::move(typed);
        words.rows.push_back({{std::move(all)}});
        words.function_word = is_function_word(forms);
    }

    /// In one of the languages asked in. WHO in capitals may be an organisation.
    bool is_function_word(const std::vector<AskedForm>& forms) const {
        const auto& languages = planning_.languages();
        const auto is_acronym = [](const AskedForm& form) {
            return asks_for(form, text::FormKind::acronym);
        };
        if (std::ranges::any_of(forms, is_acronym)) return false;
        return std::ranges::any_of(forms, [&](const AskedForm& form) {
            return asks_for(form, text::FormKind::surface) &&
                   std::ranges::any_of(languages, [&](const text::Language* language) {
                       return text::is_function_word(form.text, *language);
                   });
        });
    }

    /// Bylines and places hold names, which have no stems.
    bool has_stems() const { return !node_.field || node_.field == Field::title; }

    /// Surface and acronym forms: what a phrase is made of.
    Choice exact_choice(const std::vector<AskedForm>& forms) const {
        Choice choice;
        for (const AskedForm& form : forms)
            if (asks_for(form, text::FormKind::surface) || asks_for(form, text::FormKind::acronym))
                add_term(choice, form.term(node_.field));
        return choice;
    }

    Choice any_choice(const std::vector<AskedForm>& forms) const {
        Choice choice;
        for (const AskedForm& form : forms)
            if (form.asked) add_term(choice, form.term(node_.field));
        return choice;
    }

    /// Surface forms that begin with the token's own; an acronym's letters begin no word, so its
    /// spelling with dots does.
    Choice beginning_choice(const std::vector<AskedForm>& forms) {
        const bool any_asked = std::any_of(forms.begin(), forms.end(), [](const AskedForm& form) {
            return asks_for(form, text::FormKind::surface);
        });
        Choice choice;
        for (const AskedForm& form : forms) {
            if (form.kind != text::FormKind::surface || form.asked != any_asked) continue;
            for (std::string& term : planning_.expand(form.term(node_.field), node_))
                add_term(choice, std::move(term));
        }
        return choice;
    }

    /// A lone character: itself at the end of a run, or with whatever follows it in one.
    Choice character_choice(const AskedToken& token) {
        Choice choice = exact_choice(token.forms);
        for (const std::string& alone : exact_choice(token.forms)) {
            const std::string prefix = node_.field ? schema::field_word_term(*node_.field, "") : "";
            const auto is_followed = [&](const std::string& term) {
                return token_begins_at(std::string_view(term).substr(prefix.size()),
                                       alone.size() - prefix.size());
            };
            for (std::string& term : planning_.expand(alone, node_, is_followed))
                add_term(choice, std::move(term));
        }
        return choice;
    }

    std::vector<Row> rows_of(std::span<const Piece> pieces, bool ends_open) {
        if (pieces.empty() || too_many_compounds(pieces)) return {};
        std::vector<Row> rows(1);
        std::size_t begin = 0;
        for (const Piece& piece : pieces) {
            const bool last = &piece == &pieces.back();
            for (std::size_t gaps = gaps_between(begin, piece.front().begin); gaps > 0; --gaps)
                append(rows, {any_word});
            begin = piece.back().end;
            if (is_run(piece))
                append_run(rows, piece, last);
            else if (is_compound(piece))
                append_compound(rows, piece, last && ends_open);
            else
                append(rows, choice_of(piece.front().forms, last && ends_open));
        }
        return rows;
    }

    std::size_t gaps_between(std::size_t begin, std::size_t end) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            gaps_, [&](std::size_t gap) { return begin <= gap && gap <= end; }));
    }

    bool too_many_compounds(std::span<const Piece> pieces) {
        const auto joinable = std::count_if(pieces.begin(), pieces.end(), [](Piece piece) {
            return is_compound(piece) && !piece.front().joined.empty();
        });
        if (static_cast<std::size_t>(joinable) <= max_compounds) return false;
        planning_.refuse("too-many-compounds", node_,
                         "a phrase may hold " + std::to_string(max_compounds) +
                             " words with hyphens or slashes, this one has " +
                             std::to_string(joinable),
                         "leave some of the hyphens and slashes out, or split the phrase");
        return true;
    }

    Choice choice_of(const std::vector<AskedForm>& forms, bool open) {
        return open ? beginning_choice(forms) : stemmed_ ? any_choice(forms) : exact_choice(forms);
    }

    static void append(std::vector<Row>& rows, const Choice& choice) {
        for (Row& row : rows) row.choices.push_back(choice);
    }

    void append_compound(std::vector<Row>& rows, Piece piece, bool open) {
        std::vector<Row> joined;
        if (!piece.front().joined.empty()) {
            joined = rows;
            append(joined, choice_of(piece.front().joined, open));
        }
        for (const AskedToken& part : piece)
            append(rows, choice_of(part.forms, open && &part == &piece.back()));
        rows.insert(rows.end(), joined.begin(), joined.end());
    }

    /// Each character stands with the next one; the run's last, alone, only where the run of the
    /// article must end there too.
    void append_run(std::vector<Row>& rows, Piece piece, bool last) {
        if (last && piece.size() == 1) return append(rows, character_choice(piece.front()));
        for (const AskedToken& token : last ? piece.first(piece.size() - 1) : piece)
            append(rows, exact_choice(token.forms));
        if (last)
            for (Row& row : rows) row.reaches_next = true;
    }

    /// US asks for the letters and the word; only an index that has the word alone makes a
    /// difference of it.
    void note_acronyms();

    Planning& planning_;
    const query::Node& node_;
    std::string_view text_;
    std::span<const std::size_t> gaps_;  ///< bytes of the text
    std::vector<AskedToken> tokens_;
    std::vector<Piece> pieces_;
    bool stemmed_ = false;
};

std::string with_dots(std::string_view letters) {
    std::string dotted;
    for (const char byte : letters) {
        const bool starts_letter = (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
        if (starts_letter && !dotted.empty()) dotted.push_back('.');
        dotted.push_back(byte);
    }
    return dotted + '.';
}

void RowBuilder::note_acronyms() {
    for (const AskedToken& token : tokens_) {
        const auto asked = [&](text::FormKind kind) {
            return std::find_if(token.forms.begin(), token.forms.end(),
                                [&](const AskedForm& form) { return asks_for(form, kind); });
        };
        const auto word = asked(text::FormKind::surface);
        const auto letters = asked(text::FormKind::acronym);
        if (word == token.forms.end() || letters == token.forms.end()) continue;
        if (!planning_.has_without(word->term(node_.field), letters->term(node_.field))) continue;
        const std::string typed(text_.substr(token.begin, token.end - token.begin));
        planning_.note("acronym", "'" + typed + "' also matches the word '" + word->text +
                                      "'; write " + with_dots(typed) + " for the acronym alone");
    }
}

}  // namespace

Words plan_word(Planning& planning, const query::Node& node, std::string_view text) {
    return RowBuilder(planning, node, text).word();
}

Words plan_prefix(Planning& planning, const query::Node& node, std::string_view text) {
    return RowBuilder(planning, node, text).prefix();
}

Words plan_phrase(Planning& planning, const query::Node& node, const query::Phrase& phrase) {
    RowBuilder builder(planning, node, phrase.text, phrase.gaps);
    switch (phrase.likeness) {
        case query::Phrase::Likeness::stemmed:
            return builder.stemmed();
        case query::Phrase::Likeness::exact:
            return builder.exact();
        case query::Phrase::Likeness::spelled:
            break;
    }
    return builder.phrase();
}

std::vector<std::string_view> parts_of(const Planning& planning, std::string_view text) {
    std::vector<std::string_view> parts;
    const auto tokens = asked_tokens(text, planning.languages());
    for (const Piece& piece : pieces_of(tokens))
        parts.push_back(text.substr(piece.front().begin, piece.back().end - piece.front().begin));
    return parts;
}

}  // namespace morgue::search

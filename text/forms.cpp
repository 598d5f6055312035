#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include <text/fold.hpp>
#include <text/forms.hpp>
#include <text/numbers.hpp>
#include <text/spelling.hpp>
#include <text/stem.hpp>
#include <text/utf8.hpp>

namespace morgue::text {

namespace {

constexpr std::size_t shortest_acronym = 2;
constexpr std::size_t longest_acronym = 5;

bool is_acronym_length(std::size_t letters) noexcept {
    return letters >= shortest_acronym && letters <= longest_acronym;
}

void fold_into(std::string& out, std::string_view text) {
    out.clear();
    append_folded(out, text);
}

/// What a part adds to the joined form of its compound: the first form a question would ask for.
std::string_view joining_piece(std::span<const Form> forms) noexcept {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [](const Form& f) { return f.asked; });
    return found == forms.end() ? std::string_view() : found->text;
}

UScriptCode stemmed_script(const Language& language) {
    static const auto codes = [] {
        std::vector<UScriptCode> found;
        for (const Language& known : languages()) {
            const std::string script(known.script);
            const auto code = u_getPropertyValueEnum(UCHAR_SCRIPT, script.c_str());
            found.push_back(static_cast<UScriptCode>(code));
        }
        return found;
    }();
    return codes[index_of(language)];
}

}  // namespace

FormMaker::FormMaker(std::string_view text, const TokenizerOptions& options)
    : text_(text), options_(options) {
    if (options.language != nullptr) stemmed_script_ = stemmed_script(*options.language);
}

void FormMaker::make(const Word& word, bool shouted, FormList& forms) {
    forms.clear();
    spell(word, forms);
    if (word.is_unspaced()) {
        make_unspaced(word, forms);
    } else if (word.dotted_letters > 0) {
        make_dotted(word, forms);
    } else if (word.number_marks) {
        make_number(word, forms);
    } else {
        make_plain(word, shouted, forms);
    }
}

/// Folded apart, so that all bigrams of a character begin with its unigram.
void FormMaker::make_unspaced(const Word& word, FormList& forms) {
    fold_into(folded_, spelled_);
    const auto partner = text_.substr(word.end, word.partner_end - word.end);
    append_folded(folded_, utf8_prefix(partner, max_word_bytes));
    forms.add(FormKind::surface, true, folded_);
}

void FormMaker::make_dotted(const Word& word, FormList& forms) {
    fold_into(folded_, spelled_);
    bare_ = folded_;
    std::erase(bare_, '.');
    const bool acronym = is_acronym_length(word.dotted_letters);
    forms.add(FormKind::surface, false, folded_);
    forms.add(acronym ? FormKind::acronym : FormKind::surface, true, bare_);
    add_exact(word, spelled_, forms);
}

void FormMaker::make_number(const Word& word, FormList& forms) {
    const bool dots = options_.language != nullptr && options_.language->dot_groups_thousands;
    fold_into(folded_, spelled_);
    // Of a cut number nobody knows whether the rest was well formed.
    const auto plain = forms.cut() ? std::nullopt : without_thousands_marks(folded_, dots);
    add_surface(word, folded_, !plain, forms);
    if (plain) add_surface(word, *plain, true, forms);
    add_exact(word, spelled_, forms);
}

void FormMaker::make_plain(const Word& word, bool shouted, FormList& forms) {
    const auto base = add_spellings(word, forms);
    if (word.has(trait::number) || word.ampersands) return;
    const auto count =
        word.apostrophes ? count_letters(base) : LetterCount{word.letters, word.capitals};
    const bool alone = !has_affix(word);
    if (count.all_capital() && is_acronym_length(count.letters) && alone && !shouted) {
        forms.add(FormKind::acronym, true, bare_);
    }
    const bool is_name = count.all_capital() && !shouted && !options_.question;
    if (is_name || !can_be_stemmed(word)) return;
    add_stem(bare_, alone, forms);
    if (!twin_.empty()) add_stem(twin_, alone, forms);
}

void FormMaker::spell(const Word& word, FormList& forms) {
    const auto whole = core(word);
    const auto kept = utf8_prefix(whole, max_word_bytes);
    if (kept.size() < whole.size()) forms.mark_cut();
    spelled_.clear();
    if (word.ascii) {
        spelled_ = kept;
    } else {
        append_with_straight_apostrophes(spelled_, kept);
    }
}

/// The word as it stands and, where an apostrophe sets something off, without that. Gives the
/// spelling that is stemmed, and leaves it folded in `bare_` and `twin_`.
std::string_view FormMaker::add_spellings(const Word& word, FormList& forms) {
    add_spelling(word, spelled_, true, forms);
    if (!word.apostrophes) return spelled_;
    if (const auto owner = without_possessive(spelled_)) {
        add_spelling(word, *owner, false, forms);
        return *owner;
    }
    if (const auto elision = split_elision(spelled_)) {
        forms.add(FormKind::surface, false, fold(elision->article));
        add_spelling(word, elision->rest, false, forms);
        return elision->rest;
    }
    return spelled_;
}

void FormMaker::add_spelling(const Word& word, std::string_view spelling, bool asked,
                             FormList& forms) {
    fold_into(folded_, spelling);
    bare_ = folded_;
    if (word.apostrophes) {
        std::erase(bare_, '\'');
        if (bare_ != folded_) add_surface(word, folded_, false, forms);
    }
    add_surface(word, bare_, asked, forms);
    add_twin(word, spelling, asked, forms);
    add_exact(word, spelling, forms);
}

void FormMaker::add_twin(const Word& word, std::string_view spelling, bool asked, FormList& forms) {
    twin_.clear();
    if (word.ascii || options_.language == nullptr || !options_.language->umlaut_twins) return;
    fold_into(twin_, with_umlauts_spelled_out(spelling));
    std::erase(twin_, '\'');
    if (twin_ == bare_) {
        twin_.clear();
    } else {
        add_surface(word, twin_, asked, forms);
    }
}

/// With the signs around the core, if there are any, and then without them too.
void FormMaker::add_surface(const Word& word, std::string_view surface, bool asked,
                            FormList& forms) {
    if (!has_affix(word)) {
        forms.add(FormKind::surface, asked, surface);
        return;
    }
    fold_into(affixed_, text_.substr(word.begin, word.core_begin - word.begin));
    affixed_ += surface;
    affixed_ += text_.substr(word.core_end, word.end - word.core_end);
    forms.add(FormKind::surface, asked, affixed_);
    forms.add(FormKind::surface, false, surface);
}

void FormMaker::add_exact(const Word& word, std::string_view spelling, FormList& forms) const {
    if (word.letters == 0 || (word.ascii && word.capitals < 2)) return;
    if (word.ascii) {
        if (count_letters(spelling).capitals > 1) forms.add(FormKind::exact, false, spelling);
        return;
    }
    const auto exact = exact_form(spelling);
    if (count_letters(exact).capitals > 1 || has_accents(exact, folded_)) {
        forms.add(FormKind::exact, false, exact);
    }
}

void FormMaker::add_stem(std::string_view folded, bool asked, FormList& forms) const {
    forms.add(FormKind::stem, asked, stem_form(*options_.language, folded));
}

std::string_view FormMaker::core(const Word& word) const noexcept {
    return text_.substr(word.core_begin, word.core_end - word.core_begin);
}

bool FormMaker::has_affix(const Word& word) const noexcept {
    return word.begin != word.core_begin || word.end != word.core_end;
}

bool FormMaker::can_be_stemmed(const Word& word) const noexcept {
    if (options_.language == nullptr || word.has(trait::number | trait::unspaced)) return false;
    if (word.ampersands || word.dotted_letters > 0) return false;
    if (word.ascii) return stemmed_script_ == USCRIPT_LATIN;
    return is_in_stemmed_script(utf8_prefix(core(word), max_word_bytes));
}

bool FormMaker::is_in_stemmed_script(std::string_view word) const noexcept {
    for (std::size_t at = 0; at < word.size();) {
        const auto character = character_at(word, at);
        UErrorCode status = U_ZERO_ERROR;
        if (character.is(trait::letter) &&
            uscript_getScript(static_cast<UChar32>(character.code), &status) != stemmed_script_) {
            return false;
        }
        at += character.bytes;
    }
    return true;
}

void FormMaker::join(std::span<const Word> parts, bool shouted, FormList& forms) {
    forms.clear();
    if (!append_pieces(parts, shouted)) return;
    forms.add(FormKind::surface, true, joined_);
    if (parts.back().apostrophes && without_possessive(spelled_)) {
        joined_.pop_back();
        forms.add(FormKind::surface, false, joined_);
    }
    const bool all_capital = std::all_of(parts.begin(), parts.end(),
                                         [](const Word& part) { return part.is_all_capital(); });
    const bool stems = std::all_of(parts.begin(), parts.end(), [&](const Word& part) {
        return can_be_stemmed(part) && !has_affix(part);
    });
    if (!stems) return;
    if (!all_capital || shouted || options_.question) add_stem(joined_, true, forms);
}

/// Leaves the last part in `spelled_`.
bool FormMaker::append_pieces(std::span<const Word> parts, bool shouted) {
    joined_.clear();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        make(parts[i], shouted, pieces_);
        if (i > 0) append_mark_between_digits(parts[i - 1], parts[i]);
        joined_ += joining_piece(pieces_.view());
        if (joined_.size() > max_word_bytes) return false;
    }
    return true;
}

/// 9/11 and 2019-20 would be other numbers without it.
void FormMaker::append_mark_between_digits(const Word& before, const Word& after) {
    const bool ends_in_digit = before.end == before.core_end && (before.last & trait::digit) != 0;
    if (!ends_in_digit || !character_at(text_, after.begin).is(trait::digit)) return;
    joined_ += text_[before.end] == '/' ? '/' : '-';
}

}  // namespace morgue::text

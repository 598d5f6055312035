#include <algorithm>

#include <text/scanner.hpp>

namespace morgue::text {

namespace {

void take(Word& word, const Character& character) noexcept {
    word.traits |= character.traits;
    word.last = character.traits;
    word.letters += character.is(trait::letter) ? 1 : 0;
    word.capitals += character.is(trait::upper) ? 1 : 0;
    if (character.code >= 128) word.ascii = false;
}

bool is_thousands_space(char32_t code) noexcept {
    return code == 0x00A0 || code == 0x2009 || code == 0x202F;
}

}  // namespace

bool Scanner::next(Word& word) noexcept {
    if (!skip_gap()) return false;
    word = word_at(offset_);
    judge_gap(word);
    end_word(word.begin, word.end);
    return true;
}

std::size_t Scanner::next_plain(std::span<PlainWord> words) noexcept {
    std::size_t count = 0;
    while (count < words.size()) {
        const std::size_t more = next_between_spaces(words.subspan(count));
        if (more == 0 && !next_plain(words[count])) break;
        count += std::max<std::size_t>(more, 1);
        end_word(words[count - 1].begin, words[count - 1].end);
    }
    return count;
}

std::size_t Scanner::next_between_spaces(std::span<PlainWord> words) noexcept {
    const std::size_t count = glance_.words_behind(offset_, words);
    if (count > 0 || offset_ == 0 || !glance_.goes_on_behind(offset_)) return count;
    look_from(offset_);
    return glance_.words_behind(offset_, words);
}

bool Scanner::next_plain(PlainWord& word) noexcept {
    const auto [begin, passed] = plain_gap();
    if (begin == 0) return false;
    if (glance_.run_end(begin) == 0) look_from(begin);
    const std::size_t end = glance_.run_end(begin);
    if (end == 0 || !ends_plainly(begin, end)) return false;
    word = {begin, end, glance_.has_capitals(begin, end)};
    if ((passed & (trait::terminator | trait::line_break)) != 0) judge_gap(word);
    return !word.starts_sentence || glance_.has_small_letters(begin, end);
}

void Scanner::look_from(std::size_t offset) noexcept {
    glance_ = Glance(text_, offset);
    looks_ += Glance::width;
}

bool Scanner::next_the_long_way(Word& word) noexcept {
    if (!skip_gap()) return false;
    word = Word();
    word.begin = word.core_begin = offset_;
    scan_any(word);
    judge_gap(word);
    end_word(word.begin, word.end);
    return true;
}

Word Scanner::word_at(std::size_t begin) const noexcept {
    Word word;
    word.begin = word.core_begin = begin;
    if (!scan_plain(word)) scan_any(word);
    return word;
}

void Scanner::end_word(std::size_t begin, std::size_t end) noexcept {
    offset_ = end;
    word_before_ = text_.substr(begin, end - begin);
}

/// Where an ASCII letter or digit stands behind a gap of ASCII that is no part of the word; else 0.
Scanner::PlainGap Scanner::plain_gap() const noexcept {
    PlainGap gap;
    if (offset_ == 0) return gap;
    for (std::size_t at = offset_; at < text_.size(); ++at) {
        ++looks_;
        const Traits traits = byte_traits[byte_at(at)];
        if ((traits & trait::word) != 0) return {at, gap.traits};
        if ((traits & trait::currency) != 0 || byte_at(at) >= 128) break;
        gap.traits |= traits;
    }
    return gap;
}

bool Scanner::skip_gap() noexcept {
    if (offset_ > 0) gap_.open_after(word_before_);
    for (;;) {
        const auto character = at(offset_);
        if (character.bytes == 0) return false;
        if (starts_word(character)) return true;
        gap_.pass(character);
        offset_ += character.bytes;
    }
}

void Scanner::judge_gap(Word& word) const noexcept {
    const auto first = at(word.core_begin);
    word.starts_paragraph = gap_.ends_paragraph(first);
    word.starts_sentence = gap_.ends_sentence(first);
}

void Scanner::judge_gap(PlainWord& word) noexcept {
    gap_.open_after(word_before_);
    for (std::size_t at = offset_; at < word.begin; ++at) gap_.pass(character_at(text_, at));
    const auto first = character_at(text_, word.begin);
    word.starts_paragraph = gap_.ends_paragraph(first);
    word.starts_sentence = gap_.ends_sentence(first);
}

bool Scanner::starts_word(const Character& character) const noexcept {
    if (character.is(trait::word)) return true;
    if (!character.is(trait::currency)) return false;
    const auto next = at(offset_ + character.bytes);
    return next.is(trait::digit) && !next.is(trait::unspaced);
}

/// Whether what stands behind a run belongs, for certain, to no longer word and no compound.
bool Scanner::ends_plainly(std::size_t begin, std::size_t end) const noexcept {
    if (end == text_.size() || text_[end] == ' ') return true;
    const auto has_digits = [&] {
        return std::ranges::any_of(text_.substr(begin, end - begin),
                                   [](char byte) { return byte >= '0' && byte <= '9'; });
    };
    switch (text_[end]) {
        case '&':
        case '\'':
        case '+':
        case '#':
        case '-':
        case '/':
            return false;
        case ',':
            return !has_digits();
        case '.':
            return end - begin > 1 && !has_digits();
        default:
            return byte_at(end) < 128;
    }
}

/// Letters and digits of ASCII that end plainly.
bool Scanner::scan_plain(Word& word) const noexcept {
    Word plain = word;
    std::size_t end = word.begin;
    for (; end < text_.size(); ++end) {
        const Traits traits = byte_traits[byte_at(end)];
        if ((traits & trait::word) == 0) break;
        plain.traits |= traits;
        plain.last = traits;
        plain.letters += (traits & trait::letter) != 0 ? 1 : 0;
        plain.capitals += (traits & trait::upper) != 0 ? 1 : 0;
    }
    looks_ += end - word.begin;
    if (end == word.begin || !ends_plainly(word.begin, end)) return false;
    plain.core_end = plain.end = plain.partner_end = end;
    word = plain;
    return true;
}

void Scanner::scan_any(Word& word) const noexcept {
    if (at(word.begin).is(trait::unspaced)) {
        scan_unspaced(word);
    } else {
        scan_spaced(word);
    }
}

void Scanner::scan_spaced(Word& word) const noexcept {
    const auto first = at(word.begin);
    if (first.is(trait::currency)) word.core_begin += first.bytes;
    if (!scan_dotted(word)) {
        scan_core(word);
        scan_suffix(word);
    }
    word.partner_end = word.end;
    scan_link(word);
}

std::size_t Scanner::after_marks(std::size_t offset) const noexcept {
    for (;;) {
        const auto character = at(offset);
        if (!character.is(trait::mark) || character.is(trait::unspaced)) return offset;
        offset += character.bytes;
    }
}

/// U.S. or e.g.: single letters, each with a dot, the last perhaps without; the last dot belongs
/// to the word but not to its core.
bool Scanner::scan_dotted(Word& word) const noexcept {
    const auto first = at(word.core_begin);
    if (at(after_marks(word.core_begin + first.bytes)).code != U'.') return false;
    Word dotted = word;
    for (std::size_t offset = word.core_begin;;) {
        const auto letter = at(offset);
        if (!letter.is(trait::letter) || letter.is(trait::unspaced)) break;
        const std::size_t end = after_marks(offset + letter.bytes);
        const auto next = at(end);
        const bool dot = next.code == U'.';
        const bool single = dot || !(next.is_spaced_word() || next.is(trait::ignorable));
        if (!single || (!dot && dotted.dotted_letters == 0)) break;
        take(dotted, letter);
        if (end != offset + letter.bytes) dotted.ascii = false;
        ++dotted.dotted_letters;
        dotted.core_end = end;
        dotted.end = dot ? end + 1 : end;
        if (!dot) break;
        offset = dotted.end;
    }
    if (dotted.dotted_letters < 2) return false;
    word = dotted;
    scan_possessive(word);
    return true;
}

/// The U.S.'s: the ending belongs to the word and adds nothing to its core.
void Scanner::scan_possessive(Word& word) const noexcept {
    const auto apostrophe = at(word.end);
    if (!apostrophe.is(trait::apostrophe)) return;
    const std::size_t s = word.end + apostrophe.bytes;
    const bool ends = (at(s).code | 0x20) == U's' && !at(s + 1).is_spaced_word();
    if (ends) word.end = s + 1;
}

void Scanner::scan_core(Word& word) const noexcept {
    std::size_t offset = word.core_begin;
    for (;;) {
        word.core_end = word.end = take_letters(word, offset);
        offset = take_joint(word, word.core_end);
        if (offset == word.core_end) return;
    }
}

std::size_t Scanner::take_letters(Word& word, std::size_t offset) const noexcept {
    for (;;) {
        const auto character = at(offset);
        if (!character.is_spaced_word()) return offset;
        take(word, character);
        offset += character.bytes;
    }
}

std::size_t Scanner::after_ignorables(std::size_t offset) const noexcept {
    for (;;) {
        const auto character = at(offset);
        if (!character.is(trait::ignorable)) return offset;
        offset += character.bytes;
    }
}

/// What may stand inside a word though it is no letter. Gives the offset of the next character of
/// the word, or `offset` if the word ends there.
std::size_t Scanner::take_joint(Word& word, std::size_t offset) const noexcept {
    const auto joint = at(offset);
    if (joint.is(trait::ignorable)) {
        const std::size_t after = after_ignorables(offset);
        if (!at(after).is_spaced_word()) return offset;
        word.ascii = false;
        return after;
    }
    const std::size_t after = offset + joint.bytes;
    const bool between_digits = (word.last & trait::digit) != 0 && at(after).is(trait::digit);
    if (joint.code == U'&' && at(after).is_spaced_word()) {
        word.ampersands = true;
    } else if (joint.is(trait::apostrophe) && !between_digits) {
        if (!at(after).is(trait::letter) || at(after).is(trait::unspaced)) return offset;
        word.apostrophes = true;
    } else if (between_digits && !at(after).is(trait::unspaced)) {
        const bool marks = joint.code == U',' || joint.code == U'.' || joint.is(trait::apostrophe);
        if (!marks && !joins_thousands(word, offset)) return offset;
        word.number_marks = true;
    } else {
        return offset;
    }
    if (joint.code >= 128) word.ascii = false;
    return after;
}

/// Whether the space at `offset` stands between thousands, 10 000: at most three digits before
/// it, back to the word's start or the same space, and exactly three behind.
bool Scanner::joins_thousands(const Word& word, std::size_t offset) const noexcept {
    const auto space = at(offset);
    if (!is_thousands_space(space.code)) return false;
    const auto is_digit_at = [this](std::size_t place) {
        return at(place).bytes == 1 && at(place).is(trait::digit);
    };
    std::size_t before = offset;
    while (before > word.core_begin && offset - before < 4 && is_digit_at(before - 1)) --before;
    const std::size_t digits = offset - before;
    const bool follows_group = digits == 3 && before - word.core_begin > space.bytes &&
                               at(before - space.bytes).code == space.code;
    if (!follows_group && (before != word.core_begin || digits > 3)) return false;
    const std::size_t after = offset + space.bytes;
    return is_digit_at(after) && is_digit_at(after + 1) && is_digit_at(after + 2) &&
           !is_digit_at(after + 3);
}

/// C++, C#, Disney+.
void Scanner::scan_suffix(Word& word) const noexcept {
    const char32_t sign = at(word.end).code;
    if (sign != U'+' && sign != U'#') return;
    const std::size_t most = sign == U'+' ? 2 : 1;
    std::size_t end = word.end + 1;
    while (end < word.end + most && at(end).code == sign) ++end;
    if (at(end).is_spaced_word() || at(end).code == sign) return;
    word.end = end;
}

void Scanner::scan_link(Word& word) const noexcept {
    const auto mark = at(word.end);
    if (!mark.is(trait::compounder)) return;
    const std::size_t behind = word.end + mark.bytes;
    const bool hyphen = mark.code != U'/';
    word.linked = at(behind).is_spaced_word() || (hyphen && goes_on_below(word, behind));
}

/// Whether a hyphen parts a word at the end of its line: letters before it, and the next line goes
/// on with a small one, perhaps indented.
bool Scanner::goes_on_below(const Word& word, std::size_t behind_hyphen) const noexcept {
    constexpr std::size_t deepest_indent = 16;
    if ((word.last & trait::letter) == 0) return false;
    std::size_t offset = behind_hyphen;
    if (at(offset).code == U'\r') ++offset;
    if (at(offset).code != U'\n') return false;
    const std::size_t line = ++offset;
    while (at(offset).code == U' ' && offset - line < deepest_indent) ++offset;
    return at(offset).is(trait::lower);
}

void Scanner::scan_unspaced(Word& word) const noexcept {
    take(word, at(word.begin));
    word.ascii = false;
    word.end = word.core_end = word.partner_end = unspaced_character_end(word.begin);
    word.linked = at(word.end).is(trait::unspaced);
    if (word.linked) word.partner_end = unspaced_character_end(word.end);
}

std::size_t Scanner::unspaced_character_end(std::size_t offset) const noexcept {
    auto last = at(offset);
    for (std::size_t end = offset + last.bytes;;) {
        const auto next = at(end);
        if (joins_syllable(last.code, next.code)) {
            last = next;
        } else if (!next.is(trait::mark | trait::ignorable)) {
            return end;
        }
        end += next.bytes;
    }
}

}  // namespace morgue::text

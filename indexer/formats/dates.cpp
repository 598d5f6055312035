#include <algorithm>
#include <array>
#include <initializer_list>
#include <schema/date.hpp>
#include <text/fold.hpp>
#include <vector>

#include <indexer/formats/dates.hpp>
#include <indexer/formats/month_names.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest = 120;  // bytes

enum class Kind { number, month, word, mark };

struct Piece {
    Kind kind;
    std::string_view text;
    int value = 0;  // of a month, or of a number of up to four digits

    bool is(std::string_view what) const noexcept { return text == what; }
    bool number(std::size_t digits) const noexcept {
        return kind == Kind::number && text.size() == digits;
    }
    bool small_number() const noexcept { return kind == Kind::number && text.size() <= 2; }
};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Year, month and day marks of Chinese, Japanese and Korean, three bytes each; they stand between
// numbers without a space.
constexpr std::array<std::string_view, 6> east_asian_marks{"年", "月", "日", "년", "월", "일"};

// Words that begin a time of day there: what follows is no part of the day.
constexpr std::array<std::string_view, 8> east_asian_times{"午前", "午後", "上午", "下午",
                                                           "오전", "오후", "晚上", "凌晨"};

// Words around the parts of a date that say nothing.
constexpr std::string_view fillers[] = {"de",  "del", "di",  "of",  "the", "den", "der", "am",
                                        "um",  "at",  "on",  "le",  "el",  "il",  "la",  "a",
                                        "om",  "op",  "das", "as",  "alle", "г",  "года", "st",
                                        "nd",  "rd",  "th",  "er",  "o",   "t",   "в",    "к"};

template <class List>
bool one_of(const List& list, std::string_view word) {
    for (const std::string_view entry : list)
        if (word == entry) return true;
    return false;
}

template <class List>
bool begins_with_one_of(const List& list, std::string_view text) {
    for (const std::string_view entry : list)
        if (text.starts_with(entry)) return true;
    return false;
}

class Splitter {
  public:
    explicit Splitter(std::string_view folded) : rest_(folded) {}

    /// Numbers, words and marks; white space, commas and what stands in brackets are left out.
    std::vector<Piece> split() {
        std::vector<Piece> pieces;
        while (!rest_.empty() && !begins_with_one_of(east_asian_times, rest_)) {
            const char c = rest_.front();
            if (c == ' ' || c == '\t' || c == ',')
                rest_.remove_prefix(1);
            else if (c == '(')
                rest_.remove_prefix(std::min(rest_.find(')'), rest_.size() - 1) + 1);
            else
                pieces.push_back(piece());
        }
        return pieces;
    }

  private:
    Piece piece() {
        if (begins_with_one_of(east_asian_marks, rest_)) return {Kind::mark, take(3)};
        if (is_digit(rest_.front())) return number(take(run(is_digit)));
        if (!is_letter(rest_.front())) return {Kind::mark, take(1)};
        const std::string_view word = take(run(is_letter));
        const int month = month_named(word);
        return {month == 0 ? Kind::word : Kind::month, word, month};
    }

    static Piece number(std::string_view digits) {
        int value = 0;
        if (digits.size() <= 4)
            for (const char c : digits) value = value * 10 + (c - '0');
        return {Kind::number, digits, value};
    }

    template <class Is>
    std::size_t run(Is is) const {
        std::size_t size = 1;
        while (size < rest_.size() && is(rest_[size])) ++size;
        return size;
    }

    std::string_view take(std::size_t size) {
        const std::string_view front = rest_.substr(0, size);
        rest_.remove_prefix(front.size());
        return front;
    }

    std::string_view rest_;
};

std::string padded(int value, std::size_t digits = 2) {
    std::string text = std::to_string(value);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

// A time of day, taken out of the pieces of a date.
class TimeOfDay {
  public:
    /// Takes the first time among the pieces out of them.
    explicit TimeOfDay(std::vector<Piece>& pieces) : pieces_(pieces) {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            at_ = i;
            if (!take_clock() && !take_compact() && !take_hour()) continue;
            take_zone();
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i),
                          pieces_.begin() + static_cast<std::ptrdiff_t>(at_));
            return;
        }
    }

    /// "T05:06:07+01:00"; empty where there is no time or its zone is not known.
    std::string iso() const {
        if (!found_ || !known_zone_) return {};
        return "T" + padded(hour_) + ":" + padded(minute_) + ":" + padded(second_) + zone_;
    }

  private:
    const Piece* peek(std::size_t ahead = 0) const {
        return at_ + ahead < pieces_.size() ? &pieces_[at_ + ahead] : nullptr;
    }
    bool next_is(std::string_view what, std::size_t ahead = 0) const {
        const Piece* next = peek(ahead);
        return next != nullptr && next->is(what);
    }
    bool two_digits(std::size_t ahead) const {
        const Piece* next = peek(ahead);
        return next != nullptr && next->number(2);
    }

    // 05:06, 05:06:07.089, 17h30, "17.30 Uhr", 5:06 pm
    bool take_clock() {
        if (!peek()->small_number() || !two_digits(2)) return false;
        if (!next_is(":", 1) && !next_is("h", 1) && !(next_is(".", 1) && next_is("uhr", 3)))
            return false;
        hour_ = peek()->value;
        minute_ = peek(2)->value;
        at_ += 3;
        if (next_is(":") && two_digits(1)) take_seconds();
        take_half_of_day();
        if (next_is("uhr") || next_is("h")) ++at_;
        return found_ = true;
    }

    void take_seconds() {
        second_ = peek(1)->value;
        at_ += 2;
        const Piece* fraction = peek(1);
        if (next_is(".") && fraction != nullptr && fraction->kind == Kind::number) at_ += 2;
    }

    // The second half of 20190304T050607
    bool take_compact() {
        const Piece* digits = peek(1);
        if (!next_is("t") || at_ == 0 || !pieces_[at_ - 1].number(8) || digits == nullptr ||
            !(digits->number(4) || digits->number(6)))
            return false;
        const auto pair = [&](std::size_t i) {
            return (digits->text[i] - '0') * 10 + (digits->text[i + 1] - '0');
        };
        hour_ = pair(0);
        minute_ = pair(2);
        if (digits->number(6)) second_ = pair(4);
        at_ += 2;
        return found_ = true;
    }

    // 5 pm, 17 Uhr
    bool take_hour() {
        if (!peek()->small_number()) return false;
        const std::size_t start = at_;
        hour_ = peek()->value;
        ++at_;
        if (take_half_of_day()) return found_ = true;
        if (next_is("uhr")) {
            ++at_;
            return found_ = true;
        }
        at_ = start;
        return false;
    }

    bool take_half_of_day() {
        const bool dotted = next_is(".", 1) && next_is("m", 2);
        const bool am = next_is("am") || (next_is("a") && dotted);
        const bool pm = next_is("pm") || (next_is("p") && dotted);
        if (!am && !pm) return false;
        at_ += dotted ? 3 : 1;
        if (dotted && next_is(".")) ++at_;
        if (hour_ < 1 || hour_ > 12)
            hour_ = 99;  // no such hour: the date is refused with it
        else
            hour_ = hour_ % 12 + (pm ? 12 : 0);
        return true;
    }

    void take_zone() {
        if (next_is("z") || next_is("utc") || next_is("gmt") || next_is("ut")) {
            zone_ = "Z";
            ++at_;
        }
        if (take_offset()) return;
        // Up to three words as a zone's name: CET, Eastern Standard Time.
        for (int words = 0; words < 3 && at_ < pieces_.size(); ++words) {
            if (peek()->kind != Kind::word) return;
            known_zone_ = false;
            ++at_;
        }
    }

    bool take_offset() {
        const Piece* digits = peek(1);
        if ((!next_is("+") && !next_is("-")) || digits == nullptr) return false;
        const std::string sign(peek()->text);
        if (digits->number(4)) {
            zone_ = sign + std::string(digits->text.substr(0, 2)) + ":" +
                    std::string(digits->text.substr(2));
            at_ += 2;
        } else if (digits->number(2) && next_is(":", 2) && two_digits(3)) {
            zone_ = sign + std::string(digits->text) + ":" + std::string(peek(3)->text);
            at_ += 4;
        } else if (digits->number(2)) {
            zone_ = sign + std::string(digits->text) + ":00";
            at_ += 2;
        } else {
            return false;
        }
        return true;
    }

    std::vector<Piece>& pieces_;
    std::size_t at_ = 0;
    int hour_ = 0;
    int minute_ = 0;
    int second_ = 0;
    std::string zone_;
    bool found_ = false;
    bool known_zone_ = true;
};

// The numbers and the month of a date with the marks before each of them.
struct Parts {
    std::vector<Piece> items;
    std::vector<std::string> marks;  ///< one more than items: the last is what follows them

    bool shape(std::initializer_list<Kind> kinds) const {
        if (items.size() != kinds.size()) return false;
        std::size_t i = 0;
        for (const Kind kind : kinds)
            if (items[i++].kind != kind) return false;
        return true;
    }
    bool year_at(std::size_t i) const { return items[i].number(4); }
    bool day_at(std::size_t i) const { return items[i].small_number(); }
    /// Whether all marks between the items are this one.
    bool between(std::string_view mark) const {
        for (std::size_t i = 1; i + 1 < marks.size(); ++i)
            if (marks[i] != mark) return false;
        return true;
    }
};

// "mar. 5 mars": the Tuesday, since a month follows.
bool is_weekday_here(const std::vector<Piece>& pieces, std::size_t at) {
    if (!is_weekday_name(pieces[at].text)) return false;
    if (pieces[at].kind != Kind::month) return true;
    for (std::size_t i = at + 1; i < pieces.size(); ++i)
        if (pieces[i].kind == Kind::month) return true;
    return false;
}

std::optional<Parts> to_parts(const std::vector<Piece>& pieces) {
    Parts parts;
    parts.marks.emplace_back();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool weekday = is_weekday_here(pieces, i);
        if (weekday && i + 1 < pieces.size() && pieces[i + 1].is(".")) ++i;
        if (weekday || (piece.kind == Kind::word && one_of(fillers, piece.text))) continue;
        if (piece.kind == Kind::word || parts.items.size() > 3) return std::nullopt;
        if (piece.kind == Kind::mark) {
            parts.marks.back() += piece.text;
        } else {
            parts.items.push_back(piece);
            parts.marks.emplace_back();
        }
    }
    if (!parts.marks.front().empty()) return std::nullopt;
    return parts;
}

std::string iso_day(int year, int month, int day) {
    return padded(year, 4) + "-" + padded(month) + "-" + padded(day);
}

bool may_follow(std::string_view mark) {
    return mark.empty() || mark == "." || mark == "日" || mark == "일";
}

std::optional<std::string> named_month(const Parts& parts) {
    for (std::size_t i = 1; i + 1 < parts.marks.size(); ++i) {
        const std::string& mark = parts.marks[i];
        if (!mark.empty() && mark != "." && mark != "-" && mark != "/") return std::nullopt;
    }
    const auto& items = parts.items;
    using enum Kind;
    if (parts.shape({number, month, number}) && parts.day_at(0) && parts.year_at(2))
        return iso_day(items[2].value, items[1].value, items[0].value);
    if (parts.shape({number, month, number}) && parts.year_at(0) && parts.day_at(2))
        return iso_day(items[0].value, items[1].value, items[2].value);
    if (parts.shape({month, number, number}) && parts.day_at(1) && parts.year_at(2))
        return iso_day(items[2].value, items[0].value, items[1].value);
    if (parts.shape({month, number}) && parts.year_at(1))
        return padded(items[1].value, 4) + "-" + padded(items[0].value);
    return std::nullopt;
}

std::optional<std::string> year_first(const Parts& parts) {
    const bool east_asian =
        (parts.marks[1] == "年" && parts.marks[2] == "月" && parts.marks.back() == "日") ||
        (parts.marks[1] == "년" && parts.marks[2] == "월" && parts.marks.back() == "일");
    const bool marked = parts.between("-") || parts.between("/") || parts.between(".");
    if (!(east_asian || marked) || !parts.day_at(1) || !parts.day_at(2)) return std::nullopt;
    return iso_day(parts.items[0].value, parts.items[1].value, parts.items[2].value);
}

// 04.03.2019 has the day first; with other marks only what can be read in one way.
std::optional<std::string> year_last(const Parts& parts) {
    if (!parts.day_at(0) || !parts.day_at(1)) return std::nullopt;
    const int first = parts.items[0].value;
    const int second = parts.items[1].value;
    const int year = parts.items[2].value;
    if (parts.between(".")) return iso_day(year, second, first);
    if (!parts.between("/") && !parts.between("-")) return std::nullopt;
    if (first > 12 || first == second) return iso_day(year, second, first);
    if (second > 12) return iso_day(year, first, second);
    return std::nullopt;
}

std::optional<std::string> numbers_only(const Parts& parts) {
    const auto& items = parts.items;
    if (items.size() == 3 && parts.year_at(0)) return year_first(parts);
    if (items.size() == 3 && parts.year_at(2)) return year_last(parts);
    if (items.size() == 2 && parts.year_at(0) && parts.day_at(1)) {
        const bool marked = parts.between("-") || parts.between("/");
        const bool east_asian = (parts.between("年") && parts.marks.back() == "月") ||
                                (parts.between("년") && parts.marks.back() == "월");
        if (!marked && !east_asian) return std::nullopt;
        return padded(items[0].value, 4) + "-" + padded(items[1].value);
    }
    if (items.size() != 1) return std::nullopt;
    if (items[0].number(4)) return std::string(items[0].text);
    if (!items[0].number(8)) return std::nullopt;
    const std::string digits(items[0].text);
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

std::optional<std::string> day_of(const Parts& parts) {
    const std::string& tail = parts.marks.back();
    if (!may_follow(tail) && tail != "月" && tail != "월" && tail != "年" && tail != "년")
        return std::nullopt;
    bool named = false;
    for (const Piece& item : parts.items) named |= item.kind == Kind::month;
    return named ? named_month(parts) : numbers_only(parts);
}

}  // namespace

std::optional<std::string> written_date(std::string_view text) {
    if (text.size() > longest) return std::nullopt;
    const std::string folded = text::fold(text);
    std::vector<Piece> pieces = Splitter(folded).split();
    const TimeOfDay time(pieces);
    const auto parts = to_parts(pieces);
    if (!parts) return std::nullopt;
    auto iso = day_of(*parts);
    if (!iso) return std::nullopt;
    // 0001-01-01 and the like are a program's word for "no date".
    const auto day = schema::parse_date(*iso);
    if (!day || day->year < 1000) return std::nullopt;
    if (day->precision == schema::DatePrecision::day) *iso += time.iso();
    return schema::parse_date(*iso) ? iso : std::nullopt;
}

}  // namespace morgue::indexer

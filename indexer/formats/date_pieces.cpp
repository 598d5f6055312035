#include <algorithm>
#include <array>

#include <indexer/formats/date_pieces.hpp>
#include <indexer/formats/month_names.hpp>

namespace morgue::indexer {

namespace {

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

template <class List>
bool begins_with_one_of(const List& list, std::string_view text) {
    for (const std::string_view entry : list)
        if (text.starts_with(entry)) return true;
    return false;
}

class Splitter {
  public:
    explicit Splitter(std::string_view folded) : rest_(folded) {}

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

}  // namespace

std::vector<Piece> date_pieces(std::string_view folded) {
    return Splitter(folded).split();
}

std::string padded(int value, std::size_t digits) {
    std::string text = std::to_string(value);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

}  // namespace morgue::indexer

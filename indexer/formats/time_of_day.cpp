#include <cstddef>
#include <cstdlib>
#include <optional>

#include <indexer/formats/time_of_day.hpp>
#include <indexer/formats/zone_names.hpp>

namespace morgue::indexer {

namespace {

class TimeOfDay {
  public:
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

    /// "T05:06:07+01:00"; empty where there is no time.
    std::string iso() const {
        if (!found_) return {};
        const std::string seconds = second_ ? ":" + padded(*second_) : "";
        return "T" + padded(hour_) + ":" + padded(minute_) + seconds + zone_;
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
        const auto known = peek() == nullptr ? std::nullopt : zone_named(peek()->text);
        if (known) ++at_;
        if (take_offset()) return;
        if (known) return name_zone(*known);
        // Up to three words as a zone's name that tells no offset: ET, Eastern Standard Time.
        for (int words = 0; words < 3 && at_ < pieces_.size(); ++words) {
            if (peek()->kind != Kind::word) return;
            ++at_;
        }
    }

    void name_zone(int minutes) {
        const int size = std::abs(minutes);
        zone_ = minutes == 0
                    ? "Z"
                    : (minutes < 0 ? "-" : "+") + padded(size / 60) + ":" + padded(size % 60);
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
    std::optional<int> second_;
    std::string zone_;
    bool found_ = false;
};

}  // namespace

std::string take_time_of_day(std::vector<Piece>& pieces) {
    return TimeOfDay(pieces).iso();
}

}  // namespace morgue::indexer

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace morgue::bench {

/// A stream of numbers that is the same with every standard library (SplitMix64).
class Random {
  public:
    /// The stream of one thing among many, named by numbers.
    explicit Random(std::initializer_list<std::uint64_t> name) {
        for (const std::uint64_t part : name) state_ = mix(state_ ^ mix(part + 1));
    }

    std::uint64_t next() noexcept { return mix(state_ += 0x9E3779B97F4A7C15U); }

    /// [0, 1)
    double unit() noexcept { return static_cast<double>(next() >> 11) * 0x1p-53; }

    /// [0, count)
    std::size_t below(std::size_t count) noexcept {
        return static_cast<std::size_t>(unit() * static_cast<double>(count));
    }

    /// [low, high]
    std::size_t between(std::size_t low, std::size_t high) noexcept {
        return low + below(high - low + 1);
    }

    bool chance(double share) noexcept { return unit() < share; }

    double normal() noexcept {
        const double radius = std::sqrt(-2 * std::log(1 - unit()));
        return radius * std::cos(2 * std::numbers::pi * unit());
    }

    template <typename T>
    const T& one_of(const std::vector<T>& things) noexcept {
        return things[below(things.size())];
    }

  private:
    static std::uint64_t mix(std::uint64_t bits) noexcept {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
        return bits ^ (bits >> 31);
    }

    std::uint64_t state_ = 0;
};

/// The law of Zipf and Mandelbrot: of `count` things, the one of rank r (0 is first) is drawn in
/// proportion to 1 / (r + shift)^exponent. The exponent must not be 1.
class Zipf {
  public:
    struct Law {
        double exponent;
        double shift;
    };

    Zipf(std::size_t count, Law law)
        : count_(count),
          power_(1 - law.exponent),
          shift_(law.shift),
          first_(std::pow(shift_, power_)),
          range_(std::pow(static_cast<double>(count) + shift_, power_) - first_) {}

    std::size_t draw(Random& random) const noexcept {
        // The inverse of the integral of the law.
        const double at = std::pow(first_ + random.unit() * range_, 1 / power_) - shift_;
        const auto rank = static_cast<std::size_t>(at > 0 ? at : 0);
        return rank < count_ ? rank : count_ - 1;
    }

    std::size_t count() const noexcept { return count_; }

  private:
    std::size_t count_;
    double power_, shift_, first_, range_;
};

/// A choice among `texts`, each as likely as its weight.
struct Weighted {
    const char* text;
    unsigned weight;
};

template <std::size_t n>
const char* draw(const Weighted (&table)[n], Random& random) noexcept {
    std::size_t sum = 0;
    for (const Weighted& row : table) sum += row.weight;
    std::size_t at = random.below(sum);
    const Weighted* row = table;
    while (at >= row->weight) at -= (row++)->weight;
    return row->text;
}

}  // namespace morgue::bench

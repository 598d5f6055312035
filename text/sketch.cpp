#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>
#include <vector>

#include <text/sketch.hpp>

namespace morgue::text {

namespace {

constexpr std::size_t words_a_shingle = 4;
/// Of two samples, what they are compared by; fewer say nothing, as of a text five times as long.
constexpr std::size_t fewest_compared = 8;

/// Odd, with bits like noise: 2^64 over the golden ratio.
constexpr std::uint64_t multiplier = 0x9e3779b97f4a7c15;

/// The finaliser of MurmurHash3 (A. Appleby, public domain): every bit counts for every other.
constexpr std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
    value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
    return value ^ (value >> 33);
}

/// Keeps the least of many hashes, of those below a limit.
class Least {
  public:
    explicit Least(std::uint32_t limit) : limit_(limit) {}

    void add(std::uint32_t hash) {
        if (hash >= limit_) return;
        held_.push_back(hash);
        if (held_.size() == enough) cut();
    }

    Sketch sketch() {
        cut();
        Sketch::Hashes hashes;
        hashes.fill(Sketch::none);
        std::copy(held_.begin(), held_.end(), hashes.begin());
        return Sketch(hashes);
    }

  private:
    static constexpr std::size_t enough = 16 * Sketch::most;

    void cut() {
        std::sort(held_.begin(), held_.end());
        held_.erase(std::unique(held_.begin(), held_.end()), held_.end());
        if (held_.size() < Sketch::most) return;
        held_.resize(Sketch::most);
        limit_ = held_.back();
    }

    std::vector<std::uint32_t> held_;
    std::uint32_t limit_;
};

/// Takes words and hashes every four of them in a row.
class Shingles {
  public:
    explicit Shingles(std::uint32_t limit) : least_(limit) {}

    void add(std::uint64_t word) {
        const std::uint64_t left = std::exchange(window_[words_ % words_a_shingle], word);
        shingle_ = shingle_ * multiplier + word - left * to_the_left;
        if (++words_ >= words_a_shingle)
            least_.add(static_cast<std::uint32_t>(mixed(shingle_) >> 32));
    }

    Sketch sketch() { return least_.sketch(); }

  private:
    /// multiplier to the power of words_a_shingle.
    static constexpr std::uint64_t to_the_left = multiplier * multiplier * multiplier * multiplier;

    std::array<std::uint64_t, words_a_shingle> window_{};
    std::uint64_t shingle_ = 0;  ///< a polynomial of the words in the window
    std::size_t words_ = 0;
    Least least_;
};

/// Of ASCII: letters in lower case, digits as they are, 0 for what is between words or beyond.
constexpr std::array<unsigned char, 256> in_words = [] {
    std::array<unsigned char, 256> folded{};
    for (unsigned char c = '0'; c <= '9'; ++c) folded[c] = c;
    for (unsigned char c = 'a'; c <= 'z'; ++c) folded[c] = folded[c ^ 0x20] = c;
    return folded;
}();

enum class Kind : unsigned char {
    between,  ///< words
    inside,   ///< a word that goes on to the next space
    alone,    ///< a word that is one character, in scripts without spaces
};

/// Of a character beyond ASCII by its first two bytes, as far as it matters here: most from U+3000
/// on and Thai stand without spaces; before U+00C0 and in U+2000 to U+207F is punctuation.
Kind kind_of(unsigned char first, unsigned char second) {
    if (first == 0xe2 && (second == 0x80 || second == 0x81)) return Kind::between;
    if (first == 0xc2 || (first == 0xe3 && second == 0x80)) return Kind::between;
    if (first == 0xe0 && (second == 0xb8 || second == 0xb9)) return Kind::alone;
    return first >= 0xe3 && first < 0xf0 ? Kind::alone : Kind::inside;
}

std::size_t bytes_of_character(unsigned char first) {
    if (first < 0xe0) return 2;
    return first < 0xf0 ? 3 : 4;
}

/// Cuts a text into words and gives them on as hashes.
class Words {
  public:
    explicit Words(std::uint32_t limit) : shingles_(limit) {}

    Sketch sketch_of(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            at = go_on_to(text, at);
            if (at == text.size()) break;
            if (static_cast<unsigned char>(text[at]) >= 0x80) {
                at += add_character(text.substr(at));
            } else {
                end();
                ++at;
            }
        }
        end();
        return shingles_.sketch();
    }

  private:
    /// Takes the letters and digits of ASCII that stand there; gives their end.
    std::size_t go_on_to(std::string_view text, std::size_t at) {
        std::uint64_t word = word_;
        for (; at < text.size(); ++at) {
            const unsigned char folded = in_words[static_cast<unsigned char>(text[at])];
            if (folded == 0) break;
            word = with(word, folded);
        }
        word_ = word;
        return at;
    }

    /// The first one; gives how many bytes it has.
    std::size_t add_character(std::string_view text) {
        const auto first = static_cast<unsigned char>(text[0]);
        const auto second = static_cast<unsigned char>(text.size() > 1 ? text[1] : '\0');
        const Kind kind = kind_of(first, second);
        const std::string_view character = text.substr(0, bytes_of_character(first));
        if (kind != Kind::inside) end();
        if (kind != Kind::between)
            for (const char byte : character) word_ = with(word_, static_cast<unsigned char>(byte));
        if (kind == Kind::alone) end();
        return character.size();
    }

    /// Of a byte after a word; words of nine letters have nothing in common.
    static std::uint64_t with(std::uint64_t word, unsigned char byte) {
        return std::rotl(word, 7) ^ byte;
    }

    void end() {
        if (word_ != 0) shingles_.add(word_);
        word_ = 0;
    }

    Shingles shingles_;
    std::uint64_t word_ = 0;
};

/// Below which a text of so many bytes has, in all likelihood, hashes enough and not many more.
std::uint32_t likely_limit(std::size_t bytes) {
    constexpr std::size_t wanted = 3 * Sketch::most;
    constexpr std::size_t bytes_a_word = 6;
    const std::size_t words = bytes / bytes_a_word + 1;
    return words <= wanted ? Sketch::none
                           : static_cast<std::uint32_t>(Sketch::none / words * wanted);
}

/// Of ascending hashes those up to `end`.
std::span<const std::uint32_t> up_to(const Sketch::Hashes& hashes, std::uint32_t end) {
    const auto last =
        std::upper_bound(hashes.begin(), hashes.end(), std::min(end, Sketch::none - 1));
    return {hashes.begin(), last};
}

/// How many stand in both; both ascend.
std::size_t common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::size_t count = 0;
    for (auto in_a = a.begin(), in_b = b.begin(); in_a != a.end() && in_b != b.end();) {
        const std::uint32_t hash = *in_a;
        count += hash == *in_b ? 1 : 0;
        if (hash <= *in_b) ++in_a;
        if (hash >= *in_b) ++in_b;
    }
    return count;
}

}  // namespace

Sketch sketch_of(std::string_view text) {
    const std::uint32_t limit = likely_limit(text.size());
    Sketch sketch = Words(limit).sketch_of(text);
    const bool full = sketch.hashes().back() != Sketch::none;
    return full || limit == Sketch::none ? sketch : Words(Sketch::none).sketch_of(text);
}

double shared_part(const Sketch& a, const Sketch& b) noexcept {
    if (a.empty() || b.empty()) return 0;
    // Up to the lesser of both ends, each sample holds all that its text has.
    const std::uint32_t end = std::min(a.hashes().back(), b.hashes().back());
    const auto from_a = up_to(a.hashes(), end);
    const auto from_b = up_to(b.hashes(), end);
    const std::size_t less = std::min(from_a.size(), from_b.size());
    if (less < fewest_compared) return 0;
    return static_cast<double>(common(from_a, from_b)) / static_cast<double>(less);
}

}  // namespace morgue::text

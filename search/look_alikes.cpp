#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <search/edit_distance.hpp>
#include <search/look_alikes.hpp>
#include <search/words_of_index.hpp>

namespace morgue::search {

namespace {

/// Words this long have few neighbours by chance, so that also those two edits away are worth
/// telling beside nearer ones.
constexpr std::size_t long_word = 8;

/// A set of characters, roughly: each is one of 64 bits.
std::uint64_t letters_of(std::u32string_view word) {
    std::uint64_t letters = 0;
    for (const char32_t letter : word) letters |= std::uint64_t{1} << letter % 64;
    return letters;
}

struct Candidate {
    std::string term;
    std::size_t edits;
    std::size_t articles = 0;
};

/// A word looked for and what was met that looks like it.
class Sought {
  public:
    explicit Sought(std::string_view word)
        : word_(characters_of(word)),
          letters_(letters_of(word_)),
          most_(most_edits(word_.size())) {}

    /// Whether a word of so many bytes may be near: a cheap look before it is taken apart.
    bool may_be_near(std::size_t bytes) const {
        constexpr std::size_t longest_character = 4;
        return most_ > 0 && bytes + most_ >= word_.size() &&
               bytes <= (word_.size() + most_) * longest_character;
    }

    void consider(const std::string& term, std::u32string_view word, std::uint64_t letters) {
        if (static_cast<std::size_t>(std::popcount(letters & ~letters_)) > most_ ||
            static_cast<std::size_t>(std::popcount(letters_ & ~letters)) > most_)
            return;
        const std::size_t edits = edit_distance(word_, word, most_);
        if (edits > 0 && edits <= most_) near_.push_back({term, edits});
    }

    std::vector<Candidate> take() {
        const bool some_next = std::any_of(
            near_.begin(), near_.end(), [](const auto& candidate) { return candidate.edits == 1; });
        if (some_next && word_.size() < long_word)
            std::erase_if(near_, [](const Candidate& candidate) { return candidate.edits > 1; });
        return std::move(near_);
    }

  private:
    std::u32string word_;
    std::uint64_t letters_;
    std::size_t most_;
    std::vector<Candidate> near_;
};

/// Those of live articles, the most frequent first.
std::vector<LookAlike> most_frequent(const schema::Snapshot& snapshot,
                                     std::vector<Candidate> candidates, std::size_t prefix_bytes) {
    const auto more_frequent = [](const Candidate& left, const Candidate& right) {
        if (left.articles != right.articles) return left.articles > right.articles;
        return std::tie(left.edits, left.term) < std::tie(right.edits, right.term);
    };
    for (Candidate& candidate : candidates)
        candidate.articles = snapshot.database().get_termfreq(candidate.term);
    std::sort(candidates.begin(), candidates.end(), more_frequent);
    // Dead articles are counted only now, as that takes a walk for each term.
    if (candidates.size() > 2 * max_look_alikes) candidates.resize(2 * max_look_alikes);
    for (Candidate& candidate : candidates)
        candidate.articles = snapshot.live_count(candidate.term);
    std::sort(candidates.begin(), candidates.end(), more_frequent);
    std::vector<LookAlike> alike;
    for (const Candidate& candidate : candidates)
        if (candidate.articles > 0 && alike.size() < max_look_alikes)
            alike.push_back({candidate.term.substr(prefix_bytes), candidate.articles});
    return alike;
}

bool parts_words(char byte) {
    return byte == ' ' || byte == '/' || byte == '-';
}

/// Whether `part` stands in `whole` between ends of words.
bool has_as_word(std::string_view whole, std::string_view part) {
    for (std::size_t at = whole.find(part); at != std::string_view::npos;
         at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || parts_words(whole[at - 1]);
        if (begins && (end == whole.size() || parts_words(whole[end]))) return true;
    }
    return false;
}

/// Calls `fn` with each word of a value that has several.
template <typename Fn>
void for_each_part(std::string_view value, const Fn& fn) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= value.size(); ++at) {
        if (at < value.size() && !parts_words(value[at])) continue;
        if (at - begin < value.size()) fn(value.substr(begin, at - begin));
        begin = at + 1;
    }
}

/// The first characters of its words, for a value of several.
std::string initials_of(std::string_view value) {
    std::string initials;
    std::size_t words = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == ' ' || (at > 0 && value[at - 1] != ' ')) continue;
        initials.push_back(value[at]);
        ++words;
    }
    return words > 1 ? initials : std::string();
}

bool looks_like_value(std::string_view held, std::string_view asked) {
    if (held == asked) return false;
    if (has_as_word(held, asked) || has_as_word(asked, held)) return true;
    return initials_of(held) == asked || initials_of(asked) == held;
}

}  // namespace

std::vector<std::vector<LookAlike>> words_like(const schema::Snapshot& snapshot,
                                               std::optional<Field> field,
                                               const std::vector<std::string>& words) {
    const std::string prefix = field ? schema::field_word_term(*field, "") : "";
    std::vector<Sought> sought(words.begin(), words.end());
    for_each_word(snapshot, prefix, [&](const std::string& term) {
        const std::string_view text = std::string_view(term).substr(prefix.size());
        std::u32string word;
        std::uint64_t letters = 0;
        for (Sought& one : sought) {
            if (!one.may_be_near(text.size())) continue;
            if (word.empty()) {
                word = characters_of(text);
                letters = letters_of(word);
            }
            one.consider(term, word, letters);
        }
    });
    std::vector<std::vector<LookAlike>> alike;
    for (Sought& one : sought) alike.push_back(most_frequent(snapshot, one.take(), prefix.size()));
    return alike;
}

std::vector<LookAlike> values_like(const schema::Snapshot& snapshot, Field field,
                                   std::string_view value) {
    const std::string prefix(schema::spec(field).prefix);
    Sought sought(value);
    std::vector<Candidate> candidates;
    const auto consider = [&](const std::string& term, std::string_view text) {
        if (!sought.may_be_near(text.size())) return;
        const std::u32string characters = characters_of(text);
        sought.consider(term, characters, letters_of(characters));
    };
    snapshot.for_each_term(prefix, [&](const std::string& term) {
        const std::string_view held = std::string_view(term).substr(prefix.size());
        if (looks_like_value(held, value)) {
            candidates.push_back({term, 0});
        } else {
            consider(term, held);
            for_each_part(held, [&](std::string_view part) { consider(term, part); });
        }
        return true;
    });
    for (Candidate& near : sought.take())
        if (candidates.empty() || candidates.back().term != near.term)
            candidates.push_back(std::move(near));
    return most_frequent(snapshot, std::move(candidates), prefix.size());
}

}  // namespace morgue::search

#include <functional>
#include <string>
#include <unordered_map>

#include <xapian.h>

#include <text/stem.hpp>

namespace morgue::text {

namespace {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>()(text);
    }
};

/// Snowball's rules for French, Spanish or German look at accents that folding has dropped. We
/// stem the folded word all the same: a question may be typed with or without accents, and both
/// must ask for one stem, which is so only if the stem follows from the folded word. What the
/// rules then miss (mangé beside mangée) is little, and equal in index and question.
class CachedStemmer {
  public:
    explicit CachedStemmer(const Language& language) : stemmer_(std::string(language.stemmer)) {}

    std::string_view operator()(std::string_view word) {
        if (const auto found = stems_.find(word); found != stems_.end()) return found->second;
        // Words of a few articles recur at once; a full cache holds mostly rare ones.
        if (stems_.size() >= capacity) stems_.clear();
        std::string key(word);
        std::string stemmed = stemmer_(key);
        return stems_.emplace(std::move(key), std::move(stemmed)).first->second;
    }

  private:
    static constexpr std::size_t capacity = 20000;

    Xapian::Stem stemmer_;
    std::unordered_map<std::string, std::string, StringHash, std::equal_to<>> stems_;
};

}  // namespace

std::string_view stem(const Language& language, std::string_view folded_word) {
    thread_local std::unordered_map<const Language*, CachedStemmer> stemmers;
    return stemmers.try_emplace(&language, language).first->second(folded_word);
}

}  // namespace morgue::text

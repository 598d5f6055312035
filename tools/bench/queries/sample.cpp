#include <algorithm>
#include <unordered_set>

#include <tools/bench/peers/article_file.hpp>
#include <tools/bench/queries/sample.hpp>

namespace morgue::bench {

namespace {

// Lucene's stop words of English.
const std::unordered_set<std::string> stop_words{
    "a",   "an",    "and",  "are",   "as",    "at",   "be",   "but", "by",  "for",  "if",
    "in",  "into",  "is",   "it",    "no",    "not",  "of",   "on",  "or",  "such", "that",
    "the", "their", "then", "there", "these", "they", "this", "to",  "was", "will", "with"};

bool is_ascii(char c) noexcept {
    return static_cast<unsigned char>(c) < 128;
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || !is_ascii(c);
}

char small(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

Sample::Sample(const std::string& folder, std::size_t most) {
    const std::vector<std::string> paths = article_paths(folder);
    const std::size_t step = std::max<std::size_t>(1, (paths.size() + most - 1) / most);
    for (std::size_t i = 0; i < paths.size(); i += step) add(read_article(paths[i]).body);
}

void Sample::add(const std::string& text) {
    std::vector<Word>& words = articles_.emplace_back();
    std::string word;
    for (const char c : text + "\n") {
        if (is_letter(c)) {
            word += small(c);
            continue;
        }
        // Peers differ in what words with other letters are.
        if (!word.empty())
            words.push_back(std::ranges::all_of(word, is_ascii) ? number_of(word) : none);
        if (c != ' ') words.push_back(none);
        word.clear();
    }
    for (const Word held : std::unordered_set<Word>{words.begin(), words.end()}) ++holders_[held];
}

Sample::Word Sample::number_of(const std::string& word) {
    const auto [at, fresh] = numbers_.try_emplace(word, static_cast<Word>(spellings_.size()));
    if (fresh) {
        spellings_.push_back(word);
        holders_.push_back(0);
    }
    return at->second;
}

double Sample::share(Word word) const noexcept {
    return static_cast<double>(holders_[word]) / static_cast<double>(articles_.size());
}

bool Sample::is_stop_word(Word word) const {
    return stop_words.contains(spellings_[word]);
}

}  // namespace morgue::bench

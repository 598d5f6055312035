#include <algorithm>
#include <optional>
#include <vector>

#include <text/forms.hpp>
#include <text/scanner.hpp>
#include <text/tokenizer.hpp>

namespace morgue::text {

namespace {

/// A sentence this long without a lower-case letter is taken to be in capitals to its end, so
/// that no more words than these wait for the verdict.
constexpr std::size_t longest_wait = 1024;

/// Every part of a compound adds at least a byte to its joined form, so that one of more parts
/// than these has none and need not be held together.
constexpr std::size_t most_joined_parts = max_word_bytes;

/// Words wait here until it is known whether their sentence is all in capitals, and whether their
/// compound goes on; then they become tokens. In most sentences the first word decides.
class Tokenizer {
  public:
    Tokenizer(std::string_view text, const TokenizerOptions& options,
              const std::function<void(const Token&)>& sink)
        : options_(options), sink_(sink), scanner_(text), maker_(text, options) {}

    void run() {
        for (Word word; scanner_.next(word);) {
            if (word.starts_sentence) end_sentence();
            judge_sentence(word);
            hold(word);
            if (is_decided()) release();
        }
        end_sentence();
    }

  private:
    void judge_sentence(const Word& word) {
        if (word.has(trait::upper | trait::lower)) ++cased_words_;
        if (shouted_) return;
        const bool has_other_letters = word.letters > word.capitals;
        if (options_.question || has_other_letters) {
            shouted_ = false;
        } else if (waiting_.size() >= longest_wait) {
            shouted_ = cased_words_ > 1;
        }
    }

    void end_sentence() {
        if (!shouted_) shouted_ = cased_words_ > 1;
        release();
        shouted_.reset();
        cased_words_ = 0;
    }

    void hold(const Word& word) {
        waiting_.push_back(word);
        chain_ = word.linked ? chain_ + 1 : 0;
    }

    bool is_decided() const {
        if (!shouted_) return false;
        const bool ends_chain = chain_ == 0 || waiting_.back().is_unspaced();
        return ends_chain || chain_ > most_joined_parts;
    }

    void release() {
        for (std::size_t i = 0; i < waiting_.size();) {
            const std::size_t end = chain_end(i);
            const std::span<const Word> chain(&waiting_[i], end - i);
            emit_chain(chain);
            i = end;
        }
        waiting_.clear();
    }

    /// One past the last word that is linked to the one at `first`.
    std::size_t chain_end(std::size_t first) const {
        std::size_t last = first;
        while (waiting_[last].linked && last + 1 < waiting_.size()) ++last;
        return last + 1;
    }

    void emit_chain(std::span<const Word> chain) {
        const bool continues = in_group_;
        in_group_ = chain.back().linked;
        const bool unspaced = chain.back().is_unspaced();
        const bool grouped = continues || in_group_ || unspaced || chain.size() > 1;
        if (grouped && !continues) ++groups_;
        const bool joins = chain.size() > 1 && !unspaced && !continues && !in_group_;
        if (joins) maker_.join(chain, *shouted_, joined_);
        for (const auto& word : chain) {
            const bool outer = &word == &chain.front() || &word == &chain.back();
            emit(word, grouped ? groups_ : 0, joins && outer);
        }
    }

    void emit(const Word& word, std::uint32_t group, bool with_joined) {
        maker_.make(word, *shouted_, forms_);
        sink_({.begin = word.begin,
               .end = word.end,
               .position = position_++,
               .starts_sentence = word.starts_sentence,
               .starts_paragraph = word.starts_paragraph,
               .cut = forms_.cut(),
               .group = group,
               .unspaced = word.is_unspaced(),
               .forms = forms_.view(),
               .joined = with_joined ? joined_.view() : std::span<const Form>()});
    }

    const TokenizerOptions& options_;
    const std::function<void(const Token&)>& sink_;
    Scanner scanner_;
    FormMaker maker_;
    FormList forms_;
    FormList joined_;
    std::vector<Word> waiting_;
    std::size_t chain_ = 0;  ///< words linked to the last one and on
    bool in_group_ = false;  ///< the last token's group goes on
    std::uint32_t groups_ = 0;
    std::uint32_t position_ = 0;
    std::size_t cased_words_ = 0;
    std::optional<bool> shouted_;  ///< whether the sentence is all in capitals, once known
};

}  // namespace

void tokenize(std::string_view text, const TokenizerOptions& options,
              const std::function<void(const Token&)>& sink) {
    Tokenizer(text, options, sink).run();
}

}  // namespace morgue::text

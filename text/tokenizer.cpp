#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <text/dictionary.hpp>
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

/// Of the dictionary that a thread has for questions and passages.
constexpr std::size_t most_words_of_a_thread = 100'000;

/// A full one is replaced, and lasts as long as somebody still reads in it.
std::shared_ptr<Dictionary> dictionary_of_thread() {
    thread_local auto dictionary = std::make_shared<Dictionary>(most_words_of_a_thread);
    if (dictionary->full()) dictionary = std::make_shared<Dictionary>(most_words_of_a_thread);
    return dictionary;
}

/// In what light the words of a text are seen, as one number. All else that a word's forms depend
/// on follows from its bytes; what the scanner found is in it all the same, where it is cheap.
class Light {
  public:
    explicit Light(const TokenizerOptions& options) noexcept {
        if (options.language != nullptr)
            of_text_ = static_cast<std::uint32_t>(index_of(*options.language) + 1) << 16;
        if (options.question) of_text_ |= 1U << 15;
    }

    std::uint32_t on(const Word& word, bool shouted) const noexcept {
        const auto before = static_cast<std::uint32_t>(word.core_begin - word.begin);
        const auto behind = static_cast<std::uint32_t>(word.end - word.core_end);
        return of_text_ | bit(shouted && word.capitals > 0, 14) | bit(word.apostrophes, 12) |
               bit(word.ampersands, 11) | bit(word.number_marks, 10) |
               bit(word.dotted_letters > 0, 9) | bit(word.is_unspaced(), 8) | before << 4 | behind;
    }

    /// A word of ASCII letters and digits, `shouted` if it has capitals that tell nothing.
    std::uint32_t on_plain(bool shouted) const noexcept { return of_text_ | bit(shouted, 14); }

    std::uint32_t on_compound(bool shouted) const noexcept {
        return of_text_ | bit(shouted, 14) | bit(true, 13);
    }

  private:
    static std::uint32_t bit(bool set, unsigned place) noexcept {
        return static_cast<std::uint32_t>(set) << place;
    }

    std::uint32_t of_text_ = 0;
};

/// Words wait here until it is known whether their sentence is all in capitals, and whether their
/// compound goes on; then they become tokens. In most sentences the first word decides.
class Tokenizer {
  public:
    Tokenizer(std::string_view text, const TokenizerOptions& options,
              const std::function<void(const Token&)>& sink)
        : text_(text),
          options_(options),
          sink_(sink),
          scanner_(text),
          maker_(text, options),
          light_(options),
          wanted_(options.wanted),
          kept_letters_(options.language == nullptr ? 2 : options.language->kept_letters),
          own_(options.dictionary == nullptr ? dictionary_of_thread() : nullptr),
          dictionary_(own_ ? *own_ : *options.dictionary) {}

    void run() {
        for (;;) {
            take_plain_words();
            Word word;
            if (!scanner_.next(word)) break;
            take(word);
        }
        end_sentence();
        look_up();
    }

  private:
    struct Lined {
        std::size_t begin = 0;
        std::size_t end = 0;
        Spelling spelling = {};
        std::uint32_t group = 0;
        bool starts_sentence = false;
        bool starts_paragraph = false;
        bool unspaced = false;
        bool shouted = false;
    };

    bool is_wanted(const PlainWord& word) const {
        if (wanted_ == nullptr || kept_letters_ == 0) return true;
        const char first = small(text_[word.begin]);
        if (!wanted_->beginnings.have(first)) return false;
        if (kept_letters_ == 1 || word.end - word.begin == 1) return true;
        return wanted_->beginnings.have(first, small(text_[word.begin + 1]));
    }

    /// Of a letter or digit; a digit stays what it is.
    static char small(char byte) noexcept { return static_cast<char>(byte | 0x20); }

    /// Where the sentence has been judged and nothing goes on, they add nothing to either; one that
    /// starts a sentence judges it.
    void take_plain_words() {
        if (!shouted_ || !waiting_.empty() || in_group_) return;
        while (const std::size_t count = scanner_.next_plain(plain_words_))
            take(std::span(plain_words_).first(count));
    }

    void take(std::span<const PlainWord> words) {
        for (auto word = words.begin(); word != words.end();) {
            if (word->starts_sentence) begin_quiet_sentence();
            if (is_wanted(*word)) {
                line_[lined_up_] = lined(*word++);
                line_up();
            } else {
                const auto first = word++;
                word = std::find_if(word, words.end(), [this](const PlainWord& next) {
                    return next.starts_sentence || is_wanted(next);
                });
                pass({first, word});
            }
        }
    }

    /// With a word of small letters: nothing waits for the verdict.
    void begin_quiet_sentence() {
        shouted_ = false;
        cased_words_ = 1;
    }

    void pass(std::span<const PlainWord> words) {
        look_up();
        position_ += static_cast<std::uint32_t>(words.size());
        wanted_->passed(words);
    }

    void take(const Word& word) {
        if (word.starts_sentence) end_sentence();
        judge_sentence(word);
        if (needs_no_wait(word)) {
            line_[lined_up_] = lined(word, spelling_of(word), group_of({&word, 1}));
            line_up();
            return;
        }
        hold(word);
        if (is_decided()) release();
    }

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

    /// Most words stand alone in a sentence that has been judged, or join nothing.
    bool needs_no_wait(const Word& word) const {
        const bool joins_nothing = word.is_unspaced() || !(in_group_ || word.linked);
        return shouted_ && waiting_.empty() && joins_nothing;
    }

    Lined lined(const Word& word, const Spelling& spelling, std::uint32_t group) const {
        return {.begin = word.begin,
                .end = word.end,
                .spelling = spelling,
                .group = group,
                .starts_sentence = word.starts_sentence,
                .starts_paragraph = word.starts_paragraph,
                .unspaced = word.is_unspaced(),
                .shouted = *shouted_};
    }

    Lined lined(const PlainWord& word) const {
        const bool shouted = *shouted_;
        const auto bytes = text_.substr(word.begin, word.end - word.begin);
        return {.begin = word.begin,
                .end = word.end,
                .spelling = {bytes, light_.on_plain(shouted && word.capitals)},
                .starts_sentence = word.starts_sentence,
                .starts_paragraph = word.starts_paragraph,
                .shouted = shouted};
    }

    /// The last of the line is new.
    void line_up() {
        dictionary_.prefetch_slot(line_[lined_up_++].spelling);
        if (lined_up_ == line_.size()) look_up();
    }

    /// Each look-up waits for memory, but those of a line wait together.
    void look_up() {
        const std::span<const Lined> line(line_.data(), std::exchange(lined_up_, 0));
        for (const Lined& lined : line) dictionary_.prefetch_word(lined.spelling);
        for (const Lined& lined : line) emit(lined, forms(lined), {});
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
        if (waiting_.empty()) return;
        look_up();
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

    /// The number of the group that these words begin or go on; 0 for one that stands alone.
    std::uint32_t group_of(std::span<const Word> chain) {
        const bool continues = std::exchange(in_group_, chain.back().linked);
        const bool grouped =
            continues || in_group_ || chain.size() > 1 || chain.back().is_unspaced();
        if (grouped && !continues) ++groups_;
        return grouped ? groups_ : 0;
    }

    void emit_chain(std::span<const Word> chain) {
        const bool whole = !in_group_ && !chain.back().linked;
        const bool joins = whole && chain.size() > 1 && !chain.back().is_unspaced();
        const std::uint32_t group = group_of(chain);
        const Dictionary::Entry joined = joins ? joined_forms(chain) : Dictionary::Entry();
        for (const auto& word : chain) {
            const bool outer = &word == &chain.front() || &word == &chain.back();
            const Lined alone = lined(word, spelling_of(word), group);
            emit(alone, forms(alone), outer ? joined : Dictionary::Entry());
        }
    }

    void emit(const Lined& word, const Dictionary::Entry& made, const Dictionary::Entry& joined) {
        sink_({.begin = word.begin,
               .end = word.end,
               .position = position_++,
               .starts_sentence = word.starts_sentence,
               .starts_paragraph = word.starts_paragraph,
               .cut = made.cut,
               .group = word.group,
               .unspaced = word.unspaced,
               .forms = made.forms,
               .joined = joined.forms,
               .word = made.number,
               .compound = joined.number});
    }

    Spelling spelling_of(const Word& word) const {
        const auto bytes = text_.substr(word.begin, word.partner_end - word.begin);
        return {bytes, light_.on(word, *shouted_)};
    }

    Dictionary::Entry forms(const Lined& word) {
        if (const auto* known = dictionary_.find(word.spelling)) return *known;
        maker_.make(scanner_.word_at(word.begin), word.shouted, forms_);
        return dictionary_.remember(word.spelling, {forms_.view(), forms_.cut()});
    }

    Dictionary::Entry joined_forms(std::span<const Word> chain) {
        const auto begin = chain.front().begin;
        const Spelling spelling(text_.substr(begin, chain.back().end - begin),
                                light_.on_compound(*shouted_));
        if (const auto* known = dictionary_.find(spelling)) return *known;
        maker_.join(chain, *shouted_, joined_);
        return dictionary_.remember(spelling, {joined_.view()});
    }

    std::string_view text_;
    const TokenizerOptions& options_;
    const std::function<void(const Token&)>& sink_;
    Scanner scanner_;
    FormMaker maker_;
    Light light_;
    const Wanted* wanted_;
    unsigned kept_letters_;
    std::shared_ptr<Dictionary> own_;
    Dictionary& dictionary_;
    FormList forms_;
    FormList joined_;
    std::array<Lined, 16> line_;  ///< words that stand alone, to be looked up together
    std::size_t lined_up_ = 0;
    std::array<PlainWord, 32> plain_words_;
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

bool has_words(std::string_view text) noexcept {
    Word word;
    return Scanner(text).next(word);
}

}  // namespace morgue::text

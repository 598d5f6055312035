#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <indexer/document.hpp>
#include <indexer/term_tally.hpp>
#include <indexer/word_terms.hpp>
#include <schema/fact_term.hpp>
#include <schema/field.hpp>
#include <schema/slot.hpp>
#include <schema/term.hpp>
#include <text/dictionary.hpp>
#include <text/tokenizer.hpp>

namespace morgue::indexer {

namespace {

/// Between two values of one field, so that no phrase reaches from the one into the other.
constexpr std::uint32_t value_gap = 100;

/// Of a word, on average, with room for other scripts.
constexpr std::size_t most_terms_a_word = 4;

/// Counts the terms of articles, one after the other.
class TermCollector {
  public:
    /// Remembers so many words, of all that it meets, not of one document.
    explicit TermCollector(std::size_t most_words)
        : most_terms_(most_terms_a_word * most_words), dictionary_(most_words) {}

    void begin(const text::Language* language) {
        language_ = language;
        words_ = cut_words_ = 0;
        tally_.clear();
        word_terms_.end_document();
    }

    /// The numbers of terms are their keys, which mean the same to the end of a portion.
    void begin_portion() {
        if (!dictionary_.full() && vocabulary_.size() < most_terms_) return;
        tally_.clear();
        dictionary_.clear();
        word_terms_.clear();
        vocabulary_.clear();
    }

    std::uint32_t words() const { return words_; }
    std::uint32_t cut_words() const { return cut_words_; }

    /// Adds title or body text; gives the position after its last word.
    std::uint32_t add_text(std::string_view text, std::uint32_t first, std::uint32_t weight) {
        return tokenize(text, first, [&](const text::Token& token, std::uint32_t position) {
            ++words_;
            cut_words_ += token.cut ? 1 : 0;
            std::uint32_t entered = token.joined.empty() ? tally_.find(token.word) : 0;
            if (entered == 0) entered = enter(token, std::nullopt);
            tally_.place(entered, weight, position);
        });
    }

    /// Adds words that only a question naming the field finds; they carry no weight.
    std::uint32_t add_field(Field field, std::string_view text, std::uint32_t first) {
        return tokenize(text, first, [&](const text::Token& token, std::uint32_t position) {
            tally_.place(enter(token, field), 0, position);
        });
    }

    void add_filter(std::string term) { tally_.note(std::move(term)); }

    std::span<const glass::TermEntry> list() { return tally_.list(); }

    void tell_stems(StemWords& words) const { word_terms_.tell_stems(words); }

  private:
    template <typename Add>
    std::uint32_t tokenize(std::string_view text, std::uint32_t first, Add&& add) {
        std::uint32_t next = first;
        text::tokenize(text, {.language = language_, .dictionary = &dictionary_},
                       [&](const text::Token& token) {
                           next = first + token.position + 1;
                           add(token, first + token.position);
                       });
        return next;
    }

    /// In the text itself, a word that is remembered is entered once.
    std::uint32_t enter(const text::Token& token, std::optional<Field> field) {
        const WordTerms::Word word{token.word, token.forms, language_};
        if (token.joined.empty())
            return tally_.enter(field ? 0 : token.word, word_terms_.of(word, field));
        const WordTerms::Word compound{token.compound, token.joined, language_};
        return tally_.enter(0, word_terms_.of_both(word, compound, field));
    }

    std::size_t most_terms_;
    text::Dictionary dictionary_;
    glass::Vocabulary vocabulary_;
    WordTerms word_terms_{vocabulary_};
    TermTally tally_{vocabulary_};
    const text::Language* language_ = nullptr;
    std::uint32_t words_ = 0;
    std::uint32_t cut_words_ = 0;
};

/// A title made from the first sentence adds nothing: the body has its words already.
void add_title_and_body(const Article& article, TermCollector& terms) {
    const Metadatum* title = article.find(Field::title);
    std::uint32_t last_title_position = 0;
    if (title != nullptr && title->from != Provenance::first_sentence) {
        const std::uint32_t first = schema::first_title_position;
        last_title_position = terms.add_text(title->value, first, schema::title_weight) - 1;
        terms.add_field(Field::title, title->value, first);
    }
    terms.add_text(article.body, last_title_position + schema::body_gap, schema::body_weight);
}

void add_date(const Article& article, TermCollector& terms) {
    if (const auto date = schema::stated_date(article)) {
        for (std::string& term : schema::date_terms(*date)) terms.add_filter(std::move(term));
        return;
    }
    terms.add_filter(std::string(schema::undated_term));
    if (const auto date = schema::inferred_date(article))
        for (const std::string& term : schema::date_terms(*date))
            terms.add_filter(schema::inferred_date_term(term));
}

void add_metadata(const Article& article, TermCollector& terms) {
    std::uint32_t next[256] = {};
    for (const Metadatum& datum : article.metadata) {
        std::uint32_t& position = next[static_cast<unsigned char>(datum.field)];
        if (datum.field == Field::title) continue;
        if (schema::spec(datum.field).kind == schema::FieldKind::text)
            position = terms.add_field(datum.field, datum.value, position + 1) + value_gap;
        if (schema::spec(datum.field).kind == schema::FieldKind::value)
            terms.add_filter(schema::value_term(datum.field, datum.value));
    }
    add_date(article, terms);
}

}  // namespace

struct DocumentBuilder::Parts {
    explicit Parts(std::size_t most_words) : terms(most_words) {}

    void collect(schema::StoredArticle& stored, const text::Language* language);
    void list_values(const schema::StoredArticle& stored);

    TermCollector terms;
    std::vector<std::string> slots;
    std::vector<glass::ValueEntry> values;
    std::string data;
};

void DocumentBuilder::Parts::collect(schema::StoredArticle& stored,
                                     const text::Language* language) {
    const Article& article = stored.indexed.article;
    terms.begin(language);
    add_title_and_body(article, terms);
    stored.words = terms.words();
    stored.cut_words = terms.cut_words();
    if (stored.cut_words > 0) terms.add_filter(std::string(schema::cut_words_term));
    stored.lang = language == nullptr ? std::string() : std::string(language->code);
    if (stored.indexed.gone) terms.add_filter(std::string(schema::gone_term));
    add_metadata(article, terms);
    terms.add_filter(schema::id_term(stored.indexed.id));
    if (schema::follows(stored)) {
        terms.add_filter(schema::leader_term(stored.leader));
        terms.add_filter(std::string(schema::repeat_term));
    }
    for (std::string& term : schema::path_terms(stored.indexed.location.file))
        terms.add_filter(std::move(term));
    for (std::string& term : schema::all_fact_terms(stored)) terms.add_filter(std::move(term));
}

void DocumentBuilder::Parts::list_values(const schema::StoredArticle& stored) {
    slots.clear();
    values.clear();
    for (const auto& [slot, name] : schema::slot_table())
        slots.push_back(schema::slot_value(slot, stored));
    for (std::size_t i = 0; i < slots.size(); ++i)
        if (!slots[i].empty())
            values.push_back({static_cast<unsigned>(schema::slot_table()[i].first), slots[i]});
}

DocumentBuilder::DocumentBuilder(std::size_t most_words)
    : parts_(std::make_unique<Parts>(most_words)) {}
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;
DocumentBuilder::~DocumentBuilder() = default;

void DocumentBuilder::begin_portion() {
    parts_->terms.begin_portion();
}

void DocumentBuilder::tell_stems(StemWords& words) const {
    parts_->terms.tell_stems(words);
}

Document DocumentBuilder::build(schema::StoredArticle& stored, const text::Language* language) {
    parts_->collect(stored, language);
    parts_->list_values(stored);
    parts_->data = encode(stored);
    return {{parts_->terms.list(), parts_->values, parts_->data}, language};
}

}  // namespace morgue::indexer

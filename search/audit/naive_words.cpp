#include <algorithm>

#include <search/audit/naive_pattern.hpp>
#include <search/audit/naive_words.hpp>
#include <text/spelling.hpp>

namespace morgue::search {

namespace {

FormSet without_stems(const FormSet& forms) {
    FormSet kept;
    for (const std::string& form : forms)
        if (form.front() != 'z') kept.insert(form);
    return kept;
}

FormSet surfaces_of(const FormSet& forms) {
    FormSet kept;
    for (const std::string& form : forms)
        if (form.front() == 's' || form.front() == 'u') kept.insert(form);
    return kept;
}

std::size_t group_begin(const NaiveText& text, std::size_t token) {
    const std::uint32_t group = text[token].group;
    while (group != 0 && token > 0 && text[token - 1].group == group) --token;
    return text[token].begin;
}

std::size_t group_end(const NaiveText& text, std::size_t token) {
    const std::uint32_t group = text[token].group;
    while (group != 0 && token + 1 < text.size() && text[token + 1].group == group) ++token;
    return text[token].end;
}

std::size_t gaps_between(const query::Node& leaf, std::size_t begin, std::size_t end) {
    std::size_t count = 0;
    if (const auto* phrase = std::get_if<query::Phrase>(&leaf.kind))
        for (const std::size_t gap : phrase->gaps) count += begin <= gap && gap <= end ? 1 : 0;
    return count;
}

/// The text of a word, a beginning or a phrase.
const std::string& text_of(const query::Node& leaf) {
    if (const auto* word = std::get_if<query::Word>(&leaf.kind)) return word->text;
    if (const auto* prefix = std::get_if<query::Prefix>(&leaf.kind)) return prefix->text;
    return std::get<query::Phrase>(leaf.kind).text;
}

}  // namespace

std::vector<query::Node> naive_parts(const query::Node& phrase) {
    const auto& whole = std::get<query::Phrase>(phrase.kind);
    std::vector<query::Node> parts;
    std::size_t begin = 0;
    std::uint32_t group = 0;
    text::tokenize(whole.text, {nullptr, true}, [&](const text::Token& token) {
        if (parts.empty() || token.group == 0 || token.group != group) {
            begin = token.begin;
            parts.push_back({query::Phrase{{}, whole.likeness}, phrase.field, {}});
        }
        group = token.group;
        std::get<query::Phrase>(parts.back().kind).text =
            whole.text.substr(begin, token.end - begin);
    });
    return parts;
}

/// What stands together in a question: a word, a compound, a run of unspaced script.
struct NaiveWords::Element {
    struct Part {
        FormSet asked;
        FormSet offered;

        void add(std::span<const text::Form> forms, const text::Token& token,
                 const text::Language* language) {
            for (const text::Form& form : forms)
                add_forms(form.asked ? asked : offered, {&form, 1}, token, language);
        }
    };
    std::size_t begin = 0;  ///< byte of the question
    std::size_t end = 0;
    std::vector<Part> parts;
    Part joined;
    bool unspaced = false;

    bool is_compound() const { return parts.size() > 1 && !unspaced; }
};

std::vector<NaiveWords::Element> NaiveWords::elements_of(
    const std::string& text, const std::vector<const text::Language*>& languages) {
    std::vector<Element> elements;
    for (const text::Language* language : languages) {
        std::size_t element = 0;
        std::size_t part = 0;
        std::uint32_t group = 0;
        bool first = true;
        text::tokenize(text, {language, true}, [&](const text::Token& token) {
            const bool goes_on = !first && token.group != 0 && token.group == group;
            if (!first && !goes_on) ++element;
            part = goes_on ? part + 1 : 0;
            group = token.group;
            first = false;
            if (elements.size() <= element) elements.resize(element + 1);
            Element& current = elements[element];
            if (current.parts.size() <= part) current.parts.resize(part + 1);
            current.unspaced = token.unspaced;
            if (part == 0) current.begin = token.begin;
            current.end = token.end;
            current.parts[part].add(token.forms, token, language);
            current.joined.add(token.joined, token, language);
        });
    }
    return elements;
}

/// A word as it stands, or any word that begins with it; the letters of an acronym begin none.
NaiveWords::Step NaiveWords::step_of(const FormSet& asked, const FormSet& offered,
                                     bool beginning) const {
    if (!beginning) return {stemmed_ ? asked : without_stems(asked), false};
    FormSet surfaces = surfaces_of(asked);
    return {surfaces.empty() ? surfaces_of(offered) : std::move(surfaces), true};
}

void NaiveWords::add_element(const Element& element, bool last, bool is_beginning) {
    std::vector<Step> steps;
    for (const Element::Part& part : element.parts) {
        const bool final = last && &part == &element.parts.back();
        steps.push_back(
            step_of(part.asked, part.offered, !element.unspaced && final && is_beginning));
    }
    const bool is_run = element.unspaced && last && steps.size() > 1;
    if (is_run) steps.pop_back();
    if (element.unspaced && last && !is_run) steps.back().beginning = true;
    std::vector<std::vector<Step>> continuations{steps};
    const Step joined = step_of(element.joined.asked, element.joined.offered, last && is_beginning);
    if (element.is_compound() && !joined.forms.empty()) continuations.push_back({joined});
    std::vector<Way> longer;
    for (const Way& way : ways_)
        for (const auto& more : continuations) {
            longer.push_back(way);
            longer.back().steps.insert(longer.back().steps.end(), more.begin(), more.end());
            longer.back().reaches_next = is_run;
        }
    ways_ = std::move(longer);
}

NaiveWords::NaiveWords(const query::Node& leaf, const std::vector<const text::Language*>& languages)
    : ways_(1) {
    if (const auto* pattern = std::get_if<query::Pattern>(&leaf.kind)) {
        ways_.front().steps.push_back({{}, false, naive_pattern(*pattern)});
        return;
    }
    const std::vector<Element> elements = elements_of(text_of(leaf), languages);
    const bool stems = !leaf.field || leaf.field == Field::title;
    if (const auto* phrase = std::get_if<query::Phrase>(&leaf.kind)) {
        stemmed_ = stems && phrase->likeness == query::Phrase::Likeness::stemmed;
        if (phrase->likeness == query::Phrase::Likeness::exact) add_written(*phrase);
    }
    const bool is_beginning = std::holds_alternative<query::Prefix>(leaf.kind);
    std::size_t begin = 0;
    for (const Element& element : elements) {
        add_gaps(gaps_between(leaf, begin, element.begin));
        add_element(element, &element == &elements.back(), is_beginning);
        begin = element.end;
    }
    const bool is_word = std::holds_alternative<query::Word>(leaf.kind);
    if (!is_word || elements.size() != 1 || elements[0].unspaced) return;
    // A bare word may have any ending, and a compound may be written as one.
    const Element& element = elements[0];
    std::erase_if(ways_, [](const Way& way) { return way.steps.size() == 1; });
    const FormSet& asked = element.is_compound() ? element.joined.asked : element.parts[0].asked;
    ways_.push_back({{{stems ? asked : without_stems(asked), false}}, false});
}

void NaiveWords::add_written(const query::Phrase& phrase) {
    std::size_t begin = 0;
    for (const NaiveToken& token : naive_text(phrase.text, nullptr, true)) {
        for (const std::size_t gap : phrase.gaps)
            if (begin <= gap && gap <= token.begin) written_.emplace_back();
        written_.push_back(token.written);
        begin = token.end;
    }
}

void NaiveWords::add_gaps(std::size_t count) {
    for (Way& way : ways_) way.steps.insert(way.steps.end(), count, Step{{}, false, {}, true});
}

bool NaiveWords::meets(const FormSet& forms, const Step& step) {
    if (step.any) return true;
    if (step.fits)
        return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
            return form.starts_with("s:") && step.fits(form.substr(2));
        });
    return std::any_of(step.forms.begin(), step.forms.end(), [&](const std::string& asked) {
        if (!step.beginning) return forms.contains(asked);
        return std::any_of(forms.begin(), forms.end(),
                           [&](const std::string& form) { return form.starts_with(asked); });
    });
}

bool NaiveWords::stands_at(const NaiveText& text, std::size_t at, const std::vector<Step>& steps) {
    if (at + steps.size() > text.size()) return false;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (!meets(text[at + i].own, steps[i]) && !meets(text[at + i].joined, steps[i]))
            return false;
    return true;
}

/// What is found only as a part of a compound is all of the compound.
NaiveSpot NaiveWords::spot_at(const NaiveText& text, std::size_t at, const Way& way) {
    NaiveSpot spot{at, at + way.steps.size() - 1, 0, 0};
    const bool own_first = meets(text[spot.first].own, way.steps.front());
    const bool own_last = meets(text[spot.last].own, way.steps.back());
    spot.begin = own_first ? text[spot.first].begin : group_begin(text, spot.first);
    spot.end = own_last ? text[spot.last].end : group_end(text, spot.last);
    if (way.reaches_next) spot.end = text[++spot.last].end;
    return spot;
}

/// Word by word as asked for, or with a possessive ending.
bool NaiveWords::is_written(const NaiveText& text, const NaiveSpot& spot) const {
    if (written_.empty()) return true;
    if (spot.last + 1 - spot.first != written_.size()) return false;
    for (std::size_t i = 0; i < written_.size(); ++i) {
        if (written_[i].empty()) continue;
        const std::string& word = text[spot.first + i].written;
        const auto elided = text::split_elision(word);
        if (elided && elided->rest == written_[i]) continue;
        if (word != written_[i] && word != written_[i] + "'s" && word != written_[i] + "'S")
            return false;
    }
    return true;
}

std::vector<NaiveSpot> NaiveWords::spots(const NaiveText& text) const {
    std::set<NaiveSpot> spots;
    for (const Way& way : ways_)
        for (std::size_t at = 0; at < text.size(); ++at)
            if (stands_at(text, at, way.steps))
                if (const NaiveSpot spot = spot_at(text, at, way); is_written(text, spot))
                    spots.insert(spot);
    return {spots.begin(), spots.end()};
}

}  // namespace morgue::search

#include <tools/bench/corpus/function_words.hpp>
#include <tools/bench/corpus/prose.hpp>
#include <tools/bench/corpus/word_shape.hpp>

namespace morgue::bench {

// Of the story's own words: so the text below repeats them.
void Prose::headline() {
    const Story& story = words_.story();
    sentence_at_ = out_.size();
    space_ = false;
    if (random_.chance(0.4)) {
        put(random_.chance(0.5) ? words_.person().last : words_.organisation());
    } else {
        const Collocation& pair = random_.one_of(story.collocations);
        put(pair.first);
        put(pair.second->one);
    }
    put(random_.one_of(story.verbs)->third);
    if (random_.chance(0.5)) put(random_.one_of(story.adjectives)->plain);
    put(random_.one_of(story.nouns)->one);
    constexpr Weighted links[] = {{"in", 10}, {"over", 6}, {"after", 6}, {"to", 5}, {"for", 6}};
    put_one_of(links);
    put(random_.chance(0.5) ? random_.one_of(story.nouns)->many : random_.one_of(story.places));
    capitalize(out_, sentence_at_);
}

void Prose::paragraphs(std::size_t bytes) {
    const std::size_t begin = out_.size();
    while (out_.size() - begin < bytes) {
        if (out_.size() > begin) out_ += "\n\n";
        paragraph(random_.between(1, 4));
    }
}

void Prose::paragraph(std::size_t sentences) {
    space_ = false;
    for (std::size_t i = 0; i < sentences; ++i) sentence();
}

void Prose::sentence() {
    begin_sentence();
    const double kind = random_.unit();
    if (kind < 0.12) return quotation();
    if (kind < 0.22)
        report();
    else if (kind < 0.30)
        figures();
    else if (kind < 0.42)
        on_a_day();
    else if (kind < 0.46)
        condition();
    else
        statement();
    end_sentence(random_.chance(0.015) ? "?" : ".");
}

// “The wharf was closed,” said Ann Velton, the harbour's keeper.
void Prose::quotation() {
    put(curly_ ? "“" : "\"");
    space_ = false;
    sentence_at_ = out_.size();
    clause();
    capitalize(out_, sentence_at_);
    attach(curly_ ? ",”" : ",\"");
    const Person& speaker = words_.person();
    if (random_.chance(0.5)) {
        full_name(speaker);
        put("said");
    } else {
        put("said");
        put(speaker.last);
    }
    if (random_.chance(0.3)) prepositional_phrase(1);
    attach(".");
}

void Prose::statement() {
    if (random_.chance(0.14)) {
        put_one_of(leading_prepositions);
        noun_phrase(1);
        attach(",");
    }
    clause();
    if (random_.chance(0.35)) {
        if (random_.chance(0.5)) attach(",");
        put_one_of(conjunctions);
        clause();
    }
}

void Prose::on_a_day() {
    clause();
    put("on");
    put_one_of(weekdays);
    if (random_.chance(0.4)) prepositional_phrase(1);
}

void Prose::report() {
    noun_phrase(1);
    put_one_of(reporting);
    if (random_.chance(0.7)) put("that");
    clause();
}

void Prose::figures() {
    noun_phrase(1);
    put_one_of(movements);
    if (random_.chance(0.6)) {
        put(words_.number());
        put(random_.chance(0.7) ? "percent" : "per cent");
    }
    put("to");
    put(random_.chance(0.5) ? words_.sum_of_money() : words_.number());
    if (random_.chance(0.5)) {
        put("from");
        put(words_.number());
        put("a year earlier");
    }
}

void Prose::condition() {
    put("if");
    clause();
    attach(",");
    clause();
}

void Prose::clause() {
    if (random_.chance(0.22))
        put_one_of(pronouns);
    else
        noun_phrase(0);
    verb_phrase();
}

void Prose::noun_phrase(int depth) {
    if (random_.chance(0.24)) return name();
    plain_noun_phrase();
    if (depth < 2 && random_.chance(0.30)) prepositional_phrase(depth + 1);
}

void Prose::plain_noun_phrase() {
    const bool many = random_.chance(0.35);
    if (many)
        put_one_of(plural_determiners);
    else
        put_one_of(determiners);
    if (random_.chance(0.18)) {
        const Collocation& pair = words_.collocation();
        put(pair.first);
        return put(many ? pair.second->many : pair.second->one);
    }
    if (random_.chance(0.32)) put(words_.adjective().plain);
    const Noun& noun = words_.noun();
    put(many ? noun.many : noun.one);
    if (random_.chance(0.07)) {
        put("and");
        return this->noun();
    }
    if (!many && random_.chance(0.04)) {
        attach(curly_ ? "’s" : "'s");
        put(words_.noun().one);
    }
}

void Prose::noun() {
    const Noun& noun = words_.noun();
    put(random_.chance(0.35) ? noun.many : noun.one);
}

void Prose::name() {
    const double kind = random_.unit();
    if (kind < 0.40) return full_name(words_.person());
    if (kind < 0.65) return put(words_.person().last);
    put(kind < 0.85 ? words_.place() : words_.organisation());
}

void Prose::full_name(const Person& person) {
    put(person.first);
    put(person.last);
    if (!random_.chance(0.2)) return;
    attach(",");
    put("the");
    put(person.office->one);
    attach(",");
}

void Prose::verb_phrase() {
    const double kind = random_.unit();
    if (kind < 0.12) {
        put_one_of(copulas);
        if (random_.chance(0.6))
            put(words_.adjective().plain);
        else
            noun_phrase(1);
        return;
    }
    if (random_.chance(0.10)) put_one_of(adverbs);
    if (kind < 0.26) {
        put_one_of(passives);
        put(words_.verb().past);
    } else {
        verb_with_object();
    }
    if (random_.chance(0.10)) put(words_.adjective().adverb);
    if (random_.chance(0.45)) prepositional_phrase(0);
}

void Prose::verb_with_object() {
    const Verb& verb = words_.verb();
    const double tense = random_.unit();
    if (tense < 0.20) {
        put_one_of(auxiliaries);
        put(verb.plain);
    } else {
        put(tense < 0.65 ? verb.past : tense < 0.85 ? verb.third : verb.plain);
    }
    if (random_.chance(0.14)) {
        put(random_.chance(0.7) ? "to" : "by");
        put(random_.chance(0.7) ? words_.verb().plain : words_.verb().participle);
    }
    if (random_.chance(0.75)) noun_phrase(1);
}

void Prose::prepositional_phrase(int depth) {
    put_one_of(prepositions);
    if (random_.chance(0.08)) {
        put(words_.number());
        return noun();
    }
    noun_phrase(depth);
}

void Prose::put(std::string_view word) {
    if (word.empty()) return;
    if (space_) out_ += ' ';
    out_ += word;
    space_ = true;
}

void Prose::attach(std::string_view mark) {
    // An apposition has ended in a comma of its own.
    if (out_.ends_with(',')) out_.pop_back();
    out_ += mark;
}

void Prose::begin_sentence() {
    sentence_at_ = out_.size() + (space_ ? 1 : 0);
}

void Prose::end_sentence(std::string_view mark) {
    capitalize(out_, sentence_at_);
    attach(mark);
}

}  // namespace morgue::bench

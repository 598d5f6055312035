#include <algorithm>

#include <search/passages.hpp>

namespace morgue::search {

namespace {

bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/// Quotes and brackets that open directly before a word belong to it.
std::size_t with_opening(std::string_view body, std::size_t begin, std::size_t earliest) {
    std::size_t at = begin;
    while (at > earliest && !is_space(body[at - 1])) --at;
    return at == earliest && earliest > 0 ? begin : at;
}

/// The sentences of a body, without the white space between them.
std::vector<ByteRange> sentences_of(std::string_view body, const std::vector<TextWord>& words) {
    std::vector<ByteRange> sentences;
    std::size_t word_end = 0;
    for (const TextWord& word : words) {
        if (sentences.empty() || word.starts_sentence) {
            const std::size_t begin = with_opening(body, word.begin, word_end);
            if (!sentences.empty()) sentences.back().end = begin;
            sentences.push_back({begin, body.size()});
        }
        word_end = word.end;
    }
    for (ByteRange& sentence : sentences)
        while (is_space(body[sentence.end - 1])) --sentence.end;
    return sentences;
}

/// The sentence that holds the byte; a mark before the first counts to it.
std::size_t sentence_at(const std::vector<ByteRange>& sentences, std::size_t at) {
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), at,
                         [](std::size_t byte, const ByteRange& one) { return byte < one.begin; });
    const std::ptrdiff_t number = after - sentences.begin();
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(number - 1, 0));
}

/// Sentences by number, both ends inside, and what lights in them.
struct Passage {
    std::size_t first;
    std::size_t last;
    std::vector<ByteRange> lit;
};

std::vector<Passage> passages_of(const std::vector<ByteRange>& sentences,
                                 const std::vector<ByteRange>& lit, std::size_t context) {
    std::vector<Passage> passages;
    for (const ByteRange& range : lit) {
        const std::size_t begin = sentence_at(sentences, range.begin);
        const std::size_t end = sentence_at(sentences, range.end - 1);
        const std::size_t first = begin - std::min(begin, context);
        const std::size_t last = end + std::min(sentences.size() - 1 - end, context);
        if (passages.empty() || first > passages.back().last + 1)
            passages.push_back({first, last, {}});
        passages.back().last = std::max(passages.back().last, last);
        passages.back().lit.push_back(range);
    }
    return passages;
}

}  // namespace

std::vector<Snippet> make_passages(std::string_view body, const Match& match, std::size_t context) {
    std::vector<Snippet> snippets;
    const std::vector<ByteRange> sentences = sentences_of(body, match.words);
    for (Passage& passage : passages_of(sentences, merged(match.body), context)) {
        const ByteRange range{sentences[passage.first].begin, sentences[passage.last].end};
        for (ByteRange& lit : passage.lit) {
            lit.begin -= range.begin;
            lit.end -= range.begin;
        }
        snippets.push_back({std::string(body.substr(range.begin, range.end - range.begin)),
                            std::move(passage.lit), range, passage.last + 1 == sentences.size()});
    }
    return snippets;
}

}  // namespace morgue::search

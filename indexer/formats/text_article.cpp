#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/head_block.hpp>
#include <indexer/formats/headline.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/text_article.hpp>

namespace morgue::indexer {

namespace {

// A text without the white space at its end.
std::string_view without_end_space(std::string_view text) {
    return text.substr(0, text.find_last_not_of(ascii_space) + 1);
}

// The article under way and the text that it is read from.
class TextReader {
  public:
    TextReader(FrontedText fronted, TextKind kind)
        : decoded_(std::move(fronted.text)), kind_(kind) {
        if (fronted.matter) take(*std::move(fronted.matter));
    }

    ReadResult read(const FileFacts& facts) {
        std::string_view rest = std::string_view(decoded_.text).substr(begin_);
        if (read_.article.find(Field::title) == nullptr) rest = take_headline(rest);
        set_body(rest);
        const std::size_t prose = read_head_block(read_.article.body, read_.article);
        if (!has_text(read_.article.body)) use_summary();
        return complete(std::move(read_), facts, prose);
    }

  private:
    void take(FrontMatter matter) {
        read_.article = std::move(matter.facts);
        summary_ = std::move(matter.summary);
        begin_ = matter.end;
    }

    // The text under the headline; the headline itself where nothing else is there.
    std::string_view take_headline(std::string_view rest) {
        const auto headline = find_headline(rest, kind_ == TextKind::markdown, read_.article);
        if (!headline) return rest;
        if (!state(read_.article, Field::title, headline->title, Provenance::head)) return rest;
        const std::string_view under = rest.substr(headline->after);
        return has_text(under) ? under : rest.substr(headline->begin);
    }

    void set_body(std::string_view rest) {
        rest = rest.substr(skip_blank_lines(rest, 0));
        rest = without_end_space(rest);
        read_.article.body = rest;
        const auto begin = rest.data() - decoded_.text.data();
        read_.body_offset = decoded_.offset < 0 ? -1 : decoded_.offset + begin;
    }

    // Front matter over nothing: its own words are all the text there is.
    void use_summary() {
        Article& article = read_.article;
        article.body = summary_.empty() ? std::string(article.value(Field::title)) : summary_;
        read_.body_offset = -1;
    }

    DecodedText decoded_;
    TextKind kind_;
    std::size_t begin_ = 0;
    std::string summary_;
    ReadArticle read_;
};

ReadResult read_simple(std::string_view bytes, const FileFacts& facts, TextKind kind) {
    return read_text({plain_utf8(bytes), std::nullopt}, kind, facts);
}

}  // namespace

ReadResult read_text(FrontedText fronted, TextKind kind, const FileFacts& facts) {
    const Charset charset = fronted.text.charset;
    return told_of(charset, TextReader(std::move(fronted), kind).read(facts));
}

ReadResult read_simple_text(std::string_view bytes, const FileFacts& facts) {
    return read_simple(bytes, facts, TextKind::plain);
}

ReadResult read_simple_markdown(std::string_view bytes, const FileFacts& facts) {
    return read_simple(bytes, facts, TextKind::markdown);
}

}  // namespace morgue::indexer

#include <algorithm>

#include <indexer/formats/article_part.hpp>
#include <indexer/formats/clutter.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/live_page.hpp>
#include <indexer/formats/main_text.hpp>

namespace morgue::indexer {

namespace {

/// An article found that is shorter may be only a part of one.
constexpr std::uint32_t short_article = 500;  // characters

/// Writes the text of nodes, blocks on lines of their own.
class TextWriter {
  public:
    explicit TextWriter(const LivePage& page) : page_(page) {}

    void write(std::uint32_t part) {
        std::vector<std::uint32_t> ends;  // of the open blocks
        for (std::uint32_t at = part; at < page_.node(part).end; ++at) {
            while (!ends.empty() && ends.back() <= at) {
                ends.pop_back();
                break_line();
            }
            if (page_.dropped(at)) {
                at = page_.node(at).end - 1;
                continue;
            }
            if (page_.node(at).tag == Tag::text)
                put(page_.tree().text(page_.node(at)));
            else if (flow_of(page_.node(at).tag) == Flow::block) {
                break_line();
                ends.push_back(page_.node(at).end);
            }
        }
        break_line();
    }

    std::string take() { return std::move(out_); }

  private:
    void break_line() noexcept {
        break_ = !out_.empty();
        space_ = false;
    }

    void put(std::string_view text) {
        while (!text.empty()) {
            const std::size_t word = std::min(text.find_first_of(ascii_space), text.size());
            if (word > 0) put_word(text.substr(0, word));
            text.remove_prefix(word);
            if (text.empty()) return;
            space_ = true;
            // Only <pre> has line breaks left.
            if (text.front() == '\n') break_line();
            text.remove_prefix(1);
        }
    }

    void put_word(std::string_view word) {
        if (break_)
            out_ += '\n';
        else if (space_ && !out_.empty())
            out_ += ' ';
        break_ = space_ = false;
        out_ += word;
    }

    const LivePage& page_;
    std::string out_;
    bool space_ = false;  ///< due before the next word
    bool break_ = false;  ///< due before the next word
};

/// How strictly the article is told from the rest, the strictest first.
struct Strictness {
    bool unlikely_too;
    bool weigh_names;
    Clearing clearing;
};

constexpr Strictness attempts[] = {
    {false, true, Clearing::doubtful_too},
    {true, true, Clearing::doubtful_too},
    {true, false, Clearing::doubtful_too},
    {true, false, Clearing::plain},
};

struct Found {
    std::string text;
    std::uint32_t characters = 0;
};

Found find_article(const HtmlTree& tree, const KnownParts& known, const Strictness& how) {
    LivePage page(tree, how.unlikely_too);
    if (known.byline != 0 && !page.dropped(known.byline)) page.drop(known.byline);
    TextWriter writer(page);
    const auto parts = article_part(page, how.weigh_names);
    Found found;
    for (const std::uint32_t part : parts) {
        drop_clutter(page, part, how.clearing);
        drop_titles(page, part, known.title);
        if (page.dropped(part)) continue;
        writer.write(part);
        found.characters += page.counts(part).characters;
    }
    found.text = writer.take();
    return found;
}

}  // namespace

std::string main_text(const HtmlTree& tree, const KnownParts& known) {
    Found longest;
    for (const Strictness& how : attempts) {
        Found found = find_article(tree, known, how);
        if (found.characters >= short_article) return std::move(found.text);
        if (found.characters > longest.characters) longest = std::move(found);
    }
    return std::move(longest.text);
}

}  // namespace morgue::indexer

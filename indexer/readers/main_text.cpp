#include <utility>

#include <indexer/readers/article_part.hpp>
#include <indexer/readers/clutter.hpp>
#include <indexer/readers/live_page.hpp>
#include <indexer/readers/main_text.hpp>
#include <indexer/readers/text_writer.hpp>

namespace morgue::indexer {

namespace {

/// An article found that is shorter may be only a part of one.
constexpr std::uint32_t short_article = 500;  // characters

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

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <indexer/formats/lines.hpp>
#include <indexer/readers/clutter.hpp>

namespace morgue::indexer {

namespace {

constexpr std::uint32_t few_commas = 10;
constexpr std::uint32_t longest_share = 500;  // characters
/// A form with this much text wraps the page (as some site builders do); others ask for an
/// address or a search word.
constexpr std::uint32_t small_form = 400;  // characters
/// A list is what nearly all stands in list elements.
constexpr double share_of_a_list = 0.9;
/// A list of links leads elsewhere.
constexpr double links_alone = 0.8;

bool is_data_table(const LivePage& page, std::uint32_t table) {
    std::size_t rows = 0;
    std::size_t cells = 0;
    for (std::uint32_t at = table + 1; at < page.node(table).end; ++at) {
        switch (page.node(at).tag) {
            case Tag::caption:
            case Tag::col:
            case Tag::colgroup:
            case Tag::tfoot:
            case Tag::thead:
            case Tag::th:
                return true;
            case Tag::table:
                return false;
            case Tag::tr:
                ++rows;
                break;
            case Tag::td:
                ++cells;
                break;
            default:
                break;
        }
    }
    if (rows <= 1 || cells <= rows) return false;
    return rows >= 10 || cells > 10;
}

class Clearer {
  public:
    Clearer(LivePage& page, std::uint32_t part) : page_(page), part_(part) {}

    void clear(Clearing clearing) {
        find_data_tables();
        if (clearing == Clearing::doubtful_too) drop_doubtful({Tag::form, Tag::fieldset});
        drop_asides();
        if (clearing == Clearing::doubtful_too) drop_doubtful({Tag::table, Tag::ul, Tag::div});
    }

  private:
    const HtmlNode& node(std::uint32_t number) const { return page_.node(number); }

    void find_data_tables() {
        for (std::uint32_t at = part_; at < node(part_).end; ++at)
            if (node(at).tag == Tag::table && !page_.dropped(at) && is_data_table(page_, at))
                data_tables_.insert(at);
    }

    bool is_in_data(std::uint32_t number) const {
        if (data_tables_.empty()) return false;
        for (std::uint32_t up = number; up != 0; up = node(up).parent)
            if (data_tables_.contains(up)) return true;
        return false;
    }

    void drop_asides() {
        for (std::uint32_t at = part_ + 1; at < node(part_).end; ++at) {
            if (page_.dropped(at)) continue;
            const bool shares = node(at).hints.share && page_.counts(at).characters < longest_share;
            const bool aside = node(at).tag == Tag::label || node(at).tag == Tag::legend ||
                               node(at).tag == Tag::option;
            const bool bad_heading = is_heading(node(at).tag) && node(at).hints.weight < 0;
            const bool asks = node(at).tag == Tag::form && page_.counts(at).characters < small_form;
            if (shares || aside || bad_heading || asks) page_.drop(at);
        }
    }

    /// From the inside out, so that an element is judged by what is left in it.
    void drop_doubtful(std::initializer_list<Tag> tags) {
        for (const Tag tag : tags)
            for (std::uint32_t at = node(part_).end; at-- > part_ + 1;)
                if (node(at).tag == tag && !page_.dropped(at) && is_doubtful(at)) page_.drop(at);
    }

    bool is_doubtful(std::uint32_t number) const {
        if (is_in_data(number) || page_.is_within(number, Tag::code)) return false;
        const int weight = node(number).hints.weight;
        if (weight < 0) return true;
        const PageCounts& counts = page_.counts(number);
        if (counts.commas >= few_commas) return false;
        const bool in_figure = page_.is_within(number, Tag::figure);
        const Tag tag = node(number).tag;
        const bool list = tag == Tag::ul || tag == Tag::ol ||
                          counts.list_characters > share_of_a_list * counts.characters;
        const double links = page_.link_density(number);
        const double headings =
            counts.characters == 0 ? 0 : double(counts.heading_characters) / counts.characters;
        const bool pictures =
            !in_figure && counts.images > 1 && counts.paragraphs * 2 < counts.images;
        const bool items = !list && counts.items > counts.paragraphs + 100;
        const bool fields = counts.inputs > counts.paragraphs / 3;
        const bool bare = !list && !in_figure && headings < 0.9 && counts.characters < 25 &&
                          (counts.images == 0 || counts.images > 2);
        const bool linked = (!list && weight < 25 && links > 0.2) ||
                            (weight >= 25 && links > 0.5) || (list && links > links_alone);
        const bool player = counts.embeds > 1 || (counts.embeds == 1 && counts.characters < 75);
        return pictures || items || fields || bare || linked || player;
    }

    LivePage& page_;
    std::uint32_t part_;
    std::set<std::uint32_t> data_tables_;
};

std::set<std::string, std::less<>> words_of(std::string_view text) {
    std::set<std::string, std::less<>> words;
    std::string word;
    for (const char c : text) {
        const bool ascii = static_cast<unsigned char>(c) < 0x80;
        if (!ascii || std::isalnum(static_cast<unsigned char>(c)) != 0)
            word += ascii ? static_cast<char>(std::tolower(c)) : c;
        else if (!word.empty())
            words.insert(std::exchange(word, {}));
    }
    if (!word.empty()) words.insert(word);
    return words;
}

/// Whether nearly all of the heading's words stand in the title.
bool repeats(std::string_view heading, const std::set<std::string, std::less<>>& title) {
    const auto words = words_of(heading);
    if (words.empty()) return false;
    std::size_t length = 0;
    std::size_t strange = 0;
    for (const std::string& word : words) {
        length += word.size() + 1;
        if (!title.contains(word)) strange += word.size() + 1;
    }
    return strange * 4 < length;
}

}  // namespace

void drop_clutter(LivePage& page, std::uint32_t part, Clearing clearing) {
    Clearer(page, part).clear(clearing);
}

void drop_titles(LivePage& page, std::uint32_t part, std::string_view title) {
    const auto words = words_of(title);
    for (std::uint32_t at = part; at < page.node(part).end; ++at) {
        const Tag tag = page.node(at).tag;
        if (page.dropped(at) || (tag != Tag::h1 && tag != Tag::h2)) continue;
        if (repeats(page.tree().text(page.node(at)), words)) page.drop(at);
    }
}

}  // namespace morgue::indexer

#include <algorithm>
#include <array>
#include <cstddef>

#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>
#include <indexer/readers/html_element.hpp>
#include <indexer/readers/html_prepare.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_attributes = 1000;
/// Signs that end something within a tag, looked up by their byte.
class Signs {
  public:
    constexpr explicit Signs(std::string_view signs) {
        for (const char sign : signs) held_[static_cast<unsigned char>(sign)] = true;
    }
    constexpr bool operator()(char c) const noexcept {
        return held_[static_cast<unsigned char>(c)];
    }

  private:
    std::array<bool, 256> held_{};
};

constexpr Signs white{ascii_space};
constexpr Signs between_attributes{" \t\n\r\f\v/"};
constexpr Signs after_name{" \t\n\r\f\v>/"};
constexpr Signs after_attribute{" \t\n\r\f\v>/="};
constexpr Signs after_value{" \t\n\r\f\v>"};

/// Elements whose end must not be missed: they hide their text, or are an article.
bool is_noted_element(std::string_view name) {
    const Tag tag = tag_of(name);
    return tag == Tag::article || tag == Tag::header || flow_of(tag) == Flow::none;
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Walks a page from tag to tag as a tolerant parser does, and copies it.
class Walker {
  public:
    explicit Walker(std::string_view page) : page_(page) { out_.reserve(page.size()); }

    std::optional<std::string> prepare() {
        while (to_tag()) {
            const bool end_tag = page_[at_ + 1] == '/';
            const std::string name = take_name(end_tag ? 2 : 1);
            if (count_attributes() > most_attributes) return std::nullopt;
            if (end_tag && is_noted_element(name)) note(name);
            if (!end_tag && (name == "script" || name == "style")) skip_raw("</" + name);
        }
        out_ += page_.substr(copied_);
        return std::move(out_);
    }

  private:
    std::string_view rest() const { return page_.substr(at_); }
    bool done() const noexcept { return at_ >= page_.size(); }
    bool next_is(char c) const noexcept { return !done() && page_[at_] == c; }

    void move_to(std::size_t position) noexcept { at_ = std::min(position, page_.size()); }
    void skip_to(const Signs& signs, std::size_t from) noexcept {
        for (move_to(from); !done() && !signs(page_[at_]);) ++at_;
    }
    void skip_over(const Signs& signs) noexcept {
        while (!done() && signs(page_[at_])) ++at_;
    }

    // To the '<' of the next start or end tag.
    bool to_tag() {
        for (move_to(page_.find('<', at_)); !done(); move_to(page_.find('<', at_ + 1))) {
            if (rest().starts_with("<!--")) {
                move_to(page_.find("-->", at_ + 4));
                if (done()) return false;
            }
            const std::string_view after = rest().substr(1, 2);
            if (!after.empty() && is_letter(after[0])) return true;
            if (after.size() == 2 && after[0] == '/' && is_letter(after[1])) return true;
        }
        return false;
    }

    std::string take_name(std::size_t marks) {
        const std::size_t begin = at_ + marks;
        skip_to(after_name, begin);
        return lower_ascii(page_.substr(begin, std::min<std::size_t>(at_ - begin, 20)));
    }

    // To behind the tag's '>'.
    std::size_t count_attributes() {
        std::size_t count = 0;
        while (count <= most_attributes) {
            skip_over(between_attributes);
            if (done()) break;
            if (next_is('>')) {
                ++at_;
                break;
            }
            ++count;
            // The first character is part of the name whatever it is, so that the walk moves on.
            skip_to(after_attribute, at_ + 1);
            skip_value();
        }
        return count;
    }

    void skip_value() {
        const std::size_t behind_name = at_;
        skip_over(white);
        if (!next_is('=')) return move_to(behind_name);
        ++at_;
        skip_over(white);
        if (!next_is('"') && !next_is('\'')) return skip_to(after_value, at_);
        const std::size_t quote = page_.find(page_[at_], at_ + 1);
        move_to(quote == std::string_view::npos ? quote : quote + 1);
    }

    // A script's text is no markup.
    void skip_raw(std::string_view end_tag) {
        while (!done() && lower_ascii(rest().substr(0, end_tag.size())) != end_tag)
            move_to(page_.find('<', at_ + 1));
    }

    void note(std::string_view name) {
        out_ += page_.substr(copied_, at_ - copied_);
        copied_ = at_;
        out_ += "<!--";
        out_ += end_tag_note;
        out_ += name;
        out_ += "-->";
    }

    std::string_view page_;
    std::size_t at_ = 0;
    std::size_t copied_ = 0;
    std::string out_;
};

}  // namespace

std::optional<std::string> prepared_page(std::string_view page) {
    return Walker(page).prepare();
}

}  // namespace morgue::indexer

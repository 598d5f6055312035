#include <algorithm>
#include <vector>

#include <tools/kwic/kwic_printer.hpp>
#include <tools/render/bidi.hpp>
#include <tools/render/columns.hpp>
#include <tools/render/display_width.hpp>
#include <tools/render/labelled.hpp>
#include <tools/render/one_line.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t usual_context = 40;
/// Room for a keyword where the width of the line decides.
constexpr std::size_t usual_keyword = 12;
/// Combining marks and runs of spaces take characters and no columns.
constexpr std::size_t characters_a_column = 4;
constexpr std::size_t id_columns = 14;
constexpr std::size_t date_columns = 12;
constexpr std::size_t part_columns = 2;
/// Lines narrower than these have no column for the date, or for the id.
constexpr std::size_t least_for_date = 72;
constexpr std::size_t least_for_id = 48;

/// The columns of a line.
struct Layout {
    bool has_id = true;
    bool has_date = true;
    std::size_t left = usual_context;
    std::size_t rest = usual_keyword + usual_context;  ///< the keyword and what follows it
    bool is_fitted = false;  ///< a long keyword leaves less for what follows it
};

Layout layout_for(const KwicOutput& output) {
    const std::size_t context = output.style.context.value_or(usual_context);
    Layout layout{true, true, context, usual_keyword + context};
    if (output.looks.width == 0) return layout;
    const std::size_t width = output.looks.columns;
    layout.has_id = width >= least_for_id;
    layout.has_date = width >= least_for_date;
    if (output.style.context) return layout;
    const std::size_t ahead =
        part_columns + (layout.has_id ? id_columns : 0) + (layout.has_date ? date_columns : 0);
    const std::size_t room = std::max(width, ahead + usual_keyword) - ahead;
    layout.left = (room - usual_keyword) / 2;
    layout.rest = room - layout.left;
    layout.is_fitted = true;
    return layout;
}

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return text + std::string(width < columns ? columns - width : 0, ' ');
}

std::string spaces_up_to(std::size_t columns, std::size_t width) {
    return std::string(width < columns ? columns - width : 0, ' ');
}

/// "2019-03-04", with a question mark where it is only inferred.
std::string day_of(const Article& article) {
    const auto date = article.date();
    if (!date) return {};
    return printable(article.value(Field::date).substr(0, 10)) + (date->is_inferred() ? "?" : "");
}

/// One line an occurrence, the keywords below each other.
class KwicText : public KwicPrinter {
  public:
    explicit KwicText(const KwicOutput& output) : output_(output), layout_(layout_for(output)) {}

    void begin_article(const IndexedArticle& found) override;
    std::string row(const Occurrence& occurrence) override;

  private:
    std::string plain_row(const Occurrence& occurrence) const;
    std::string in_columns(const Context& context) const;
    std::string marked(std::string_view match) const;
    std::string coloured(const std::string& keyword) const;

    const KwicOutput& output_;
    Layout layout_;
    std::string ahead_;
    std::string behind_;
};

void KwicText::begin_article(const IndexedArticle& found) {
    ahead_.clear();
    if (layout_.has_id) ahead_ += padded(found.id.to_string(), id_columns);
    if (layout_.has_date) ahead_ += padded(day_of(found.article), date_columns);
    const std::string index = printable(output_.index.paths.index_of(found));
    behind_ = index.empty() ? "" : "  " + index;
}

std::string KwicText::row(const Occurrence& occurrence) {
    if (output_.looks.plain) return plain_row(occurrence);
    const std::size_t columns = std::max(layout_.left, layout_.rest);
    const std::string part = occurrence.part == Part::headline ? "H " : "  ";
    std::string line =
        ahead_ + part + in_columns(context_of(occurrence, columns * characters_a_column)) + behind_;
    while (line.ends_with(' ')) line.pop_back();
    return line + "\n";
}

/// The keyword between its marks.
std::string KwicText::marked(std::string_view match) const {
    const Marks& marks = output_.looks.marks;
    return marks.open + squeezed(printable(match)) + marks.close;
}

std::string KwicText::coloured(const std::string& keyword) const {
    const Style& style = output_.looks.style;
    return style.hit.empty() ? keyword : std::string{style.hit} + keyword + std::string{style.off};
}

std::string KwicText::in_columns(const Context& context) const {
    const std::string before = squeezed(printable(context.left));
    const std::string after = squeezed(printable(context.right));
    const std::string keyword = marked(context.match);
    const std::size_t match_width = display_width(keyword);
    const std::string match = coloured(keyword);
    const std::string_view left = last_columns(before, layout_.left);
    const std::size_t room =
        layout_.is_fitted ? std::max(layout_.rest, match_width) - match_width : layout_.left;
    const std::string_view right = first_columns(after, room);
    const std::string pad = spaces_up_to(layout_.left, display_width(left));
    const std::string line = pad + std::string{left} + match + std::string{right};
    if (!has_right_to_left(line)) return line;
    // Isolated as a whole, an article from right to left has what goes before on the right; padded
    // on both sides, its keywords still stand below each other.
    const Direction direction = prevailing_direction(before + after);
    const std::string open{direction == Direction::right_to_left ? "\u2067" : "\u2066"};
    const auto isolated = [&](std::string_view part) {
        return open + std::string{part} + std::string{end_of_isolate};
    };
    return open + pad + isolated(left) + isolated(match) + isolated(right) +
           spaces_up_to(layout_.rest, match_width + display_width(right)) +
           std::string{end_of_isolate};
}

/// For screen readers: the occurrence as a sentence, its parts labelled.
std::string KwicText::plain_row(const Occurrence& occurrence) const {
    const Context context =
        context_of(occurrence, output_.style.context.value_or(2 * usual_context));
    const IndexedArticle& found = occurrence.found;
    const std::string sentence = squeezed(printable(context.left)) + marked(context.match) +
                                 squeezed(printable(context.right));
    const bool has_marks = !output_.looks.marks.open.empty() || !output_.looks.marks.close.empty();
    const std::vector<Labelled> rows{
        {occurrence.part == Part::headline ? "headline" : "text", on_one_line(sentence)},
        {"match", has_marks ? "" : on_one_line(context.match)},
        {"date", day_of(found.article)},
        {"id", found.id.to_string()},
        {"index", output_.index.paths.index_of(found)}};
    return labelled_lines(rows, output_.looks) + "\n";
}

}  // namespace

std::unique_ptr<KwicPrinter> make_kwic_text(const KwicOutput& output) {
    return std::make_unique<KwicText>(output);
}

}  // namespace morgue::tools

#include <utility>

#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/render/filling.hpp>
#include <tools/render/footer.hpp>
#include <tools/render/paragraph.hpp>
#include <tools/render/render_text.hpp>
#include <tools/render/safe_text.hpp>

namespace morgue::tools {

namespace {

constexpr const char* nothing_found = "nothing found";

/// A page for people. The footer of one is on stderr; below each page of a list it belongs to what
/// is read.
class TextHits : public HitPrinter {
  public:
    explicit TextHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& asked) override;
    void hit(const Hit& hit) override;
    void end(const Results& results) override;
    void refuse(const ListedQuery& listed, const QueryError& error) override;

  private:
    void write_heading(std::string_view id, std::string_view query);
    void write_filled(const std::string& line) const;

    const HitOutput& output_;
    PageShown page_;
    bool is_listed_ = false;
    bool has_heading_ = false;
};

void TextHits::begin(const Asked& asked) {
    page_ = {asked.options.offset, 0, asked.question.query.reading()};
    is_listed_ = !asked.id.empty();
    page_output(output_.looks);
    if (is_listed_) write_heading(asked.id, asked.question.text);
}

/// "q7: storm corps", a blank line between it and what stands above.
void TextHits::write_heading(std::string_view id, std::string_view query) {
    if (std::exchange(has_heading_, true)) write_line("");
    Paragraph line{output_.looks};
    line.colour(output_.looks.style.path);
    if (output_.looks.plain) line.add("Query ");
    line.add_foreign(id).add(": ").add_foreign(query);
    write_out(line.lines("", 0));
    if (!output_.looks.plain) write_line("");
}

void TextHits::write_filled(const std::string& line) const {
    const std::size_t width = output_.looks.width;
    write_line(width == 0 ? line : filled(line, width));
}

/// The eye wants a blank line above the footer too, the ear one between results alone.
void TextHits::hit(const Hit& hit) {
    if (output_.looks.plain && page_.hits > 0) write_line("");
    write_out(hit_as_text(hit, output_.index.paths, output_.looks));
    if (!output_.looks.plain) write_line("");
    ++page_.hits;
}

void TextHits::end(const Results& results) {
    const std::string footer =
        results.total == 0 ? nothing_found : footer_line(page_, results, output_.looks);
    if (is_listed_)
        write_filled(footer);
    else
        print_finished(footer);
}

void TextHits::refuse(const ListedQuery& listed, const QueryError& error) {
    page_output(output_.looks);
    write_heading(listed.id, listed.text);
    write_filled("error: " + printable(error.message));
}

}  // namespace

std::unique_ptr<HitPrinter> make_text_hits(const HitOutput& output) {
    return std::make_unique<TextHits>(output);
}

}  // namespace morgue::tools

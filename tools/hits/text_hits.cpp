#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/render/footer.hpp>
#include <tools/render/render_text.hpp>

namespace morgue::tools {

namespace {

/// A page for people, its footer on stderr.
class TextHits : public HitPrinter {
  public:
    explicit TextHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& asked) override {
        page_ = {asked.options.offset, 0, asked.question.query.reading()};
        page_output(output_.looks);
    }
    void hit(const Hit& hit) override;
    void end(const Results& results) override;

  private:
    const HitOutput& output_;
    PageShown page_;
};

/// The eye wants a blank line above the footer too, the ear one between results alone.
void TextHits::hit(const Hit& hit) {
    if (output_.looks.plain && page_.hits > 0) write_line("");
    write_out(hit_as_text(hit, output_.index.paths, output_.looks));
    if (!output_.looks.plain) write_line("");
    ++page_.hits;
}

void TextHits::end(const Results& results) {
    if (results.total == 0)
        print_plainly("nothing found");
    else
        print_finished(footer_line(page_, results, output_.looks));
}

}  // namespace

std::unique_ptr<HitPrinter> make_text_hits(const HitOutput& output) {
    return std::make_unique<TextHits>(output);
}

}  // namespace morgue::tools

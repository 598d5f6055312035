#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/pager.hpp>
#include <tools/render/render_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

/// A page for people, its footer on stderr.
class TextHits : public HitPrinter {
  public:
    explicit TextHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& asked) override {
        shown_ = 0;
        offset_ = asked.options.offset;
        page_output(output_.looks);
    }
    void hit(const Hit& hit) override {
        ++shown_;
        write_line(hit_as_text(hit, output_.index.paths, output_.looks));
    }
    void end(const Results& results) override { print_plainly(footer(results)); }

  private:
    std::string footer(const Results& results) const;

    const HitOutput& output_;
    std::size_t shown_ = 0;
    std::size_t offset_ = 0;
};

/// "20 of 1,234 articles · next: --offset 20"
std::string TextHits::footer(const Results& results) const {
    if (results.total == 0) return "nothing found";
    const std::size_t end = offset_ + shown_;
    const bool is_exact = results.total_is == TotalIs::exact;
    const bool has_more = shown_ > 0 && (end < results.total || !is_exact);
    return grouped(shown_) + " of " + (is_exact ? "" : "at least ") +
           counted(results.total, "article") +
           (has_more ? " · next: --offset " + std::to_string(end) : "");
}

}  // namespace

std::unique_ptr<HitPrinter> make_text_hits(const HitOutput& output) {
    return std::make_unique<TextHits>(output);
}

}  // namespace morgue::tools

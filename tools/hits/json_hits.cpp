#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/render/render_json.hpp>

namespace morgue::tools {

namespace {

class JsonHits : public HitPrinter {
  public:
    explicit JsonHits(const HitOutput& output) : output_(output) {}

    void hit(const Hit& hit) override { write_line(hit_as_json(hit, output_.index.paths)); }

  private:
    const HitOutput& output_;
};

}  // namespace

std::unique_ptr<HitPrinter> make_json_hits(const HitOutput& output) {
    return std::make_unique<JsonHits>(output);
}

}  // namespace morgue::tools

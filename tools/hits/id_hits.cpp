#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>

namespace morgue::tools {

namespace {

class IdHits : public HitPrinter {
  public:
    void hit(const Hit& hit) override { write_line(hit.found.id.to_string()); }
};

}  // namespace

std::unique_ptr<HitPrinter> make_id_hits(const HitOutput& /*output*/) {
    return std::make_unique<IdHits>();
}

}  // namespace morgue::tools

#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

class PathHits : public HitPrinter {
  public:
    explicit PathHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& /*asked*/) override { without_file_ = 0; }
    void hit(const Hit& hit) override;
    void end(const Results& results) override;

  private:
    const HitOutput& output_;
    std::size_t without_file_ = 0;
};

void PathHits::hit(const Hit& hit) {
    const std::string file = output_.index.paths.file_of(hit.found);
    if (file.empty())
        ++without_file_;
    else
        write_line(stdout_is_terminal() ? printable(file) : file);
}

void PathHits::end(const Results& /*results*/) {
    if (without_file_ > 0)
        print_note(counted(without_file_, "article") + " found that are no files");
}

}  // namespace

std::unique_ptr<HitPrinter> make_path_hits(const HitOutput& output) {
    return std::make_unique<PathHits>(output);
}

}  // namespace morgue::tools

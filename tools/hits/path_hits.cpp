#include <unordered_set>

#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/render/line_path.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

enum class PathEnd { line, nul };

/// Every file once, where its first hit stands.
class PathHits : public HitPrinter {
  public:
    PathHits(const HitOutput& output, PathEnd path_end) : output_(output), path_end_(path_end) {}

    void begin(const Asked& asked) override;
    void hit(const Hit& hit) override;
    void end(const Results& results) override;

  private:
    bool is_new(const std::string& file, const Hit& hit);
    void write(const std::string& file);

    const HitOutput& output_;
    PathEnd path_end_;
    LinePaths lines_;
    /// Only of files that may come again: those of several articles, or in several indexes.
    std::unordered_set<std::string> seen_;
    std::size_t without_file_ = 0;
};

void PathHits::begin(const Asked& /*asked*/) {
    lines_ = {};
    seen_.clear();
    without_file_ = 0;
}

void PathHits::hit(const Hit& hit) {
    const std::string file = output_.index.paths.file_of(hit.found);
    if (file.empty())
        ++without_file_;
    else if (is_new(file, hit))
        write(file);
}

bool PathHits::is_new(const std::string& file, const Hit& hit) {
    const bool may_come_again =
        !hit.found.location.member.empty() || !output_.index.paths.index_of(hit.found).empty();
    return !may_come_again || seen_.insert(file).second;
}

void PathHits::write(const std::string& file) {
    if (path_end_ == PathEnd::line)
        write_line(lines_.line(file));
    else
        write_out(file + '\0');
}

void PathHits::end(const Results& /*results*/) {
    lines_.tell();
    if (without_file_ > 0)
        print_note({"no-file", counted(without_file_, "article") + " found that are no files"});
}

}  // namespace

std::unique_ptr<HitPrinter> make_path_hits(const HitOutput& output) {
    return std::make_unique<PathHits>(output, PathEnd::line);
}

std::unique_ptr<HitPrinter> make_path0_hits(const HitOutput& output) {
    return std::make_unique<PathHits>(output, PathEnd::nul);
}

}  // namespace morgue::tools

#include <tools/diagnostics.hpp>
#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/render/line_path.hpp>
#include <tools/render/one_line.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/source_lines.hpp>
#include <tools/render/terminal.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

/// "file:line:column:text" for every run of lit words, as editors read it.
class VimgrepHits : public HitPrinter {
  public:
    explicit VimgrepHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& asked) override;
    void hit(const Hit& hit) override;
    void end(const Results& results) override;

  private:
    void write(const std::string& file, const FilePlace& place, std::string_view text);

    const HitOutput& output_;
    LinePaths lines_;
    std::size_t without_file_ = 0;
};

void VimgrepHits::begin(const Asked& /*asked*/) {
    lines_ = {};
    without_file_ = 0;
}

void VimgrepHits::hit(const Hit& hit) {
    const IndexedArticle& found = hit.found;
    const std::string path = output_.index.paths.file_of(found);
    if (path.empty()) {
        ++without_file_;
        return;
    }
    const std::string file = lines_.line(path);
    // An article that answers by its headline or its metadata has a line too.
    if (!hit.title_highlights.empty() || hit.body_highlights.empty())
        write(file, {}, on_one_line(found.article.value(Field::title)));
    SourceLines source{found};
    for (const ByteRange& lit : hit.body_highlights)
        write(file, source.at(lit.begin), source.text_at(lit.begin));
}

void VimgrepHits::write(const std::string& file, const FilePlace& place, std::string_view text) {
    write_line(file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ":" +
               (stdout_is_terminal() ? printable(text) : std::string{text}));
}

void VimgrepHits::end(const Results& /*results*/) {
    lines_.tell();
    if (without_file_ > 0)
        print_note({"no-file", counted(without_file_, "article") + " found that are no files"});
}

}  // namespace

std::unique_ptr<HitPrinter> make_vimgrep_hits(const HitOutput& output) {
    return std::make_unique<VimgrepHits>(output);
}

}  // namespace morgue::tools

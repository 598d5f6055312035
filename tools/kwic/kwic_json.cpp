#include <optional>

#include <tools/kwic/kwic_printer.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/source_lines.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t usual_context = 80;

class KwicJson : public KwicPrinter {
  public:
    explicit KwicJson(const KwicOutput& output) : output_(output) {}

    void begin_article(const IndexedArticle& found) override;
    std::string row(const Occurrence& occurrence) override;

  private:
    const KwicOutput& output_;
    Json facts_;
    std::optional<OffsetCounter> title_;
    std::optional<OffsetCounter> body_;
    std::optional<SourceLines> lines_;
};

void KwicJson::begin_article(const IndexedArticle& found) {
    facts_ = record("occurrence");
    facts_["id"] = found.id.to_string();
    add_facts(facts_, found, output_.index.paths);
    const OffsetUnit unit = output_.style.offsets;
    title_.emplace(found.article.value(Field::title), unit);
    body_.emplace(found.article.body, unit);
    lines_.emplace(found);
}

std::string KwicJson::row(const Occurrence& occurrence) {
    const Context context = context_of(occurrence, output_.style.context.value_or(usual_context));
    Json out = facts_;
    out["in"] = to_string(occurrence.part);
    out["left"] = context.left;
    out["match"] = context.match;
    out["right"] = context.right;
    if (occurrence.part == Part::headline) {
        out[std::string{key_of(title_->unit())}] = pair_of(occurrence.lit, *title_);
        return line_of(out) + "\n";
    }
    add_place(out, occurrence.lit, *body_, occurrence.found.location);
    if (lines_->are_known()) {
        const FilePlace place = lines_->at(occurrence.lit.begin);
        out["line"] = place.line;
        out["column"] = place.column;
    }
    return line_of(out) + "\n";
}

}  // namespace

std::unique_ptr<KwicPrinter> make_kwic_json(const KwicOutput& output) {
    return std::make_unique<KwicJson>(output);
}

}  // namespace morgue::tools

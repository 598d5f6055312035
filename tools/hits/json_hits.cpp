#include <cmath>

#include <tools/hits/hit_printer.hpp>
#include <tools/output.hpp>
#include <tools/render/json_parts.hpp>
#include <tools/render/listed_json.hpp>
#include <tools/render/source_lines.hpp>

namespace morgue::tools {

namespace {

double rounded(double score) {
    return std::round(score * 1e4) / 1e4;
}

/// Adds the line of the file that the first lit words of the body stand on.
void add_line(Json& out, const Hit& hit) {
    SourceLines lines{hit.found};
    if (lines.are_known() && !hit.body_highlights.empty())
        out["line"] = lines.at(hit.body_highlights.front().begin).line;
}

Json notes_json(const std::vector<Note>& notes) {
    Json out = Json::array();
    for (const Note& note : notes) out.push_back({{"code", note.code}, {"message", note.message}});
    return out;
}

const char* total_is(TotalIs is) {
    return is == TotalIs::exact ? "exact" : "lower_bound";
}

class JsonHits : public HitPrinter {
  public:
    explicit JsonHits(const HitOutput& output) : output_(output) {}

    void begin(const Asked& asked) override {
        asked_ = &asked;
        shown_ = 0;
    }
    void hit(const Hit& hit) override;
    void end(const Results& results) override;
    void refuse(const ListedQuery& listed, const QueryError& error) override {
        write_line(bad_query_as_json(listed, error));
    }

  private:
    Json begun(const char* type) const;

    const HitOutput& output_;
    const Asked* asked_ = nullptr;
    std::size_t shown_ = 0;
};

Json JsonHits::begun(const char* type) const {
    Json out = record(type);
    if (!asked_->id.empty()) out["qid"] = asked_->id;
    return out;
}

void JsonHits::hit(const Hit& hit) {
    ++shown_;
    const OffsetUnit unit = output_.style.offsets;
    Json out = begun("hit");
    out["rank"] = hit.rank;
    out["score"] = rounded(hit.score);
    out["id"] = hit.found.id.to_string();
    out["group"] = hit.leader.to_string();
    if (hit.alike > 0) out["alike"] = hit.alike;
    add_facts(out, hit.found, output_.index.paths);
    add_line(out, hit);
    add_title_runs(out, hit.found.article, hit.title_highlights, unit);
    out["snippets"] = passages_json(hit.snippets, hit.found, unit);
    write_line(line_of(out));
}

void JsonHits::end(const Results& results) {
    if (!output_.style.meta) return;
    Json out = begun("summary");
    out["query"] = asked_->question.text;
    out["parsed"] = asked_->question.query.to_string();
    out["total"] = results.total;
    out["total_is"] = total_is(results.total_is);
    if (asked_->options.group != Group::off) {
        out["groups"] = results.groups;
        out["groups_are"] = total_is(results.groups_are);
    }
    out["shown"] = shown_;
    out["complete"] = results.complete;
    out["notes"] = notes_json(results.notes);
    out["index"] = {{"articles", output_.index.searcher.size()}};
    write_line(line_of(out));
}

}  // namespace

std::unique_ptr<HitPrinter> make_json_hits(const HitOutput& output) {
    return std::make_unique<JsonHits>(output);
}

}  // namespace morgue::tools

#include <tools/render/tally_json.hpp>

namespace morgue::tools {

namespace {

Json row_json(const char* type, const TallyRow& row, By by) {
    Json out = record(type);
    out["by"] = to_string(by);
    if (!row.value.empty()) out["value"] = row.value;
    out["hits"] = row.hits;
    out["held"] = row.held;
    return out;
}

}  // namespace

void add_count(Json& out, const Count& count) {
    out["total"] = count.articles;
    if (!count.first_date.empty()) out["first_date"] = count.first_date;
    if (!count.last_date.empty()) out["last_date"] = count.last_date;
}

std::string count_as_json(const Count& count) {
    Json out = record("count");
    add_count(out, count);
    return line_of(out);
}

std::string tally_row_as_json(const TallyRow& row, By by) {
    return line_of(row_json("tally", row, by));
}

std::string bucket_as_json(const TallyRow& bucket, By by) {
    return line_of(row_json("bucket", bucket, by));
}

}  // namespace morgue::tools

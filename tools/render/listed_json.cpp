#include <tools/render/listed_json.hpp>

namespace morgue::tools {

std::string bad_query_as_json(const ListedQuery& listed, const QueryError& error) {
    Json out = record("error");
    out["qid"] = listed.id;
    out["query"] = listed.text;
    out["line"] = listed.line;
    out["error"] = {{"code", error.code},
                    {"message", error.message},
                    {"hint", error.help},
                    {"byte", {error.begin, error.end}}};
    return line_of(out);
}

}  // namespace morgue::tools

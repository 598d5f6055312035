#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include <tools/diagnostics.hpp>
#include <tools/line/shell_quote.hpp>
#include <tools/nothing_found.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

/// Of each kind so many are told to people; what is left out is counted.
constexpr std::size_t most_told = 3;
/// A longer text of the query is cut to about this, in bytes.
constexpr std::size_t most_bytes = 60;

/// The text for a sentence.
std::string shortened(std::string_view text) {
    if (text.size() <= most_bytes) return std::string{text};
    std::size_t end = most_bytes;
    while (end > 0 && (text[end] & '\xC0') == '\x80') --end;
    return std::string{text.substr(0, end)} + "…";
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items, const std::string& last = " and ") {
    std::string list;
    for (std::size_t at = 0; at < items.size(); ++at)
        list += (at == 0 ? "" : at + 1 == items.size() ? last : ", ") + items[at];
    return list;
}

std::vector<std::string> first_few(std::vector<std::string> items, std::string_view noun) {
    if (items.size() <= most_told + 1) return items;
    const std::size_t more = items.size() - most_told;
    items.resize(most_told);
    items.push_back(counted(more, "more " + std::string{noun}));
    return items;
}

bool leaves_out(const QueryPart& part) {
    return part.text.starts_with('-');
}

bool is_date(const QueryPart& part) {
    return part.text.starts_with("date:");
}

bool has_quote(std::string_view text) {
    return text.find('"') != std::string_view::npos;
}

class Explanation {
  public:
    Explanation(const Diagnosis& diagnosis, std::string_view command)
        : diagnosis_(diagnosis), command_(command) {}

    std::vector<std::string> lines() {
        if (diagnosis_.articles == 0) return {"the index holds no article yet"};
        std::vector<const QueryPart*> empty;
        for (const QueryPart& part : diagnosis_.parts)
            if (part.articles == 0) empty.push_back(&part);
        tell_empty(empty);
        offer(diagnosis_.respelled, " with these spellings");
        tell_others();
        if (empty.empty()) tell_blame();
        tell_together();
        return std::move(lines_);
    }

  private:
    void tell_empty(const std::vector<const QueryPart*>& empty);
    void tell_empty(const QueryPart& part);
    void tell_others();
    void tell_blame();
    void tell_together();
    void offer(const Alternative& alternative, const std::string& what);

    const Diagnosis& diagnosis_;
    std::string command_;
    std::vector<std::string> lines_;
    std::vector<std::string> offered_;
};

/// "  12 articles without date:2020: morgue search storm", where it finds any, and once.
void Explanation::offer(const Alternative& alternative, const std::string& what) {
    if (alternative.articles == 0) return;
    if (std::find(offered_.begin(), offered_.end(), alternative.query) != offered_.end()) return;
    offered_.push_back(alternative.query);
    lines_.push_back("  " + counted(alternative.articles, "article") + what + ": " + command_ +
                     (alternative.query.starts_with('-') ? " -- " : " ") +
                     quoted_for_shell(alternative.query));
}

std::string with_counts(const std::vector<Spelling>& spellings) {
    std::vector<std::string> items;
    for (const Spelling& spelling : spellings)
        items.push_back(spelling.word + " (" + grouped(spelling.articles) + ")");
    return listed(items);
}

std::string with_counts(const std::vector<PhraseRun>& runs) {
    std::vector<std::string> items;
    for (const PhraseRun& run : runs)
        items.push_back('"' + shortened(run.words) + "\" (" + grouped(run.articles) + ")");
    return listed(items);
}

void Explanation::tell_empty(const std::vector<const QueryPart*>& empty) {
    for (std::size_t at = 0; at < std::min(empty.size(), most_told); ++at) tell_empty(*empty[at]);
    if (empty.size() > most_told)
        lines_.push_back("nor do any have " + counted(empty.size() - most_told, "further part") +
                         " of the query");
}

void Explanation::tell_empty(const QueryPart& part) {
    if (leaves_out(part)) {
        lines_.push_back("every article has " + shortened(part.text.substr(1)));
        return;
    }
    std::string sentence = "no article has " + shortened(part.text);
    if (!part.unknown.empty()) sentence += ", none has " + listed(part.unknown, " or ");
    if (!part.spellings.empty()) sentence += "; the index has " + with_counts(part.spellings);
    if (is_date(part))
        sentence +=
            diagnosis_.first_date.empty()
                ? "; none states a date"
                : "; the articles go from " + diagnosis_.first_date + " to " + diagnosis_.last_date;
    lines_.push_back(std::move(sentence));
    for (std::size_t at = 0; at < std::min(part.spellings.size(), most_told); ++at)
        offer(part.spellings[at].instead, "");
    for (const LooserPart& looser : part.looser)
        offer(looser.instead, has_quote(part.text) && !has_quote(looser.text)
                                  ? " with these words apart"
                                  : " with " + shortened(looser.text));
    if (part.runs.empty()) return;
    lines_.push_back("its longest runs that occur: " + with_counts(part.runs));
    offer(part.runs.front().instead, "");
}

void Explanation::tell_others() {
    std::vector<std::string> others;
    for (const QueryPart& part : diagnosis_.parts)
        if (part.articles > 0 && !leaves_out(part))
            others.push_back(
                (others.empty() ? counted(part.articles, "article") : grouped(part.articles)) +
                (part.articles == 1 ? " has " : " have ") + shortened(part.text));
    if (!others.empty()) lines_.push_back(listed(first_few(std::move(others), "part")));
}

void Explanation::tell_blame() {
    std::vector<const QueryPart*> blamed;
    for (const QueryPart& part : diagnosis_.parts)
        if (!part.others.empty()) blamed.push_back(&part);
    std::stable_sort(blamed.begin(), blamed.end(), [](const auto* left, const auto* right) {
        return std::pair(left->is_filter || leaves_out(*left), left->without_it) >
               std::pair(right->is_filter || leaves_out(*right), right->without_it);
    });
    if (blamed.size() > most_told) blamed.resize(most_told);
    for (const QueryPart* part : blamed) {
        const std::string undated =
            part->undated == 0 ? "" : ", " + grouped(part->undated) + " of them undated";
        offer({part->others, part->without_it}, " without " + shortened(part->text) + undated);
    }
}

void Explanation::tell_together() {
    std::vector<std::string> left_out;
    for (std::size_t place = 0; place < diagnosis_.parts.size(); ++place)
        if (!std::binary_search(diagnosis_.together.begin(), diagnosis_.together.end(), place))
            left_out.push_back(shortened(diagnosis_.parts[place].text));
    if (left_out.size() < most_told)
        offer(diagnosis_.instead, " without " + listed(left_out));
    else
        offer(diagnosis_.instead, " with " + grouped(diagnosis_.together.size()) + " of the " +
                                      grouped(diagnosis_.parts.size()) + " parts");
}

/// The program and the subcommand with what names the index, as it was typed.
std::string command_again(const Invocation& invocation, std::string_view command) {
    std::string again = "morgue";
    for (const std::string& dir : invocation.common.from_dirs)
        again += " -C " + quoted_for_shell(dir);
    for (const std::string& dir : invocation.common.index_dirs)
        again += " -d " + quoted_for_shell(dir);
    return again + " " + std::string{command};
}

using Json = nlohmann::ordered_json;

Json json_of(const Alternative& alternative) {
    return {{"query", alternative.query}, {"articles", alternative.articles}};
}

template <typename Near>
Json json_of(const std::vector<Near>& all, std::string Near::*text) {
    Json list = Json::array();
    for (const Near& near : all)
        list.push_back({{"text", near.*text},
                        {"articles", near.articles},
                        {"instead", json_of(near.instead)}});
    return list;
}

Json json_of(const QueryPart& part) {
    Json out{{"text", part.text},
             {"filter", part.is_filter},
             {"articles", part.articles},
             {"without_it", part.without_it}};
    if (part.in_query.end > 0) out["byte"] = {part.in_query.begin, part.in_query.end};
    if (!part.others.empty()) out["others"] = part.others;
    if (part.undated > 0) out["undated"] = part.undated;
    if (!part.unknown.empty()) out["unknown"] = part.unknown;
    if (!part.spellings.empty()) out["spellings"] = json_of(part.spellings, &Spelling::word);
    if (!part.runs.empty()) out["runs"] = json_of(part.runs, &PhraseRun::words);
    if (!part.looser.empty()) out["looser"] = json_of(part.looser, &LooserPart::text);
    return out;
}

}  // namespace

std::vector<std::string> explain(const Diagnosis& diagnosis, std::string_view command) {
    return Explanation(diagnosis, command).lines();
}

Json diagnosis_json(const Diagnosis& diagnosis) {
    Json out{{"held", diagnosis.articles}};
    if (!diagnosis.first_date.empty()) out["first_date"] = diagnosis.first_date;
    if (!diagnosis.last_date.empty()) out["last_date"] = diagnosis.last_date;
    out["parts"] = Json::array();
    for (const QueryPart& part : diagnosis.parts) out["parts"].push_back(json_of(part));
    if (diagnosis.respelled.articles > 0) out["respelled"] = json_of(diagnosis.respelled);
    if (diagnosis.together.empty()) return out;
    out["together"] = diagnosis.together;
    out["instead"] = json_of(diagnosis.instead);
    return out;
}

void explain_nothing(const Searcher& searcher, const Question& question,
                     const Invocation& invocation, std::string_view command) try {
    const Diagnosis diagnosis = searcher.diagnose(question.query);
    const std::vector<std::string> lines = explain(diagnosis, command_again(invocation, command));
    Json note{{"code", "nothing-found"}, {"message", lines.front()}};
    note.update(diagnosis_json(diagnosis));
    print_lines(lines, note);
} catch (const Error& error) {
    // The answer has been given, and stands.
    print_warning({.code = "unexplained",
                   .message = std::string("cannot tell why: ") + error.what(),
                   .hint = error.hint(),
                   .path = error.path()});
}

}  // namespace morgue::tools

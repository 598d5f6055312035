#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <tools/hits/hit_flags.hpp>
#include <tools/line/flag_set.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t limit_for_people = 20;
/// More days, weeks or years than any archive has.
constexpr std::size_t most_half_lives = 100'000;

Sort sort_named(const std::string& name) {
    if (name == "newest") return Sort::newest;
    if (name == "oldest") return Sort::oldest;
    return name == "title" ? Sort::title : Sort::relevance;
}

Group group_named(const std::string& name) {
    if (name == "near") return Group::near;
    return name == "exact" ? Group::exact : Group::off;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const HitFormat& format : hit_formats()) names.emplace_back(format.name);
    return names;
}

/// 90d, 12w or 2y.
double days_in(const std::string& time) {
    static const std::map<char, int> units = {{'d', 1}, {'w', 7}, {'y', 365}};
    std::size_t count = 0;
    const char* const end = time.data() + time.size();
    const auto read = std::from_chars(time.data(), end, count);
    const auto unit = read.ptr + 1 == end ? units.find(*read.ptr) : units.end();
    if (read.ec != std::errc() || count == 0 || count > most_half_lives || unit == units.end())
        throw UsageError("--recency=" + time + " is no time",
                         "write days, weeks or years: --recency=90d, 12w, 2y");
    return static_cast<double>(count) * unit->second;
}

/// A flag as typed, and the format that it asks for.
using Wish = std::pair<std::string, std::string_view>;

[[noreturn]] void refuse_both(const Wish& one, const Wish& other) {
    throw UsageError(one.first + " and " + other.first + " contradict each other",
                     "leave one of them out");
}

/// A flag that was given, and whether it means something with the format chosen.
struct Given {
    bool given = false;
    bool has_meaning = false;
    std::string_view flag;
    std::string_view home;  ///< what it goes with
};

}  // namespace

void HitFlags::declare(FlagSet& flags) {
    const auto number = [&](const char* names, auto& value, const char* meaning) {
        flags.add_option(names, value, meaning, {"N", whole_number()});
    };
    number("-n,--limit", limit_, "show so many (20; all for programs)");
    number("--offset", offset_, "leave out the first N");
    flags.add_option("--sort", sort_, "relevance, newest, oldest or title",
                     {"ORDER", one_of({"relevance", "newest", "oldest", "title"})});
    flags.add_flag("--expand", expand_, "words that stand out in the best articles count too");
    flags.add_option("--recency", recency_, "count age: half as much after 90d, 12w or 2y",
                     {"TIME"});
    flags.add_option("--group", group_, "near, exact or off: copies as one hit (off for programs)",
                     {"WHAT", one_of({"near", "exact", "off"})});
    number("--budget", budget_,
           "read so many articles, at most, where only the text tells whether they answer "
           "(20000, and no longer than a second)");
    number("--snippets", snippets_, "passages an article, at most (1)");
    flags.add_option("--format", format_, listed(format_names()),
                     {"FORMAT", one_of(format_names())});
    flags.add_flag("--json", json_, "the same as --format=json: an object a line");
    flags.add_flag("-l,--paths", paths_, "the same as --format=paths: each file once");
    flags.add_flag("-0,--null", null_, "paths end in NUL, as xargs -0 reads them");
    flags.add_flag("--ids", ids_, "the same as --format=ids, which morgue show takes");
    flags.add_flag("--vimgrep", vimgrep_, "the same as --format=vimgrep: file:line:column:text");
    flags.add_flag("-c,--count", count_, "only how many articles answer, exactly");
    flags.add_flag("-q,--quiet", quiet_, "print nothing, stop at the first hit");
    flags.add_flag("--meta", meta_, "json: a summary as the last line");
    flags.add_option("--offsets", offsets_, "json: count in bytes, chars or utf16",
                     {"UNIT", one_of({"bytes", "chars", "utf16"})});
    csv_.declare(flags);
    flags.add_option("--run", run_, "trec: the name of the run (morgue)", {"NAME"});
}

HitChoice HitFlags::choice() const {
    HitChoice choice;
    choice.format = &format();
    if (count_) choice.answering = Answering::counted;
    if (quiet_) choice.answering = Answering::silenced;
    if (count_) refuse_what_counting_ignores(*choice.format);
    refuse_what_the_format_ignores(*choice.format);
    refuse_what_the_order_ignores();
    choice.options = options(*choice.format);
    choice.style = {offset_unit_named(offsets_.value_or("bytes")), csv_.style(),
                    run_.value_or("morgue"), meta_};
    return choice;
}

const HitFormat& HitFlags::format() const {
    const std::string_view paths = null_ ? "paths0" : "paths";
    std::vector<Wish> wishes;
    if (format_)
        wishes.emplace_back("--format=" + *format_, *format_ == "paths" ? paths : *format_);
    if (json_) wishes.emplace_back("--json", "json");
    if (vimgrep_) wishes.emplace_back("--vimgrep", "vimgrep");
    if (ids_) wishes.emplace_back("--ids", "ids");
    if (paths_) wishes.emplace_back("-l", paths);
    if (null_) wishes.emplace_back("-0", "paths0");
    for (const Wish& wish : wishes)
        if (wish.second != wishes.front().second) refuse_both(wishes.front(), wish);
    return hit_format_named(wishes.empty() ? "text" : wishes.front().second);
}

SearchOptions HitFlags::options(const HitFormat& format) const {
    const bool for_people = format.readers == Readers::people;
    SearchOptions options;
    options.limit = limit_.value_or(for_people ? limit_for_people : SearchOptions::no_limit);
    options.offset = offset_.value_or(0);
    options.sort = sort_named(sort_.value_or("relevance"));
    options.group = group_named(group_.value_or(for_people ? "near" : "off"));
    options.expand = expand_;
    if (recency_) options.recency = days_in(*recency_);
    options.snippets = shows_passages(format) ? snippets_.value_or(options.snippets) : 0;
    if (budget_) options.budget = {*budget_, std::chrono::hours{24}};
    options.whole = shows_bodies(format);
    return options;
}

void HitFlags::refuse_what_the_order_ignores() const {
    if (!sort_ || *sort_ == "relevance") return;
    for (const auto& [given, flag] :
         {std::pair{expand_, "--expand"}, {recency_.has_value(), "--recency"}})
        if (given)
            throw UsageError(std::string{flag} + " has no meaning with --sort=" + *sort_,
                             std::string{flag} + " goes with --sort=relevance");
}

void HitFlags::refuse_what_counting_ignores(const HitFormat& format) const {
    if (format.name != "text" && format.name != "json")
        throw UsageError(
            "-c prints a number, so there is no " + std::string{format.name} + " of it",
            "leave one of them out; -c --json gives an object");
    for (const Choosing& flag : choosing_or_weighing())
        if (flag.given)
            throw UsageError(
                "-c counts all articles that answer, whatever " + std::string{flag.flag} + " says",
                "leave one of them out");
}

void HitFlags::refuse_what_explaining_ignores() const {
    const std::string_view name = format().name;
    if (name != "text" && name != "json")
        throw UsageError("--explain shows no hits, so there is no " + std::string{name} + " of it",
                         "leave one of them out; --explain --json gives an object");
    std::vector<Choosing> flags = choosing();
    flags.insert(
        flags.end(),
        {{count_, "-c"}, {quiet_, "-q"}, {meta_, "--meta"}, {offsets_.has_value(), "--offsets"}});
    for (const Choosing& flag : flags)
        if (flag.given)
            throw UsageError(
                "--explain tells of the query alone, whatever " + std::string{flag.flag} + " says",
                "leave one of them out");
}

std::vector<HitFlags::Choosing> HitFlags::choosing() const {
    return {{limit_.has_value(), "-n"},        {offset_.has_value(), "--offset"},
            {sort_.has_value(), "--sort"},     {group_.has_value(), "--group"},
            {budget_.has_value(), "--budget"}, {snippets_.has_value(), "--snippets"}};
}

std::vector<HitFlags::Choosing> HitFlags::choosing_or_weighing() const {
    std::vector<Choosing> flags = choosing();
    flags.insert(flags.end(), {{expand_, "--expand"}, {recency_.has_value(), "--recency"}});
    return flags;
}

void HitFlags::refuse_what_the_format_ignores(const HitFormat& format) const {
    const bool is_json = format.name == "json";
    const bool is_csv = format.name == "csv";
    const bool is_trec = format.name == "trec";
    const bool is_ranked = !sort_ || *sort_ == "relevance";
    for (const Given& flag :
         {Given{meta_, is_json && !count_, "--meta", "the hits of --json"},
          {offsets_.has_value(), is_json && !count_, "--offsets", "the hits of --json"},
          {!csv_.given().empty(), is_csv, csv_.given(), "--format=csv"},
          {run_.has_value(), is_trec, "--run", "--format=trec"},
          {snippets_.has_value(), shows_passages(format), "--snippets", "text, json and csv"},
          {!is_ranked, !is_trec, "--sort", "formats that keep an order: trec goes by score"}})
        if (flag.given && !flag.has_meaning)
            throw UsageError(std::string{flag.flag} +
                                 " has no meaning with --format=" + std::string{format.name},
                             std::string{flag.flag} + " goes with " + std::string{flag.home});
}

}  // namespace morgue::tools

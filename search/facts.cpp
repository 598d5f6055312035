#include <unordered_set>

#include <schema/fact_term.hpp>
#include <schema/term.hpp>
#include <search/facts.hpp>

namespace morgue::search {

namespace {

using schema::CalendarDate;
using schema::DatePrecision;

bool covers(const query::DateRange& range, const CalendarDate& date) {
    if (range.first && schema::earlier(schema::first_day(date), schema::first_day(*range.first)))
        return false;
    return !range.last || !schema::earlier(schema::last_day(*range.last), schema::last_day(date));
}

bool touches(const query::DateRange& range, const CalendarDate& date) {
    if (range.first && schema::earlier(schema::last_day(date), schema::first_day(*range.first)))
        return false;
    return !range.last || !schema::earlier(schema::last_day(*range.last), schema::first_day(date));
}

/// The next finer dates within a year or a month.
std::vector<CalendarDate> parts_of(const CalendarDate& date) {
    std::vector<CalendarDate> parts;
    const bool year = date.precision == DatePrecision::year;
    const int count = year ? 12 : schema::last_day(date).day;
    for (int number = 1; number <= count; ++number)
        parts.push_back(year ? CalendarDate{date.year, number, 1, DatePrecision::month}
                             : CalendarDate{date.year, date.month, number, DatePrecision::day});
    return parts;
}

/// At most a year and a month are cut at either end, so this stays small.
void add_dates(const query::DateRange& range, const CalendarDate& date, Facts& facts) {
    if (!touches(range, date)) return;
    if (covers(range, date)) {
        facts.terms.push_back(schema::date_term(date));
        return;
    }
    for (const CalendarDate& part : parts_of(date)) add_dates(range, part, facts);
}

/// Of the years that terms with this prefix hold.
void add_dates(const Planning& planning, const query::DateRange& range, const std::string& prefix,
               Facts& facts) {
    planning.snapshot().for_each_term(prefix, [&](const std::string& term) {
        const auto year = schema::date_of_digits(term.substr(prefix.size()));
        if (year) add_dates(range, *year, facts);
        return true;
    });
}

/// Leaves out what stands below a folder that is taken already: its articles have that term too.
std::vector<std::string> expand_paths(Planning& planning, const query::Node& node,
                                      std::string_view beginning) {
    const std::string first = schema::path_beginning(beginning);
    std::unordered_set<std::string> taken;
    return planning.expand(first, node, [&](const std::string& term) {
        for (std::size_t slash = term.find('/', first.size()); slash != std::string::npos;
             slash = term.find('/', slash + 1))
            if (taken.contains(term.substr(0, slash))) return false;
        taken.insert(term);
        return true;
    });
}

/// A longer beginning would find none of the values that are too long to stand whole in a term.
void check_beginning(Planning& planning, const query::Node& node, const query::Value& value) {
    if (value.prefix && value.text.size() > schema::max_beginning_bytes)
        planning.refuse("beginning-too-long", node,
                        "a value before a star may have " +
                            std::to_string(schema::max_beginning_bytes) + " bytes at most",
                        "write less of it before the star");
}

}  // namespace

Facts plan_value(Planning& planning, const query::Node& node, const query::Value& value) {
    const Field field = node.field.value();
    check_beginning(planning, node, value);
    if (field == Field::path) {
        // What begins with a folder and a slash is all that has the folder's own term.
        const bool open = value.prefix && !value.text.ends_with('/');
        return open ? Facts{expand_paths(planning, node, value.text)}
                    : Facts{{schema::path_term(value.text)}};
    }
    if (!value.prefix) return {{schema::value_term(field, value.text)}};
    return {planning.expand(schema::value_beginning(field, value.text), node)};
}

Facts plan_known(Planning& planning, const query::Node& node, const query::Known& known) {
    const std::string ready = schema::asked_fact(known.fact, known.text);
    if (!known.prefix) return {{schema::fact_term(known.fact, ready)}};
    check_beginning(planning, node, {ready, true});
    return {planning.expand(schema::fact_beginning(known.fact, ready), node)};
}

Facts plan_alike(Planning& planning, const query::Node& node, const query::Alike& alike) {
    const schema::Snapshot& snapshot = planning.snapshot();
    const std::vector<ArticleId> ids = snapshot.ids_beginning(alike.digits, 2);
    if (ids.size() > 1)
        planning.refuse("ambiguous-id", node, "several articles have ids that begin so",
                        "write more of its digits");
    if (ids.size() != 1) return {};
    if (snapshot.states().size() > 1)
        planning.note("groups-by-index",
                      "near-identical articles are known within each index; of different indexes "
                      "only those with the very same text are joined");
    Facts facts;
    snapshot.for_each_live(schema::id_term(ids.front()), [&](const schema::Place& place) {
        for (const schema::GroupKey& group : snapshot.joined_groups().all(snapshot.group(place)))
            if (const auto leader = snapshot.leader(group))
                facts.terms.insert(facts.terms.end(),
                                   {schema::id_term(*leader), schema::leader_term(*leader)});
        return true;
    });
    return facts;
}

Facts plan_dates(const Planning& planning, const query::DateRange& range) {
    Facts facts;
    const std::string prefix(schema::date_prefix(DatePrecision::year));
    add_dates(planning, range, prefix, facts);
    if (!range.inferred) return facts;
    Facts inferred;
    add_dates(planning, range, schema::inferred_date_term(prefix), inferred);
    for (const std::string& term : inferred.terms)
        facts.terms.push_back(schema::inferred_date_term(term));
    return facts;
}

}  // namespace morgue::search

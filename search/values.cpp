#include <algorithm>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <search/values.hpp>
#include <text/fold.hpp>

namespace morgue::search {

namespace {

using Values = std::vector<std::pair<std::string, std::size_t>>;

/// Adds the live terms that begin so, without the first `prefix` bytes.
void add_terms(const schema::Snapshot& snapshot, const std::string& beginning, std::size_t prefix,
               Values& values) {
    snapshot.for_each_term(beginning, [&](const std::string& term) {
        if (const std::size_t articles = snapshot.live_count(term); articles > 0)
            values.emplace_back(term.substr(prefix), articles);
        return true;
    });
}

/// Files and folders up to the next slash. What lies deeper is passed over unread, however much it
/// is.
void add_steps(const schema::Snapshot& snapshot, std::string_view typed, std::size_t limit,
               Values& values) {
    const std::string beginning = schema::path_beginning(typed);
    const std::size_t prefix = beginning.size() - typed.size();
    const Xapian::Database& all = snapshot.database();
    auto term = all.allterms_begin(beginning);
    while (term != all.allterms_end(beginning) && values.size() < limit) {
        const std::string path = *term;
        if (const std::size_t slash = path.find('/', beginning.size());
            slash != std::string::npos) {
            term.skip_to(path.substr(0, slash) + static_cast<char>('/' + 1));
            continue;
        }
        if (const std::size_t articles = snapshot.live_count(path); articles > 0)
            values.emplace_back(path.substr(prefix), articles);
        ++term;
    }
}

/// Years, months and days, as far as dates are precise.
void add_dates(const schema::Snapshot& snapshot, std::string_view beginning, Values& values) {
    for (const auto precision : schema::date_precisions) {
        Values terms;
        const std::string prefix(schema::date_prefix(precision));
        add_terms(snapshot, prefix, prefix.size(), terms);
        for (auto& [digits, articles] : terms) {
            const auto date = schema::date_of_digits(digits);
            const std::string text = date ? to_string(*date) : std::string();
            if (date && text.starts_with(beginning)) values.emplace_back(text, articles);
        }
    }
}

Values all_values(const schema::Snapshot& snapshot, Field field, std::string_view beginning,
                  std::size_t limit) {
    Values values;
    const std::size_t prefix = schema::spec(field).prefix.size();
    switch (schema::spec(field).kind) {
        case schema::FieldKind::text:
            add_terms(snapshot, schema::field_word_term(field, text::fold(beginning)), prefix,
                      values);
            break;
        case schema::FieldKind::value:
            add_terms(snapshot, schema::value_beginning(field, beginning), prefix, values);
            break;
        case schema::FieldKind::path:
            add_steps(snapshot, beginning, limit, values);
            break;
        case schema::FieldKind::date:
            add_dates(snapshot, beginning, values);
            break;
        case schema::FieldKind::stored:
            break;
    }
    return values;
}

}  // namespace

Values values(const schema::Snapshot& snapshot, Field field, std::string_view beginning,
              std::size_t limit) {
    Values values = all_values(snapshot, field, beginning, limit);
    const auto wanted = static_cast<std::ptrdiff_t>(std::min(limit, values.size()));
    std::partial_sort(values.begin(), values.begin() + wanted, values.end(),
                      [](const auto& left, const auto& right) {
                          if (left.second != right.second) return left.second > right.second;
                          return left.first < right.first;
                      });
    values.resize(static_cast<std::size_t>(wanted));
    return values;
}

}  // namespace morgue::search

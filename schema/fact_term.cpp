#include <algorithm>

#include <schema/fact_term.hpp>
#include <schema/field.hpp>
#include <schema/term.hpp>
#include <text/fold.hpp>

namespace morgue::schema {

namespace {

constexpr std::size_t length_digits = 7;

std::string_view prefix_of(std::string_view name) {
    return std::ranges::find(fact_prefixes, name, [](const auto& row) { return row.first; })
        ->second;
}

std::string_view prefix_of(Fact fact) {
    return fact_prefixes[static_cast<std::size_t>(fact)].second;
}

std::string_view without(std::string_view text, std::string_view beginning) {
    return text.starts_with(beginning) ? text.substr(beginning.size()) : text;
}

/// The address without scheme, `www.`, what follows a # and slashes at its end, in lower case.
std::string plain_address(std::string_view url) {
    const std::string lower = text::fold(url.substr(0, url.find('#')));
    std::string_view address = lower;
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    address = without(address, "www.");
    while (address.ends_with('/')) address.remove_suffix(1);
    return std::string(address);
}

/// The address, all that it lies below, and the domains that its host is of.
std::vector<std::string> address_values(std::string_view url) {
    const std::string address = plain_address(url);
    std::vector<std::string> values;
    for (std::size_t slash = address.find('/'); slash != std::string::npos;
         slash = address.find('/', slash + 1))
        values.push_back(address.substr(0, slash));
    values.push_back(address);
    const std::string host = values.front();
    for (std::size_t dot = host.find('.'); dot != std::string::npos; dot = host.find('.', dot + 1))
        if (host.find('.', dot + 1) != std::string::npos) values.push_back(host.substr(dot + 1));
    return values;
}

std::string digits_of(std::uint32_t words) {
    std::string digits = std::to_string(std::min(words, most_length));
    return digits.insert(0, length_digits - digits.size(), '0');
}

std::string length_term(std::string_view digits) {
    return std::string(prefix_of("words")).append(digits);
}

/// Of the numbers from one to the other: one term where they are all that begin so, else those of
/// the parts that the first digit that differs cuts them into.
void append_between(std::string least, std::string most, std::vector<std::string>& terms) {
    std::size_t same = 0;
    while (same < length_digits && least[same] == most[same]) ++same;
    const auto rest_is = [&](const std::string& number, char digit) {
        return number.find_first_not_of(digit, same) == std::string::npos;
    };
    if (same > 0 && rest_is(least, '0') && rest_is(most, '9'))
        return terms.push_back(length_term(least.substr(0, same)));
    for (char digit = least[same]; digit <= most[same]; ++digit) {
        std::string low = least.substr(0, same) + digit;
        std::string high = low;
        low = digit == least[same] ? least : low.append(length_digits - low.size(), '0');
        high = digit == most[same] ? most : high.append(length_digits - high.size(), '9');
        append_between(std::move(low), std::move(high), terms);
    }
}

}  // namespace

std::string_view name_of(Fact fact) {
    return fact_prefixes[static_cast<std::size_t>(fact)].first;
}

std::vector<std::string> fact_values(Fact fact, const StoredArticle& stored) {
    const std::string& file = stored.indexed.location.file;
    std::string value;
    switch (fact) {
        case Fact::type:
            value = folded_value(stored.indexed.format);
            break;
        case Fact::name:
            value = folded_value(std::string_view(file).substr(file.rfind('/') + 1));
            break;
        case Fact::url:
            if (const auto url = stored.indexed.article.value(Field::url); !url.empty())
                return address_values(url);
            break;
    }
    return value.empty() ? std::vector<std::string>() : std::vector{value};
}

std::string asked_fact(Fact fact, std::string_view value) {
    return fact == Fact::url ? plain_address(value) : folded_value(value);
}

std::string fact_term(Fact fact, std::string_view ready) {
    return std::string(prefix_of(fact)).append(value_as_written(ready));
}

std::string fact_beginning(Fact fact, std::string_view ready) {
    return std::string(prefix_of(fact)).append(ready);
}

bool has_field(const StoredArticle& stored, Field field) {
    const Article& article = stored.indexed.article;
    if (field == Field::date) return stated_date(article).has_value();
    return std::ranges::any_of(article.metadata, [&](const Metadatum& datum) {
        return datum.field == field && datum.from != Provenance::first_sentence;
    });
}

std::string has_term(Field field) {
    return std::string(prefix_of("has")).append(info(field).name);
}

std::vector<std::string> length_terms(std::uint32_t words) {
    const std::string digits = digits_of(words);
    std::vector<std::string> terms;
    for (std::size_t length = 1; length <= digits.size(); ++length)
        terms.push_back(length_term(std::string_view(digits).substr(0, length)));
    return terms;
}

std::vector<std::string> length_terms(std::uint32_t least, std::uint32_t most) {
    std::vector<std::string> terms;
    if (least <= most) append_between(digits_of(least), digits_of(most), terms);
    return terms;
}

std::vector<std::string> all_fact_terms(const StoredArticle& stored) {
    std::vector<std::string> terms = length_terms(stored.words);
    for (const Fact fact : {Fact::type, Fact::name, Fact::url})
        for (const std::string& value : fact_values(fact, stored))
            terms.push_back(fact_term(fact, value));
    for (const FieldSpec& field : field_table())
        if (has_field(stored, field.shown.field)) terms.push_back(has_term(field.shown.field));
    return terms;
}

}  // namespace morgue::schema

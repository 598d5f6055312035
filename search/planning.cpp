#include <algorithm>

#include <search/planning.hpp>

namespace morgue::search {

std::string as_typed(const query::Node& node) {
    return "'" + query::to_query_text(node) + "'";
}

std::vector<std::string> Planning::expand(const std::string& beginning, const query::Node& node,
                                          const std::function<bool(const std::string&)>& keep) {
    std::vector<std::string> terms;
    if (refused()) return terms;
    snapshot_.for_each_term(beginning, [&](const std::string& term) {
        if (!keep || keep(term)) terms.push_back(term);
        return terms.size() <= max_expansions;
    });
    admit(terms, node);
    return terms;
}

void Planning::admit(const std::vector<std::string>& terms, const query::Node& node) {
    expanded_ += terms.size();
    if (terms.size() > max_expansions)
        refuse("wildcard-too-broad", node,
               as_typed(node) + " stands for more than " + std::to_string(max_expansions) +
                   " different words of this index",
               "write more of its letters");
    else if (expanded_ > max_query_expansions)
        refuse("wildcards-too-broad", node,
               "the wildcards of this query stand for more than " +
                   std::to_string(max_query_expansions) + " different words of this index",
               "write more of their letters, or ask in several queries");
}

bool Planning::has_without(const std::string& term, const std::string& other) const {
    Xapian::Enquire enquire(snapshot_.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(
        snapshot_.live({Xapian::Query::OP_AND_NOT, Xapian::Query(term), Xapian::Query(other)}));
    return !enquire.get_mset(0, 1).empty();
}

void Planning::note(std::string code, std::string message) {
    Note note{std::move(code), std::move(message)};
    if (std::find(notes_.begin(), notes_.end(), note) == notes_.end())
        notes_.push_back(std::move(note));
}

void Planning::refuse(std::string code, const query::Node& node, std::string message,
                      std::string help) {
    if (!refused_)
        refused_ = QueryError{std::move(code), node.span.begin, node.span.end, std::move(message),
                              std::move(help)};
}

}  // namespace morgue::search

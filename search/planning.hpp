#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <morgue/query.hpp>

#include <schema/snapshot.hpp>
#include <search/query/tree.hpp>
#include <text/language.hpp>

namespace morgue::search {

inline constexpr std::size_t max_expansions = 1000;        ///< of one wildcard
inline constexpr std::size_t max_query_expansions = 3000;  ///< of all wildcards of a query

/// What all parts of one planning share: the index, the notes, and the first refusal. After a
/// refusal nothing that is planned matters, but planning on is harmless.
class Planning {
  public:
    Planning(const schema::Snapshot& snapshot, std::vector<const text::Language*> languages)
        : snapshot_(snapshot), languages_(std::move(languages)) {}

    const schema::Snapshot& snapshot() const noexcept { return snapshot_; }
    /// Those whose stems the question is asked in.
    const std::vector<const text::Language*>& languages() const noexcept { return languages_; }

    /// All terms of the index with the beginning that pass `keep`. Refuses what are too many.
    std::vector<std::string> expand(const std::string& beginning, const query::Node& node,
                                    const std::function<bool(const std::string&)>& keep = {});

    /// Counts the terms that a node stands for. Refuses what are too many.
    void admit(const std::vector<std::string>& terms, const query::Node& node);

    /// Whether a live article has the one term and not the other.
    bool has_without(const std::string& term, const std::string& other) const;

    /// The same note twice is one.
    void note(std::string code, std::string message);
    void refuse(std::string code, const query::Node& node, std::string message, std::string help);
    bool refused() const noexcept { return refused_.has_value(); }

    std::vector<Note> take_notes() { return std::move(notes_); }
    std::optional<QueryError> take_refusal() { return std::move(refused_); }

  private:
    const schema::Snapshot& snapshot_;
    std::vector<const text::Language*> languages_;
    std::vector<Note> notes_;
    std::optional<QueryError> refused_;
    std::size_t expanded_ = 0;
};

/// How a node reads in a message.
std::string as_typed(const query::Node& node);

}  // namespace morgue::search

#include <algorithm>
#include <variant>

#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/limits.hpp>
#include <search/query/messages.hpp>

namespace morgue::query {

namespace {

constexpr const char* shorten = "split it into several queries";

std::size_t depth_of(const Node& node) {
    const auto deepest = [](const std::vector<NodePtr>& children) {
        std::size_t depth = 0;
        for (const NodePtr& child : children) depth = std::max(depth, depth_of(*child));
        return depth + 1;
    };
    if (const auto* both = std::get_if<And>(&node.kind)) return deepest(both->children);
    if (const auto* any = std::get_if<Or>(&node.kind)) return deepest(any->children);
    if (const auto* near = std::get_if<Near>(&node.kind)) return deepest(near->children);
    if (const auto* left_out = std::get_if<Not>(&node.kind)) return depth_of(*left_out->child);
    if (const NodePtr* child = only_child(node)) return depth_of(**child) + 1;
    return 0;
}

QueryError too_long(Span span) {
    return make_error({Problem::query_too_long, "a query holds at most 16 KiB", shorten}, span);
}

/// A Near of too many operands, or a phrase in any order of too many words.
const Node* longest_row(const Node& node) {
    if (const auto* near = std::get_if<Near>(&node.kind))
        return near->children.size() > max_row ? &node : nullptr;
    if (const auto* phrase = std::get_if<Phrase>(&node.kind))
        return phrase->window > 0 && words_in(node) > max_row ? &node : nullptr;
    const Node* found = nullptr;
    for_each_child(node, [&](const NodePtr& child) {
        if (found == nullptr) found = longest_row(*child);
    });
    return found;
}

}  // namespace

std::size_t words_in(const Node& leaf) {
    const auto count = [](const auto& kind) -> std::size_t {
        if constexpr (requires { kind.gaps; })
            return count_words(kind.text) + kind.gaps.size();
        else if constexpr (requires { kind.text; })
            return std::max<std::size_t>(1, count_words(kind.text));
        else
            return 1;
    };
    return std::visit(count, leaf.kind);
}

QueryError too_many_words(Span span) {
    return make_error({Problem::too_many_words, "a query holds at most 512 words", shorten}, span);
}

QueryError too_deep(Span span) {
    return make_error({Problem::too_deep, "parentheses may stand at most 32 deep",
                       "leave out those that do not change the meaning"},
                      span);
}

std::optional<QueryError> check_text(std::string_view text) {
    if (text.size() > max_query_bytes) return too_long({max_query_bytes, text.size()});
    const auto bad = first_bad_byte(text);
    if (!bad) return std::nullopt;
    const bool zero = text[*bad] == '\0';
    return make_error(
        {Problem::bad_encoding, zero ? "a zero byte is no text" : "this byte is not UTF-8",
         zero ? "leave it out" : "write the query in UTF-8"},
        {*bad, *bad + 1});
}

std::optional<QueryError> check_tree(const Node& root) {
    std::size_t words = 0;
    std::optional<Span> over;
    for_each_leaf(root, [&](const Node& leaf) {
        words += words_in(leaf);
        if (words > max_words && !over) over = leaf.span;
    });
    if (over) return too_many_words({over->begin, root.span.end});
    if (const Node* row = longest_row(root))
        return make_error({Problem::row_too_long,
                           "at most " + std::to_string(max_row) +
                               " words or phrases may be asked for near each other",
                           "leave some out, or ask for them anywhere with AND"},
                          row->span);
    if (depth_of(root) > max_depth) return too_deep(root.span);
    if (to_query_text(root).size() > max_query_bytes) return too_long(root.span);
    return std::nullopt;
}

}  // namespace morgue::query

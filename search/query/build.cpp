#include <algorithm>

#include <search/query/build.hpp>

namespace morgue::query {

namespace {

Span span_of(const std::vector<NodePtr>& children) {
    return {children.front()->span.begin, children.back()->span.end};
}

/// The children, and in the place of each of the same kind its own.
template <typename Kind>
NodePtr join(const std::vector<NodePtr>& children) {
    if (children.size() == 1) return children.front();
    Kind joined;
    for (const NodePtr& child : children) {
        if (const auto* same = std::get_if<Kind>(&child->kind))
            joined.children.insert(joined.children.end(), same->children.begin(),
                                   same->children.end());
        else
            joined.children.push_back(child);
    }
    return std::make_shared<const Node>(Node{std::move(joined), std::nullopt, span_of(children)});
}

}  // namespace

NodePtr make_and(std::vector<NodePtr> children) {
    if (children.empty()) return make_leaf(Everything{});
    return join<And>(children);
}

NodePtr make_or(std::vector<NodePtr> children) {
    if (children.empty()) return make_nothing();
    if (children.size() > 1)
        for (NodePtr& child : children)
            if (only_leaves_out(*child))
                child = make_and({make_leaf(Everything{}, std::nullopt, child->span), child});
    return join<Or>(children);
}

NodePtr make_not(NodePtr child) {
    if (const auto* inner = std::get_if<Not>(&child->kind)) return inner->child;
    const Span span = child->span;
    return std::make_shared<const Node>(Node{Not{std::move(child)}, std::nullopt, span});
}

NodePtr make_nothing() {
    return make_not(make_leaf(Everything{}));
}

NodePtr without_spans(const Node& node) {
    Node copy{node.kind, node.field, {}};
    const auto clear = [](NodePtr& child) { child = without_spans(*child); };
    if (auto* both = std::get_if<And>(&copy.kind)) std::ranges::for_each(both->children, clear);
    if (auto* any = std::get_if<Or>(&copy.kind)) std::ranges::for_each(any->children, clear);
    if (auto* left_out = std::get_if<Not>(&copy.kind)) clear(left_out->child);
    return std::make_shared<const Node>(std::move(copy));
}

NodePtr with_leaf_replaced(const NodePtr& root, const Node& leaf, const NodePtr& replacement) {
    const auto replaced = [&](const std::vector<NodePtr>& children) {
        std::vector<NodePtr> copies;
        for (const NodePtr& child : children)
            copies.push_back(with_leaf_replaced(child, leaf, replacement));
        return copies;
    };
    if (root.get() == &leaf) return replacement;
    if (const auto* both = std::get_if<And>(&root->kind)) return make_and(replaced(both->children));
    if (const auto* any = std::get_if<Or>(&root->kind)) return make_or(replaced(any->children));
    if (const auto* left_out = std::get_if<Not>(&root->kind))
        return make_not(with_leaf_replaced(left_out->child, leaf, replacement));
    return root;
}

bool only_leaves_out(const Node& node) {
    if (std::holds_alternative<Not>(node.kind)) return true;
    const auto* both = std::get_if<And>(&node.kind);
    return both != nullptr && std::ranges::all_of(both->children, [](const NodePtr& child) {
               return std::holds_alternative<Not>(child->kind);
           });
}

}  // namespace morgue::query

#pragma once

#include <utility>
#include <vector>

#include <search/query/tree.hpp>

namespace morgue::query {

/// Trees are built by these alone, parsed or not, so that equal questions have equal trees:
/// an And holds no And, an Or no Or, a Not no Not, and no side of an Or only leaves out.

template <typename Kind>
NodePtr make_leaf(Kind kind, std::optional<Field> field = std::nullopt, Span span = {}) {
    return std::make_shared<const Node>(Node{std::move(kind), field, span});
}

/// One child is that child; none is everything.
NodePtr make_and(std::vector<NodePtr> children);
/// One child is that child; none is nothing. A side that only leaves out leaves out of everything.
NodePtr make_or(std::vector<NodePtr> children);
NodePtr make_not(NodePtr child);
/// One child is that child.
NodePtr make_near(std::vector<NodePtr> children, std::vector<Link> links);
NodePtr make_at_least(std::size_t count, NodePtr child, Span span = {});
NodePtr make_lead(NodePtr child, Span span = {});
NodePtr make_weighted(NodePtr child, double weight, Span span = {});
/// No article at all: everything left out.
NodePtr make_nothing();

/// The same tree, standing in no text.
NodePtr without_spans(const Node& node);

/// The tree with another in the place of one of its leaves, found by its address. Where that can
/// stand beside no W/n, its operands are asked for without it.
NodePtr with_leaf_replaced(const NodePtr& root, const Node& leaf, const NodePtr& replacement);

/// A Not, or an And of nothing else.
bool only_leaves_out(const Node& node);

/// The child of a node that has one by its kind; null for others.
const NodePtr* only_child(const Node& node);

/// Calls `visit` for every child, in the order of the text; false for a leaf.
template <typename Visit>
bool for_each_child(const Node& node, const Visit& visit) {
    const auto all = [&](const auto& kind) {
        for (const NodePtr& child : kind.children) visit(child);
        return true;
    };
    if (const auto* both = std::get_if<And>(&node.kind)) return all(*both);
    if (const auto* any = std::get_if<Or>(&node.kind)) return all(*any);
    if (const auto* near = std::get_if<Near>(&node.kind)) return all(*near);
    const NodePtr* const child = only_child(node);
    if (child != nullptr) visit(*child);
    return child != nullptr;
}

/// Calls `visit` for every leaf, in the order of the text.
template <typename Visit>
void for_each_leaf(const Node& node, const Visit& visit) {
    if (!for_each_child(node, [&](const NodePtr& child) { for_each_leaf(*child, visit); }))
        visit(node);
}

}  // namespace morgue::query

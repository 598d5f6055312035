#include <algorithm>

#include <search/query/build.hpp>
#include <search/query/proximity.hpp>

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

/// Near where the children may be its operands, else those that are wanted without their distance.
NodePtr near_or_all(std::vector<NodePtr> children, const std::vector<Link>& links) {
    const std::optional<Field> field = field_of(*children.front());
    if (std::ranges::none_of(children, [&](const NodePtr& child) {
            return check_near_operand(*child, field, {}).has_value();
        }))
        return make_near(std::move(children), links);
    const auto apart = std::ranges::find(links, true, &Link::apart) - links.begin();
    children.resize(static_cast<std::size_t>(apart) + 1);
    return make_and(std::move(children));
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

NodePtr make_near(std::vector<NodePtr> children, std::vector<Link> links) {
    if (children.size() == 1) return children.front();
    const Span span = span_of(children);
    return std::make_shared<const Node>(
        Node{Near{std::move(children), std::move(links)}, std::nullopt, span});
}

NodePtr make_at_least(std::size_t count, NodePtr child, Span span) {
    return std::make_shared<const Node>(Node{AtLeast{count, std::move(child)}, std::nullopt, span});
}

NodePtr make_lead(NodePtr child, Span span) {
    return std::make_shared<const Node>(Node{Lead{std::move(child)}, std::nullopt, span});
}

NodePtr make_weighted(NodePtr child, double weight, Span span) {
    return std::make_shared<const Node>(
        Node{Weighted{std::move(child), weight}, std::nullopt, span});
}

const NodePtr* only_child(const Node& node) {
    if (const auto* left_out = std::get_if<Not>(&node.kind)) return &left_out->child;
    if (const auto* many = std::get_if<AtLeast>(&node.kind)) return &many->child;
    if (const auto* lead = std::get_if<Lead>(&node.kind)) return &lead->child;
    if (const auto* weighted = std::get_if<Weighted>(&node.kind)) return &weighted->child;
    return nullptr;
}

NodePtr make_nothing() {
    return make_not(make_leaf(Everything{}));
}

NodePtr without_spans(const Node& node) {
    Node copy{node.kind, node.field, {}};
    const auto clear = [](NodePtr& child) { child = without_spans(*child); };
    if (auto* both = std::get_if<And>(&copy.kind)) std::ranges::for_each(both->children, clear);
    if (auto* any = std::get_if<Or>(&copy.kind)) std::ranges::for_each(any->children, clear);
    if (auto* near = std::get_if<Near>(&copy.kind)) std::ranges::for_each(near->children, clear);
    if (auto* left_out = std::get_if<Not>(&copy.kind)) clear(left_out->child);
    if (auto* many = std::get_if<AtLeast>(&copy.kind)) clear(many->child);
    if (auto* lead = std::get_if<Lead>(&copy.kind)) clear(lead->child);
    if (auto* weighted = std::get_if<Weighted>(&copy.kind)) clear(weighted->child);
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
    if (const auto* near = std::get_if<Near>(&root->kind))
        return near_or_all(replaced(near->children), near->links);
    if (const auto* many = std::get_if<AtLeast>(&root->kind)) {
        NodePtr child = with_leaf_replaced(many->child, leaf, replacement);
        return check_near_operand(*child, field_of(*child), {}) ? child
                                                                : make_at_least(many->count, child);
    }
    if (const auto* lead = std::get_if<Lead>(&root->kind))
        return make_lead(with_leaf_replaced(lead->child, leaf, replacement));
    if (const auto* weighted = std::get_if<Weighted>(&root->kind))
        return make_weighted(with_leaf_replaced(weighted->child, leaf, replacement),
                             weighted->weight);
    return root;
}

bool only_leaves_out(const Node& node) {
    if (std::holds_alternative<Not>(node.kind)) return true;
    if (const auto* lead = std::get_if<Lead>(&node.kind)) return only_leaves_out(*lead->child);
    const auto* both = std::get_if<And>(&node.kind);
    return both != nullptr && std::ranges::all_of(both->children, [](const NodePtr& child) {
               return std::holds_alternative<Not>(child->kind);
           });
}

}  // namespace morgue::query

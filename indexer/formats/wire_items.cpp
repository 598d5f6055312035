#include <limits>
#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/wire_items.hpp>

namespace morgue::indexer {

namespace {

/// What is taken back without a number is taken back whatever number it had.
std::int64_t number_of(const WireItem& item) {
    return item.killed ? item.version.value_or(std::numeric_limits<std::int64_t>::max())
                       : item.version.value_or(0);
}

/// Whether one may take the place of the other.
bool are_versions(const WireItem& left, const WireItem& right) {
    return left.killed || right.killed || (left.version && right.version);
}

}  // namespace

void WireItems::add(WireItem item) {
    const std::string& key = item.read.article.key;
    const auto known = places_.find(key);
    if (known == places_.end() || !are_versions(item, items_[known->second])) {
        if (!key.empty()) places_.emplace(key, items_.size());
        items_.push_back(std::move(item));
    } else if (number_of(item) > number_of(items_[known->second])) {
        items_[known->second] = std::move(item);
    }
}

ReadResult WireItems::take(const FileFacts& facts, const std::string& what) {
    ReadResult result{std::vector<ReadArticle>()};
    result.unread = std::move(unread_);
    for (WireItem& item : items_) {
        Article& article = item.read.article;
        // Flashes have a headline alone.
        if (!has_text(article.body)) article.body = article.value(Field::title);
        item.read.withdrawn = item.killed && !article.key.empty();
        if (!item.read.withdrawn && (item.killed || !has_text(article.body))) {
            if (!item.why_empty.empty())
                result.unread.push_back({SkipReason::empty, item.why_empty, article.key});
            continue;
        }
        if (!article.key.empty() && item.version.value_or(0) > 0)
            article.add(Field::version, std::to_string(*item.version), Provenance::record);
        finish_article(item.read, facts);
        result.articles.push_back(std::move(item.read));
    }
    if (!result.articles.empty() || !result.unread.empty()) return result;
    return Unread{SkipReason::empty, "no " + what + " with text in it"};
}

}  // namespace morgue::indexer

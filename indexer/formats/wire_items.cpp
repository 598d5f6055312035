#include <utility>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/wire_items.hpp>

namespace morgue::indexer {

void WireItems::add(WireItem item) {
    const std::string& key = item.read.article.key;
    if (key.empty() || !item.version) {
        items_.push_back(std::move(item));
        return;
    }
    const auto [place, is_new] = places_.emplace(key, items_.size());
    if (is_new)
        items_.push_back(std::move(item));
    else if (*item.version > *items_[place->second].version)
        items_[place->second] = std::move(item);
}

ReadResult WireItems::take(const FileFacts& facts, const std::string& what) {
    ReadResult result{std::vector<ReadArticle>()};
    result.unread = std::move(unread_);
    for (WireItem& item : items_) {
        Article& article = item.read.article;
        // Flashes have a headline alone.
        if (!has_text(article.body)) article.body = article.value(Field::title);
        item.read.withdrawn = item.killed && !article.key.empty();
        if (!item.read.withdrawn && (item.killed || !has_text(article.body))) continue;
        if (!article.key.empty() && item.version.value_or(0) > 0)
            article.add(Field::version, std::to_string(*item.version), Provenance::record);
        finish_article(item.read, facts);
        result.articles.push_back(std::move(item.read));
    }
    if (!result.articles.empty() || !result.unread.empty()) return result;
    return Unread{SkipReason::empty, "no " + what + " with text in it"};
}

}  // namespace morgue::indexer

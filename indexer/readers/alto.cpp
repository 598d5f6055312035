#include <string>
#include <utility>
#include <vector>

#include <indexer/formats/article_parts.hpp>
#include <indexer/readers/alto.hpp>
#include <indexer/readers/printed_page.hpp>

namespace morgue::indexer {

namespace {

/// The number printed on it says more than its place among the pictures.
ReadArticle page_of(const PrintedPage& page) {
    PrintedText text;
    text.add_page(page);
    ReadArticle read;
    read.article.body = text.take();
    for (const std::string& number : {page.printed_number, page.physical_number})
        state(read.article, Field::page, number, Provenance::record);
    state(read.article, Field::lang, page.lang, Provenance::record);
    return read;
}

}  // namespace

ReadResult read_alto(std::string_view bytes, const FileFacts& facts) {
    auto parsed = parse_alto(bytes);
    if (auto* unread = std::get_if<Unread>(&parsed)) return std::move(*unread);
    const auto& pages = std::get<std::vector<PrintedPage>>(parsed);
    ReadResult result{std::vector<ReadArticle>()};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        ReadArticle read = page_of(pages[i]);
        if (pages.size() > 1) read.member = std::to_string(i + 1);
        if (!has_text(read.article.body)) {
            result.unread.push_back({SkipReason::empty, "no words on the page", read.member});
            continue;
        }
        finish_article(read, facts);
        result.articles.push_back(std::move(read));
    }
    if (pages.empty()) return Unread{SkipReason::empty, "no page in it"};
    return result;
}

}  // namespace morgue::indexer

#include <tools/render/article_parts.hpp>
#include <tools/render/footer.hpp>
#include <tools/render/safe_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr const char* every_article = "*";

}  // namespace

std::string footer_line(const PageShown& page, const Results& results, const Looks& looks) {
    const std::size_t end = page.offset + page.hits;
    const bool is_exact = results.groups_are == TotalIs::exact;
    const bool has_more = page.hits > 0 && (end < results.groups || !is_exact);
    std::string line = grouped(page.hits) + " of " + (is_exact ? "" : "at least ") +
                       counted(results.groups, "article");
    if (results.groups < results.total)
        line += std::string(" (") + (results.total_is == TotalIs::exact ? "" : "at least ") +
                grouped(results.total) + " with those near-identical)";
    if (page.query != every_article) line += " with " + isolated(printable(page.query), looks);
    if (has_more)
        line += (looks.plain ? "; next: --offset " : " · next: --offset ") + std::to_string(end);
    return line;
}

}  // namespace morgue::tools

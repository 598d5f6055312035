#include <utility>

#include <base/file.hpp>
#include <schema/passed_parts.hpp>
#include <schema/skips.hpp>

namespace morgue::schema {

void tell_skips(const CatalogCursor& at, const std::string& root_path, NoArticles into) {
    const FileSummary summary = at.summary();
    if (!summary.skipped && !summary.parts_skipped && !summary.parts_passed) return;
    CatalogEntry entry = at.entry();
    add_to(into.passed, entry.passed);
    const std::string path = base::join(root_path, at.file());
    // Of a file whose parts say it all, nothing is said as a whole.
    if (entry.skipped && (entry.parts.empty() || !entry.detail.empty()))
        into.skipped.push_back({path, *entry.skipped, std::move(entry.detail)});
    for (SkippedPart& part : entry.parts)
        into.skipped.push_back({path, part.reason, std::move(part.detail), std::move(part.member)});
}

}  // namespace morgue::schema

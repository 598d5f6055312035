#include <utility>

#include <base/file.hpp>
#include <schema/skips.hpp>

namespace morgue::schema {

void tell_skips(const CatalogCursor& at, const std::string& root_path, std::vector<Skip>& skips) {
    const FileSummary summary = at.summary();
    if (!summary.skipped && !summary.parts_skipped) return;
    CatalogEntry entry = at.entry();
    const std::string path = base::join(root_path, at.file());
    // Of a file whose parts say it all, nothing is said as a whole.
    if (entry.skipped && (entry.parts.empty() || !entry.detail.empty()))
        skips.push_back({path, *entry.skipped, std::move(entry.detail)});
    for (SkippedPart& part : entry.parts)
        skips.push_back({path, part.reason, std::move(part.detail), std::move(part.member)});
}

}  // namespace morgue::schema

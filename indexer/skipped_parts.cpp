#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <indexer/skipped_parts.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_told = 1000;

std::vector<schema::SkippedPart> skipped_parts(std::vector<Unread> unread) {
    std::vector<schema::SkippedPart> parts;
    for (Unread& part : unread) {
        if (parts.size() == most_told) {
            parts.push_back({part.reason,
                             "and " + std::to_string(unread.size() - most_told) +
                                 " more parts that gave no article",
                             part.member});
            break;
        }
        parts.push_back({part.reason, std::move(part.detail), std::move(part.member)});
    }
    return parts;
}

std::size_t count_new(const std::vector<schema::SkippedPart>& parts,
                      const schema::CatalogEntry& before) {
    std::set<std::pair<std::string_view, SkipReason>> known;
    for (const schema::SkippedPart& part : before.parts) known.emplace(part.member, part.reason);
    return static_cast<std::size_t>(
        std::ranges::count_if(parts, [&](const schema::SkippedPart& part) {
            return !known.contains({part.member, part.reason});
        }));
}

}  // namespace

std::size_t note_unread(schema::CatalogEntry& entry, std::vector<Unread> unread,
                        const std::optional<schema::CatalogEntry>& before) {
    std::size_t fresh = 0;
    const auto is_whole = [](const Unread& why) { return why.member.empty() && !why.was_read(); };
    if (const auto whole = std::ranges::find_if(unread, is_whole); whole != unread.end()) {
        fresh += before && before->skipped == whole->reason ? 0 : 1;
        entry.skipped = whole->reason;
        entry.detail = whole->detail;
    }
    std::erase_if(unread, is_whole);
    entry.parts = skipped_parts(std::move(unread));
    return fresh + (before ? count_new(entry.parts, *before) : entry.parts.size());
}

}  // namespace morgue::indexer

#include <algorithm>
#include <utility>

#include <morgue/error.hpp>

#include <base/bytes.hpp>
#include <base/file.hpp>
#include <schema/catalog_entry.hpp>
#include <schema/hints.hpp>
#include <schema/passed_parts.hpp>

namespace morgue::schema {

namespace {

/// The first number of an entry: these, and among them the reason of a skip, counted from one.
constexpr std::uint64_t dated_by_mtime_bit = 1;
constexpr std::uint64_t racy_bit = 2;
constexpr std::uint64_t disputed_bit = 4;
constexpr std::uint64_t parts_bit = 8;
constexpr std::uint64_t gone_bit = 16;
constexpr std::uint64_t versioned_bit = 32;
constexpr unsigned reason_shift = 6;
constexpr std::uint64_t reason_mask = 0xff;
constexpr std::uint64_t issue_bit = 1 << 14;
constexpr std::uint64_t passed_bit = 1 << 15;
constexpr std::uint64_t also_bit = 1 << 16;
constexpr std::uint64_t last_bit = also_bit;

bool is_versioned(const CatalogEntry& entry) {
    return !entry.versions.empty() ||
           std::any_of(entry.articles.begin(), entry.articles.end(),
                       [](const CatalogArticle& article) { return article.version.has_value(); });
}

/// Calls visit(also) for all articles, and then for all versions.
template <class Entry, class Visit>
void each_also(Entry& entry, Visit visit) {
    for (auto& article : entry.articles) visit(article.also);
    for (auto& version : entry.versions) visit(version.also);
}

bool has_other_ids(const CatalogEntry& entry) {
    bool has = false;
    each_also(entry, [&](const std::optional<ArticleId>& also) { has |= also.has_value(); });
    return has;
}

bool is_disputed(const CatalogArticle& article) {
    return article.id != article.claimed;
}

std::uint64_t traits_of(const CatalogEntry& entry) {
    const bool disputed = std::any_of(entry.articles.begin(), entry.articles.end(), is_disputed);
    const std::uint64_t reason = entry.skipped ? static_cast<unsigned>(*entry.skipped) + 1 : 0;
    return reason << reason_shift | (entry.dated_by_mtime ? dated_by_mtime_bit : 0) |
           (entry.racy ? racy_bit : 0) | (entry.gone ? gone_bit : 0) |
           (is_versioned(entry) ? versioned_bit : 0) | (disputed ? disputed_bit : 0) |
           (entry.parts.empty() ? 0 : parts_bit) | (entry.issue.empty() ? 0 : issue_bit) |
           (entry.passed == PassedParts{} ? 0 : passed_bit) | (has_other_ids(entry) ? also_bit : 0);
}

[[noreturn]] void throw_damaged() {
    throw Error(ErrorCode::index_corrupt, "the index's list of files is damaged", {}, files_hint);
}

SkipReason reason_of(std::uint64_t number) {
    if (number > static_cast<unsigned>(last_skip_reason)) throw_damaged();
    return static_cast<SkipReason>(number);
}

std::optional<SkipReason> reason_in(std::uint64_t traits) {
    const std::uint64_t reason = traits >> reason_shift & reason_mask;
    return reason == 0 ? std::nullopt : std::optional(reason_of(reason - 1));
}

/// The beginning of every entry; the skip's detail and the articles follow.
struct Head {
    std::uint64_t traits = 0;
    FileState state;
    std::uint64_t articles = 0;
};

Head get_head(base::ByteReader& in) {
    Head head;
    head.traits = in.varint();
    head.state.size = in.varint();
    head.state.mtime_ns = static_cast<std::int64_t>(in.big_endian(8));
    head.state.inode = in.varint();
    in.raw(head.state.content);
    head.articles = in.varint();
    if (in.failed() || head.traits >= last_bit * 2) throw_damaged();
    return head;
}

/// Versions of articles come in the articles' order: one more than the number, or 0 for none.
void put_versions(std::string& out, const CatalogEntry& entry) {
    for (const CatalogArticle& article : entry.articles)
        base::put_varint(out,
                         article.version ? static_cast<std::uint64_t>(*article.version) + 1 : 0);
    base::put_varint(out, entry.versions.size());
    for (const CatalogVersion& version : entry.versions) {
        base::put_raw(out, version.claimed.bytes);
        base::put_varint(out, static_cast<std::uint64_t>(version.version));
        base::put_varint(out, version.withdrawn ? 1 : 0);
    }
}

void get_versions(base::ByteReader& in, CatalogEntry& entry) {
    for (CatalogArticle& article : entry.articles)
        if (const std::uint64_t version = in.varint(); version > 0)
            article.version = static_cast<std::int64_t>(version - 1);
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        CatalogVersion& version = entry.versions.emplace_back();
        in.raw(version.claimed.bytes);
        version.version = static_cast<std::int64_t>(in.varint());
        version.withdrawn = in.varint() != 0;
    }
}

CatalogArticle get_article(base::ByteReader& in, bool may_be_disputed) {
    CatalogArticle article;
    in.raw(article.claimed.bytes);
    article.id = article.claimed;
    if (may_be_disputed) in.raw(article.id.bytes);
    article.member = in.string();
    return article;
}

void put_other_ids(std::string& out, const CatalogEntry& entry) {
    each_also(entry, [&](const std::optional<ArticleId>& also) {
        base::put_varint(out, also ? 1 : 0);
        if (also) base::put_raw(out, also->bytes);
    });
}

void get_other_ids(base::ByteReader& in, CatalogEntry& entry) {
    each_also(entry, [&](std::optional<ArticleId>& also) {
        if (in.varint() != 0) in.raw(also.emplace().bytes);
    });
}

void put_parts(std::string& out, const std::vector<SkippedPart>& parts) {
    base::put_varint(out, parts.size());
    for (const SkippedPart& part : parts) {
        base::put_varint(out, static_cast<unsigned>(part.reason));
        base::put_string(out, part.detail);
        base::put_string(out, part.member);
    }
}

std::vector<SkippedPart> get_parts(base::ByteReader& in) {
    std::vector<SkippedPart> parts;
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        const SkipReason reason = reason_of(in.varint());
        std::string detail(in.string());
        parts.push_back({reason, std::move(detail), std::string(in.string())});
    }
    return parts;
}

}  // namespace

bool is_below(const FileKey& file, const FileKey& folder) {
    return file.root == folder.root &&
           (folder.file.empty() || base::is_within(file.file, folder.file));
}

std::string joined(std::string_view root, std::string_view file) {
    std::string both;
    both.reserve(root.size() + 1 + file.size());
    return both.append(root).append(1, '\0').append(file);
}

std::string encode(const CatalogEntry& entry) {
    const std::uint64_t traits = traits_of(entry);
    std::string out;
    base::put_varint(out, traits);
    base::put_varint(out, entry.state.size);
    base::put_big_endian(out, static_cast<std::uint64_t>(entry.state.mtime_ns), 8);
    base::put_varint(out, entry.state.inode);
    base::put_raw(out, entry.state.content);
    base::put_varint(out, entry.articles.size());
    if (entry.skipped) base::put_string(out, entry.detail);
    for (const CatalogArticle& article : entry.articles) {
        base::put_raw(out, article.claimed.bytes);
        if ((traits & disputed_bit) != 0) base::put_raw(out, article.id.bytes);
        base::put_string(out, article.member);
    }
    if ((traits & versioned_bit) != 0) put_versions(out, entry);
    if (!entry.parts.empty()) put_parts(out, entry.parts);
    if (!entry.issue.empty()) base::put_string(out, entry.issue);
    if ((traits & passed_bit) != 0) put_passed(out, entry.passed);
    if ((traits & also_bit) != 0) put_other_ids(out, entry);
    return out;
}

CatalogEntry decode_catalog_entry(std::string_view bytes) {
    base::ByteReader in(bytes);
    const Head head = get_head(in);
    CatalogEntry entry;
    entry.state = head.state;
    entry.skipped = reason_in(head.traits);
    entry.dated_by_mtime = (head.traits & dated_by_mtime_bit) != 0;
    entry.racy = (head.traits & racy_bit) != 0;
    entry.gone = (head.traits & gone_bit) != 0;
    if (entry.skipped) entry.detail = in.string();
    const bool disputed = (head.traits & disputed_bit) != 0;
    for (std::uint64_t i = 0; i < head.articles && !in.failed(); ++i)
        entry.articles.push_back(get_article(in, disputed));
    if ((head.traits & versioned_bit) != 0) get_versions(in, entry);
    if ((head.traits & parts_bit) != 0) entry.parts = get_parts(in);
    if ((head.traits & issue_bit) != 0) entry.issue = in.string();
    if ((head.traits & passed_bit) != 0) entry.passed = get_passed(in);
    if ((head.traits & also_bit) != 0) get_other_ids(in, entry);
    if (!in.finished()) throw_damaged();
    return entry;
}

FileSummary decode_summary(std::string_view bytes) {
    base::ByteReader in(bytes);
    const Head head = get_head(in);
    FileSummary summary;
    summary.state = head.state;
    summary.articles = static_cast<std::size_t>(head.articles);
    summary.skipped = reason_in(head.traits);
    summary.racy = (head.traits & racy_bit) != 0;
    summary.gone = (head.traits & gone_bit) != 0;
    summary.versioned = (head.traits & versioned_bit) != 0;
    summary.disputed = (head.traits & disputed_bit) != 0;
    summary.parts_skipped = (head.traits & parts_bit) != 0;
    summary.of_issue = (head.traits & issue_bit) != 0;
    summary.parts_passed = (head.traits & passed_bit) != 0;
    return summary;
}

}  // namespace morgue::schema

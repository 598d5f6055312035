#include <algorithm>
#include <iterator>
#include <utility>

#include <indexer/file_intake.hpp>
#include <indexer/skipped_parts.hpp>

namespace morgue::indexer {

namespace {

/// Clocks of file systems are coarse: a file changed this near to a scan may change after it and
/// look the same.
constexpr std::int64_t racy_ns = 2'000'000'000;

void note_state(schema::CatalogEntry& entry, const schema::FileState& state,
                const Preparation& run) {
    entry.state = state;
    entry.racy = state.mtime_ns > run.scanned_at_ns - racy_ns;
}

bool is_of_whole(const Unread& why) {
    return why.member.empty();
}

/// Files of an issue may give nothing by themselves.
bool gives_nothing(const ReadingFile& done) {
    return !done.has_articles &&
           (done.file.issue.empty() || std::ranges::any_of(done.unread, is_of_whole));
}

bool lacks_files(const ReadingFile& done) {
    return std::ranges::find(done.unread, SkipReason::incomplete, &Unread::reason) !=
           done.unread.end();
}

}  // namespace

void FileIntake::take(FileRead read, Preparation& run) {
    if (std::holds_alternative<SameContent>(read.content)) {
        count_read(read);
        return keep(read, run);
    }
    Taken taken = std::get<Taken>(std::move(read.content));
    const bool is_last = read.is_last;
    // The first part knows what was known before.
    if (!reading_) reading_.emplace(std::move(read));
    take_articles(std::move(taken.articles));
    std::ranges::move(taken.unread, std::back_inserter(reading_->unread));
    reading_->passed = taken.passed;
    if (is_last) finish_file(run);
}

void FileIntake::count_read(const FileRead& read) {
    if (read.state) into_.progress.bytes_read += read.state->size;
    ++into_.progress.files_read;
}

void FileIntake::keep(const FileRead& read, const Preparation& run) {
    schema::CatalogEntry entry = read.known.value();
    note_state(entry, *read.state, run);
    entry.skipped.reset();
    entry.detail.clear();
    into_.catalog.put(read.file->key(), entry);
    into_.report.unchanged += entry.articles.size();
}

void FileIntake::take_articles(std::vector<schema::StoredArticle> articles) {
    if (articles.empty()) return;
    const schema::FileKey key = reading_->file.file->key();
    if (!std::exchange(reading_->has_articles, true)) into_.changes.begin(key);
    reading_->dated_by_mtime |= std::ranges::any_of(articles, dated_by_mtime);
    reading_->all_withdrawn &= std::ranges::all_of(articles, &schema::StoredArticle::withdrawn);
    into_.progress.articles_read += articles.size();
    into_.versions.note(key, articles);
    into_.changes.add(std::move(articles));
}

void FileIntake::finish_file(Preparation& run) {
    ReadingFile done = *std::exchange(reading_, std::nullopt);
    count_read(done.file);
    if (gives_nothing(done)) return skip(done, run);
    // Of an issue's files one has an article that another had before.
    if (!done.has_articles) into_.changes.begin(done.file.file->key());
    schema::CatalogEntry entry;
    note_state(entry, *done.file.state, run);
    entry.issue = done.file.issue;
    entry.passed = done.passed;
    if (lacks_files(done)) entry.read_next_time();
    if (done.has_articles && done.all_withdrawn) done.unread.push_back(taken_back());
    into_.report.newly_skipped += note_unread(entry, std::move(done.unread), done.file.known);
    finish_articles(std::move(entry), done);
}

void FileIntake::break_off() {
    if (!reading_) return;
    const ReadingFile begun = *std::exchange(reading_, std::nullopt);
    if (!begun.has_articles) return;
    schema::CatalogEntry entry;
    entry.state = *begun.file.state;
    entry.issue = begun.file.issue;
    entry.read_next_time();
    finish_articles(std::move(entry), begun);
}

void FileIntake::finish_articles(schema::CatalogEntry entry, const ReadingFile& done) {
    entry.dated_by_mtime = done.dated_by_mtime;
    const auto difference = into_.changes.finish(done.file.file->key(), std::move(entry));
    into_.report.added += difference.added;
    into_.report.changed += difference.changed;
    into_.report.removed += difference.removed;
}

/// The file gives no article. What it gave before stays while it may come back; when its content
/// has really gone, that is a removal like any other.
void FileIntake::skip(ReadingFile& done, Preparation& run) {
    const FileRead& read = done.file;
    std::vector<Unread> unread = done.reasons();
    const schema::FileKey key = read.file->key();
    schema::CatalogEntry entry = read.known.value_or(schema::CatalogEntry{});
    if (read.state) note_state(entry, *read.state, run);
    const SkipReason why = unread.front().reason;
    entry.skipped = why;
    if (!may_come_back(why)) entry.versions.clear();
    entry.detail.clear();
    entry.issue = read.issue;
    entry.passed = done.passed;
    into_.report.newly_skipped += note_unread(entry, std::move(unread), read.known);
    if (entry != read.known) into_.catalog.put(key, entry);
    if (entry.articles.empty() || entry.gone) return;
    if (may_come_back(why))
        into_.report.unchanged += entry.articles.size();
    else
        run.plan.vanished.push_back(key);
}

}  // namespace morgue::indexer

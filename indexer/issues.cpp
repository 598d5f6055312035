#include <algorithm>
#include <utility>

#include <base/file.hpp>
#include <indexer/issues.hpp>

namespace morgue::indexer {

namespace {

/// What the issue gave before may come back.
bool is_out_of_reach(const FileRead& read) {
    const Taken* taken = std::get_if<Taken>(&read.content);
    return taken != nullptr && taken->articles.empty() && !taken->unread.empty() &&
           may_come_back(taken->unread.front().reason);
}

}  // namespace

void Issues::begin(const FilePlan& plan) {
    gone_.insert(plan.vanished.begin(), plan.vanished.end());
    let_go_.insert(plan.gone_issues.begin(), plan.gone_issues.end());
    broken_.insert(plan.broken_issues.begin(), plan.broken_issues.end());
}

bool Issues::note(const FileRead& read) {
    if (std::holds_alternative<SameContent>(read.content)) return false;
    const schema::FileKey key = read.file->key();
    const std::string issue = read.known ? read.known->issue : std::string();
    if (const auto* waiting = std::get_if<WaitingIssue>(&read.content)) {
        Issue& noted = issues_[key];
        noted.file = *read.file;
        for (const std::string& path : waiting->pages)
            noted.pages.push_back({key.root, base::join(base::parent(key.file), path)});
        std::erase(noted.pages, key);
        return true;
    }
    if (!issue.empty() && issue != key.file) broken_.insert({key.root, issue});
    if (issue == key.file && !is_out_of_reach(read)) let_go(key);
    if (!std::holds_alternative<WaitingPage>(read.content)) {
        if (!issue.empty()) seen_.insert(key);  // it is taken in now, and only once
        return false;
    }
    pages_.insert_or_assign(key, *read.file);
    return true;
}

bool Issues::is_page(const schema::FileKey& key) const {
    if (pages_.contains(key)) return true;
    const auto known = catalog_.summary_of(key);
    return known && known->of_issue && !gone_.contains(key);
}

Issues::Claims Issues::claims() const {
    Claims claims;
    for (const auto& [key, issue] : issues_) {
        const auto taken = std::ranges::find_if(
            issue.pages, [&](const schema::FileKey& page) { return claims.contains(page); });
        if (taken != issue.pages.end()) {
            claims.emplace(key, claims.at(*taken));
            continue;
        }
        for (const schema::FileKey& page : issue.pages)
            if (is_page(page)) claims.emplace(page, key);
    }
    return claims;
}

/// Pages that were read by themselves, and issues that have what another one names, too.
void Issues::add_named_pages(Keys& wanted) const {
    for (const auto& [key, issue] : issues_)
        for (const schema::FileKey& page : issue.pages) {
            const auto known = catalog_.find(page);
            if (!known || pages_.contains(page) || gone_.contains(page)) continue;
            wanted.insert(known->issue.empty() ? page : schema::FileKey{page.root, known->issue});
        }
}

/// What belonged to an issue that was read again or is no more, and is none of its pages now.
void Issues::add_orphans(Keys& wanted) const {
    if (issues_.empty() && let_go_.empty()) return;
    const Claims claims = this->claims();
    for (auto at = catalog_.all(); !at.at_end(); at.next()) {
        if (!at.summary().of_issue) continue;
        const schema::FileKey key = at.file_key();
        const schema::FileKey issue{key.root, at.entry().issue};
        const bool is_settled = issue == key || claims.contains(key) || gone_.contains(key);
        if (!is_settled && (issues_.contains(issue) || let_go_.contains(issue))) wanted.insert(key);
    }
}

std::vector<FileToRead> Issues::undecided() {
    Keys wanted = broken_;
    add_named_pages(wanted);
    add_orphans(wanted);
    std::vector<FileToRead> files;
    for (const schema::FileKey& key : wanted) {
        if (issues_.contains(key) || pages_.contains(key) || gone_.contains(key)) continue;
        auto entry = catalog_.find(key);
        if (!entry || !seen_.insert(key).second) continue;
        // So that it is read now, or in the next run should this one end before.
        entry->read_next_time();
        catalog_.put(key, *entry);
        files.push_back(known_file(key));
    }
    return files;
}

std::vector<FileToRead> Issues::decided() {
    const Claims claims = this->claims();
    std::vector<FileToRead> files;
    for (const auto& [key, issue] : issues_) files.push_back(settled(issue.file, key, claims));
    for (auto& [key, page] : pages_) {
        if (claims.contains(key)) continue;
        files.push_back(page);
        files.back().is_settled = true;
    }
    issues_.clear();
    pages_.clear();
    broken_.clear();
    let_go_.clear();
    return files;
}

FileToRead Issues::settled(FileToRead file, const schema::FileKey& key, const Claims& claims) {
    IssuePages& list = lists_.emplace_back();
    file.is_settled = true;
    file.pages = &list;
    if (const auto other = claims.find(key); other != claims.end()) {
        list.read_with = other->second.file;
        return file;
    }
    for (const schema::FileKey& page : issues_.at(key).pages) {
        if (!claims.contains(page)) continue;
        const auto noted = pages_.find(page);
        list.files.push_back(noted == pages_.end() ? known_file(page) : noted->second);
        list.files.back().is_settled = true;
    }
    return file;
}

/// As it was when it was last read.
FileToRead Issues::known_file(const schema::FileKey& key) {
    const auto [target, is_new] = targets_.try_emplace(key.root);
    if (is_new) target->second = {key.root, schema::root_path(index_dir_, key.root), {}};
    const std::string& path = *paths_.insert(key.file).first;
    const schema::FileState state = catalog_.summary_of(key).value().state;
    const bool is_link = catalog_.roots[key.root].follows_links;
    return {&target->second, {path, state.size, state.mtime_ns, state.inode, is_link}, true};
}

}  // namespace morgue::indexer

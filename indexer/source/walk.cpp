#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include <base/file.hpp>
#include <base/workers.hpp>
#include <indexer/source/ignore.hpp>
#include <indexer/source/walk.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t most_ignore_bytes = std::size_t{1} << 20;

using Rules = std::shared_ptr<const IgnoreRules>;

bool is_hidden(std::string_view path) {
    return path.substr(path.rfind('/') + 1).starts_with('.');
}

/// More threads than these would wait for each other in the system.
std::size_t listing_threads() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

/// What the jobs know in common, so that nothing is found by two ways.
struct Common {
    const Boundaries& boundaries;
    const WalkWatch& watch;
    bool any_follows = false;
    std::set<FolderIdentity> entered = {};  ///< only where links are followed, as is the next
    std::set<std::string> found = {};       ///< canonical paths of files
    std::size_t files = 0;
    base::Workers workers{listing_threads()};
};

/// A folder that is being listed.
struct Folder {
    std::string path;  ///< relative to the root
    std::string real;  ///< canonical
    Rules rules;       ///< of the folders above it
};

/// The scan of one tree; folders wait in a line, so that depth costs no stack.
class Walker {
  public:
    Walker(const WalkJob& job, Common& common)
        : job_(job), common_(common), listings_(common.workers) {}

    void walk_tree() {
        for (const std::string& start : job_.starts) begin_at(start);
        list_all();
    }

    /// After all trees were walked: what a link leads to may have been found where it stands.
    void follow_links() {
        while (!links_.empty() && !stopped()) {
            auto [path, rules] = std::move(*links_.begin());
            links_.erase(links_.begin());
            follow(path, rules);
            list_all();
        }
    }

    WalkResult result() {
        if (stopped()) result_.complete = false;
        const bool root_is_gone = !result_.missing.empty() && look_at_link(job_.root).error != 0;
        if (root_is_gone) result_.missing = {""};
        // What a link leads to may go between any two files.
        if (job_.follow_links)
            result_.files.sort();
        else
            result_.files.join_runs();
        return std::move(result_);
    }

  private:
    bool stopped() const { return common_.watch.stop.stop_requested(); }

    /// What its folders pass over is passed over when it is asked for by name, too: else the next
    /// scan of the whole tree would take it away again.
    void begin_at(const std::string& start) {
        const std::string full = base::join(job_.root, start);
        const Look seen = look_at_link(full);
        if (seen.error == ENOENT || seen.error == ENOTDIR) return result_.missing.push_back(start);
        if (seen.error != 0) return cannot_list(start, std::strerror(seen.error));
        result_.files.begin_run();
        if (start.empty()) return enter({start, full, nullptr}, seen.facts);
        if (const auto above = rules_above(start)) take_up(start, {seen.facts, full, *above});
    }

    /// The rules that hold for a name; nothing when a folder above it is passed over already.
    std::optional<Rules> rules_above(const std::string& path) {
        const std::string folder(base::parent(path));
        if (const auto known = rules_of_.find(folder); known != rules_of_.end())
            return known->second;
        std::optional<Rules> rules = Rules{};
        if (!folder.empty()) rules = rules_above(folder);
        if (rules && !folder.empty() && passes_over(folder, true, rules->get())) rules.reset();
        if (rules) rules = rules_in(folder, *rules);
        return rules_of_[folder] = rules;
    }

    bool passes_over(const std::string& path, bool is_folder, const IgnoreRules* rules) {
        if (is_hidden(path))
            result_.passed_over.push_back({path, PassedWhy::hidden});
        else if (is_ignored(rules, path, is_folder))
            result_.passed_over.push_back({path, PassedWhy::ignored});
        else
            return false;
        return true;
    }

    /// The rules for what stands in the folder; nothing when its ignore file cannot be read, as
    /// what it names must not be read either.
    std::optional<Rules> rules_in(const std::string& folder, const Rules& above) {
        const std::string path = base::join(folder, ignore_file_name);
        try {
            const auto text = base::read_file(base::join(job_.root, path), most_ignore_bytes);
            if (!text) return above;
            IgnoreFile file = parse_ignore_file(*text);
            for (const IgnoreTrouble& line : file.trouble)
                result_.notes.push_back({"ignore-line", base::join(job_.root, path) + " line " +
                                                            std::to_string(line.line) +
                                                            " is no pattern: " + line.why});
            if (file.patterns.empty()) return above;
            return std::make_shared<IgnoreRules>(
                IgnoreRules{above, folder, std::move(file.patterns)});
        } catch (const base::FileError& error) {
            cannot_list(path, error.code().message());
            return std::nullopt;
        }
    }

    void list_all() {
        for (; !folders_.empty() && !stopped(); folders_.pop_front()) {
            list(folders_.front(), listings_.take());
            if (common_.watch.on_found) common_.watch.on_found(common_.files);
        }
    }

    void list(const Folder& folder, const Listing& listing) {
        if (listing.error != 0) return cannot_list(folder.path, std::strerror(listing.error));
        Rules rules = folder.rules;
        const auto is_ignore_file = [](const auto& entry) {
            return entry.name == ignore_file_name;
        };
        if (std::any_of(listing.entries.begin(), listing.entries.end(), is_ignore_file)) {
            const auto own = rules_in(folder.path, rules);
            if (!own) return;
            rules = *own;
        }
        result_.files.begin_run();
        std::string path = folder.path.empty() ? folder.path : folder.path + '/';
        const std::size_t above = path.size();
        for (const auto& [name, seen] : listing.entries) {
            if (name == ignore_file_name) continue;
            path.replace(above, std::string::npos, name);
            if (seen.error != 0)
                cannot_list(path, std::strerror(seen.error));
            else
                take_up(path, {seen.facts, real_path(folder, name, seen.facts), rules});
        }
    }

    std::string real_path(const Folder& folder, std::string_view name, const Facts& facts) const {
        const bool is_needed = facts.is_folder() || common_.any_follows;
        return is_needed ? base::join(folder.real, name) : std::string();
    }

    /// A name and what the system says of it.
    struct Seen {
        const Facts& facts;
        std::string real;  ///< canonical path; of a file only where links are followed
        const Rules& rules;
    };

    void take_up(const std::string& path, const Seen& seen) {
        const bool is_folder = seen.facts.is_folder();
        if (is_folder && is_closed(path, seen.facts)) return;
        if (passes_over(path, is_folder, seen.rules.get())) return;
        if (is_folder) return enter({path, seen.real, seen.rules}, seen.facts);
        if (seen.facts.is_file()) return take(path, seen, false);
        if (!seen.facts.is_link()) return not_a_file(path);
        if (job_.follow_links)
            links_.emplace(path, seen.rules);
        else
            result_.passed_over.push_back({path, PassedWhy::link});
    }

    bool is_closed(const std::string& path, const Facts& folder) {
        const bool forgotten = common_.boundaries.forgotten.contains(folder.identity());
        if (forgotten) result_.passed_over.push_back({path, PassedWhy::forgotten});
        return forgotten || common_.boundaries.closed.contains(folder.identity());
    }

    void enter(Folder folder, const Facts& facts) {
        if (common_.any_follows && !common_.entered.insert(facts.identity()).second) return;
        result_.files.begin_run();
        listings_.give([path = folder.real] { return list_folder(path); });
        folders_.push_back(std::move(folder));
    }

    void take(const std::string& path, const Seen& seen, bool is_link) {
        if (common_.any_follows && !common_.found.insert(seen.real).second) return;
        ++common_.files;
        const Facts& facts = seen.facts;
        result_.files.add({path, facts.size, facts.mtime_ns, facts.inode, is_link});
    }

    void follow(const std::string& path, const Rules& rules) {
        const std::string full = base::join(job_.root, path);
        const auto [facts, error] = look(full);
        if (error != 0) return dangling(path, error);
        const std::string real = base::canonical(full);
        if (is_read_for_itself(real)) return;
        const bool is_folder = facts.is_folder();
        if (is_folder && is_closed(path, facts)) return;
        // A pattern that ends in a slash means folders; only now is it known to lead to one.
        if (is_folder && passes_over(path, true, rules.get())) return;
        if (is_folder) return enter({path, real, rules}, facts);
        if (!facts.is_file()) return not_a_file(path);
        take(path, {facts, real, rules}, true);
    }

    bool is_read_for_itself(const std::string& real) const {
        const auto& held = common_.boundaries.not_by_link;
        for (std::string_view at = real;; at = base::parent(at)) {
            if (held.contains(std::string(at))) return true;
            if (at == base::parent(at)) return false;
        }
    }

    /// What it led to may come back, such as a disk.
    void dangling(const std::string& path, int error) {
        if (error != ENOENT && error != ELOOP && error != ENOTDIR)
            return cannot_list(path, std::strerror(error));
        result_.skipped.push_back({path, SkipReason::vanished, "the link leads nowhere"});
        result_.dangling.push_back(path);
    }

    void not_a_file(const std::string& path) {
        result_.skipped.push_back({path, SkipReason::not_a_file, {}});
    }

    void cannot_list(const std::string& path, const std::string& why) {
        result_.complete = false;
        result_.skipped.push_back({path, SkipReason::unreadable, why});
    }

    const WalkJob& job_;
    Common& common_;
    std::map<std::string, std::optional<Rules>> rules_of_;  ///< of folders above starts
    std::map<std::string, Rules> links_;                    ///< to follow, in order
    std::deque<Folder> folders_;
    /// Of these, ahead of their use: most of a scan's time the system takes to look at each name,
    /// and it looks for several threads at once.
    base::InOrder<Listing> listings_;
    WalkResult result_;
};

}  // namespace

std::set<FolderIdentity> identities_of(const std::vector<std::string>& folders) {
    std::set<FolderIdentity> identities;
    for (const std::string& folder : folders) {
        const auto [facts, error] = look(folder);
        if (error == 0 && facts.is_folder()) identities.insert(facts.identity());
    }
    return identities;
}

std::vector<WalkResult> walk(const std::vector<WalkJob>& jobs, const Boundaries& boundaries,
                             const WalkWatch& watch) {
    const auto follows = [](const WalkJob& job) { return job.follow_links; };
    Common common{.boundaries = boundaries,
                  .watch = watch,
                  .any_follows = std::any_of(jobs.begin(), jobs.end(), follows)};
    std::deque<Walker> walkers;
    for (const WalkJob& job : jobs) walkers.emplace_back(job, common);
    for (Walker& walker : walkers) walker.walk_tree();
    for (Walker& walker : walkers) walker.follow_links();
    std::vector<WalkResult> results;
    for (Walker& walker : walkers) results.push_back(walker.result());
    return results;
}

}  // namespace morgue::indexer

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>

#include <base/file.hpp>
#include <indexer/source/walk.hpp>

namespace morgue::indexer {

namespace {

/// One scan; folders wait on a list, so that depth costs no stack.
class Walker {
  public:
    Walker(const std::string& root, const std::function<bool(const std::string&)>& enter,
           std::stop_token stop)
        : root_(root), enter_(enter), stop_(std::move(stop)) {}

    WalkResult run(const std::string& start) {
        visit(start, true);
        while (!folders_.empty() && !stop_.stop_requested()) {
            const std::string folder = std::move(folders_.back());
            folders_.pop_back();
            list(folder);
        }
        if (stop_.stop_requested()) result_.complete = false;
        std::sort(result_.files.begin(), result_.files.end(),
                  [](const auto& left, const auto& right) { return left.path < right.path; });
        return std::move(result_);
    }

  private:
    void list(const std::string& folder) {
        std::vector<std::string> names;
        try {
            names = base::list_directory(base::join(root_, folder));
        } catch (const base::FileError& error) {
            return cannot_list(folder, error.code().message());
        }
        for (const std::string& name : names)
            if (!name.starts_with('.')) visit(base::join(folder, name), false);
    }

    void visit(const std::string& path, bool asked_for) {
        struct stat facts {};
        const std::string full = base::join(root_, path);
        if (::lstat(full.c_str(), &facts) != 0) return cannot_look(path, errno);
        if (S_ISDIR(facts.st_mode)) {
            if (asked_for || enter_(path)) folders_.push_back(path);
        } else if (S_ISREG(facts.st_mode)) {
            result_.files.push_back({path, static_cast<std::uint64_t>(facts.st_size),
                                     base::nanoseconds(facts.st_mtim), facts.st_ino});
        } else if (!S_ISLNK(facts.st_mode)) {
            result_.skipped.push_back({path, SkipReason::not_a_file, {}});
        }
    }

    /// Gone between listing and looking is no loss; anything else leaves the scan incomplete.
    void cannot_look(const std::string& path, int error) {
        if (error != ENOENT) cannot_list(path, std::strerror(error));
    }

    void cannot_list(const std::string& path, const std::string& why) {
        result_.complete = false;
        result_.skipped.push_back({path, SkipReason::unreadable, why});
    }

    const std::string& root_;
    const std::function<bool(const std::string&)>& enter_;
    std::stop_token stop_;
    std::vector<std::string> folders_;
    WalkResult result_;
};

}  // namespace

WalkResult walk(const std::string& root, const std::string& start,
                const std::function<bool(const std::string&)>& enter, std::stop_token stop) {
    return Walker(root, enter, std::move(stop)).run(start);
}

}  // namespace morgue::indexer

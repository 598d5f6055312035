#include <atomic>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <tools/bench/corpus/tree.hpp>

namespace morgue::bench {

namespace {

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out{path, std::ios::binary};
    out << text;
    out.close();
    if (!out) throw std::system_error{errno, std::generic_category(), path.string()};
}

// Days are handed out one by one, so that a folder is made and filled by one thread.
class TreeWriter {
  public:
    TreeWriter(const Archive& archive, const std::string& folder)
        : archive_(archive), folder_(folder) {}

    void write_days() noexcept {
        try {
            const auto& [articles, seed, mean, per_day, long_every] = archive_.options();
            for (std::size_t begin = next_day_++ * per_day; begin < articles && !failed_;
                 begin = next_day_++ * per_day)
                write_day(begin, std::min(begin + per_day, articles));
        } catch (...) {
            const std::lock_guard hold{lock_};
            if (!failed_.exchange(true)) error_ = std::current_exception();
        }
    }

    std::uint64_t finish() const {
        if (error_) std::rethrow_exception(error_);
        return bytes_;
    }

  private:
    void write_day(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const GeneratedArticle article = archive_.article(i);
            const std::filesystem::path path = folder_ / article.path;
            if (i == begin) std::filesystem::create_directories(path.parent_path());
            write_file(path, article.text);
            bytes_ += article.text.size();
        }
    }

    const Archive& archive_;
    const std::filesystem::path folder_;
    std::atomic<std::size_t> next_day_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0;
    std::atomic<bool> failed_ = false;
    std::mutex lock_;
    std::exception_ptr error_;
};

}  // namespace

std::uint64_t write_tree(const Archive& archive, const std::string& folder, std::size_t threads) {
    TreeWriter writer{archive, folder};
    {
        std::vector<std::jthread> running;
        for (std::size_t i = 0; i < threads; ++i)
            running.emplace_back([&writer] { writer.write_days(); });
    }
    return writer.finish();
}

}  // namespace morgue::bench

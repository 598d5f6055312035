#include <algorithm>
#include <map>

#include <morgue/check.hpp>
#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/check_articles.hpp>
#include <indexer/check_bytes.hpp>
#include <indexer/check_order.hpp>
#include <schema/file_catalog.hpp>
#include <schema/generation.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

using Phase = CheckProgress::Phase;

/// Of each part, a quick check reads so many articles, or all where there are fewer.
constexpr std::uint32_t sample = 1000;

/// One part of an index and what was found in it. It is written once, so it is checked once.
struct Part {
    explicit Part(std::string in) : folder(std::move(in)), salvage(folder) {}

    std::string uuid() const {
        return salvage.facts() ? glass::to_string(salvage.facts()->uuid) : std::string();
    }
    std::uint32_t documents() const { return salvage.facts() ? salvage.facts()->documents : 0; }

    std::string folder;
    PartSalvage salvage;
    std::vector<Damage> damage = {};
    ArticleFindings articles = {};
};

using Parts = std::vector<Part*>;

template <typename T>
void append(std::vector<T>& to, std::vector<T> more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

class Check {
  public:
    Check(const std::string& dir, const CheckOptions& options)
        : dir_(base::canonical(dir)), options_(options) {}

    CheckReport go() {
        // What is published meanwhile is checked as well; what is not named any more may be gone.
        std::size_t rounds = 0;
        for (std::string checked; !stopped(); ++rounds) {
            const std::string stub = schema::read_stub(dir_);
            if (stub == checked) break;
            checked = stub;
            if (!read_lists(stub)) return finished_report();
            check_parts(parts_not_checked());
        }
        if (rounds == 1) {
            check_dead_list();
            check_files();
            check_opening();
        }
        return finished_report();
    }

  private:
    bool stopped() const { return options_.stop.stop_requested(); }

    bool go_on(std::uint64_t done) {
        progress_.done += done;
        if (options_.on_progress) options_.on_progress(progress_);
        return !stopped();
    }

    void begin(Phase phase, std::uint64_t all) {
        progress_ = {phase, 0, all};
        go_on(0);
    }

    /// False when the list of parts is damaged: then nothing is known of the rest.
    bool read_lists(const std::string& stub) {
        lists_.clear();
        try {
            generation_ = schema::decode_generation(stub, base::join(dir_, schema::stub_name));
        } catch (const Error& error) {
            if (error.code() != ErrorCode::index_corrupt) throw;
            lists_.push_back({error.path(), "is not as it was written"});
            return false;
        }
        read_dead_list();
        return true;
    }

    void read_dead_list() {
        const std::string path = base::join(dir_, generation_.dead_file());
        dead_.clear();
        const auto bytes = base::read_file(path);
        if (!bytes) return lists_.push_back({path, "is missing"});
        try {
            dead_ = schema::decode_dead_list(*bytes, path);
        } catch (const Error&) {
            lists_.push_back({path, "is not as it was written"});
        }
    }

    Parts parts_not_checked() {
        std::map<std::string, Part> named;
        Parts fresh;
        for (const std::string& name : generation_.shards) {
            const auto known = parts_.find(name);
            if (known != parts_.end()) {
                named.insert(parts_.extract(known));
                continue;
            }
            const std::string folder = base::join(base::join(dir_, schema::shards_name), name);
            fresh.push_back(&named.emplace(name, folder).first->second);
        }
        parts_ = std::move(named);
        return fresh;
    }

    void check_parts(const Parts& parts) {
        check_bytes(parts);
        check_articles(parts);
        if (options_.depth != CheckDepth::quick) check_order(parts);
        if (options_.depth == CheckDepth::full) check_words(parts);
    }

    void check_bytes(const Parts& parts) {
        std::uint64_t all = 0;
        for (const Part* part : parts) all += base::bytes_below(part->folder);
        begin(Phase::bytes, all);
        for (Part* part : parts) {
            if (stopped()) return;
            part->damage = damaged_files(part->folder, [&](std::uint64_t bytes) {
                report_.bytes += bytes;
                return go_on(bytes);
            });
        }
    }

    void check_articles(const Parts& parts) {
        std::uint64_t all = 0;
        for (const Part* part : parts) all += part->documents() / step_of(*part);
        begin(Phase::articles, all);
        for (Part* part : parts) {
            if (stopped()) return;
            const ArticleChoice choice{dead_[part->uuid()], step_of(*part)};
            part->articles = indexer::check_articles(part->folder, part->salvage, choice,
                                                     [&] { return go_on(1); });
        }
    }

    std::uint32_t step_of(const Part& part) const {
        const bool all = options_.depth != CheckDepth::quick || part.documents() <= sample;
        return all ? 1 : part.documents() / sample;
    }

    /// Where bytes differ, the order is not asked for: it would say the same in other words.
    template <typename Fn>
    void for_each_whole(const Parts& parts, Phase phase, Fn&& fn) {
        begin(phase, parts.size());
        for (Part* part : parts) {
            if (stopped()) return;
            if (part->damage.empty()) fn(*part);
            go_on(1);
        }
    }

    void check_order(const Parts& parts) {
        for_each_whole(parts, Phase::order, [&](Part& part) {
            append(part.damage, disorder_in(part.folder, options_.stop));
        });
    }

    void check_words(const Parts& parts) {
        for_each_whole(parts, Phase::words, [&](Part& part) {
            const Misfiled misfiled = misfiled_in(part.folder, options_.stop);
            if (misfiled.unreadable)
                part.damage.push_back({part.folder, "holds words that cannot be read"});
            append(part.damage,
                   damaged_articles(base::join(part.folder, "postlist.glass"), part.salvage,
                                    {misfiled.docids.begin(), misfiled.docids.end()},
                                    "does not list all of its words, or lists others"));
        });
    }

    /// Removed articles must be articles of the parts.
    void check_dead_list() {
        std::map<std::string, std::uint32_t> last_docids;
        for (const auto& [name, part] : parts_) {
            if (!part.salvage.facts()) return;
            last_docids.emplace(part.uuid(), part.salvage.facts()->last_docid);
        }
        for (const auto& [uuid, docids] : dead_) {
            const auto part = last_docids.find(uuid);
            if (docids.empty() || (part != last_docids.end() && docids.back() <= part->second))
                continue;
            return lists_.push_back({base::join(dir_, generation_.dead_file()),
                                     "does not belong to the rest of the index"});
        }
    }

    void check_files() {
        const std::string path = base::join(dir_, schema::files_name);
        if (!base::read_file(path)) return;
        const auto catalog = schema::read_file_catalog(dir_);
        if (!catalog || catalog->generation == 0)
            lists_.push_back({path, "is not as it was written", {}, {}, Damage::Remedy::ingest});
        else if (catalog->generation == generation_.number && all_read())
            compare_files(*catalog, path);
    }

    /// Whether all articles were read, and were sound.
    bool all_read() const {
        return !stopped() && options_.depth != CheckDepth::quick &&
               std::all_of(parts_.begin(), parts_.end(), [](const auto& named) {
                   return named.second.damage.empty() && named.second.articles.damage.empty();
               });
    }

    void compare_files(const schema::FileCatalog& catalog, const std::string& path) {
        std::vector<std::uint64_t> listed;
        std::vector<std::uint64_t> held;
        for (auto at = catalog.all(); !at.at_end(); at.next())
            for (const schema::CatalogArticle& article : at.entry().articles)
                listed.push_back(catalog_hash(at.file_key(), article.id));
        for (const auto& [name, part] : parts_)
            held.insert(held.end(), part.articles.of_files.begin(), part.articles.of_files.end());
        std::sort(listed.begin(), listed.end());
        std::sort(held.begin(), held.end());
        if (listed != held) lists_.push_back({path, "does not list the articles that are there"});
    }

    /// What all parts together must be, those who open the index know.
    void check_opening() {
        const bool may_open = options_.depth != CheckDepth::quick && lists_.empty() && all_read();
        if (may_open) append(lists_, opening_faults(dir_, options_.stop));
    }

    CheckReport finished_report() {
        report_.damage = std::move(lists_);
        for (auto& [name, part] : parts_) {
            append(report_.damage, std::move(part.damage));
            append(report_.damage, std::move(part.articles.damage));
            report_.articles += part.articles.sound;
        }
        report_.interrupted = stopped();
        return std::move(report_);
    }

    std::string dir_;
    const CheckOptions& options_;
    schema::Generation generation_;
    schema::DeadList dead_;
    std::map<std::string, Part> parts_;  ///< by name
    std::vector<Damage> lists_;          ///< damage of what names the parts, and their articles
    CheckProgress progress_;
    CheckReport report_;
};

}  // namespace

}  // namespace morgue::indexer

namespace morgue {

CheckReport check(const std::string& dir, const CheckOptions& options) {
    return schema::guarded(dir, [&] {
        schema::read_stub(dir);
        return indexer::Check(dir, options).go();
    });
}

}  // namespace morgue

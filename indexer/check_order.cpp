#include <ostream>
#include <streambuf>

#include <xapian.h>

#include <base/bytes.hpp>
#include <base/child.hpp>
#include <base/file.hpp>
#include <base/hash.hpp>
#include <indexer/check_order.hpp>
#include <schema/snapshot.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

namespace {

using How = base::ChildEnd::How;

/// A check of Xapian's says nothing while it walks a table. On a slow disk a second for each so
/// many bytes is ample.
constexpr std::uint64_t slowest_bytes_a_second = std::uint64_t{1} << 20;
constexpr std::uint64_t least_seconds = 60;

base::ChildWatch watch_over(const std::string& folder, const std::stop_token& stop) {
    const std::uint64_t seconds =
        least_seconds + base::bytes_below(folder) / slowest_bytes_a_second;
    return {stop, std::chrono::seconds(seconds)};
}

/// Hands over whole lines, as they come: the last one before a crash tells where it was.
class LinesTo : public std::streambuf {
  public:
    explicit LinesTo(const base::Say& say) : say_(say) {}

  protected:
    int_type overflow(int_type c) override {
        if (c == '\n') {
            if (!line_.empty()) say_(line_);
            line_.clear();
        } else if (c != traits_type::eof()) {
            line_.push_back(traits_type::to_char_type(c));
        }
        return traits_type::not_eof(c);
    }

  private:
    const base::Say& say_;
    std::string line_;
};

void walk(const std::string& folder, const base::Say& say) {
    LinesTo lines(say);
    std::ostream out(&lines);
    schema::guarded(folder, [&] { Xapian::Database::check(folder, 0, &out); });
}

/// Reads what Xapian's check says: the name of each table and a colon, and somewhere below it that
/// the table is in order or has never been used.
class Report {
  public:
    explicit Report(const std::string& folder) : folder_(folder) {}

    void hear(std::string_view line) {
        if (line.ends_with(':') && line.find(' ') == std::string_view::npos) {
            end_table();
            table_ = line.substr(0, line.size() - 1);
            in_order_ = false;
        } else if (line.ends_with("checked OK") || line.starts_with("Lazily created")) {
            in_order_ = true;
        }
    }

    std::vector<Damage> end(const base::ChildEnd& end) {
        if (end.how == How::stopped) return {};
        if (end.how == How::crashed)
            blame("cannot be walked: doing so crashes (" + end.what + ")");
        else if (end.how == How::hung)
            blame("cannot be walked: doing so does not end");
        else if (end.how == How::failed && in_order_)
            blame("cannot be walked: " + end.what);
        else
            end_table();
        return std::move(damage_);
    }

  private:
    void end_table() {
        if (!table_.empty() && !in_order_) blame("is not in order");
    }

    void blame(const std::string& what) {
        damage_.push_back(
            {table_.empty() ? folder_ : base::join(folder_, table_ + ".glass"), what});
    }

    const std::string& folder_;
    std::string table_;
    bool in_order_ = false;
    std::vector<Damage> damage_;
};

/// What stands in a shard twice, by word and by document, in sums that do not know of order.
class Sums {
  public:
    explicit Sums(Xapian::docid last) : sums_(last + std::size_t{1}) {}

    void add(Xapian::docid docid, std::uint64_t term, Xapian::termcount wdf) {
        sum(docid) += mixed(term, wdf);
    }
    void take(Xapian::docid docid, std::uint64_t term, Xapian::termcount wdf) {
        sum(docid) -= mixed(term, wdf);
    }
    void tell_differences(const base::Say& say) const {
        for (std::size_t docid = 0; docid < sums_.size(); ++docid) {
            if (sums_[docid] == 0) continue;
            std::string message;
            base::put_varint(message, docid);
            say(message);
        }
    }

  private:
    static std::uint64_t mixed(std::uint64_t term, Xapian::termcount wdf) {
        std::string bytes;
        base::put_big_endian(bytes, term, sizeof term);
        base::put_varint(bytes, wdf);
        return base::hash64(bytes);
    }
    /// No document has the number 0: there goes what stands for one that there cannot be.
    std::uint64_t& sum(Xapian::docid docid) { return sums_[docid < sums_.size() ? docid : 0]; }

    std::vector<std::uint64_t> sums_;
};

void compare_words(const std::string& folder, const base::Say& say) {
    const Xapian::Database database(folder, Xapian::DB_BACKEND_GLASS);
    Sums sums(database.get_lastdocid());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const std::uint64_t hash = base::hash64(*term);
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
            sums.add(*at, hash, at.get_wdf());
    }
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
        for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term)
            sums.take(*at, base::hash64(*term), term.get_wdf());
    sums.tell_differences(say);
}

}  // namespace

std::vector<Damage> disorder_in(const std::string& folder, const std::stop_token& stop) {
    Report report(folder);
    const base::ChildEnd end = base::run_in_child([&](const base::Say& say) { walk(folder, say); },
                                                  [&](std::string_view line) { report.hear(line); },
                                                  watch_over(folder, stop));
    return report.end(end);
}

std::vector<Damage> opening_faults(const std::string& dir, const std::stop_token& stop) {
    const base::ChildEnd end = base::run_in_child(
        [&](const base::Say&) { schema::guarded(dir, [&] { schema::Snapshot::open(dir); }); },
        [](std::string_view) {}, watch_over(dir, stop));
    if (end.how == How::finished || end.how == How::stopped) return {};
    return {{dir, "cannot be opened" + (end.what.empty() ? "" : ": " + end.what)}};
}

Misfiled misfiled_in(const std::string& folder, const std::stop_token& stop) {
    Misfiled misfiled;
    const base::ChildEnd end = base::run_in_child(
        [&](const base::Say& say) { schema::guarded(folder, [&] { compare_words(folder, say); }); },
        [&](std::string_view message) {
            base::ByteReader in(message);
            misfiled.docids.push_back(static_cast<std::uint32_t>(in.varint()));
        },
        watch_over(folder, stop));
    misfiled.unreadable = end.how != How::finished && end.how != How::stopped;
    return misfiled;
}

}  // namespace morgue::indexer

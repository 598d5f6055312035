#pragma once

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include <morgue/error.hpp>
#include <morgue/index_writer.hpp>
#include <morgue/ingest.hpp>
#include <morgue/status.hpp>

#include <base/file.hpp>
#include <schema/snapshot.hpp>
#include <schema/term.hpp>
#include <schema/term_reading.hpp>
#include <support/temporary_directory.hpp>

namespace morgue {

/// An archive in a folder of its own, indexed again and again.
class Ingest : public testing::Test {
  protected:
    std::string root() const { return directory_.path() + "/archive"; }
    std::string dir() const { return root() + "/.morgue"; }
    std::string file(const std::string& name) const { return root() + "/" + name; }

    /// Writes a file as if it had lain there for long: no scan was near.
    void write(const std::string& name, const std::string& bytes, long age = 1000) const {
        directory_.write("archive/" + name, bytes);
        set_age(name, age);
    }

    void set_age(const std::string& name, long age) const {
        struct timeval now {};
        ::gettimeofday(&now, nullptr);
        now.tv_sec -= age;
        const struct timeval both[2] = {now, now};
        ASSERT_EQ(::utimes(file(name).c_str(), both), 0);
    }

    void remove(const std::string& name) const { base::remove_all(file(name)); }
    void rename(const std::string& from, const std::string& to) const {
        ASSERT_EQ(std::rename(file(from).c_str(), file(to).c_str()), 0);
    }

    IngestReport run(IngestOptions options = {}, std::stop_token stop = {}) const {
        if (options.paths.empty()) options.paths = {root()};
        return ingest(dir(), options, std::move(stop));
    }

    IngestReport confirmed() const {
        IngestOptions options;
        options.confirm_removals = true;
        return run(options);
    }

    /// Added, changed, renamed, removed, unchanged, skipped.
    static std::string counts(const IngestReport& report) {
        return std::to_string(report.added) + " " + std::to_string(report.changed) + " " +
               std::to_string(report.renamed.size()) + " " + std::to_string(report.removed) + " " +
               std::to_string(report.unchanged) + " " + std::to_string(report.skipped.size());
    }

    /// Everything that two indexes of the same articles must share. Which article is taken for a
    /// copy of which depends on the one that came first.
    static std::multiset<std::string> contents(const std::string& index) {
        std::multiset<std::string> all;
        const schema::Snapshot snapshot = schema::Snapshot::open(index);
        snapshot.for_each_live("", [&](const schema::Place& place) {
            const Xapian::Document document =
                snapshot.shards()[place.shard].database.get_document(place.docid);
            schema::StoredArticle stored = schema::decode(document.get_data());
            std::string text = stored.indexed.id.full() + "|" + stored.indexed.location.file + "|" +
                               stored.indexed.article.body + "|" + stored.lang + "|" +
                               stored.indexed.format + "|" +
                               std::to_string(stored.indexed.location.body_line);
            for (const Metadatum& datum : stored.indexed.article.metadata)
                text += "|" + datum.value + "/" + std::string(to_string(datum.from));
            for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
                if (*term == schema::repeat_term || schema::leader_in(*term)) continue;
                text += " " + *term + ":" + std::to_string(term.get_wdf());
                for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
                    text += "," + std::to_string(*at);
            }
            all.insert(text);
            return true;
        });
        return all;
    }

    void expect_equal_to_a_fresh_index() const {
        const std::string updated = dir();
        const std::multiset<std::string> now = contents(updated);
        ASSERT_EQ(std::rename(updated.c_str(), (directory_.path() + "/kept").c_str()), 0);
        run();
        EXPECT_EQ(now, contents(dir()));
        base::remove_all(dir());
        ASSERT_EQ(std::rename((directory_.path() + "/kept").c_str(), updated.c_str()), 0);
    }

    test::TemporaryDirectory directory_;
};

inline std::string numbered(int number) {
    return "Headline " + std::to_string(number) + "\n\nBody of article " + std::to_string(number) +
           ".\n";
}

}  // namespace morgue

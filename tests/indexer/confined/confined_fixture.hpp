#pragma once

#include <cstdlib>
#include <string>
#include <tests/indexer/ingest_fixture.hpp>

#include <indexer/confined/confined_readers.hpp>

namespace morgue {

/// An archive whose files are read by a program that goes wrong where they ask for it.
class Confined : public Ingest {
  protected:
    void SetUp() override { read_with(MORGUE_FAULTY_READER); }
    void TearDown() override { ::unsetenv("MORGUE_READER"); }

    static void read_with(const std::string& program) {
        ::setenv("MORGUE_READER", program.c_str(), 1);
    }

    static std::string page(const std::string& text) {
        return "<html><title>Storm</title><body><p>" + text + "</p></body></html>";
    }

    /// A page that asks for the fault, amid others.
    void write_pages(const std::string& fault) const {
        for (int i = 0; i < 20; ++i)
            write("page" + std::to_string(100 + i) + ".html", page("Page " + std::to_string(i)));
        write("page110bad.html", page(fault));
    }

    /// By one thread, which reads in order.
    IngestReport run_alone() const {
        IngestOptions options;
        options.threads = 1;
        return run(options);
    }

    static std::string told(const std::vector<Skip>& skips) {
        std::string text;
        for (const Skip& skip : skips)
            text += skip.path.substr(skip.path.rfind('/') + 1) +
                    (skip.member.empty() ? "" : "!" + skip.member) + ": " +
                    std::string(to_string(skip.reason)) + ": " + skip.detail + "\n";
        return text;
    }

    void expect_lost(const std::string& fault, const std::string& detail) {
        write_pages(fault);
        const IngestReport report = run();
        EXPECT_EQ(counts(report), "20 0 0 0 0 1") << fault;
        EXPECT_EQ(told(report.skipped), "page110bad.html: reader failed: " + detail + "\n");
        EXPECT_EQ(told(status(dir()).skipped), told(report.skipped));
    }

    /// What a process reads with such limits.
    static indexer::Reading read(const indexer::ReadingLimits& limits, const std::string& text) {
        const std::string bytes = page(text);
        return indexer::ConfinedReaders(limits).read({"a.html", {}, {}, 1 << 20, bytes});
    }
};

}  // namespace morgue

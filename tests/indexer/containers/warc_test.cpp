#include <gtest/gtest.h>

#include "packed.hpp"

namespace morgue::indexer {
namespace {

std::string record(const std::string& kind, const std::string& block,
                   const std::string& more = "") {
    return "WARC/1.0\r\nWARC-Type: " + kind +
           "\r\nWARC-Target-URI: <https://coast.example/2019/03/04/storm?x=1>\r\n"
           "WARC-Date: 2019-03-05T06:07:08Z\r\nContent-Length: " +
           std::to_string(block.size()) + "\r\n" + more + "\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& header = "",
                     const std::string& type = "text/html") {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + header + "\r\n" + body;
}

std::string page(const std::string& body, const std::string& header = "") {
    return record("response", response(body, header));
}

TEST(Warc, RecordsWithTextAreNamedByTheirPlace) {
    const std::string info = record("warcinfo", "software: x");
    const std::string file = info + page("One") + record("request", "GET / HTTP/1.1\r\n\r\n") +
                             record("response", "HTTP/1.1 404 Gone\r\n\r\nNothing") +
                             record("response", response("x", "", "image/png")) +
                             record("resource", "Two", "Content-Type: text/plain\r\n");
    const auto members = members_of("x.warc", file);
    const std::string last = std::to_string(file.rfind("WARC/1.0"));
    EXPECT_EQ(told(members), std::to_string(info.size()) + ": One|" + last + ": Two");
    EXPECT_EQ(members[0].facts.url, "https://coast.example/2019/03/04/storm?x=1");
    EXPECT_EQ(members[0].facts.path, "coast.example/2019/03/04/storm");
    EXPECT_EQ(members[0].facts.fetched, "2019-03-05T06:07:08Z");
    EXPECT_EQ(members[1].name, "text.txt");
    const PassedParts passed{.no_answers = 2, .failures = 1, .without_text = 1};
    EXPECT_EQ(passed_in("x.warc", file), passed);
    const PassedParts twice{.hidden = 1, .no_answers = 4, .failures = 2, .without_text = 2};
    EXPECT_EQ(passed_in("x.zip",
                        archived({{"a.warc", file}, {".b.warc", file}, {"c.warc", file}}, "zip")),
              twice);
}

TEST(Warc, ThePlaceIsWhereDecompressionBegins) {
    const std::string first = gzipped(page("One"));
    const std::string second = std::to_string(first.size());
    EXPECT_EQ(told("x.warc.gz", first + gzipped(page("Two"))), "0: One|" + second + ": Two");
    const std::string inside = std::to_string(page("One").size());
    EXPECT_EQ(told("x.warc.gz", gzipped(page("One") + page("Two"))),
              "0: One|0+" + inside + ": Two");
    const std::string frame = std::to_string(zstd(page("One")).size());
    EXPECT_EQ(told("x.warc.zst", zstd(page("One")) + zstd(page("Two"))),
              "0: One|" + frame + ": Two");
}

/// What is found there without a walk; "nothing" where only a walk finds it.
std::string bytes_at(const std::string& name, const std::string& file, const std::string& label) {
    const auto member = member_at(*memory_input(file), name, {most_bytes}, label);
    return member ? told({*member}) : "nothing";
}

TEST(Warc, ALabelLeadsToItsRecord) {
    const std::string file = gzipped(page("One") + page("Two")) + gzipped(page("Three"));
    for (const Member& member : members_of("x.warc.gz", file))
        EXPECT_EQ(bytes_at("x.warc.gz", file, member.label), told({member}));
    EXPECT_EQ(bytes_at("x.warc.gz", file, "one"), "nothing");
    EXPECT_EQ(bytes_at("x.warc.gz", file, std::to_string(file.size())), "nothing");
    EXPECT_EQ(bytes_at("x.zip", archived({{"0", "One"}}, "zip"), "0"), "nothing");
    EXPECT_EQ(bytes_at("x.txt.gz", gzipped("One"), ""), ": One");
    EXPECT_EQ(bytes_at("x.txt.gz", "One", ""), ": malformed");
    EXPECT_EQ(bytes_at("x.txt.gz", gzipped("One"), "0"), "nothing");
}

TEST(Warc, APieceBeginsWhereverTheOneBeforeItEnds) {
    std::string file;
    std::string wanted;
    for (std::size_t size = 65'200; size < 65'500; ++size) {
        wanted += (wanted.empty() ? "" : "|") + std::to_string(file.size());
        file += gzipped(page(std::string(size, 'x')));
    }
    std::string places;
    for (const Member& member : members_of("x.warc.gz", file))
        places += (places.empty() ? "" : "|") + member.label;
    EXPECT_EQ(places, wanted);
}

TEST(Warc, ReadsGoOnBehindDamage) {
    const std::string one = page("One");
    const std::string lost = "Content-Length: nonsense\r\n\r\nlost\r\n\r\n";
    const std::string at = std::to_string(one.size());
    const std::string three = std::to_string(one.size() + lost.size());
    EXPECT_EQ(told("x.warc", one + lost + page("Three")),
              "0: One|" + at + ": malformed|" + three + ": Three");

    std::string broken = gzipped(page("Two, which is longer than the others are by far"));
    broken[broken.size() / 2] ^= 0x55;
    const std::string begin = std::to_string(gzipped(one).size());
    const std::string next = std::to_string(gzipped(one).size() + broken.size());
    EXPECT_EQ(told("x.warc.gz", gzipped(one) + broken + gzipped(page("Three"))),
              "0: One|" + begin + ": malformed|" + next + ": Three");
    EXPECT_EQ(told("x.warc", one + page("Two").substr(0, page("Two").size() - 6)),
              "0: One|" + at + ": malformed");
}

TEST(Warc, AWrongChecksumIsDamage) {
    std::string broken = gzipped(page("Two"));
    broken[broken.size() - 6] ^= 1;
    EXPECT_EQ(told("x.warc.gz", broken + gzipped(page("Three"))),
              "0: malformed|" + std::to_string(broken.size()) + ": Three");
}

TEST(Warc, WhatTheTransferDidIsUndone) {
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    EXPECT_EQ(told("x.warc", page("3\r\nOne\r\n4;x=y\r\n two\r\n0\r\n\r\n", chunked)),
              "0: One two");
    EXPECT_EQ(told("x.warc", page("One two", chunked)), "0: One two");
    EXPECT_EQ(told("x.warc", page("3\r\nOne\r\nzz\r\n two", chunked)), "0: malformed");
    const std::string coded = "Content-Encoding: gzip\r\n";
    EXPECT_EQ(told("x.warc", page(gzipped("One"), coded)), "0: One");
    EXPECT_EQ(told("x.warc", page("One", coded)), "0: One");
    EXPECT_EQ(told("x.warc", page(gzipped(std::string(most_bytes + 1, 'x')), coded)),
              "0: too large");
    const std::string size = std::to_string(gzipped("One").size());
    char hex[8];
    std::snprintf(hex, sizeof hex, "%zx", gzipped("One").size());
    EXPECT_EQ(
        told("x.warc", page(hex + ("\r\n" + gzipped("One")) + "\r\n0\r\n\r\n", chunked + coded)),
        "0: One");
}

TEST(Warc, ARevisitIsKnownByWhatItRepeats) {
    const std::string first = record("response", response("One"),
                                     "WARC-Record-ID: <urn:1>\r\nWARC-Payload-Digest: a\r\n");
    const std::string again = record("revisit", "", "WARC-Refers-To: <urn:1>\r\n");
    const std::string alike = record("revisit", "", "WARC-Payload-Digest: a\r\n");
    const std::string other = record("revisit", "", "WARC-Payload-Digest: b\r\n");
    EXPECT_EQ(told("x.warc", first + again + alike), "0: One");
    EXPECT_EQ(told("x.warc", other), "0: empty");
    EXPECT_EQ(told("x.warc", record("revisit", response("", "", "image/png"))), "");
    EXPECT_EQ(passed_in("x.warc", first + again + alike + other).repeats, 2U);
}

TEST(Arc, AHeaderIsALine) {
    const std::string info = "filedesc://x.arc 0.0.0.0 20190304050607 text/plain 4\n1 0\n\n";
    const std::string block = response("One");
    const std::string file = info + "http://coast.example/a b 10.0.0.1 20190304050607 text/html " +
                             std::to_string(block.size()) + "\n" + block + "\n";
    const auto members = members_of("x.arc", file);
    EXPECT_EQ(told(members), std::to_string(info.size()) + ": One");
    EXPECT_EQ(members[0].facts.url, "http://coast.example/a b");
    EXPECT_EQ(members[0].facts.fetched, "2019-03-04T05:06:07Z");
    EXPECT_EQ(
        told("x.arc", info + "nonsense here\n" + file.substr(info.size())),
        std::to_string(info.size()) + ": malformed|" + std::to_string(info.size() + 14) + ": One");
}

TEST(Mbox, AMessageIsNamedByItsPlace) {
    const std::string first =
        "From jane@coast.example Mon Mar  4 05:06:07 2019\n"
        "Subject: One\n\n>From the coast\nFrom here\n\n";
    const std::string second = "From john@coast.example Mon Mar  4 05:06:08 2019\nSubject: Two\n\n";
    EXPECT_EQ(told("x.mbox", first + second), "0: Subject: One\n\nFrom the coast\nFrom here\n\n|" +
                                                  std::to_string(first.size()) +
                                                  ": Subject: Two\n\n");
    EXPECT_EQ(members_of("x.mbox.gz", gzipped(first + second)).size(), 2U);
    EXPECT_EQ(told("x.mbox", ""), "");
    EXPECT_EQ(told("x.mbox", "\n\n" + first), "2: " + members_of("x.mbox", first)[0].bytes);
    const auto headless = members_of("x.mbox", "Subject: Zero\n\nLost\n\n" + first);
    ASSERT_EQ(headless.size(), 2U);
    EXPECT_EQ(headless[0].unread->detail,
              "19 bytes before the first line \"From ...\" are in no message");
    EXPECT_EQ(members_of("x.mbox", "No message\n")[0].unread->reason, SkipReason::malformed);
}

}  // namespace
}  // namespace morgue::indexer

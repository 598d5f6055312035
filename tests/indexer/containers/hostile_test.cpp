#include <random>

#include <gtest/gtest.h>

#include <indexer/readers/readers.hpp>

#include "packed.hpp"

namespace morgue::indexer {
namespace {

struct Sample {
    std::string name;
    std::string bytes;
};

std::string crawl() {
    std::string file;
    for (const std::string body : {"<p>One</p>", "<p>Two</p>", "<p>Three</p>"}) {
        const std::string block =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            "Content-Encoding: gzip\r\n\r\n" +
            gzipped(body);
        file +=
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(block.size()) +
            "\r\n\r\n" + block + "\r\n\r\n";
    }
    return file;
}

std::string old_crawl() {
    const std::string block =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: text/html\r\n\r\n3\r\nOne\r\n0\r\n\r\n";
    const std::string header = "http://a.example/ 10.0.0.1 20190304050607 text/html " +
                               std::to_string(block.size()) + "\n";
    return "filedesc://x.arc 0.0.0.0 20190304050607 text/plain 4\n1 0\n\n" + header + block + "\n" +
           header + block + "\n";
}

std::string mailbox() {
    const std::string message =
        "From jane@coast.example Mon Mar  4 05:06:07 2019\nSubject: =?utf-8?Q?S=C3=A8te?=\n"
        "Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n"
        "Content-Transfer-Encoding: base64\n\nTm9ib2R5IHNhaWxlZC4=\n--a\n"
        "Content-Type: text/html; charset=utf-8\n\n<p>Nobody sailed.</p>\n--a--\n\n";
    return message + message;
}

std::vector<Sample> samples() {
    const Files files{{"a.txt", "Nobody sailed."},
                      {"b.eml", mailbox().substr(mailbox().find('\n') + 1)},
                      {"in.zip", archived({{"c.html", "<p>Nobody sailed.</p>"}}, "zip")}};
    const std::string tar = archived(files, "paxr");
    return {{"x.zip", archived(files, "zip")},
            {"x.tar", tar},
            {"x.tar.gz", gzipped(tar)},
            {"x.tar.zst", zstd(tar)},
            {"x.warc", crawl()},
            {"x.warc.gz", gzipped(crawl()) + gzipped(crawl())},
            {"x.arc", old_crawl()},
            {"x.warc.zst", zstd(crawl()) + zstd(crawl())},
            {"x.mbox", mailbox()},
            {"x.mbox.gz", gzipped(mailbox())}};
}

std::string mutated(std::string bytes, std::mt19937& random) {
    for (std::size_t changes = 1 + random() % 4; changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 6) {
            case 0:
                bytes[at] ^= static_cast<char>(1U << random() % 8);
                break;
            case 1:
                bytes[at] = static_cast<char>(random());
                break;
            case 2:
                bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 64));
                break;
            case 3:
                bytes.erase(at, random() % 64);
                break;
            case 4:
                bytes.resize(at);
                break;
            default:
                bytes.insert(at, "99999999999999999999");
        }
    }
    return bytes;
}

/// Reads all there is, as a run does; gives how many members there were.
std::size_t read_all(const Sample& sample) {
    Members members(memory_input(sample.bytes), sample.name, {most_bytes});
    std::size_t count = 0;
    while (const auto member = members.next()) {
        ++count;
        EXPECT_FALSE(member->label.empty());
        if (member->unread) continue;
        if (const Format* format = find_format(member->name, member->bytes))
            reader_of (*format)(member->bytes, {"2019/03/04/x", nullptr, member->facts.charset,
                                                member->facts.url, member->facts.fetched});
    }
    return count;
}

TEST(HostileContainers, MutationsEndAndAreBounded) {
    std::mt19937 random(20190304);
    for (const Sample& sample : samples()) {
        EXPECT_GE(read_all(sample), 2U) << sample.name;
        for (int round = 0; round < 300; ++round)
            EXPECT_LT(read_all({sample.name, mutated(sample.bytes, random)}), 1000U)
                << sample.name << " " << round;
    }
}

TEST(HostileContainers, RandomBytesOfEveryKind) {
    std::mt19937 random(4711);
    for (const Sample& sample : samples())
        for (int round = 0; round < 100; ++round) {
            std::string bytes(random() % 3000, '\0');
            for (char& c : bytes) c = static_cast<char>(random());
            // What begins as it should is looked at further.
            bytes.insert(0, sample.bytes.substr(0, random() % 40));
            EXPECT_LT(read_all({sample.name, bytes}), 1000U) << sample.name << " " << round;
        }
}

}  // namespace
}  // namespace morgue::indexer

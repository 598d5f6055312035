#include <random>

#include <gtest/gtest.h>

#include <indexer/confined/messages.hpp>

namespace morgue::indexer {
namespace {

const std::string bytes = "Storm\n\nNobody sailed.";

Reading reading() {
    ReadArticle read;
    read.article.key = "a key";
    read.article.body = "Nobody sailed.";
    read.article.add(Field::title, "Storm", Provenance::head);
    read.article.add(Field::lang, "en", Provenance::detected);
    read.body_offset = 7;
    read.member = "3";
    ReadArticle gone;
    gone.withdrawn = true;
    gone.companion = "alto/1.xml";
    Reading made{"HTML", std::vector<ReadArticle>{read, gone}};
    made.result.companions = {"alto/1.xml", "2.xml"};
    made.result.unread.push_back({SkipReason::reader_failed, "why", "4"});
    return made;
}

std::optional<Reading> decoded(const std::string& answer) {
    const ReadRequest asked{"a.html", {}, "", 1, bytes};
    const auto readings = decode_readings(answer, {&asked, 1});
    return readings ? std::optional(readings->at(0)) : std::nullopt;
}

Unpacked members() {
    Member good{"a.zip!b.html", "b.html", std::string("bytes\0\xFF", 7)};
    good.facts = {"2019/b.html", "utf-8", "http://a.example/", "2019-03-04"};
    Member bad{"c"};
    bad.unread = Unread{SkipReason::encrypted, "a password would be needed"};
    return {{good, bad}, {1, 2, 3, 4, 5, 6}};
}

TEST(Messages, ARequestComesThroughWhole) {
    const FileFacts facts{"2019/a.html", nullptr, "utf-8", "http://a.example/", "2019-03-04"};
    const ReadRequest request{"a.html.gz", facts, "title=headline", 123456, bytes};
    const std::string sent = encode({Task::read, std::chrono::seconds(34)}, {&request, 1});
    std::string_view rest = sent;
    const TaskHead head = decode_head(rest);
    EXPECT_EQ(head.task, Task::read);
    EXPECT_EQ(head.time.count(), 34);
    const ReadRequest got = decode_read(rest, bytes).at(0);
    EXPECT_EQ(got.name, request.name);
    EXPECT_EQ(got.facts.path, facts.path);
    EXPECT_EQ(got.facts.charset, facts.charset);
    EXPECT_EQ(got.facts.url, facts.url);
    EXPECT_EQ(got.facts.fetched, facts.fetched);
    EXPECT_EQ(got.field_map, request.field_map);
    EXPECT_EQ(got.most_bytes, request.most_bytes);
    EXPECT_EQ(got.bytes, bytes);
}

TEST(Messages, FilesAndCompanionsComeWithTheirBytes) {
    ReadRequest request{"a.xml", {}, "", 1, bytes};
    request.companions = {{"alto/1.xml", "Calm."}, {"alto/2.xml", ""}, {"alto/3.xml", "Gale."}};
    const std::vector<ReadRequest> requests{
        {"first.html", {}, "", 1, "Before"}, request, {"last.html", {}, "", 1, "After"}};
    const std::string sent = encode({Task::read, std::chrono::seconds(1)}, requests);
    const std::string all = all_bytes(requests);
    std::string_view rest = sent;
    decode_head(rest);
    const std::vector<ReadRequest> came = decode_read(rest, all);
    ASSERT_EQ(came.size(), 3U);
    EXPECT_EQ(came[0].bytes, "Before");
    EXPECT_EQ(came[2].bytes, "After");
    const ReadRequest& got = came[1];
    EXPECT_EQ(got.bytes, bytes);
    ASSERT_EQ(got.companions.size(), 3U);
    EXPECT_EQ(got.companions[0].bytes, "Calm.");
    EXPECT_EQ(got.companions[1].bytes, "");
    EXPECT_EQ(got.companions[2].path, "alto/3.xml");
    EXPECT_EQ(got.companions[2].bytes, "Gale.");
}

TEST(Messages, AReadingComesThroughWhole) {
    const Reading sent = reading();
    const auto got = decoded(encode(std::vector<Reading>{sent}));
    ASSERT_TRUE(got);
    EXPECT_EQ(got->format, sent.format);
    EXPECT_EQ(got->result.unread, sent.result.unread);
    ASSERT_EQ(got->result.articles.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        const ReadArticle& before = sent.result.articles[i];
        const ReadArticle& after = got->result.articles[i];
        EXPECT_EQ(after.article, before.article);
        EXPECT_EQ(after.body_offset, before.body_offset);
        EXPECT_EQ(after.member, before.member);
        EXPECT_EQ(after.withdrawn, before.withdrawn);
        EXPECT_EQ(after.companion, before.companion);
    }
    EXPECT_EQ(got->result.companions, sent.result.companions);
}

TEST(Messages, MembersComeThroughWhole) {
    const Unpacked unpacked = members();
    const auto whole = decode_unpacked(encode(unpacked));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->passed, unpacked.passed);
    EXPECT_EQ(encode(*whole), encode(unpacked));
    const std::vector<Member>& sent = unpacked.members;
    const std::vector<Member>* got = &whole->members;
    ASSERT_EQ(got->size(), sent.size());
    EXPECT_EQ((*got)[0].bytes, sent[0].bytes);
    EXPECT_EQ((*got)[0].facts.url, sent[0].facts.url);
    EXPECT_EQ((*got)[1].unread, sent[1].unread);
}

TEST(Messages, NoAnswerBreaksWhatReadersPromise) {
    const auto takes = [](const auto& change) {
        Reading made = reading();
        change(made);
        return decoded(encode(std::vector<Reading>{made})).has_value();
    };
    EXPECT_TRUE(takes([](Reading&) {}));
    EXPECT_FALSE(takes([](Reading& made) { made.format = "Telex"; }));
    EXPECT_FALSE(takes([](Reading& made) { made.result.articles[0].article.body = "\xFF"; }));
    EXPECT_FALSE(takes([](Reading& made) { made.result.articles[0].body_offset = 8; }));
    EXPECT_FALSE(takes([](Reading& made) { made.result.articles[0].body_offset = 1 << 30; }));
    EXPECT_FALSE(takes([](Reading& made) { made.result.articles[0].body_offset = -2; }));
    EXPECT_FALSE(takes([](Reading& made) {
        made.result.articles[0].article.metadata[0].field = static_cast<Field>(200);
    }));
    for (const char* elsewhere : {"../1.xml", "/etc/passwd", "a/../1.xml", "./1.xml", ""})
        EXPECT_FALSE(takes([&](Reading& made) { made.result.companions = {elsewhere}; }));
    EXPECT_FALSE(
        takes([](Reading& made) { made.result.unread[0].reason = static_cast<SkipReason>(200); }));
    EXPECT_FALSE(takes([](Reading& made) {
        made.result.articles.clear();
        made.result.unread.clear();
    }));
}

TEST(Messages, AnythingMayCome) {
    std::mt19937 random(1);
    const std::string answers[] = {encode(std::vector<Reading>{reading()}), encode(members())};
    for (int round = 0; round < 20000; ++round) {
        std::string answer = answers[round % 2];
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes)
            answer[random() % answer.size()] = static_cast<char>(random());
        if (random() % 4 == 0) answer.resize(random() % answer.size());
        EXPECT_NO_THROW(decoded(answer));
        EXPECT_NO_THROW(decode_unpacked(answer));
    }
}

}  // namespace
}  // namespace morgue::indexer

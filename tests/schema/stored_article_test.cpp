#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <schema/stored_article.hpp>
#include <support/error_of.hpp>

namespace morgue::schema {
namespace {

using namespace std::string_view_literals;
using test::error_code_of;

ArticleId id_from(unsigned char first) {
    ArticleId id;
    for (unsigned char& byte : id.bytes) byte = first++;
    return id;
}

StoredArticle full_article() {
    StoredArticle stored;
    stored.indexed.id = id_from(1);
    stored.claimed = id_from(100);
    Article& article = stored.indexed.article;
    article.key = "urn:nw:20190304-0417";
    article.body = "A line.\r\n\0 東京\xff\x1b[31m end"sv;
    for (const FieldInfo& field : fields())
        article.metadata.push_back(
            {field.field, "value of " + std::string(field.name), Provenance::given});
    article.metadata.push_back({Field::tag, "", Provenance::first_sentence});
    article.metadata.push_back({Field::tag, std::string(300, 'x'), Provenance::mtime});
    stored.indexed.location = {"../\xff", "2019/03/x\n.txt", "member 2", 12'345, 41};
    stored.indexed.format = "HTML";
    stored.file = {std::numeric_limits<std::uint64_t>::max(),
                   std::numeric_limits<std::int64_t>::min(), 42, id_from(200).bytes};
    stored.lang = "en";
    stored.words = 4'000'000'000;
    stored.cut_words = 3;
    return stored;
}

void expect_same(const StoredArticle& left, const StoredArticle& right) {
    EXPECT_EQ(left.indexed.id, right.indexed.id);
    EXPECT_EQ(left.indexed.format, right.indexed.format);
    EXPECT_EQ(left.claimed, right.claimed);
    EXPECT_EQ(left.indexed.article, right.indexed.article);
    EXPECT_EQ(left.indexed.location, right.indexed.location);
    EXPECT_EQ(left.file, right.file);
    EXPECT_EQ(left.lang, right.lang);
    EXPECT_EQ(left.words, right.words);
    EXPECT_EQ(left.cut_words, right.cut_words);
}

std::string content_of(const StoredArticle& stored) {
    const std::string data = encode(stored);
    return data.substr(0, data.size() - 4);
}

std::string sealed(std::string content) {
    base::put_big_endian(content, base::crc32c(content), 4);
    return content;
}

std::optional<ErrorCode> refusal(std::string_view data) {
    return error_code_of([&] { decode(data); });
}

TEST(StoredArticle, RoundTrips) {
    for (const StoredArticle& stored : {StoredArticle{}, full_article()})
        expect_same(decode(encode(stored)), stored);
}

TEST(StoredArticle, SignedNumbersRoundTripToTheirLimits) {
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{-2},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        StoredArticle stored;
        stored.file.mtime_ns = number;
        stored.indexed.location.body_offset = number;
        expect_same(decode(encode(stored)), stored);
    }
}

TEST(StoredArticle, EveryFieldAndProvenanceRoundTrips) {
    for (unsigned from = 0; from <= static_cast<unsigned>(Provenance::first_sentence); ++from)
        for (const FieldInfo& field : fields()) {
            StoredArticle stored;
            stored.indexed.article.metadata = {{field.field, "v", static_cast<Provenance>(from)}};
            expect_same(decode(encode(stored)), stored);
        }
}

TEST(StoredArticle, NoticesEveryFlippedBit) {
    const std::string data = encode(full_article());
    for (std::size_t at = 0; at < data.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = data;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            ASSERT_EQ(refusal(damaged), ErrorCode::index_corrupt) << at << '.' << bit;
        }
}

TEST(StoredArticle, NoticesEveryMissingEndAndWhatIsAdded) {
    const std::string data = encode(full_article());
    for (std::size_t length = 0; length < data.size(); ++length)
        ASSERT_EQ(refusal(data.substr(0, length)), ErrorCode::index_corrupt) << length;
    EXPECT_EQ(refusal(data + '\0'), ErrorCode::index_corrupt);
}

// A checksum keeps out accidents, not ill will.
TEST(StoredArticle, RefusesNonsenseWithAGoodChecksum) {
    const std::string content = content_of(full_article());
    for (std::size_t length = 0; length < content.size(); ++length)
        ASSERT_EQ(refusal(sealed(content.substr(0, length))), ErrorCode::index_corrupt) << length;
    EXPECT_EQ(refusal(sealed(content + '\0')), ErrorCode::index_corrupt);
    EXPECT_EQ(refusal(sealed("\x03" + content.substr(1))), ErrorCode::index_corrupt)
        << "a layout of the future";
}

TEST(StoredArticle, RemembersThatItsFileIsGone) {
    StoredArticle stored = full_article();
    EXPECT_FALSE(decode(encode(stored)).indexed.gone);
    stored.indexed.gone = true;
    EXPECT_TRUE(decode(encode(stored)).indexed.gone);
}

TEST(StoredArticle, RefusesFieldsItDoesNotKnow) {
    StoredArticle stored;
    stored.indexed.article.metadata = {{Field::tag, "unmistakable", Provenance::head}};
    const std::string content = content_of(stored);
    const std::size_t field = content.find("unmistakable") - 3;
    ASSERT_EQ(content[field], static_cast<char>(Field::tag));
    const struct {
        std::size_t at;
        unsigned first_unknown;
    } rows[] = {{field, static_cast<unsigned>(fields().size())},
                {field + 1, static_cast<unsigned>(Provenance::repaired) + 1}};
    for (const auto& row : rows)
        for (unsigned code = 0; code < 256; ++code) {
            std::string changed = content;
            changed[row.at] = static_cast<char>(code);
            EXPECT_EQ(refusal(sealed(changed)).has_value(), code >= row.first_unknown) << code;
        }
}

TEST(StatedDate, IsWhatTheArticleOrItsPathSays) {
    const struct {
        std::string value;
        Provenance from;
        std::string stated;
    } rows[] = {{"2019-03-04", Provenance::front_matter, "2019-03-04"},
                {"2019-03-04T23:59:59-11:00", Provenance::json_ld, "2019-03-04"},
                {"2019-03", Provenance::path, "2019-03"},
                {"2019", Provenance::given, "2019"},
                {"2019-03-04", Provenance::mtime, ""},
                {"2019-03-04", Provenance::crawl, ""},
                {"yesterday", Provenance::head, ""}};
    for (const auto& row : rows) {
        Article article;
        article.add(Field::date, row.value, row.from);
        const auto date = stated_date(article);
        EXPECT_EQ(date ? to_string(*date) : "", row.stated) << row.value;
    }
    EXPECT_EQ(stated_date(Article{}), std::nullopt);
}

}  // namespace
}  // namespace morgue::schema

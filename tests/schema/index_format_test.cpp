#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <schema/index_format.hpp>
#include <support/error_of.hpp>

namespace morgue::schema {
namespace {

using test::error_of;
using Languages = std::vector<std::string>;

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

const std::string now = encode(ShardDescription{});

// Other programs read it; indexes of all versions hold it. A change of it is a change of format.
TEST(IndexFormat, DescribesItself) {
    EXPECT_EQ(encode(ShardDescription{.languages = {"de", "en"}}),
              "format=2\n"
              "analysis=1\n"
              "languages=de,en\n"
              "fields=title:S,byline:A,source:XSOURCE,section:XSECTION,place:XPLACE,"
              "agency:XAGENCY,tag:K,lang:L,date:D,url:,path:P,charset:,version:,unread-date:,"
              "page:XPAGE,issue:XISSUE,other-id:,type:T,name:XFILE,url:U,has:XHAS,words:XWORDS\n"
              "slots=order:0,title:1,source:2,section:3,lang:4,format:5,leader:6,text:7\n");
}

TEST(IndexFormat, RoundTrips) {
    for (const Languages& languages : {Languages{}, Languages{"en"}, Languages{"de", "en", "ru"}}) {
        const auto description = decode_description(encode({.languages = languages}), "part");
        EXPECT_EQ(description.format, format_version);
        EXPECT_EQ(description.analysis, analysis_version);
        EXPECT_EQ(description.languages, languages);
    }
}

TEST(IndexFormat, RefusesWhatItCannotRead) {
    const struct {
        std::string text;
        ErrorCode code;
    } rows[] = {
        {"", ErrorCode::index_corrupt},
        {"format=2\n", ErrorCode::index_corrupt},
        {replaced(now, "format=2\n", ""), ErrorCode::index_corrupt},
        {replaced(now, "analysis=1\n", ""), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format=0"), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format=1"), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format=-1"), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format=2x"), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format= 1"), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format="), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format=99999999999"), ErrorCode::index_corrupt},
        {replaced(now, "title:S", "title:T"), ErrorCode::index_corrupt},
        {replaced(now, "order:0", "order:2"), ErrorCode::index_corrupt},
        {replaced(now, "format=2", "format=3"), ErrorCode::index_too_new},
        {replaced(now, "analysis=1", "analysis=2"), ErrorCode::index_too_new},
        // What a later version changed beside is no reason to call it damaged.
        {replaced(replaced(now, "format=2", "format=3"), "title:S", "title:T"),
         ErrorCode::index_too_new},
    };
    for (const auto& row : rows) {
        const auto error = error_of([&] { decode_description(row.text, "part"); });
        ASSERT_TRUE(error) << row.text;
        EXPECT_EQ(error->code(), row.code) << row.text;
        EXPECT_EQ(error->path(), "part") << row.text;
        EXPECT_NE(error->hint(), "") << row.text;
    }
}

}  // namespace
}  // namespace morgue::schema

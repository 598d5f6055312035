#include <cerrno>
#include <glass/errors.hpp>
#include <string>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <schema/xapian_door.hpp>
#include <support/error_of.hpp>

namespace morgue::schema {
namespace {

Error error_about(const std::string& path, int number) {
    return *test::error_of(
        [&] { guarded("/a/index", [&] { throw base::FileError(number, "cannot write", path); }); });
}

TEST(XapianDoor, NamesNoPartOfAnIndex) {
    const Error error = error_about("/a/index/shards/2-01234567/position.glass", ENOSPC);
    EXPECT_EQ(error.code(), ErrorCode::io_error);
    EXPECT_STREQ(error.what(),
                 "cannot write a part of the index in /a/index: No space left on device");
    EXPECT_EQ(error.path(), "/a/index");
    EXPECT_EQ(error.hint(), "make room on the disk and try again; the index is unharmed");
}

TEST(XapianDoor, TakesAMalformedTableForDamage) {
    const Error error = *test::error_of([] {
        guarded("/a/index",
                [] { throw glass::MalformedTable("/a/index/shards/1/position.glass"); });
    });
    EXPECT_EQ(error.code(), ErrorCode::index_corrupt);
    EXPECT_STREQ(error.what(), "the index cannot be read");
}

TEST(XapianDoor, NamesAFileElsewhere) {
    const Error error = error_about("/a/list", EIO);
    EXPECT_STREQ(error.what(), "cannot write /a/list: Input/output error");
    EXPECT_EQ(error.path(), "/a/list");
}

TEST(XapianDoor, NamesTheIndexItself) {
    EXPECT_STREQ(error_about("/a/index", EIO).what(), "cannot write /a/index: Input/output error");
}

TEST(XapianDoor, TellsWhoMayGiveTheRight) {
    const Error error = error_about("/a/index/LOCK", EACCES);
    EXPECT_STREQ(error.what(), "no permission for a part of the index in /a/index");
}

}  // namespace
}  // namespace morgue::schema

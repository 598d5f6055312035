#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <base/file.hpp>
#include <base/hash.hpp>
#include <schema/generation.hpp>
#include <support/error_of.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::schema {
namespace {

using test::error_code_of;
using test::error_of;

const Generation good{7, {"1-abcdef01", "12-00ff00ff"}};
const std::string good_head = "# morgue format=1 generation=7 dead=dead.7";

/// A stub whose checksum fits, whatever else it says.
std::string sealed(const std::string& head, const std::string& parts) {
    std::string checksum;
    base::put_big_endian(checksum, base::crc32c(head + "\n" + parts), 4);
    return head + " crc32c=" + base::to_hex(checksum) + "\n" + parts;
}

std::optional<Error> refusal(const std::string& stub) {
    return error_of([&] { decode_generation(stub, "/index/XAPIANDB"); });
}

TEST(Generation, HasItsFormOnDisk) {
    EXPECT_EQ(encode(good), sealed(good_head,
                                   "glass shards/1-abcdef01\n"
                                   "glass shards/12-00ff00ff\n"));
}

TEST(Generation, RoundTrips) {
    for (const Generation& generation :
         {good, Generation{1, {"1-00000000"}},
          Generation{18446744073709551615U, {"18446744073709551615-ffffffff", "2-12345678"}}})
        EXPECT_EQ(decode_generation(encode(generation), "path"), generation);
}

// What a stub of stock Xapian may hold, and what one might try against us.
TEST(Generation, RefusesByNameWhatLeadsOutside) {
    const std::string lines[] = {"remote :ssh host xapian-progsrv",
                                 "remote :sh -c id",
                                 "remote host:8080",
                                 "inmemory",
                                 "auto path",
                                 "auto shards/1-abcdef01",
                                 "chert shards/1-abcdef01",
                                 "stub other",
                                 "glass /etc/x",
                                 "glass ../x",
                                 "glass x",
                                 "glass shards",
                                 "glass shards/",
                                 "glass shards/../x",
                                 "glass shards/..",
                                 "glass shards/.",
                                 "glass shards/1-abcdef01/..",
                                 "glass shards/1-abcdef01/../../x",
                                 "glass shards/1-abcdef01/",
                                 "glass shards//1-abcdef01",
                                 "glass ./shards/1-abcdef01",
                                 "glass  shards/1-abcdef01",
                                 "glass\tshards/1-abcdef01",
                                 " glass shards/1-abcdef01",
                                 "GLASS shards/1-abcdef01",
                                 "glass shards/1-abcdef01 ",
                                 "glass shards/1-abcdef01\t",
                                 "glass shards/1-abcdef01\r",
                                 "glass shards/1-ABCDEF01",
                                 "glass shards/1-abcdef0",
                                 "glass shards/1-abcdef012",
                                 "glass shards/-abcdef01",
                                 "glass shards/x-abcdef01",
                                 "glass shards/1_abcdef01",
                                 "glass shards/+1-abcdef01",
                                 std::string("glass shards/1-abcdef01\0", 24),
                                 std::string("glass shards/1\0-abcdef0", 23),
                                 std::string(1, '\0'),
                                 " "};
    for (const std::string& line : lines)
        for (const std::string& stub :
             {line, line + "\n", sealed(good_head, line + "\n"),
              sealed(good_head, "glass shards/1-abcdef01\n" + line + "\n"), encode(good) + line}) {
            const auto error = refusal(stub);
            ASSERT_TRUE(error) << line;
            EXPECT_EQ(error->code(), ErrorCode::index_refused) << line;
            EXPECT_NE(std::string_view(error->what()).find("'" + std::string(line.c_str())),
                      std::string_view::npos)
                << error->what();
            EXPECT_EQ(error->path(), "/index/XAPIANDB");
            EXPECT_NE(error->hint(), "");
        }
}

TEST(Generation, RefusesWhatIsDamaged) {
    const std::string part = "glass shards/1-abcdef01\n";
    const std::string rows[] = {
        "",
        "\n",
        part,
        good_head + "\n" + part,
        good_head + " crc32c=\n" + part,
        good_head + " crc32c=00000000\n" + part,
        sealed(good_head, ""),
        sealed(good_head, part).substr(0, sealed(good_head, part).size() - 1),
        sealed(good_head, part) + "\n",
        sealed(good_head, part) + "# a remark\n",
        sealed(good_head, "\n" + part),
        sealed(good_head, "# a remark\n" + part),
        "\n" + sealed(good_head, part),
        sealed(good_head + "\r", part),
        sealed(good_head + " ", part),
        sealed("# morgue format=1 generation=7 generation=8 dead=dead.7", part),
        sealed("# morgue format=1 generation=7 dead=dead.8", part),
        sealed("# morgue format=1 generation=7 dead=../../dead.7", part),
        sealed("# morgue format=1 generation=07 dead=dead.07", part),
        sealed("# morgue format=1 generation=-7 dead=dead.-7", part),
        sealed("# morgue format=1 generation=18446744073709551616 dead=dead.0", part),
        sealed("# morgue format=1 dead=dead.7", part),
        sealed("# morgue format=0 generation=7 dead=dead.7", part),
        sealed("# morgue format= generation=7 dead=dead.7", part),
        sealed("# morgue generation=7 dead=dead.7", part),
        sealed("# another format=1 generation=7 dead=dead.7", part),
        sealed("#morgue format=1 generation=7 dead=dead.7", part),
        encode(good) + encode(good),
        sealed(good_head, part + part),
    };
    for (const std::string& stub : rows) {
        const auto error = refusal(stub);
        ASSERT_TRUE(error) << stub;
        EXPECT_EQ(error->code(), ErrorCode::index_corrupt) << stub;
        EXPECT_EQ(error->path(), "/index/XAPIANDB") << stub;
        EXPECT_NE(error->hint(), "") << stub;
    }
}

TEST(Generation, RefusesALaterFormatWithARemedy) {
    for (const char* format : {"2", "10", "4294967297"}) {
        const auto error =
            refusal(sealed("# morgue format=" + std::string(format) + " generation=7 dead=dead.7",
                           "glass shards/1-abcdef01\n"));
        ASSERT_TRUE(error) << format;
        EXPECT_EQ(error->code(), ErrorCode::index_too_new) << format;
        EXPECT_NE(std::string_view(error->what()).find(format), std::string_view::npos);
        EXPECT_NE(error->hint(), "");
    }
}

/// Changes a byte, drops or repeats some, or takes lines of another order.
std::string mutated(std::string text, std::mt19937& random) {
    const auto below = [&](std::size_t count) { return random() % count; };
    for (std::size_t left = 1 + below(3); left > 0 && !text.empty(); --left) {
        const std::size_t at = below(text.size());
        const std::size_t length = 1 + below(12);
        switch (below(4)) {
            case 0:
                text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, text.substr(below(text.size()), length));
                break;
            default:
                text.insert(at, 1, static_cast<char>(random()));
        }
    }
    return text;
}

TEST(Generation, AMutatedStubIsRefusedOrTheSame) {
    const std::string stub = encode(good);
    std::mt19937 random(20'190'304);
    for (int round = 0; round < 20'000; ++round) {
        const std::string changed = mutated(stub, random);
        const auto error = refusal(changed);
        EXPECT_EQ(error.has_value(), changed != stub) << changed;
        if (HasFailure()) return;
    }
}

TEST(Generation, EveryBeginningIsRefused) {
    const std::string stub = encode(good);
    for (std::size_t length = 0; length < stub.size(); ++length)
        EXPECT_TRUE(refusal(stub.substr(0, length))) << length;
}

TEST(ReadStub, NamesTheIndexThatIsNotThere) {
    const test::TemporaryDirectory dir;
    const auto error = error_of([&] { read_stub(dir / ".morgue"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), ErrorCode::index_not_found);
    EXPECT_EQ(error->path(), dir / ".morgue");
    EXPECT_NE(error->hint(), "");
}

TEST(ReadStub, GivesTheBytesOrAnInputError) {
    const test::TemporaryDirectory dir;
    base::write_file_durably(dir / stub_name, "any bytes\n");
    EXPECT_EQ(read_stub(dir.path()), "any bytes\n");
    base::remove_all(dir / stub_name);
    base::make_directories(dir / stub_name);
    EXPECT_EQ(error_code_of([&] { read_stub(dir.path()); }), ErrorCode::io_error);
}

}  // namespace
}  // namespace morgue::schema

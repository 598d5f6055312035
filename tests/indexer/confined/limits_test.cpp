// What only a program without sanitizers can be kept to.
#include <tests/indexer/confined/confined_fixture.hpp>
#include <tests/indexer/containers/packed.hpp>

namespace morgue {
namespace {

TEST_F(Confined, HungerForMemoryCostsTheFileAlone) {
    expect_lost("EAT MEMORY", "it needed more than 1024 MB of memory");
}

TEST_F(Confined, WhatUnpackingCannotHoldEndsTheFileThere) {
    const std::size_t size = std::size_t{100} << 20;
    test::TemporaryDirectory folder;
    folder.write("all.zip", indexer::archived({{"a.txt", std::string(std::size_t{2} << 20, 'a')},
                                               {"b.txt", std::string(size, 'b')},
                                               {"c.txt", "Three"}},
                                              "zip"));
    base::Descriptor file(::open((folder / "all.zip").c_str(), O_RDONLY | O_CLOEXEC));
    indexer::ReadingLimits limits{size};
    limits.memory_bytes = std::size_t{128} << 20;
    indexer::ConfinedReaders readers(limits);
    indexer::ConfinedMembers members(readers, std::move(file), base::bytes_below(folder.path()),
                                     "all.zip");
    EXPECT_EQ(members.next().at(0).label, "a.txt");
    const std::vector<indexer::Member> last = members.next();
    ASSERT_EQ(last.size(), 1U);
    EXPECT_EQ(last[0].label, "");
    EXPECT_EQ(last[0].unread->detail,
              "it needed more than 128 MB of memory; what follows is not read");
    EXPECT_TRUE(members.next().empty());
}

TEST_F(Confined, ReadersCanDoNothingButRead) {
    const indexer::Reading reading = read({1 << 20}, "TRY ALL and say what can be done: ");
    EXPECT_EQ(reading.result.articles.at(0).article.body,
              "TRY ALL and say what can be done:nothing");
}

}  // namespace
}  // namespace morgue

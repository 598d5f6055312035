#include <gtest/gtest.h>

#include <morgue/error.hpp>

#include <base/file.hpp>
#include <indexer/targets.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::indexer {
namespace {

class Targets : public testing::Test {
  protected:
    Targets() {
        for (const char* folder : {"archive/.morgue", "archive/2019", "other"})
            base::make_directories(directory_.path() + "/" + folder);
    }

    std::vector<Target> resolve(const std::vector<std::string>& roots,
                                const std::vector<std::string>& paths) const {
        std::vector<std::string> full;
        for (const std::string& path : paths) full.push_back(top() + "/" + path);
        return resolve_targets(top() + "/archive/.morgue", roots, full);
    }

    std::string top() const { return base::canonical(directory_.path()); }

    test::TemporaryDirectory directory_;
};

TEST_F(Targets, ARootThatHoldsTheIndexIsKeptRelativeToIt) {
    EXPECT_EQ(resolve({}, {"archive"}), (std::vector<Target>{{".", top() + "/archive", ""}}));
}

TEST_F(Targets, AnotherRootIsAbsolute) {
    EXPECT_EQ(resolve({}, {"other"}),
              (std::vector<Target>{{top() + "/other", top() + "/other", ""}}));
}

TEST_F(Targets, APathBelowAKnownRootIsAPartOfIt) {
    EXPECT_EQ(resolve({"."}, {"archive/2019"}),
              (std::vector<Target>{{".", top() + "/archive", "2019"}}));
}

TEST_F(Targets, ARootWithinAPathIsATargetOfItsOwn) {
    const std::string inner = top() + "/archive/2019";
    EXPECT_EQ(resolve({"2019"}, {"archive"}),
              (std::vector<Target>{{".", top() + "/archive", ""}, {"2019", inner, ""}}));
}

TEST_F(Targets, ARootBesideTheIndexMovesWithIt) {
    EXPECT_EQ(resolve({}, {"archive/2019"}),
              (std::vector<Target>{{"2019", top() + "/archive/2019", ""}}));
}

TEST_F(Targets, PathsWithinEachOtherAreOne) {
    EXPECT_EQ(resolve({"."}, {"archive/2019", "archive", "archive"}),
              (std::vector<Target>{{".", top() + "/archive", ""}}));
}

TEST_F(Targets, AMissingPathBelowAKnownRootIsKept) {
    EXPECT_EQ(resolve({"."}, {"archive/1999"}),
              (std::vector<Target>{{".", top() + "/archive", "1999"}}));
}

TEST_F(Targets, AnyOtherMissingPathIsAnError) {
    EXPECT_THROW(resolve({}, {"nowhere"}), Error);
}

}  // namespace
}  // namespace morgue::indexer

#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <morgue/tally.hpp>

namespace morgue::tools {

/// The bucket after this one: of "2019-12" by month "2020-01".
std::string next_bucket(const std::string& bucket, By by);

/// A tally by date as a row of time: every bucket from the first held to the last, so that gaps
/// show.
class Timeline {
  public:
    Timeline(const Tally& tally, By by);

    /// In order; those in which no article is held have `held` 0.
    void for_each_bucket(const std::function<void(const TallyRow&)>& fn) const;

    /// The most hits and the most articles held in one bucket.
    const TallyRow& greatest() const noexcept { return greatest_; }
    /// Articles that state no date, and those that state one too coarse for any bucket.
    const TallyRow& undated() const noexcept { return undated_; }
    const TallyRow& imprecise() const noexcept { return imprecise_; }

  private:
    By by_;
    std::vector<TallyRow> buckets_;  ///< those held
    TallyRow greatest_;
    TallyRow undated_;
    TallyRow imprecise_;
};

}  // namespace morgue::tools

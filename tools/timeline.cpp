#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include <tools/timeline.hpp>

namespace morgue::tools {

namespace {

using namespace std::chrono;

/// Of "2019", "2019-03" and "2019-03-04".
std::size_t length_of(By by) {
    if (by == By::year) return 4;
    return by == By::month ? 7 : 10;
}

/// The first day of the bucket.
year_month_day first_day(const std::string& bucket) {
    int parts[3] = {1, 1, 1};
    std::sscanf(bucket.c_str(), "%d-%d-%d", &parts[0], &parts[1], &parts[2]);
    return year(parts[0]) / parts[1] / parts[2];
}

std::string bucket_of(const year_month_day& date, By by) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return std::string{text.data()}.substr(0, length_of(by));
}

void add(TallyRow& to, const TallyRow& row) {
    to.hits += row.hits;
    to.held += row.held;
}

}  // namespace

std::string next_bucket(const std::string& bucket, By by) {
    const year_month_day date = first_day(bucket);
    if (by == By::year) return bucket_of(date + years{1}, by);
    if (by == By::month) return bucket_of(date + months{1}, by);
    return bucket_of(sys_days{date} + days{1}, by);
}

Timeline::Timeline(const Tally& tally, By by) : by_(by) {
    for (const TallyRow& row : tally.rows) {
        if (row.value.empty()) {
            add(undated_, row);
        } else if (row.value.size() < length_of(by)) {
            add(imprecise_, row);
        } else {
            buckets_.push_back(row);
            greatest_.hits = std::max(greatest_.hits, row.hits);
            greatest_.held = std::max(greatest_.held, row.held);
        }
    }
}

void Timeline::for_each_bucket(const std::function<void(const TallyRow&)>& fn) const {
    std::string expected;
    for (const TallyRow& bucket : buckets_) {
        for (; !expected.empty() && expected != bucket.value; expected = next_bucket(expected, by_))
            fn({expected, 0, 0});
        fn(bucket);
        expected = next_bucket(bucket.value, by_);
    }
}

}  // namespace morgue::tools

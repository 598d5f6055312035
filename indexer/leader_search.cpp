#include <indexer/leader_search.hpp>

namespace morgue::indexer {

std::vector<std::uint32_t> LeaderSearch::by_frequency(std::vector<std::uint32_t> met) {
    std::sort(met.begin(), met.end());
    std::vector<std::pair<std::size_t, std::uint32_t>> counted;
    for (const std::uint32_t leader : met) {
        if (counted.empty() || counted.back().second != leader) counted.emplace_back(0, leader);
        ++counted.back().first;
    }
    std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    counted.resize(std::min(counted.size(), most_compared));
    std::vector<std::uint32_t> leaders;
    for (const auto& [times, leader] : counted) leaders.push_back(leader);
    return leaders;
}

}  // namespace morgue::indexer

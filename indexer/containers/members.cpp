#include <algorithm>
#include <utility>

#include <indexer/containers/members.hpp>
#include <indexer/containers/warc.hpp>
#include <schema/passed_parts.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t deepest = 3;
/// Of all members together: what small files of text grow to, and large ones.
constexpr std::uint64_t least_budget = std::uint64_t{256} << 20;
constexpr std::uint64_t most_growth = 100;

/// A member becomes what it is without its compression.
void decompress(Member& member, Input& input, const Packing& packing, std::size_t most_bytes) {
    auto bytes = decompressed(input, packing.compression, most_bytes);
    if (auto* unread = std::get_if<Unread>(&bytes))
        member.unread = std::move(*unread);
    else
        member.bytes = std::move(std::get<std::string>(bytes));
    member.name = std::string(packing.inner);
}

}  // namespace

Members::Members(std::unique_ptr<Input> input, std::string_view name, const ContainerLimits& limits)
    : limits_(limits), budget_(std::max(least_budget, input->size() * most_growth)) {
    open(std::move(input), packing_of(name), {});
}

void Members::open(std::unique_ptr<Input> input, const Packing& packing, const Member& around) {
    auto container = open_container(*input, packing, limits_);
    const std::string label = levels_.empty() ? std::string() : around.label + label_mark;
    const std::string path = levels_.empty() ? std::string() : around.facts.path + '/';
    levels_.push_back({std::move(input), std::move(container), label, path});
}

void Members::close() {
    schema::add_to(passed_, levels_.back().container->passed());
    levels_.pop_back();
}

PassedParts Members::passed() const {
    PassedParts passed = passed_;
    for (const Level& level : levels_) schema::add_to(passed, level.container->passed());
    return passed;
}

std::optional<Member> Members::next() {
    while (!levels_.empty()) {
        Level& level = levels_.back();
        auto member = level.container->next();
        if (!member) {
            close();
            continue;
        }
        member->label.insert(0, level.label);
        if (!member->facts.path.empty()) member->facts.path.insert(0, level.path);
        if (member->unread || !within_budget(*member)) return member;
        if (auto out = unpacked(*std::move(member))) return out;
    }
    return std::nullopt;
}

/// Ends it all where a file grows beyond all measure.
bool Members::within_budget(Member& member) {
    if (member.bytes.size() <= budget_) {
        budget_ -= member.bytes.size();
        return true;
    }
    member.bytes.clear();
    member.unread = Unread{SkipReason::too_large,
                           "with it the file grows to more than 100 times its size; "
                           "neither it nor what follows is read"};
    while (!levels_.empty()) close();
    return false;
}

/// Nothing for a container, which is opened.
std::optional<Member> Members::unpacked(Member member) {
    const Packing packing = packing_of(member.name);
    if (packing.holder != Holder::none) {
        if (levels_.size() == deepest) {
            member.unread = Unread{SkipReason::too_large, "nested more than 3 deep"};
            return member;
        }
        auto input = memory_input(std::exchange(member.bytes, {}));
        open(std::move(input), packing, member);
        return std::nullopt;
    }
    if (packing.compression == Compression::none) return member;
    const auto input = memory_input(std::exchange(member.bytes, {}));
    decompress(member, *input, packing, limits_.most_bytes);
    if (!member.unread) within_budget(member);
    return member;
}

std::optional<Member> member_at(Input& input, std::string_view name, const ContainerLimits& limits,
                                std::string_view label) {
    const Packing packing = packing_of(name);
    if (packing.holder == Holder::warc || packing.holder == Holder::arc) {
        const auto place = place_in(label);
        return place ? warc_member_at(input, packing, limits, *place) : std::nullopt;
    }
    if (packing.holder != Holder::none || !label.empty()) return std::nullopt;
    Member whole{};
    decompress(whole, input, packing, limits.most_bytes);
    return whole;
}

}  // namespace morgue::indexer

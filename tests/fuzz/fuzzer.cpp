// libFuzzer's door to one of the targets, the one that $MORGUE_FUZZ_TARGET names.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fuzz/targets.hpp>
#include <string_view>

namespace {

const morgue::test::FuzzTarget& chosen() {
    const char* const name = std::getenv("MORGUE_FUZZ_TARGET");
    const auto& targets = morgue::test::fuzz_targets();
    const auto found = std::ranges::find_if(targets, [&](const auto& target) {
        return name != nullptr && target.name == std::string_view(name);
    });
    if (found != targets.end()) return *found;
    std::fputs("MORGUE_FUZZ_TARGET names none of the targets\n", stderr);
    std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const morgue::test::FuzzTarget& target = chosen();
    target.run(target, {reinterpret_cast<const char*>(bytes), size});
    return 0;
}

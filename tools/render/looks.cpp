#include <tools/render/looks.hpp>

namespace morgue::tools {

void LooksFlags::declare(CLI::App& /*flags*/) {}

Looks LooksFlags::read(const Invocation& invocation) const {
    return {&invocation.style()};
}

}  // namespace morgue::tools

#include <xapian.h>

#include <morgue/version.hpp>

namespace morgue {

std::string_view version() noexcept {
    return MORGUE_VERSION;
}

std::string_view xapian_version() noexcept {
    return Xapian::version_string();
}

}  // namespace morgue

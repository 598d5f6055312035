#include <tools/pager.hpp>

namespace morgue::tools {

void page_output(const Looks& /*looks*/) {}

}  // namespace morgue::tools

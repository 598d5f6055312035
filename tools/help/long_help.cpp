#include <tools/help/help.hpp>
#include <tools/help/page_as_text.hpp>
#include <tools/help/pages.hpp>

namespace morgue::tools {

std::string long_help(const Commands& commands) {
    return page_as_text(page_of(commands), help_columns());
}

std::string long_help(const Commands& commands, const Command& command) {
    return page_as_text(page_of(commands, command), help_columns());
}

}  // namespace morgue::tools

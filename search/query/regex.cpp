#include <search/query/regex.hpp>

namespace morgue::query {

std::shared_ptr<const RE2> compiled_regex(const std::string& text) {
    RE2::Options options;
    options.set_case_sensitive(false);  // words of the index are folded
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(std::int64_t{1} << 20);
    return std::make_shared<const RE2>(text, options);
}

}  // namespace morgue::query

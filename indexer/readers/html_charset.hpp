#pragma once

#include <string>
#include <string_view>

namespace morgue::indexer {

/// The charset that a page declares near its beginning, in <meta> or in an XML declaration;
/// empty where it declares none.
std::string declared_charset(std::string_view page);

}  // namespace morgue::indexer

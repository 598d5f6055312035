#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// What a server answered.
struct HttpResponse {
    int status = 0;
    std::string type;       ///< such as "text/html"; empty where it is not told
    std::string charset;    ///< that the header declares; may be empty
    std::string coding;     ///< Content-Encoding, in lower case
    bool chunked = false;   ///< Transfer-Encoding
    std::string_view body;  ///< as it came
};

/// The message's header taken apart. Of what has none, all is the body.
HttpResponse http_response(std::string_view message);

/// The body without the chunks and the compression that the header tells of; as it is where it has
/// neither, as crawlers often keep the header of what they have unpacked. At most `most` bytes.
std::variant<std::string, Unread> http_body(const HttpResponse& response, std::size_t most);

}  // namespace morgue::indexer

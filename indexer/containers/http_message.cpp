#include <algorithm>
#include <brotli/decode.h>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>
#include <zlib.h>

#include <indexer/containers/byte_stream.hpp>
#include <indexer/containers/header_lines.hpp>
#include <indexer/containers/http_message.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>

namespace morgue::indexer {

namespace {

using Body = std::variant<std::string, Unread>;

int status_of(std::string_view line) {
    int status = 0;
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) return 0;
    line = trimmed(line.substr(space));
    std::from_chars(line.data(), line.data() + line.size(), status);
    return status;
}

/// The size that a chunk's first line tells; nothing where it tells none.
std::optional<std::size_t> chunk_size(std::string_view line) {
    line = trimmed(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc{} || end != line.data() + line.size()) return std::nullopt;
    return size;
}

Body unchunked(std::string_view body) {
    std::string whole;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = body.find('\n', at);
        const std::string_view line = body.substr(at, end - at);
        const auto size = end == std::string_view::npos ? std::nullopt : chunk_size(line);
        // A crawler may have joined the chunks already.
        if (!size && at == 0) return std::string(body);
        if (!size || *size > body.size() - end - 1)
            return Unread{SkipReason::malformed, "the chunks of its transfer are broken"};
        if (*size == 0) break;
        whole += body.substr(end + 1, *size);
        at = end + 1 + *size;
        at = std::min(body.find('\n', at), body.size() - 1) + 1;
    }
    return whole;
}

/// With a header of its own or, as some servers send it, without.
Body inflated(std::string_view bytes, std::size_t most) {
    for (const int window : {MAX_WBITS + 32, -MAX_WBITS}) {
        z_stream stream{};
        if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
        const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        std::string text;
        int result = Z_OK;
        while (result == Z_OK && text.size() <= most) {
            const std::size_t filled = text.size();
            text.resize(filled + (std::size_t{64} << 10));
            stream.next_out = reinterpret_cast<Bytef*>(text.data() + filled);
            stream.avail_out = static_cast<uInt>(text.size() - filled);
            result = inflate(&stream, Z_NO_FLUSH);
            text.resize(text.size() - stream.avail_out);
        }
        if (text.size() > most) return over_limit(most, "decompressed, ");
        if (result == Z_STREAM_END) return text;
    }
    return Unread{SkipReason::malformed, "its deflate data is damaged"};
}

Body unbrotlied(std::string_view bytes, std::size_t most) {
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    if (!state) throw std::bad_alloc();
    const auto* next = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    std::string text;
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && text.size() <= most) {
        std::size_t room = 0;
        result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, nullptr, nullptr);
        std::size_t size = 0;
        const std::uint8_t* given = BrotliDecoderTakeOutput(state.get(), &size);
        text.append(reinterpret_cast<const char*>(given), size);
    }
    if (text.size() > most) return over_limit(most, "decompressed, ");
    if (result != BROTLI_DECODER_RESULT_SUCCESS)
        return Unread{SkipReason::malformed, "its brotli data is damaged"};
    return text;
}

/// Neither deflate nor brotli begins with a mark of its own.
bool looks_unpacked(std::string_view bytes) {
    const std::string_view begin = trimmed(bytes.substr(0, 64));
    return begin.empty() || begin.starts_with('<') || begin.starts_with('{');
}

Body decoded(std::string bytes, std::string_view coding, std::size_t most) {
    if (coding == "gzip" || coding == "x-gzip") {
        if (!bytes.starts_with(magic_of(Compression::gzip))) return bytes;
        return inflated(bytes, most);
    }
    if (coding == "deflate") return looks_unpacked(bytes) ? Body(bytes) : inflated(bytes, most);
    if (coding == "br") return looks_unpacked(bytes) ? Body(bytes) : unbrotlied(bytes, most);
    if (coding.empty() || coding == "identity") return bytes;
    return Unread{SkipReason::no_reader, "sent in a coding that is not known"};
}

}  // namespace

HttpResponse http_response(std::string_view message) {
    HttpResponse response;
    const std::size_t length = header_length(message);
    if (!message.starts_with("HTTP/") || length == std::string_view::npos) {
        response.body = message;
        return response;
    }
    const std::string_view head = message.substr(0, length);
    response.status = status_of(head.substr(0, head.find('\n')));
    const HeaderLines lines(head.substr(std::min(head.find('\n') + 1, head.size())));
    const std::string_view type = lines.value("Content-Type");
    response.type = media_type(type);
    response.charset = parameter(type, "charset");
    response.coding = lower_ascii(lines.value("Content-Encoding"));
    response.chunked =
        lower_ascii(lines.value("Transfer-Encoding")).find("chunked") != std::string::npos;
    response.body = message.substr(length);
    return response;
}

std::variant<std::string, Unread> http_body(const HttpResponse& response, std::size_t most) {
    Body body = response.chunked ? unchunked(response.body) : std::string(response.body);
    // Codings were applied in the order in which they are told.
    std::string_view codings = response.coding;
    while (!codings.empty() && std::holds_alternative<std::string>(body)) {
        const std::size_t comma = codings.rfind(',');
        const std::string_view last = trimmed(codings.substr(comma + 1));
        codings = comma == std::string_view::npos ? std::string_view() : codings.substr(0, comma);
        body = decoded(std::move(std::get<std::string>(body)), last, most);
    }
    return body;
}

}  // namespace morgue::indexer

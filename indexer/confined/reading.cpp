#include <string>
#include <utility>
#include <variant>

#include <base/file.hpp>
#include <indexer/confined/reading.hpp>
#include <indexer/containers/byte_stream.hpp>
#include <indexer/containers/packing.hpp>

namespace morgue::indexer {

namespace {

Unread unknown_kind(std::string_view name) {
    const std::string_view extension = base::extension(name);
    return {SkipReason::no_reader, extension.empty() ? "of a kind that its name does not tell"
                                                     : std::string(extension) + " of another kind"};
}

Reading read_as(std::string_view name, std::string_view bytes, const ReadRequest& request) {
    const Reader* reader = find_reader(name, bytes);
    if (reader == nullptr) return {{}, unknown_kind(name)};
    const FieldMap fields(request.field_map);
    FileFacts facts = request.facts;
    facts.fields = &fields;
    facts.companions = request.companions;
    return {reader->name, reader->read(bytes, facts)};
}

/// That of files so named, if it may read some of them in this process.
const Reader* plain_reader(std::string_view name) {
    const Reader* reader = is_packed(name) ? nullptr : find_reader(name);
    return reader == nullptr || reader->is_plain == nullptr ? nullptr : reader;
}

}  // namespace

Reading read_here(const ReadRequest& request) {
    const Packing packing = packing_of(request.name);
    if (packing.compression == Compression::none)
        return read_as(request.name, request.bytes, request);
    const auto input = memory_input(std::string(request.bytes));
    const auto bytes = decompressed(*input, packing.compression, request.most_bytes);
    if (const auto* unread = std::get_if<Unread>(&bytes)) return {{}, *unread};
    Reading reading = read_as(packing.inner, std::get<std::string>(bytes), request);
    // What was decompressed stands nowhere in the file.
    for (ReadArticle& read : reading.result.articles) read.body_offset = -1;
    return reading;
}

bool may_be_plain(std::string_view name) {
    return plain_reader(name) != nullptr;
}

bool is_plain(const ReadRequest& request) {
    const Reader* reader = plain_reader(request.name);
    return reader != nullptr && reader->is_plain(request.bytes);
}

}  // namespace morgue::indexer

#include <string>
#include <utility>
#include <variant>

#include <base/file.hpp>
#include <indexer/containers/byte_stream.hpp>
#include <indexer/morgue_reader/read_here.hpp>
#include <indexer/packing/packing.hpp>
#include <indexer/readers/readers.hpp>
#include <indexer/readers/told_fields.hpp>

namespace morgue::indexer {

namespace {

Unread unknown_kind(std::string_view name) {
    const std::string_view extension = base::extension(name);
    return {SkipReason::no_reader, extension.empty() ? "of a kind that its name does not tell"
                                                     : std::string(extension) + " of another kind"};
}

Reading read_as(std::string_view name, std::string_view bytes, const ReadRequest& request) {
    const Format* format = find_format(name, bytes);
    if (format == nullptr) return {{}, unknown_kind(name)};
    const FieldMap fields(request.field_map);
    FileFacts facts = request.facts;
    facts.fields = &fields;
    facts.companions = request.companions;
    return {format->name, reader_of(*format)(bytes, facts)};
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

std::string told_fields_here(const ReadRequest& request) {
    const Format* format = find_format(request.name, request.bytes);
    const FieldMap fields(request.field_map);
    return format == nullptr ? std::string()
                             : told_fields(*format, request.bytes, {request.facts.path, &fields});
}

}  // namespace morgue::indexer

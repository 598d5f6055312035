#include <cassert>

#include <indexer/confined/reading.hpp>
#include <indexer/formats/format.hpp>
#include <indexer/packing/packing.hpp>

namespace morgue::indexer {

namespace {

/// That of files so named, if some of them may be plain.
const Format* plain_format(std::string_view name) {
    const Format* format = is_packed(name) ? nullptr : find_format(name);
    return format == nullptr || format->is_plain == nullptr ? nullptr : format;
}

}  // namespace

bool may_be_plain(std::string_view name) {
    return plain_format(name) != nullptr;
}

bool is_plain(const ReadRequest& request) {
    const Format* format = plain_format(request.name);
    return format != nullptr && request.facts.charset.empty() && format->is_plain(request.bytes);
}

Reading read_plain(const ReadRequest& request) {
    assert(is_plain(request));
    const Format* format = plain_format(request.name);
    const FieldMap fields(request.field_map);
    FileFacts facts = request.facts;
    facts.fields = &fields;
    return {format->name, format->read_plain(request.bytes, facts)};
}

}  // namespace morgue::indexer

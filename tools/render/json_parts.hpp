#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <morgue/ingest.hpp>
#include <morgue/searcher.hpp>

#include <tools/paths.hpp>
#include <tools/render/offsets.hpp>

namespace morgue::tools {

// What records of JSON are made of. What is not known is absent. docs/OUTPUT-SCHEMA.md says what
// each key means; a test holds the two together.

using Json = nlohmann::ordered_json;

/// A record of this type, with the version of the schema.
Json record(const char* type);

/// The record as one line without its end: foreign bytes made UTF-8, nothing in it that a
/// terminal would obey.
std::string line_of(const Json& value);

/// A name that is not UTF-8 stands twice: readable, and exact in base64.
void add_path(Json& out, const std::string& key, const std::string& path);

/// What every article says of itself: its metadata, where it was read, and the index that has it
/// where several are searched.
void add_facts(Json& out, const IndexedArticle& found, const Paths& paths);

/// Counts of parts of files by why they were passed over.
Json passed_parts_json(const PassedParts& passed);

/// Every metadatum with where it came from: {"date": {"value": …, "from": …}, "tag": [{…}, …]}.
Json metadata_json(const Article& article);

/// The text cut into pieces, so that a reader need not count; the pieces that are lit say so.
Json runs_json(const std::string& text, const std::vector<ByteRange>& lit);

/// Adds what is lit in the headline, if anything is.
void add_title_runs(Json& out, const Article& article, const std::vector<ByteRange>& lit,
                    OffsetUnit unit);

/// Passages of an article that comes with its body.
Json passages_json(const std::vector<Snippet>& passages, const IndexedArticle& found,
                   OffsetUnit unit);

/// Adds a range of the body, named after the unit it is counted in, and the bytes of the file
/// where the body is the file's own.
void add_place(Json& out, const ByteRange& range, OffsetCounter& body, const Location& location);

}  // namespace morgue::tools

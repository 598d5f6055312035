#pragma once

#include <algorithm>
#include <string_view>

namespace morgue::indexer::ninjs {

/// The lines of the standard, each of which takes what its earlier versions took: 1.0 to 1.6, 2.0
/// to 2.2, 3.0 and 3.1. Who writes ninjs need not tell which it is.
enum Line : unsigned char { v1 = 1, v2 = 2, v3 = 4, v12 = v1 | v2, v23 = v2 | v3, all = v1 | v23 };

inline constexpr Line lines[] = {v1, v2, v3};

/// What the standard says of a property.
struct Fact {
    Line line;
    std::string_view of;  ///< the kind of object that it stands in
    /// With capitals, which only v3 has; "body_*" is any name that begins so, and ends in letters,
    /// digits and '_'; "" is all that the kind `is` has, too. The first that fits counts.
    std::string_view name;
    /// text, number, integer, day (or its beginning, or a time), object or any; "1..9" for such
    /// an integer; "yes|no" for one of these words; else a kind of object; "[...]" for a list.
    std::string_view is;
};

/// Of some properties an object has one, or at most one, and never two.
struct Choice {
    Line line;
    std::string_view of;
    std::string_view names;  ///< divided by '|'
    bool may_be_none = false;
};

inline constexpr std::string_view media = "text|audio|video|picture|graphic|composite|component";
inline constexpr std::string_view planned =
    "text|audio|video|picture|graphic|composite|component|event|planning";
inline constexpr std::string_view states = "usable|withheld|canceled";

/// By kind of object. How dates and addresses are written is not checked: what the standard says of
/// it is advice, and its own tests pass over it.
/// Source: IPTC, ninjs 1.0 to 3.1; `advices` are proposed for the versions after 1.5 and 2.1.
inline constexpr Fact facts[] = {
    {all, "address", "area", "text"},
    {all, "address", "country", "text"},
    {all, "address", "lines", "[text]"},
    {all, "address", "locality", "text"},
    {all, "address", "postalCode", "text"},

    {v12, "advice", "environments", "[object]"},
    {v12, "advice", "importance", "code"},
    {v12, "advice", "lifetime", "code"},
    {v12, "advice", "role", "text"},

    {v23, "altId", "role", "text"},
    {v23, "altId", "value", "text"},

    {v23, "association", "", "ninjs"},
    {v23, "association", "name", "text"},
    {v3, "association", "rel", "text"},

    {v1, "associations", "*", "ninjs"},

    {v3, "audience", "audience", "text"},
    {v3, "audience", "significance", "integer"},

    {v23, "body", "", "words"},
    {v2, "body", "charCount", "number"},
    {v3, "body", "charCount", "integer"},
    {v2, "body", "wordCount", "number"},
    {v3, "body", "wordCount", "integer"},

    {v12, "code", "code", "text"},
    {v12, "code", "scheme", "text"},

    {v3, "commission", "by", "text"},
    {v3, "commission", "on", "text"},
    {v3, "commission", "references", "[reference]"},

    {v1, "concept", "code", "text"},
    {v23, "concept", "literal", "text"},
    {all, "concept", "name", "text"},
    {v1, "concept", "scheme", "text"},
    {v23, "concept", "uri", "text"},

    {all, "contact", "address", "address"},
    {all, "contact", "lang", "text"},
    {all, "contact", "name", "text"},
    {all, "contact", "role", "text"},
    {all, "contact", "type", "text"},
    {all, "contact", "value", "text"},

    {v3, "count", "rangeFrom", "integer"},
    {v3, "count", "rangeTo", "integer"},

    {v3, "coverage", "audiences", "[audience]"},
    {v3, "coverage", "commissioned", "commission"},
    {v3, "coverage", "dates", "dates"},
    {v3, "coverage", "edNote", "text"},
    {v3, "coverage", "exclAudience", "[text]"},
    {v3, "coverage", "itemCount", "count"},
    {v3, "coverage", "language", "text"},
    {v3, "coverage", "pubStatus", states},
    {v3, "coverage", "renditions", "[rendition]"},
    {v3, "coverage", "title", "text"},
    {v3, "coverage", "type", planned},
    {v3, "coverage", "urgency", "1..9"},
    {v3, "coverage", "uri", "text"},
    {v3, "coverage", "wordCount", "integer"},

    {v3, "dates", "endDate", "text"},
    {v3, "dates", "expectedDuration", "text"},
    {v3, "dates", "expectedEndDate", "day"},
    {v3, "dates", "expectedStartDate", "day"},
    {v3, "dates", "recurrence", "recurrence"},
    {v3, "dates", "startDate", "text"},

    {all, "entity", "", "related"},
    {all, "entity", "contactInfo", "[contact]"},

    {all, "event", "", "related"},
    {v3, "event", "id", "text"},

    {v3, "eventDetails", "dates", "dates"},
    {v3, "eventDetails", "eventStatus", "text"},
    {v3, "eventDetails", "organiser", "organisation"},
    {v3, "eventDetails", "plannedCoverageStatus", "text"},

    {v23, "geometry", "type",
     "Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection|Feature|"
     "FeatureCollection"},
    {v23, "geometry", "*", "any"},

    {all, "infoSource", "", "concept"},
    {all, "infoSource", "contactInfo", "[contact]"},
    {v1, "infoSource", "rel", "text"},
    {v23, "infoSource", "role", "text"},

    {all, "ninjs", "$schema", "text"},  // as JSON has it, of whatever kind
    {v1, "ninjs", "$standard", "standard"},
    {v12, "ninjs", "advices", "[advice]"},
    {v1, "ninjs", "altIds", "object"},
    {v23, "ninjs", "altIds", "[altId]"},
    {v1, "ninjs", "associations", "associations"},
    {v23, "ninjs", "associations", "[association]"},
    {v23, "ninjs", "bodies", "[body]"},
    {v1, "ninjs", "body_*", "text"},
    {v23, "ninjs", "by", "text"},
    {v1, "ninjs", "byline", "text"},
    {v1, "ninjs", "charCount", "number"},
    {all, "ninjs", "contentCreated", "text"},
    {all, "ninjs", "copyrightHolder", "text"},
    {all, "ninjs", "copyrightNotice", "text"},
    {v1, "ninjs", "description_*", "text"},
    {v23, "ninjs", "descriptions", "[words]"},
    {all, "ninjs", "digitalSourceType", "sourceType"},
    {all, "ninjs", "edNote", "text"},
    {v12, "ninjs", "embargoed", "text"},
    {v3, "ninjs", "embargoedUntil", "text"},
    {v1, "ninjs", "event", "[event]"},
    {v3, "ninjs", "eventDetails", "eventDetails"},
    {v23, "ninjs", "events", "[event]"},
    {all, "ninjs", "expires", "text"},
    {all, "ninjs", "firstCreated", "text"},
    {v1, "ninjs", "genre", "[concept]"},
    {v23, "ninjs", "genres", "[concept]"},
    {v1, "ninjs", "headline", "text"},
    {v1, "ninjs", "headline_*", "text"},
    {v23, "ninjs", "headlines", "[words]"},
    {v1, "ninjs", "infoSource", "[infoSource]"},
    {v23, "ninjs", "infoSources", "[infoSource]"},
    {all, "ninjs", "language", "text"},
    {all, "ninjs", "located", "text"},
    {v1, "ninjs", "mimeType", "text"},
    {v1, "ninjs", "object", "[related]"},
    {v23, "ninjs", "objects", "[related]"},
    {v1, "ninjs", "organisation", "[organisation]"},
    {v23, "ninjs", "organisations", "[organisation]"},
    {v23, "ninjs", "people", "[entity]"},
    {v1, "ninjs", "person", "[entity]"},
    {v1, "ninjs", "place", "[place]"},
    {v23, "ninjs", "places", "[place]"},
    {v3, "ninjs", "plannedCoverage", "[coverage]"},
    {all, "ninjs", "profile", "text"},
    {all, "ninjs", "pubStatus", states},
    {v1, "ninjs", "renditions", "renditions"},
    {v23, "ninjs", "renditions", "[rendition]"},
    {v1, "ninjs", "representationType", "complete|incomplete"},
    {v23, "ninjs", "representationType", "full|partial"},
    {all, "ninjs", "rightsInfo", "rights"},
    {all, "ninjs", "slugline", "text"},
    {v23, "ninjs", "standard", "standard"},
    {v1, "ninjs", "subject", "[subject]"},
    {v23, "ninjs", "subjects", "[subject]"},
    {all, "ninjs", "title", "text"},
    {v1, "ninjs", "trustIndicator", "[trust]"},
    {v23, "ninjs", "trustIndicators", "[trust]"},
    {v12, "ninjs", "type", media},
    {v3, "ninjs", "type", planned},
    {v12, "ninjs", "urgency", "number"},
    {v3, "ninjs", "urgency", "1..9"},
    {all, "ninjs", "uri", "text"},
    {all, "ninjs", "usageTerms", "text"},
    {all, "ninjs", "version", "text"},
    {all, "ninjs", "versionCreated", "text"},
    {v1, "ninjs", "wordCount", "number"},

    {all, "organisation", "", "entity"},
    {all, "organisation", "symbols", "[symbol]"},

    {all, "place", "", "entity"},
    {v23, "place", "geoJSON", "geometry"},
    {v1, "place", "geometry_*", "object"},

    {v3, "point", "x", "integer"},
    {v3, "point", "y", "integer"},

    {v3, "recurrence", "recurrenceDates", "any"},
    {v3, "recurrence", "recurrenceRules", "[rule]"},

    {v3, "reference", "name", "text"},
    {v3, "reference", "value", "text"},

    {all, "related", "", "concept"},
    {all, "related", "rel", "text"},

    {v3, "rendition", "aspectRatio", "text"},
    {v3, "rendition", "bitrate", "text"},
    {v23, "rendition", "contentType", "text"},
    {all, "rendition", "duration", "number"},
    {all, "rendition", "format", "text"},
    {v3, "rendition", "frameRate", "number"},
    {v12, "rendition", "height", "number"},
    {v3, "rendition", "height", "integer"},
    {all, "rendition", "href", "text"},
    {v1, "rendition", "mimeType", "text"},
    {v23, "rendition", "name", "text"},
    {v3, "rendition", "poi", "point"},
    {v3, "rendition", "scanType", "progressive|interlaced"},
    {v12, "rendition", "sizeInBytes", "number"},
    {v3, "rendition", "sizeInBytes", "integer"},
    {all, "rendition", "title", "text"},
    {v3, "rendition", "transportProtocol", "text"},
    {v3, "rendition", "videoCodec", "text"},
    {v12, "rendition", "width", "number"},
    {v3, "rendition", "width", "integer"},

    {v1, "renditions", "*", "rendition"},

    {all, "rights", "encodedRights", "text"},
    {all, "rights", "langId", "text"},
    {all, "rights", "linkedRights", "text"},
    {v12, "rights", "*", "any"},

    {v3, "rule", "count", "integer"},
    {v3, "rule", "frequency", "secondly|minutely|hourly|daily|weekly|monthly|yearly"},
    {v3, "rule", "interval", "integer"},
    {v3, "rule", "until", "text"},

    {all, "sourceType", "literal", "text"},
    {all, "sourceType", "name", "text"},
    {all, "sourceType", "uri", "text"},

    {all, "standard", "name", "text"},
    {all, "standard", "schema", "text"},
    {all, "standard", "version", "text"},

    {all, "subject", "", "related"},
    {all, "subject", "confidence", "0..100"},
    {all, "subject", "creator", "text"},
    {all, "subject", "relevance", "0..100"},

    {all, "symbol", "exchange", "text"},
    {all, "symbol", "symbol", "text"},
    {all, "symbol", "symbolType", "text"},
    {v12, "symbol", "ticker", "text"},

    {v1, "trust", "code", "text"},
    {all, "trust", "href", "text"},
    {v23, "trust", "role", "text"},
    {v1, "trust", "scheme", "text"},
    {all, "trust", "title", "text"},

    {v23, "words", "contentType", "text"},
    {v23, "words", "role", "text"},
    {v23, "words", "value", "text"},
};

inline constexpr Choice choices[] = {
    {all, "ninjs", "uri"},
    {v23, "association", "name"},
    {v23, "association", "uri"},
    {all, "contact", "value|address"},
    {v3, "dates", "startDate|expectedStartDate", true},
    {v3, "dates", "endDate|expectedEndDate", true},
    {v23, "geometry", "type"},
    {v23, "rendition", "name"},
    {all, "rights", "linkedRights|encodedRights"},
    {v23, "words", "value"},
    {v23, "body", "value"},
};

static_assert(std::ranges::is_sorted(facts, {}, &Fact::of), "rows of a kind stand together");

}  // namespace morgue::indexer::ninjs

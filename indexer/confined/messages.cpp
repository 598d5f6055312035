#include <algorithm>
#include <utility>

#include <morgue/version.hpp>

#include <base/bytes.hpp>
#include <indexer/confined/messages.hpp>
#include <indexer/formats/format.hpp>
#include <indexer/formats/page_path.hpp>
#include <schema/article_bytes.hpp>
#include <schema/passed_parts.hpp>
#include <text/utf8.hpp>

namespace morgue::indexer {

namespace {

void put_facts(std::string& out, const FileFacts& facts) {
    for (const std::string_view text : {facts.path, facts.charset, facts.url, facts.fetched})
        base::put_string(out, text);
}

FileFacts get_facts(base::ByteReader& in) {
    FileFacts facts;
    for (std::string_view* text : {&facts.path, &facts.charset, &facts.url, &facts.fetched})
        *text = in.string();
    return facts;
}

void put_unread(std::string& out, const Unread& why) {
    out.push_back(static_cast<char>(why.reason));
    base::put_string(out, why.detail);
    base::put_string(out, why.member);
}

bool get_unread(base::ByteReader& in, Unread& why) {
    const std::uint64_t reason = in.big_endian(1);
    if (reason > static_cast<unsigned>(last_skip_reason)) return false;
    why = {static_cast<SkipReason>(reason), std::string(in.string()), std::string(in.string())};
    return true;
}

void put_article(std::string& out, const ReadArticle& read) {
    base::put_string(out, read.article.key);
    schema::put_metadata(out, read.article.metadata);
    base::put_string(out, read.article.body);
    schema::put_signed(out, read.body_offset);
    base::put_string(out, read.member);
    out.push_back(read.withdrawn ? '\1' : '\0');
    base::put_string(out, read.companion);
}

bool is_all_utf8(const Article& article) {
    return text::is_valid_utf8(article.body) &&
           std::ranges::all_of(article.metadata, [](const Metadatum& datum) {
               return text::is_valid_utf8(datum.value);
           });
}

bool stands_in(std::string_view bytes, const ReadArticle& read) {
    if (read.body_offset < 0) return read.body_offset == -1;
    const auto offset = static_cast<std::uint64_t>(read.body_offset);
    return offset <= bytes.size() &&
           bytes.substr(static_cast<std::size_t>(offset)).starts_with(read.article.body);
}

bool get_article(base::ByteReader& in, std::string_view bytes, ReadArticle& read) {
    read.article.key = in.string();
    if (!schema::get_metadata(in, read.article.metadata)) return false;
    read.article.body = in.string();
    read.body_offset = schema::get_signed(in);
    read.member = in.string();
    read.withdrawn = in.big_endian(1) != 0;
    read.companion = in.string();
    return is_all_utf8(read.article) && stands_in(bytes, read);
}

template <typename Thing, typename Get>
bool get_all(base::ByteReader& in, std::vector<Thing>& things, Get get) {
    for (std::uint64_t left = in.varint(); left > 0; --left) {
        Thing thing{};
        if (!get(thing) || in.failed()) return false;
        things.push_back(std::move(thing));
    }
    return true;
}

void put_request(std::string& out, const ReadRequest& request) {
    base::put_string(out, request.name);
    put_facts(out, request.facts);
    base::put_string(out, request.field_map);
    base::put_varint(out, request.most_bytes);
    base::put_varint(out, request.bytes.size());
    base::put_varint(out, request.companions.size());
    for (const Companion& companion : request.companions) {
        base::put_string(out, companion.path);
        base::put_varint(out, companion.bytes.size());
    }
}

std::string_view take_front(std::string_view& bytes, std::uint64_t size) {
    const std::string_view front = bytes.substr(0, static_cast<std::size_t>(size));
    bytes.remove_prefix(front.size());
    return front;
}

/// Its bytes are taken off those of all.
ReadRequest get_request(base::ByteReader& in, std::string_view& bytes) {
    ReadRequest request{};
    request.name = in.string();
    request.facts = get_facts(in);
    request.field_map = in.string();
    request.most_bytes = static_cast<std::size_t>(in.varint());
    request.bytes = take_front(bytes, in.varint());
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left) {
        const std::string_view path = in.string();
        request.companions.push_back({path, take_front(bytes, in.varint())});
    }
    return request;
}

/// As the table has it, or empty.
std::string_view format_named_so(std::string_view name) {
    const auto found = std::ranges::find(known_formats(), name, &Format::name);
    return found == known_formats().end() ? std::string_view() : found->name;
}

void put_reading(std::string& out, const Reading& reading) {
    base::put_string(out, reading.format);
    base::put_varint(out, reading.result.articles.size());
    for (const ReadArticle& read : reading.result.articles) put_article(out, read);
    base::put_varint(out, reading.result.unread.size());
    for (const Unread& why : reading.result.unread) put_unread(out, why);
    base::put_varint(out, reading.result.companions.size());
    for (const std::string& path : reading.result.companions) base::put_string(out, path);
}

std::optional<Reading> get_reading(base::ByteReader& in, std::string_view bytes) {
    Reading reading{format_named_so(in.string()), std::vector<ReadArticle>()};
    ReadResult& result = reading.result;
    const bool whole =
        get_all(in, result.articles,
                [&](ReadArticle& read) { return get_article(in, bytes, read); }) &&
        get_all(in, result.unread, [&](Unread& why) { return get_unread(in, why); }) &&
        get_all(in, result.companions, [&](std::string& path) {
            path = in.string();
            return is_within_folder(path);
        });
    const bool told = !result.articles.empty() || !result.unread.empty();
    if (!whole || in.failed() || !told) return std::nullopt;
    if (reading.format.empty() && !result.articles.empty()) return std::nullopt;
    return reading;
}

void put_member(std::string& out, const Member& member) {
    const MemberFacts& facts = member.facts;
    for (const std::string_view text :
         {std::string_view(member.label), std::string_view(member.name),
          std::string_view(member.bytes)})
        base::put_string(out, text);
    put_facts(out, {facts.path, nullptr, facts.charset, facts.url, facts.fetched});
    out.push_back(member.unread ? '\1' : '\0');
    if (member.unread) put_unread(out, *member.unread);
}

bool get_member(base::ByteReader& in, Member& member) {
    for (std::string* text : {&member.label, &member.name, &member.bytes}) *text = in.string();
    const FileFacts facts = get_facts(in);
    member.facts = {std::string(facts.path), std::string(facts.charset), std::string(facts.url),
                    std::string(facts.fetched)};
    return in.big_endian(1) == 0 || get_unread(in, member.unread.emplace());
}

}  // namespace

std::string greeting() {
    return "morgue-reader " + std::string(version());
}

std::string encode(const TaskHead& head) {
    std::string out(1, static_cast<char>(head.task));
    base::put_varint(out, static_cast<std::uint64_t>(head.time.count()));
    return out;
}

std::string encode(const TaskHead& head, std::span<const ReadRequest> requests) {
    std::string out = encode(head);
    base::put_varint(out, requests.size());
    for (const ReadRequest& request : requests) put_request(out, request);
    return out;
}

std::string all_bytes(std::span<const ReadRequest> requests) {
    std::string all;
    for (const ReadRequest& request : requests) {
        all += request.bytes;
        for (const Companion& companion : request.companions) all += companion.bytes;
    }
    return all;
}

std::string encode(const TaskHead& head, const OpenRequest& request) {
    std::string out = encode(head);
    base::put_string(out, request.name);
    base::put_varint(out, request.size);
    base::put_varint(out, request.most_bytes);
    base::put_varint(out, request.skipped);
    base::put_string(out, request.label);
    return out;
}

TaskHead decode_head(std::string_view& message) {
    base::ByteReader in(message);
    const TaskHead head{static_cast<Task>(in.big_endian(1)), std::chrono::seconds(in.varint())};
    message.remove_prefix(message.size() - in.left());
    return head;
}

std::vector<ReadRequest> decode_read(std::string_view message, std::string_view bytes) {
    base::ByteReader in(message);
    std::vector<ReadRequest> requests;
    for (std::uint64_t left = in.varint(); left > 0 && !in.failed(); --left)
        requests.push_back(get_request(in, bytes));
    return requests;
}

OpenRequest decode_open(std::string_view message) {
    base::ByteReader in(message);
    OpenRequest request{};
    request.name = in.string();
    request.size = in.varint();
    request.most_bytes = static_cast<std::size_t>(in.varint());
    request.skipped = in.varint();
    request.label = in.string();
    return request;
}

std::string encode(const std::vector<Reading>& readings) {
    std::string out;
    for (const Reading& reading : readings) put_reading(out, reading);
    return out;
}

std::string encode(const Unpacked& unpacked) {
    std::string out;
    schema::put_passed(out, unpacked.passed);
    base::put_varint(out, unpacked.members.size());
    for (const Member& member : unpacked.members) put_member(out, member);
    return out;
}

std::optional<std::vector<Reading>> decode_readings(std::string_view answer,
                                                    std::span<const ReadRequest> requests) {
    base::ByteReader in(answer);
    std::vector<Reading> readings;
    for (const ReadRequest& request : requests) {
        auto reading = get_reading(in, request.bytes);
        if (!reading) return std::nullopt;
        readings.push_back(*std::move(reading));
    }
    return in.finished() ? std::optional(std::move(readings)) : std::nullopt;
}

std::optional<Unpacked> decode_unpacked(std::string_view answer) {
    base::ByteReader in(answer);
    Unpacked unpacked{{}, schema::get_passed(in)};
    if (!get_all(in, unpacked.members, [&](Member& member) { return get_member(in, member); }))
        return std::nullopt;
    return in.finished() ? std::optional(std::move(unpacked)) : std::nullopt;
}

}  // namespace morgue::indexer

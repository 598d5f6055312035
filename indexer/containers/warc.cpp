#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <base/hash.hpp>
#include <indexer/containers/header_lines.hpp>
#include <indexer/containers/http_message.hpp>
#include <indexer/containers/record_buffer.hpp>
#include <indexer/containers/warc.hpp>
#include <indexer/containers/warc_record.hpp>
#include <indexer/formats/format.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/words.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t longest_header = std::size_t{64} << 10;
constexpr int success = 200;

struct TypeRow {
    std::string_view type;
    std::string_view name;  ///< of a file of this kind
};

constexpr TypeRow text_types[] = {
    {"text/html", "page.html"},
    {"application/xhtml+xml", "page.html"},
    {"text/plain", "text.txt"},
    {"text/markdown", "text.md"},
    {"text/xml", "document.xml"},
    {"application/xml", "document.xml"},
    {"application/rss+xml", "document.xml"},
    {"application/atom+xml", "document.xml"},
    {"application/json", "document.json"},
    {"application/ld+json", "document.json"},
    {"application/feed+json", "document.json"},
};

/// By which name a reader is found; empty for what is no text.
std::string_view name_for(std::string_view type, std::string_view body) {
    for (const TypeRow& row : text_types)
        if (row.type == type) return row.name;
    if (!type.empty() && type != "unknown" && type != "no-type") return {};
    const std::string begin = lower_ascii(trimmed(body.substr(0, 256)));
    return begin.starts_with("<!doctype html") || begin.starts_with("<html") ? "page.html"
                                                                             : std::string_view();
}

/// "coast.example/2019/03/04/storm" of an address, as a mirror would store it.
std::string path_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return std::string(url.substr(0, url.find_first_of("?#")));
}

/// What crawlers fetch for themselves.
bool is_for_crawlers(std::string_view url) {
    return path_of(url).ends_with("/robots.txt");
}

class Warc : public Container {
  public:
    Warc(std::unique_ptr<ByteStream> stream, const Packing& packing, const ContainerLimits& limits)
        : stream_(std::move(stream)),
          buffer_(*stream_),
          is_arc_(packing.holder == Holder::arc),
          limits_(limits) {}

    std::optional<Member> next() override {
        while (!at_end_) {
            skip_line_ends();
            if (!buffer_.look(1)) return end_of_stream();
            const StreamPlace place = buffer_.place();
            const auto header = read_header();
            if (!header) {
                find_record(1);
                return damaged(place, "no record begins here, and what follows is not known");
            }
            if (auto member = take(place, *header)) return member;
        }
        return std::nullopt;
    }

  private:
    static Member damaged(const StreamPlace& place, std::string why,
                          SkipReason reason = SkipReason::malformed) {
        Member member{to_string(place)};
        member.unread = Unread{reason, std::move(why)};
        return member;
    }

    std::optional<Member> end_of_stream() {
        if (!stream_->damage()) {
            at_end_ = true;
            return std::nullopt;
        }
        Member member =
            damaged(stream_->damage_place(), stream_->damage()->detail, stream_->damage()->reason);
        go_on();
        return member;
    }

    /// Behind damage of the stream.
    void go_on() {
        if (buffer_.resume())
            find_record(0);
        else
            at_end_ = true;
    }

    void skip_line_ends() {
        while (buffer_.look(1)) {
            const std::string_view bytes = buffer_.bytes();
            const std::size_t text = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
            if (text == 0) return;
            buffer_.drop(text);
        }
    }

    /// Drops what is read.
    std::optional<WarcHeader> read_header() {
        buffer_.look(longest_header);
        const std::string_view bytes = buffer_.bytes().substr(0, longest_header);
        std::optional<WarcHeader> header;
        std::size_t length = std::string_view::npos;
        if (begins_warc(bytes)) {
            length = header_length(bytes);
            if (length != std::string_view::npos) header = warc_header(bytes.substr(0, length));
        } else if (is_arc_) {
            length = bytes.find('\n');
            header = arc_header(bytes.substr(0, length));
            length = length == std::string_view::npos ? bytes.size() : length + 1;
        }
        if (header) buffer_.drop(length);
        return header;
    }

    /// Goes to where a record begins, from that byte on; or to the end.
    void find_record(std::size_t from) {
        do {
            do {
                const std::size_t found = record_in(buffer_.bytes(), from);
                if (found != std::string_view::npos) return buffer_.drop(found);
                // What is read next may belong to the end of this.
                const std::size_t size = buffer_.bytes().size();
                buffer_.drop(size - std::min(size, overlap));
                from = 0;
            } while (buffer_.look(buffer_.bytes().size() + 1));
        } while (buffer_.resume());
        buffer_.drop(buffer_.bytes().size());
        at_end_ = true;
    }

    std::size_t record_in(std::string_view bytes, std::size_t from) const {
        if (!is_arc_) {
            const std::size_t found = find_warc(bytes.substr(std::min(from, bytes.size())));
            return found == std::string_view::npos ? found : found + from;
        }
        for (std::size_t at = from == 0 ? 0 : bytes.find('\n'); at < bytes.size();) {
            const std::size_t begin = bytes[at] == '\n' ? at + 1 : at;
            const std::size_t end = bytes.find('\n', begin);
            if (end == std::string_view::npos) break;
            if (arc_header(bytes.substr(begin, end - begin))) return begin;
            at = end;
        }
        return std::string_view::npos;
    }

    /// Nothing for what is passed over.
    std::optional<Member> take(const StreamPlace& place, const WarcHeader& header) {
        const auto size =
            static_cast<std::size_t>(std::min<std::uint64_t>(header.length, longest_header));
        buffer_.look(size);
        auto member = considered(header, buffer_.bytes().substr(0, size));
        if (member && !member->unread && header.length > limits_.most_bytes)
            member->unread = over_limit(limits_.most_bytes);
        if (member && !member->unread) {
            const auto length = static_cast<std::size_t>(header.length);
            buffer_.look(length);
            if (buffer_.bytes().size() >= length)
                read_block(*member, buffer_.bytes().substr(0, length));
        }
        const bool whole = buffer_.skip(header.length) == header.length;
        if (auto broken = breaks_off(place, whole)) return broken;
        if (!member) return std::nullopt;
        // Of XML and JSON, much on the web is no article.
        if (!member->unread && find_format(member->name, member->bytes) == nullptr)
            return passed_over(passed_.without_text);
        member->label = to_string(place);
        return member;
    }

    /// A record that the stream's damage, or its end, cut; also where only its checksum is wrong.
    std::optional<Member> breaks_off(const StreamPlace& place, bool whole) {
        if (whole) skip_line_ends();
        const bool ends = buffer_.bytes().empty();
        if (!ends || (whole && !stream_->damage())) return std::nullopt;
        if (!stream_->damage()) {
            at_end_ = true;
            return damaged(place, "the file ends in the middle of this record");
        }
        const bool its_own = place.before == 0 && stream_->damage_place().begin == place.begin;
        if (whole && !its_own) return std::nullopt;
        Member member = damaged(place, "this record is damaged: " + stream_->damage()->detail,
                                stream_->damage()->reason);
        go_on();
        return member;
    }

    /// What a record may give, by its header and its beginning; its bytes are still missing.
    std::optional<Member> considered(const WarcHeader& header, std::string_view begin) {
        const HttpResponse response = http_response(begin);
        if (header.kind == "revisit") return revisit(header, response);
        const bool is_response = header.kind == "response";
        if (!is_response && header.kind != "resource" && header.kind != "conversion")
            return passed_over(passed_.no_answers);
        if (is_for_crawlers(header.url)) return passed_over(passed_.without_text);
        const bool is_http = response.status != 0;
        if (is_http && response.status != success) return passed_over(passed_.failures);
        const std::string type = is_http ? response.type : media_type(header.type);
        Member member;
        member.name = name_for(type, response.body);
        if (member.name.empty()) return passed_over(passed_.without_text);
        member.facts = {path_of(header.url),
                        is_http ? response.charset : parameter(header.type, "charset"), header.url,
                        header.date};
        remember(header);
        return member;
    }

    static std::optional<Member> passed_over(std::size_t& count) {
        ++count;
        return std::nullopt;
    }

    void remember(const WarcHeader& header) {
        if (!header.id.empty()) known_.insert(base::hash64(header.id));
        if (!header.digest.empty()) known_.insert(base::hash64(header.digest));
    }

    /// What it repeats is an article already, where the file has it.
    std::optional<Member> revisit(const WarcHeader& header, const HttpResponse& response) {
        const bool is_text = response.status == 0 || !name_for(response.type, {}).empty();
        if (!is_text) return passed_over(passed_.without_text);
        if (known_.contains(base::hash64(header.refers_to)) ||
            known_.contains(base::hash64(header.digest)))
            return passed_over(passed_.repeats);
        Member member;
        member.unread =
            Unread{SkipReason::empty, "a revisit of what this file does not hold: " + header.url};
        return member;
    }

    void read_block(Member& member, std::string_view block) const {
        auto body = http_body(http_response(block), limits_.most_bytes);
        if (auto* unread = std::get_if<Unread>(&body))
            member.unread = std::move(*unread);
        else
            member.bytes = std::move(std::get<std::string>(body));
    }

    static constexpr std::size_t overlap = 4096;

    std::unique_ptr<ByteStream> stream_;
    RecordBuffer buffer_;
    bool is_arc_;
    ContainerLimits limits_;
    bool at_end_ = false;
    std::unordered_set<std::uint64_t> known_;  ///< ids and digests of records
};

}  // namespace

std::unique_ptr<Container> open_warc(Input& input, const Packing& packing,
                                     const ContainerLimits& limits) {
    return std::make_unique<Warc>(open_stream(input, packing.compression), packing, limits);
}

std::optional<Member> warc_member_at(Input& input, const Packing& packing,
                                     const ContainerLimits& limits, const StreamPlace& place) {
    return Warc(open_stream_at(input, packing.compression, place), packing, limits).next();
}

}  // namespace morgue::indexer

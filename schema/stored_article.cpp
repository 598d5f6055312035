#include <algorithm>
#include <charconv>
#include <cstring>

#include <morgue/error.hpp>

#include <base/bytes.hpp>
#include <base/crc32c.hpp>
#include <schema/article_bytes.hpp>
#include <schema/hints.hpp>
#include <schema/stored_article.hpp>

namespace morgue::schema {

namespace {

// Of an article as its file gives it, and of one whose file is gone; else they are the same.
constexpr std::uint64_t layout = 1;
constexpr std::uint64_t layout_gone = 2;

void put_location(std::string& out, const Location& location) {
    base::put_string(out, location.root);
    base::put_string(out, location.file);
    base::put_string(out, location.member);
    put_signed(out, location.body_offset);
    base::put_varint(out, location.body_line);
}

void get_location(base::ByteReader& in, Location& location) {
    location.root = in.string();
    location.file = in.string();
    location.member = in.string();
    location.body_offset = get_signed(in);
    location.body_line = static_cast<std::uint32_t>(in.varint());
}

void put_file(std::string& out, const FileState& file) {
    base::put_varint(out, file.size);
    put_signed(out, file.mtime_ns);
    base::put_varint(out, file.inode);
    base::put_raw(out, file.content);
}

void get_file(base::ByteReader& in, FileState& file) {
    file.size = in.varint();
    file.mtime_ns = get_signed(in);
    file.inode = in.varint();
    in.raw(file.content);
}

[[noreturn]] void throw_damaged(const char* why) {
    throw Error(ErrorCode::index_corrupt, std::string("a stored article is damaged: ") + why, {},
                restore_hint);
}

}  // namespace

std::string encode(const StoredArticle& stored) {
    const Article& article = stored.indexed.article;
    std::string out;
    out.reserve(article.body.size() + 512);
    base::put_varint(out, stored.indexed.gone ? layout_gone : layout);
    base::put_raw(out, stored.indexed.id.bytes);
    base::put_raw(out, stored.claimed.bytes);
    put_location(out, stored.indexed.location);
    put_file(out, stored.file);
    base::put_string(out, stored.indexed.format);
    base::put_string(out, stored.lang);
    base::put_varint(out, stored.words);
    base::put_varint(out, stored.cut_words);
    base::put_string(out, article.key);
    put_metadata(out, article.metadata);
    base::put_string(out, article.body);
    return base::sealed(std::move(out));
}

StoredArticle decode(std::string_view data) {
    const auto content = base::unsealed(data);
    if (!content) throw_damaged("its checksum does not fit");
    base::ByteReader in(*content);
    const std::uint64_t found = in.varint();
    if (found != layout && found != layout_gone) throw_damaged("its layout is unknown");
    StoredArticle stored;
    stored.indexed.gone = found == layout_gone;
    in.raw(stored.indexed.id.bytes);
    in.raw(stored.claimed.bytes);
    get_location(in, stored.indexed.location);
    get_file(in, stored.file);
    stored.indexed.format = in.string();
    stored.lang = in.string();
    stored.words = static_cast<std::uint32_t>(in.varint());
    stored.cut_words = static_cast<std::uint32_t>(in.varint());
    Article& article = stored.indexed.article;
    article.key = in.string();
    if (!get_metadata(in, article.metadata)) throw_damaged("it has an unknown field");
    article.body = in.string();
    if (!in.finished()) throw_damaged("it ends too early or too late");
    return stored;
}

std::optional<std::int64_t> version_of(const Article& article) {
    const std::string_view digits = article.value(Field::version);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

std::optional<CalendarDate> stated_date(const Article& article) {
    const auto date = article.date();
    if (!date || date->is_inferred()) return std::nullopt;
    return calendar_day(*date);
}

std::optional<CalendarDate> inferred_date(const Article& article) {
    const auto date = article.date();
    if (!date || !date->is_inferred()) return std::nullopt;
    return calendar_day(*date);
}

}  // namespace morgue::schema

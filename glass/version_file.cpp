#include <bit>
#include <cerrno>
#include <glass/errors.hpp>
#include <glass/version_file.hpp>
#include <string_view>
#include <sys/random.h>

#include <base/bytes.hpp>
#include <base/file.hpp>

namespace morgue::glass {

namespace {

constexpr std::string_view magic{"\x0f\x0dXapian Glass", 14};
constexpr unsigned format = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr unsigned revision = 1;
constexpr unsigned never_compressed = 0;
/// Tags longer than that may be deflated.
constexpr unsigned compressed_above = 18;
constexpr unsigned sequential_flag = 2;
constexpr unsigned no_root_flag = 1;
constexpr std::size_t tables_in_order = 6;
constexpr std::size_t docdata_in_order = 1;
constexpr std::size_t position_in_order = 3;
constexpr unsigned least_block_bits = 11;
constexpr std::size_t largest_block = std::size_t{1} << 16;
constexpr std::uint64_t most_levels = 10;

void put_root(std::string& out, const TableRoot& root, unsigned compress_min) {
    base::put_varint(out, root.block);
    base::put_varint(out,
                     root.level << 2 | sequential_flag | (root.blocks == 0 ? no_root_flag : 0));
    base::put_varint(out, root.entries);
    base::put_varint(out, TableWriter::block_size >> least_block_bits);
    base::put_varint(out, compress_min);
    std::string free_list;
    if (root.blocks > 0) {
        base::put_varint(free_list, revision);
        base::put_varint(free_list, root.blocks);
        free_list.append(4, '\0');
    }
    base::put_string(out, free_list);
}

/// Nothing where no table is like that.
std::optional<TableFacts> take_root(base::ByteReader& reader) {
    TableFacts facts;
    facts.root.block = static_cast<std::uint32_t>(reader.varint());
    const std::uint64_t flags = reader.varint();
    facts.root.level = static_cast<std::uint32_t>(flags >> 2);
    facts.root.entries = reader.varint();
    facts.block_bytes = reader.varint() << least_block_bits;
    reader.varint();  // above which tags are compressed
    base::ByteReader free_list(reader.string());
    free_list.varint();  // revision
    facts.root.blocks = static_cast<std::uint32_t>(free_list.varint());
    if (reader.failed() || !std::has_single_bit(facts.block_bytes) ||
        facts.block_bytes > largest_block || flags >> 2 >= most_levels)
        return std::nullopt;
    return facts;
}

}  // namespace

Uuid random_uuid() {
    Uuid uuid{};
    if (::getrandom(uuid.data(), uuid.size(), 0) != static_cast<ssize_t>(uuid.size()))
        throw base::FileError(errno, "cannot read", "the system's random numbers");
    uuid[6] = static_cast<unsigned char>((uuid[6] & 0x0fU) | 0x40U);
    uuid[8] = static_cast<unsigned char>((uuid[8] & 0x3fU) | 0x80U);
    return uuid;
}

std::string to_string(const Uuid& uuid) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += digits[uuid[i] >> 4U];
        text += digits[uuid[i] & 0x0fU];
    }
    return text;
}

std::optional<VersionFacts> read_version_file(std::string_view bytes) {
    base::ByteReader reader(bytes);
    if (reader.bytes(magic.size()) != magic || reader.big_endian(2) != format) return std::nullopt;
    VersionFacts facts;
    reader.raw(facts.uuid);
    reader.varint();  // revision
    for (std::size_t table = 0; table < tables_in_order; ++table) {
        const auto root = take_root(reader);
        if (!root) return std::nullopt;
        if (table == docdata_in_order) facts.docdata = *root;
        if (table == position_in_order) facts.position = *root;
    }
    facts.documents = static_cast<std::uint32_t>(reader.varint());
    facts.last_docid = facts.documents + static_cast<std::uint32_t>(reader.varint());
    if (reader.failed()) return std::nullopt;
    return facts;
}

VersionFacts facts_of(const std::string& folder) {
    const std::string path = base::join(folder, version_file_name);
    const auto facts = read_version_file(base::read_file(path).value_or(""));
    if (!facts) throw MalformedTable(path);
    return *facts;
}

bool is_first_revision(std::string_view version_file) {
    base::ByteReader reader(version_file);
    const bool is_ours = reader.bytes(magic.size()) == magic && reader.big_endian(2) == format;
    reader.bytes(Uuid{}.size());
    return is_ours && reader.varint() == revision && !reader.failed();
}

std::string version_file(const Uuid& uuid, const Tables& tables, const Statistics& statistics) {
    std::string out(magic);
    base::put_big_endian(out, format, 2);
    base::put_raw(out, uuid);
    base::put_varint(out, revision);
    put_root(out, tables.postlist, never_compressed);
    put_root(out, tables.docdata, compressed_above);
    put_root(out, tables.termlist, compressed_above);
    put_root(out, tables.position, never_compressed);
    put_root(out, {}, compressed_above);  // spelling
    put_root(out, tables.synonym, compressed_above);
    base::put_varint(out, statistics.documents);
    base::put_varint(out, statistics.last_docid - statistics.documents);
    base::put_varint(out, statistics.shortest);
    base::put_varint(out, statistics.highest_wdf);
    base::put_varint(out, statistics.longest - statistics.highest_wdf);
    base::put_varint(out, 0);  // oldest changeset
    base::put_varint(out, statistics.total_length);
    base::put_varint(out, 0);  // highest spelling frequency
    return out;
}

}  // namespace morgue::glass

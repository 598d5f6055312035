#include <schema/article_bytes.hpp>

namespace morgue::schema {

void put_signed(std::string& out, std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    base::put_varint(out, value < 0 ? ~bits << 1 | 1 : bits << 1);
}

std::int64_t get_signed(base::ByteReader& in) {
    const std::uint64_t coded = in.varint();
    const std::uint64_t magnitude = coded >> 1;
    return static_cast<std::int64_t>((coded & 1) != 0 ? ~magnitude : magnitude);
}

void put_metadata(std::string& out, const std::vector<Metadatum>& metadata) {
    base::put_varint(out, metadata.size());
    for (const Metadatum& datum : metadata) {
        out.push_back(static_cast<char>(datum.field));
        out.push_back(static_cast<char>(datum.from));
        base::put_string(out, datum.value);
    }
}

bool get_metadata(base::ByteReader& in, std::vector<Metadatum>& metadata) {
    const std::uint64_t count = in.varint();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        const std::uint64_t field = in.big_endian(1);
        const std::uint64_t from = in.big_endian(1);
        if (field >= fields().size() || from > static_cast<unsigned>(Provenance::repaired))
            return false;
        metadata.push_back(
            {static_cast<Field>(field), std::string(in.string()), static_cast<Provenance>(from)});
    }
    return true;
}

}  // namespace morgue::schema

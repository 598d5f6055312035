#include <glass/database_dump.hpp>
#include <set>
#include <sstream>

#include <base/hash.hpp>

namespace morgue::glass {

namespace {

std::string shown(const std::string& bytes) {
    return bytes.size() > 300 ? base::to_hex(base::hash128({bytes})) : base::to_hex(bytes);
}

void dump_statistics(std::ostream& out, const Xapian::Database& database) {
    out << "documents " << database.get_doccount() << " last " << database.get_lastdocid()
        << " length " << database.get_total_length() << " from "
        << database.get_doclength_lower_bound() << " to " << database.get_doclength_upper_bound()
        << " positions " << database.has_positions() << '\n';
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
        out << "metadata " << shown(*key) << ' ' << shown(database.get_metadata(*key)) << '\n';
}

void dump_synonyms(std::ostream& out, const Xapian::Database& database) {
    for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
        out << "synonyms " << shown(*key);
        for (auto word = database.synonyms_begin(*key); word != database.synonyms_end(*key); ++word)
            out << ' ' << shown(*word);
        out << '\n';
    }
}

void dump_terms(std::ostream& out, const Xapian::Database& database) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        out << "term " << shown(*term) << ' ' << term.get_termfreq() << ' '
            << database.get_collection_freq(*term) << ' ' << database.get_wdf_upper_bound(*term)
            << '\n';
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
             ++posting) {
            out << ' ' << *posting << ':' << posting.get_wdf() << '/' << posting.get_doclength();
            for (auto position = posting.positionlist_begin();
                 position != posting.positionlist_end(); ++position)
                out << ',' << *position;
        }
        out << '\n';
    }
}

void dump_documents(std::ostream& out, const Xapian::Database& database,
                    std::set<Xapian::valueno>& slots) {
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
         ++posting) {
        out << "document " << *posting << ' ' << posting.get_doclength() << ' '
            << database.get_unique_terms(*posting) << ' '
            << shown(database.get_document(*posting).get_data()) << '\n';
        for (auto term = database.termlist_begin(*posting); term != database.termlist_end(*posting);
             ++term)
            out << ' ' << shown(*term) << ':' << term.get_wdf();
        const Xapian::Document document = database.get_document(*posting);
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            slots.insert(value.get_valueno());
            out << " #" << value.get_valueno() << '=' << shown(*value);
        }
        out << '\n';
    }
}

void dump_slots(std::ostream& out, const Xapian::Database& database,
                const std::set<Xapian::valueno>& slots) {
    for (const Xapian::valueno slot : slots) {
        out << "slot " << slot << ' ' << database.get_value_freq(slot) << ' '
            << shown(database.get_value_lower_bound(slot)) << ' '
            << shown(database.get_value_upper_bound(slot)) << '\n';
        for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
             ++value)
            out << ' ' << value.get_docid() << '=' << shown(*value);
        out << '\n';
    }
}

}  // namespace

std::string dump(const Xapian::Database& database) {
    std::ostringstream out;
    std::set<Xapian::valueno> slots;
    dump_statistics(out, database);
    dump_synonyms(out, database);
    dump_terms(out, database);
    dump_documents(out, database, slots);
    dump_slots(out, database, slots);
    return out.str();
}

}  // namespace morgue::glass

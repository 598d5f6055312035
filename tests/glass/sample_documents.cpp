#include <filesystem>
#include <glass/sample_documents.hpp>

#include <xapian.h>

namespace morgue::glass {

namespace {

/// Mostly small, sometimes large.
std::uint32_t some_number(std::mt19937& random, std::uint32_t most) {
    const auto bits = std::uniform_int_distribution<unsigned>(0, 31)(random);
    return std::uniform_int_distribution<std::uint32_t>(0, std::min(most, 1U << bits))(random);
}

std::string some_bytes(std::mt19937& random, std::string_view alphabet, std::size_t length) {
    std::string bytes;
    while (bytes.size() < length) bytes += alphabet[random() % alphabet.size()];
    return bytes;
}

SampleTerm some_term(std::mt19937& random) {
    SampleTerm term;
    term.wdf = some_number(random, 300);
    const std::uint32_t positions = random() % 3 == 0 ? some_number(random, 60) : 0;
    std::uint32_t last = some_number(random, 1000);
    for (std::uint32_t i = 0; i < positions; ++i) {
        term.positions.push_back(last);
        last += 1 + some_number(random, random() % 50 == 0 ? 10'000'000 : 30);
    }
    return term;
}

SampleDocument some_document(std::mt19937& random, const SampleSizes& sizes) {
    constexpr std::string_view letters{"\0\x01\x61\xff\x62", 5};
    SampleDocument document;
    const std::uint32_t terms = some_number(random, sizes.terms);
    for (std::uint32_t i = 0; i < terms; ++i) {
        const std::size_t length = 1 + random() % (random() % 20 == 0 ? 120 : 4);
        document.terms.emplace(some_bytes(random, letters, length), some_term(random));
    }
    for (std::uint32_t i = 0; i < random() % 4; ++i)
        document.values[some_number(random, 70'000)] =
            some_bytes(random, letters, 1 + some_number(random, sizes.value));
    const std::size_t length = some_number(random, sizes.data);
    // Nothing that deflates very well: Xapian loses some of that (see Deflater).
    if (random() % 2 == 0) document.data = some_bytes(random, "abcdefgh", length);
    if (random() % 3 == 0)
        for (std::size_t i = 0; i < length; ++i) document.data += static_cast<char>(random());
    // Xapian itself writes positions of documents without length, and then finds fault with them.
    std::uint64_t total = 0;
    for (const auto& [term, entry] : document.terms) total += entry.wdf;
    if (total == 0)
        for (auto& [term, entry] : document.terms) entry.positions.clear();
    return document;
}

}  // namespace

Sample random_sample(std::mt19937& random, std::size_t documents, const SampleSizes& sizes) {
    Sample sample;
    std::uint32_t docid = 0;
    const std::uint32_t widest_gap = random() % 4 == 0 ? 1'000'000 : 1;
    for (std::size_t i = 0; i < documents; ++i) {
        docid += 1 + some_number(random, widest_gap - 1);
        sample.documents.emplace(docid, some_document(random, sizes));
    }
    for (std::uint32_t i = 0; i < random() % 3; ++i)
        sample.metadata[some_bytes(random, "abc", 1 + random() % 200)] =
            some_bytes(random, "xyz", 1 + some_number(random, 30'000));
    return sample;
}

void SampleThesaurus::meet(std::string_view term) {
    for (const std::size_t length : {std::size_t{1}, term.size() - 1})
        if (length > 0 && length < term.size())
            synonyms_[std::string(term.substr(0, length))].emplace(term);
}

void SampleThesaurus::for_each(const Each& each) const {
    for (const auto& [term, synonyms] : synonyms_)
        each(term, std::vector<std::string>(synonyms.begin(), synonyms.end()));
}

SampleView::SampleView(const SampleDocument& document) {
    for (const auto& [term, entry] : document.terms)
        terms_.push_back({term, entry.wdf, entry.positions});
    for (const auto& [slot, value] : document.values) values_.push_back({slot, value});
    view_ = {terms_, values_, document.data};
}

void write_in_bulk(const std::string& path, const Sample& sample, std::size_t memory_bytes) {
    std::filesystem::create_directory(path);
    DatabaseWriter writer(path, {.memory_bytes = memory_bytes});
    for (const auto& [key, value] : sample.metadata) writer.set_metadata(key, value);
    for (const auto& [docid, document] : sample.documents)
        writer.add(docid, SampleView(document).get());
    SampleThesaurus thesaurus;
    writer.finish(&thesaurus);
}

void write_by_xapian(const std::string& path, const Sample& sample) {
    Xapian::WritableDatabase database(
        path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    for (const auto& [key, value] : sample.metadata) database.set_metadata(key, value);
    for (const auto& [docid, document] : sample.documents) {
        Xapian::Document form;
        for (const auto& [term, entry] : document.terms) {
            form.add_term(term, entry.wdf);
            for (const std::uint32_t position : entry.positions)
                form.add_posting(term, position, 0);
        }
        for (const auto& [slot, value] : document.values) form.add_value(slot, value);
        form.set_data(document.data);
        database.replace_document(docid, form);
    }
    database.commit();
    SampleThesaurus thesaurus;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
        thesaurus.meet(*term);
    thesaurus.for_each([&](std::string_view term, std::span<const std::string> synonyms) {
        for (const std::string& synonym : synonyms)
            database.add_synonym(std::string(term), synonym);
    });
    database.commit();
}

}  // namespace morgue::glass

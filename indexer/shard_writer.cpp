#include <algorithm>
#include <vector>

#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_writer.hpp>

namespace morgue::indexer {

ShardWriter::ShardWriter(std::string path, Engine engine) : path_(std::move(path)) {
    base::remove_all(path_);
    base::make_directories(path_);
    engine_ = make_engine(engine, path_);
}

ShardWriter::ShardWriter(ShardWriter&&) noexcept = default;
ShardWriter::~ShardWriter() {
    if (!engine_) return;
    engine_.reset();
    try {
        base::remove_all(path_);
    } catch (...) {
        // A later run removes what nobody names.
    }
}

std::uint32_t ShardWriter::write(const glass::DocumentView& document) {
    engine_->add(documents_ + 1, document);
    return ++documents_;
}

std::uint32_t ShardWriter::add(const Document& document) {
    std::vector<glass::TermEntry> terms;
    terms.reserve(document.terms.size());
    for (const auto& [term, occurrences] : document.terms)
        terms.push_back({term, occurrences.wdf, occurrences.positions});
    std::sort(terms.begin(), terms.end(),
              [](const auto& a, const auto& b) { return a.term < b.term; });
    std::vector<glass::ValueEntry> values;
    for (const auto& [slot, value] : document.values)
        if (!value.empty()) values.push_back({slot, value});
    if (document.language != nullptr) note_language(std::string(document.language->code));
    return write({terms, values, document.data});
}

std::uint32_t ShardWriter::copy(const Xapian::Document& document) {
    struct Copied {
        std::string term;
        std::uint32_t wdf;
        std::vector<std::uint32_t> positions;
    };
    std::vector<Copied> copied;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        copied.push_back({*term, term.get_wdf(), {}});
        if (term.positionlist_count() > 0)
            copied.back().positions.assign(term.positionlist_begin(), term.positionlist_end());
    }
    std::vector<glass::TermEntry> terms;
    for (const Copied& entry : copied) terms.push_back({entry.term, entry.wdf, entry.positions});
    std::vector<std::pair<std::uint32_t, std::string>> slots;
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
        slots.emplace_back(value.get_valueno(), *value);
    std::vector<glass::ValueEntry> values;
    for (const auto& [slot, value] : slots) values.push_back({slot, value});
    return write({terms, values, document.get_data()});
}

std::string ShardWriter::finish() {
    schema::ShardDescription description;
    description.languages.assign(languages_.begin(), languages_.end());
    engine_->set_metadata(std::string(schema::description_key), encode(description));
    std::string uuid = engine_->finish();
    engine_.reset();
    return uuid;
}

}  // namespace morgue::indexer

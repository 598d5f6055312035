#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <glass/block_file.hpp>
#include <glass/position_writer.hpp>
#include <glass/posting_writer.hpp>
#include <glass/run_store.hpp>
#include <glass/term_merge.hpp>
#include <glass/value_writer.hpp>
#include <iterator>

namespace morgue::glass {

namespace {

constexpr std::size_t least_buffer_bytes = std::size_t{1} << 14;
constexpr std::size_t largest_buffer_bytes = std::size_t{1} << 20;

/// Writes what the sections hold as one.
void write_merged(std::vector<Section> sections, BlockFile& out) {
    std::vector<std::unique_ptr<SectionReader>> readers;
    std::vector<SectionReader*> cursors;
    for (Section& section : sections) {
        readers.push_back(std::make_unique<SectionReader>(std::move(section), 0));
        cursors.push_back(readers.back().get());
    }
    TermMerge<SectionReader> terms(cursors);
    std::vector<Stretch> stretches;
    std::string bytes;
    while (terms.next()) {
        stretches.clear();
        terms.for_each([&](const SectionReader& from) { stretches.push_back(from.stretch()); });
        bytes.clear();
        put_stretches(bytes, terms.term(), stretches);
        out.write(bytes);
    }
    bytes.clear();
    end_section(bytes);
    out.write(bytes);
}

template <class Writer>
SourceList<Writer> sources_of(std::vector<Section>& sections, std::size_t buffer_bytes) {
    SourceList<Writer> sources;
    for (Section& section : sections)
        sources.push_back(
            std::make_unique<SectionSource<Writer>>(std::move(section), buffer_bytes));
    sections.clear();
    return sources;
}

}  // namespace

void RunStore::add(Run run, std::uint32_t before) {
    held_bytes_ += run.bytes();
    const auto keep = [before](Sections& sections, std::string& bytes) {
        sections.push_back({.bytes = std::move(bytes), .file = {}, .path = {}, .before = before});
    };
    keep(values_, run.values);
    keep(postings_, run.postings);
    keep(positions_, run.positions);
    if (held_bytes_ > memory_bytes_) spill();
}

void RunStore::spill() {
    spill_section("values", values_);
    spill_section("postings", postings_);
    spill_section("positions", positions_);
    held_bytes_ = 0;
}

void RunStore::spill_section(const char* name, Sections& sections) {
    const auto held = std::find_if(sections.begin(), sections.end(),
                                   [](const Section& section) { return !section.file.open(); });
    Section spilled;
    spilled.path = base::join(folder_, name);
    BlockFile out(spilled.path);
    write_merged({std::move_iterator(held), std::move_iterator(sections.end())}, out);
    out.close();
    spilled.file = base::Descriptor(::open(spilled.path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!spilled.file.open()) throw base::FileError(errno, "cannot open", spilled.path);
    base::remove_all(spilled.path);
    sections.erase(held, sections.end());
    sections.push_back(std::move(spilled));
}

Sources RunStore::take() {
    const std::size_t share = memory_bytes_ / (4 * std::max(postings_.size(), std::size_t{1}));
    const std::size_t buffer = std::clamp(share, least_buffer_bytes, largest_buffer_bytes);
    Sources sources;
    sources.values = sources_of<ValueWriter>(values_, buffer);
    sources.postings = sources_of<PostingWriter>(postings_, buffer);
    sources.positions = sources_of<PositionWriter>(positions_, buffer);
    return sources;
}

}  // namespace morgue::glass

#pragma once

#include <glass/errors.hpp>
#include <glass/source.hpp>
#include <glass/term_merge.hpp>
#include <stop_token>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// Writes what the sources hold into the writer's table, and tells of each term when it has ended.
/// Throws Interrupted when asked to stop.
template <class Writer, class Ended>
void merge(const SourceList<Writer>& sources, Writer& writer, const std::stop_token& stop,
           const Ended& ended) {
    std::vector<Source<Writer>*> cursors;
    for (const auto& source : sources) cursors.push_back(source.get());
    TermMerge<Source<Writer>> terms(cursors);
    while (terms.next()) {
        if (stop.stop_requested()) throw Interrupted();
        writer.begin(terms.term());
        terms.for_each([&](Source<Writer>& source) { source.copy_to(writer); });
        writer.end();
        ended(terms.term());
    }
}

template <class Writer>
void merge(const SourceList<Writer>& sources, Writer& writer, const std::stop_token& stop) {
    merge(sources, writer, stop, [](std::string_view) {});
}

}  // namespace morgue::glass

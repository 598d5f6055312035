#pragma once

#include <glass/errors.hpp>
#include <glass/source.hpp>
#include <glass/term_merge.hpp>
#include <stop_token>
#include <string_view>
#include <vector>

namespace morgue::glass {

/// Writes what the sources hold into the writer's table. Throws Interrupted when asked to stop.
template <class Writer>
void merge(const SourceList<Writer>& sources, Writer& writer, const std::stop_token& stop) {
    std::vector<Source<Writer>*> cursors;
    for (const auto& source : sources) cursors.push_back(source.get());
    TermMerge<Source<Writer>> terms(cursors);
    while (terms.next()) {
        if (stop.stop_requested()) throw Interrupted();
        writer.begin(terms.term());
        terms.for_each([&](Source<Writer>& source) { source.copy_to(writer); });
        writer.end();
    }
}

}  // namespace morgue::glass

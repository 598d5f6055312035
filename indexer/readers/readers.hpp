#pragma once

#include <indexer/formats/format.hpp>

namespace morgue::indexer {

/// What reads files of the format, be they risky or plain.
Read* reader_of(const Format& format);

}  // namespace morgue::indexer

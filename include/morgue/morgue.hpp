#pragma once

/// Morgue: full-text search for news archives. This header is the whole public interface.
#include <morgue/article.hpp>
#include <morgue/audit.hpp>
#include <morgue/check.hpp>
#include <morgue/clone.hpp>
#include <morgue/compact.hpp>
#include <morgue/date.hpp>
#include <morgue/diagnosis.hpp>
#include <morgue/error.hpp>
#include <morgue/explanation.hpp>
#include <morgue/fields.hpp>
#include <morgue/formats.hpp>
#include <morgue/index_writer.hpp>
#include <morgue/ingest.hpp>
#include <morgue/original.hpp>
#include <morgue/provenance.hpp>
#include <morgue/query.hpp>
#include <morgue/searcher.hpp>
#include <morgue/snippet.hpp>
#include <morgue/status.hpp>
#include <morgue/tally.hpp>
#include <morgue/version.hpp>

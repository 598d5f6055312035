#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <morgue/article.hpp>
#include <morgue/export.hpp>

namespace morgue {

/// How closely check() looks.
enum class CheckDepth {
    quick,     ///< the bytes of every file, and a sample of the articles
    standard,  ///< also the order within the files, and every article
    full,      ///< also that every word is found in all articles that hold it, and in no other
};

/// How far a check has come.
struct CheckProgress {
    enum class Phase {
        bytes,     ///< done and all are bytes
        articles,  ///< done and all are articles
        order,     ///< done and all are files; a large one may take minutes
        words,     ///< done and all are files, too
    };
    Phase phase = Phase::bytes;
    std::uint64_t done = 0;
    std::uint64_t all = 0;
};

struct CheckOptions {
    CheckDepth depth = CheckDepth::standard;
    std::stop_token stop = {};
    std::function<void(const CheckProgress&)> on_progress = {};  ///< from the calling thread
};

/// Something in an index that is not as it was written.
struct Damage {
    enum class Remedy {
        rebuild,  ///< a copy of the index, or making it anew
        ingest,   ///< any run of ingest() makes it anew
    };
    std::string file;  ///< of the index, absolute; its own folder where no file is to blame
    std::string what;  ///< a sentence's end, such as "is missing"
    std::optional<ArticleId> article = std::nullopt;  ///< the one that cannot be shown
    std::string article_file = {};  ///< the file it was read from, below its root; may be unknown
    Remedy remedy = Remedy::rebuild;
};

struct CheckReport {
    std::vector<Damage> damage;  ///< none: the index is sound, as far as was looked
    std::size_t articles = 0;    ///< whose text was read and is as it was written
    std::uint64_t bytes = 0;     ///< compared with their checksums
    bool interrupted = false;    ///< stopped; damage may be left
};

/// Compares an index with what was written, and its files with each other. What is damaged is
/// read by code that trusts nothing of it, and where Xapian is asked, by a child process, so that
/// its crash is a finding. Changes nothing, takes no lock, and works while another process writes.
///
/// Throws Error: index_not_found, index_too_new, index_refused, io_error. Damage is no error.
MORGUE_EXPORT CheckReport check(const std::string& dir, const CheckOptions& options = {});

}  // namespace morgue

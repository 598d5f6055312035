#pragma once

#include <filesystem>
#include <string>

#include <morgue/ingest.hpp>

#include <support/temporary_directory.hpp>

namespace morgue::test {

/// A copy of corpus/ with an index at its root, so that paths and ids are those of every machine.
class SampleArchive {
  public:
    SampleArchive() {
        std::filesystem::copy(std::string(MORGUE_SOURCE_DIR) + "/corpus", root(),
                              std::filesystem::copy_options::recursive);
        IngestOptions options;
        options.paths = {root()};
        report_ = ingest(index(), options);
    }

    std::string root() const { return directory_ / "archive"; }
    std::string index() const { return root() + "/.morgue"; }
    const IngestReport& report() const { return report_; }

  private:
    TemporaryDirectory directory_;
    IngestReport report_;
};

}  // namespace morgue::test

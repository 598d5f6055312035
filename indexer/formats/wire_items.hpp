#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <indexer/formats/reader.hpp>

namespace morgue::indexer {

/// One version of an item that came over the wire.
struct WireItem {
    ReadArticle read;
    std::optional<std::int64_t> version =
        std::nullopt;     ///< without one, nothing else is a version of it
    bool killed = false;  ///< its sender takes it back
    /// Why there may be no text in it; where it is empty, an item without text is passed over.
    std::string why_empty = {};
};

/// The items of one file: of each the newest version, which may be that it is taken back.
class WireItems {
  public:
    void add(WireItem item);
    /// A part of the file that could not be read.
    void refuse(Unread part) { unread_.push_back(std::move(part)); }

    /// Their articles, finished, with their versions where they have one, and the parts refused;
    /// where there are neither, why. `what` names what was looked for.
    ReadResult take(const FileFacts& facts, const std::string& what);

  private:
    std::vector<WireItem> items_;
    std::map<std::string, std::size_t> places_;  ///< of items that have keys
    std::vector<Unread> unread_;
};

}  // namespace morgue::indexer

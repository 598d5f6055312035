#include <string>

#include <morgue/error.hpp>

#include <indexer/tidy.hpp>
#include <schema/xapian_door.hpp>

namespace morgue::indexer {

std::optional<Note> tidy(Store& store, const std::stop_token& stop) {
    try {
        schema::guarded(store.dir(), [&] { store.merge_where_due(stop); });
    } catch (const Error& error) {
        return Note{"not-merged",
                    std::string("the index is complete, but could not be tidied: ") + error.what()};
    }
    return std::nullopt;
}

}  // namespace morgue::indexer

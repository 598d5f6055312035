#include <utility>

#include <morgue/compact.hpp>

#include <indexer/catalog_state.hpp>
#include <indexer/regroup.hpp>
#include <indexer/store.hpp>
#include <schema/generation.hpp>
#include <schema/xapian_door.hpp>

namespace morgue {

CompactReport compact(const std::string& index_dir, std::stop_token stop) {
    return schema::guarded(index_dir, [&] {
        schema::read_stub(index_dir);
        indexer::Store store = indexer::Store::open(index_dir);
        CompactReport report;
        report.bytes_before = store.bytes();
        indexer::keep_catalog(store, [&] {
            if (indexer::regroup(store, stop)) store.publish();
            report.interrupted = !store.merge_all(stop);
        });
        report.articles = store.published().live_count();
        report.bytes_after = store.bytes();
        return report;
    });
}

}  // namespace morgue

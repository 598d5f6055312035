#include <indexer/containers/archive.hpp>
#include <indexer/containers/container.hpp>
#include <indexer/containers/mbox.hpp>
#include <indexer/containers/warc.hpp>

namespace morgue::indexer {

std::unique_ptr<Container> open_container(Input& input, const Packing& packing,
                                          const ContainerLimits& limits) {
    switch (packing.holder) {
        case Holder::none:
            break;
        case Holder::zip:
        case Holder::tar:
            return open_archive(input, packing, limits);
        case Holder::warc:
        case Holder::arc:
            return open_warc(input, packing, limits);
        case Holder::mbox:
            return open_mbox(input, packing, limits);
    }
    return nullptr;
}

}  // namespace morgue::indexer

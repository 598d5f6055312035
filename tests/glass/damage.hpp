#pragma once

#include <glass/table_writer.hpp>
#include <random>
#include <string>

namespace morgue::glass {

/// A table with some bits turned anywhere, and a byte in the head of each block.
inline std::string damaged(std::string table, std::mt19937& random) {
    for (int i = 0; i < 40; ++i) table[random() % table.size()] ^= 1 << random() % 8;
    for (std::size_t block = 0; block < table.size(); block += TableWriter::block_size)
        table[block + random() % 30] = static_cast<char>(random());
    return table;
}

}  // namespace morgue::glass

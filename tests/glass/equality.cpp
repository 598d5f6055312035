#include <glass/database_dump.hpp>
#include <glass/equality.hpp>
#include <glass/position_reader.hpp>

#include <gtest/gtest.h>

#include <base/file.hpp>
#include <base/manifest.hpp>
#include <support/temporary_directory.hpp>
#include <support/xapian_check.hpp>

namespace morgue::glass {

void expect_equal(const Sample& sample, std::size_t memory_bytes) {
    const test::TemporaryDirectory folder;
    write_in_bulk(folder / "bulk", sample, memory_bytes);
    write_by_xapian(folder / "api", sample);
    EXPECT_EQ(test::faults_of(folder / "bulk"), "");
    EXPECT_EQ(dump(Xapian::Database(folder / "bulk")), dump(Xapian::Database(folder / "api")));
    expect_positions_as_by_xapian(folder / "bulk");
    expect_positions_as_by_xapian(folder / "api");
}

void expect_positions_as_by_xapian(const std::string& path) {
    const Xapian::Database database(path);
    const auto table = open_positions(path);
    std::vector<std::uint32_t> positions;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        PositionReader reader(table, *term);
        const auto end = database.postlist_end(*term);
        for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
            positions.clear();
            if (const auto list = reader.find(*posting)) reader.take(*list, positions);
            const std::vector<std::uint32_t> expected(database.positionlist_begin(*posting, *term),
                                                      database.positionlist_end(*posting, *term));
            ASSERT_EQ(positions, expected) << *term << " in document " << *posting;
        }
    }
}

std::string bytes_of(const std::string& path) {
    std::string bytes;
    for (const std::string& name : base::list_directory(path)) {
        if (name == base::manifest_name) continue;
        std::string file = *base::read_file(base::join(path, name));
        if (name == version_file_name) file.erase(16, Uuid{}.size());
        bytes += name + ' ' + std::to_string(file.size()) + '\n' + file;
    }
    return bytes;
}

}  // namespace morgue::glass

#include <glass/database_dump.hpp>
#include <glass/equality.hpp>

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

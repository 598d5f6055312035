// Writes the inputs that fuzzing begins with: a folder for each target, below the one named. A file
// has the ending of those that its target reads.
#include <algorithm>
#include <cstdio>
#include <fuzz/targets.hpp>
#include <string>

#include <base/file.hpp>

int main(int, char** arguments) {
    const std::string top = arguments[1];
    for (const morgue::test::FuzzTarget& target : morgue::test::fuzz_targets()) {
        const std::string folder = morgue::base::join(top, target.name);
        morgue::base::make_directories(folder);
        const std::string ending =
            target.filename.substr(std::min(target.filename.find('.'), target.filename.size()));
        std::size_t number = 0;
        for (const std::string& seed : morgue::test::fuzz_seeds(target))
            morgue::base::write_file_durably(
                morgue::base::join(folder, std::to_string(++number) + ending), seed);
        std::puts(target.name.c_str());
    }
}

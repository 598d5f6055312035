// Writes the inputs that fuzzing begins with: a folder for each target, below the one named.
#include <cstdio>
#include <fuzz/targets.hpp>
#include <string>

#include <base/file.hpp>

int main(int, char** arguments) {
    const std::string top = arguments[1];
    for (const morgue::test::FuzzTarget& target : morgue::test::fuzz_targets()) {
        const std::string folder = morgue::base::join(top, target.name);
        morgue::base::make_directories(folder);
        std::size_t number = 0;
        for (const std::string& seed : morgue::test::fuzz_seeds(target))
            morgue::base::write_file_durably(morgue::base::join(folder, std::to_string(++number)),
                                             seed);
        std::puts(target.name.c_str());
    }
}

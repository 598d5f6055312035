#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::test {

/// Something of ours that takes bytes from anywhere. It has to come back in good order whatever
/// they are: run() throws std::logic_error for what must not be, and nothing else. It tells whether
/// anything came of them: an article, a member, a question, a word that is lit.
struct FuzzTarget {
    std::string name;      ///< a word
    std::string filename;  ///< what the bytes are read as; empty where they are no file
    bool (*run)(const FuzzTarget& target, std::string_view bytes);
};

/// Every reader, every container, questions and passages.
const std::vector<FuzzTarget>& fuzz_targets();

/// Inputs to begin with, well-formed.
std::vector<std::string> fuzz_seeds(const FuzzTarget& target);

}  // namespace morgue::test

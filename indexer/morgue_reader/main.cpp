#include <indexer/morgue_reader/read_here.hpp>
#include <indexer/morgue_reader/service.hpp>

/// The program that reads what is risky to read, for the library, which starts it.
int main(int argc, char** argv) {
    return morgue::indexer::be_reader(argc, argv, morgue::indexer::read_here);
}

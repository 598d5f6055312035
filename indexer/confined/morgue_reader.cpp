#include <indexer/confined/read_here.hpp>
#include <indexer/confined/service.hpp>

/// The program that reads what is risky to read, for the library, which starts it.
int main(int argc, char** argv) {
    return morgue::indexer::be_reader(argc, argv, morgue::indexer::read_here);
}

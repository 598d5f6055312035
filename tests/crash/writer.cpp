/// An embedder that puts articles into an index and takes others out, as told on stdin, a line a
/// step: `put KEY TEXT`, `remove KEY`, `commit`. Each commit that has come back is acknowledged by
/// a line in a file, which outlives the writer. For the tests that interrupt it.
#include <fcntl.h>
#include <iostream>
#include <sstream>

#include <morgue/error.hpp>
#include <morgue/index_writer.hpp>

#include <base/file.hpp>
#include <indexer/ids.hpp>

namespace morgue::crash {
namespace {

class Steps {
  public:
    Steps(const std::string& dir, const std::string& acknowledgements)
        : writer_(IndexWriter::open(dir)),
          path_(acknowledgements),
          acknowledged_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {}

    void take(const std::string& line) {
        std::istringstream in(line);
        std::string step;
        Article article;
        in >> step >> article.key >> std::ws;
        std::getline(in, article.body);
        if (step == "put") writer_.put(article);
        if (step == "remove") writer_.remove(indexer::claimed_id(article, {}));
        if (step == "commit") commit();
    }

  private:
    void commit() {
        writer_.commit();
        base::write_all(acknowledged_, "committed\n", path_);
    }

    IndexWriter writer_;
    std::string path_;
    base::Descriptor acknowledged_;
};

}  // namespace
}  // namespace morgue::crash

int main(int count, char** arguments) try {
    if (count != 3) return 2;
    morgue::crash::Steps steps(arguments[1], arguments[2]);
    for (std::string line; std::getline(std::cin, line);) steps.take(line);
    return 0;
} catch (const morgue::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}

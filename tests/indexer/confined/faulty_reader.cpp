// The program that reads, with readers that go wrong where a file asks for it.
#include <csignal>
#include <fcntl.h>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

#include <indexer/morgue_reader/confinement.hpp>
#include <indexer/morgue_reader/read_here.hpp>
#include <indexer/morgue_reader/service.hpp>

namespace morgue::indexer {
namespace {

bool is_ill = false;

/// Also where a sanitizer would report it and end in peace.
void crash() {
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
}

void be_killed() {
    std::raise(SIGKILL);
}

void end() {
    ::_exit(0);
}

/// Ends by SIGXCPU after a second, not after the half minute that a file may take.
void work_for_ever() {
    allow_time(std::chrono::seconds(0));
    while (true) {
    }
}

void wait_for_ever() {
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) != 0) {
    }
}

void eat_memory() {
    std::vector<std::unique_ptr<char[]>> eaten;
    while (true) eaten.push_back(std::make_unique_for_overwrite<char[]>(std::size_t{64} << 20));
}

void refuse() {
    throw std::runtime_error("no such thing");
}

/// Says what is no answer to anything.
void babble() {
    const std::string noise(1000, '\7');
    if (::write(STDIN_FILENO, noise.data(), noise.size()) < 0) crash();
}

/// The next file is what shows it.
void fall_ill() {
    is_ill = true;
}

const std::map<std::string_view, void (*)()> faults{
    {"CRASH", crash},
    {"BE KILLED", be_killed},
    {"END", end},
    {"WORK FOR EVER", work_for_ever},
    {"WAIT FOR EVER", wait_for_ever},
    {"EAT MEMORY", eat_memory},
    {"REFUSE", refuse},
    {"BABBLE", babble},
    {"FALL ILL", fall_ill},
};

/// What the process is able to do beside reading.
std::string liberties() {
    std::string found;
    if (::open("/etc/passwd", O_RDONLY) >= 0) found += " reads";
    if (::open("/tmp/morgue-was-here", O_WRONLY | O_CREAT, 0600) >= 0) found += " writes";
    if (::socket(AF_INET, SOCK_STREAM, 0) >= 0) found += " connects";
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    if (child > 0) found += " forks";
    return found.empty() ? "nothing" : found;
}

/// Says something that readers never say.
Reading lying() {
    ReadArticle read;
    read.article.body = "not \xFF text";
    return {"HTML", std::vector<ReadArticle>{read}};
}

Reading read(const ReadRequest& request) {
    if (is_ill) crash();
    if (request.bytes.find("LIE") != std::string_view::npos) return lying();
    for (const auto& [word, fault] : faults)
        if (request.bytes.find(word) != std::string_view::npos) fault();
    Reading reading = read_here(request);
    if (request.bytes.find("TRY ALL") != std::string_view::npos)
        reading.result.articles.at(0).article.body += liberties();
    return reading;
}

}  // namespace
}  // namespace morgue::indexer

int main(int argc, char** argv) {
    return morgue::indexer::be_reader(argc, argv, morgue::indexer::read);
}

#include <charconv>
#include <csignal>
#include <cstring>
#include <limits>
#include <new>
#include <optional>
#include <stdexcept>
#include <sys/prctl.h>
#include <unistd.h>

#include <indexer/confined/messages.hpp>
#include <indexer/containers/members.hpp>
#include <indexer/morgue_reader/confinement.hpp>
#include <indexer/morgue_reader/read_here.hpp>
#include <indexer/morgue_reader/service.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t bytes_at_once = std::size_t{1} << 20;
constexpr std::size_t most_at_once = 1000;  // members

class Service {
  public:
    explicit Service(const std::function<Reading(const ReadRequest&)>& read) : read_(read) {}

    std::string answer(Message& asked) {
        std::string_view rest = asked.head;
        const TaskHead head = decode_head(rest);
        allow_time(head.time);
        switch (head.task) {
            case Task::read:
                return encode(read(decode_read(rest, asked.body)));
            case Task::open:
                open(decode_open(rest), std::move(asked.file));
                return {};
            case Task::next:
                return encode(next());
            case Task::take:
                return encode(take(decode_open(rest), std::move(asked.file)));
            case Task::fields:
                return told_fields_here(decode_read(rest, asked.body).at(0));
        }
        throw std::invalid_argument("it was asked for what it does not know");
    }

  private:
    std::vector<Reading> read(const std::vector<ReadRequest>& requests) {
        std::vector<Reading> readings;
        for (const ReadRequest& request : requests) readings.push_back(read_(request));
        return readings;
    }

    void open(const OpenRequest& request, base::Descriptor file) {
        members_.emplace(file_input(std::move(file), request.size), request.name,
                         ContainerLimits{request.most_bytes});
        for (std::uint64_t i = 0; i < request.skipped; ++i) members_->next();
    }

    /// None at the end, which closes the file.
    Unpacked next() {
        std::vector<Member> some;
        std::size_t bytes = 0;
        while (members_ && bytes < bytes_at_once && some.size() < most_at_once) {
            auto member = members_->next();
            if (!member) break;
            bytes += member->bytes.size();
            some.push_back(*std::move(member));
        }
        const PassedParts passed = members_ ? members_->passed() : PassedParts{};
        if (some.empty()) members_.reset();
        return {std::move(some), passed};
    }

    static Unpacked take(const OpenRequest& request, base::Descriptor file) {
        const auto input = file_input(std::move(file), request.size);
        Unpacked taken;
        if (auto member = member_at(*input, request.name, {request.most_bytes}, request.label))
            taken.members.push_back(*std::move(member));
        return taken;
    }

    const std::function<Reading(const ReadRequest&)>& read_;
    std::optional<Members> members_;
};

std::string as_answer(Answer kind, std::string_view text) {
    return std::string(1, static_cast<char>(kind)).append(text);
}

}  // namespace

void serve(Channel& channel, const std::function<Reading(const ReadRequest&)>& read) {
    Service service(read);
    Message asked;
    Passage passage = channel.send(greeting());
    while (passage == Passage::whole) {
        passage = channel.receive(asked, std::numeric_limits<std::size_t>::max());
        if (passage != Passage::whole) return;
        const char result = static_cast<char>(Answer::result);
        try {
            passage = channel.send({&result, 1}, service.answer(asked));
        } catch (const std::bad_alloc&) {
            channel.send(as_answer(Answer::no_memory, {}));
            return;
        } catch (const std::exception& error) {
            channel.send(as_answer(Answer::failure, error.what()));
            return;
        }
    }
}

int be_reader(int argc, char** argv, const std::function<Reading(const ReadRequest&)>& read) {
    if (argc != 2) return EXIT_FAILURE;
    std::size_t memory_bytes = 0;
    const char* const end = argv[1] + std::strlen(argv[1]);
    if (std::from_chars(argv[1], end, memory_bytes).ptr != end) return EXIT_FAILURE;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    confine(memory_bytes);
    Channel channel((base::Descriptor(STDIN_FILENO)));
    serve(channel, read);
    return EXIT_SUCCESS;
}

}  // namespace morgue::indexer

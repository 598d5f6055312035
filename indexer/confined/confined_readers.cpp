#include <algorithm>
#include <iterator>
#include <utility>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/confined/messages.hpp>
#include <indexer/confined/reader_program.hpp>

namespace morgue::indexer {

namespace {

/// The slowest format is read a good deal faster.
constexpr std::uint64_t bytes_a_second = std::uint64_t{16} << 20;
constexpr int most_crowded = 10;  ///< others that want the processor, too

/// Bytes of files that go to a process together.
constexpr std::size_t most_together = std::size_t{256} << 10;
/// Of the processor, for all of them: who takes more is read alone, and then may.
constexpr std::chrono::seconds time_together{5};

/// How many files at the beginning go together: at least one.
std::size_t size_of_bundle(std::span<const ReadRequest> requests) {
    std::size_t count = 0;
    for (std::size_t bytes = 0; count < requests.size(); ++count) {
        bytes += requests[count].bytes.size();
        if (bytes > most_together || !requests[count].companions.empty()) break;
    }
    return std::max<std::size_t>(count, 1);
}

Unread failed(const Failure& failure) {
    return {SkipReason::reader_failed, failure.what};
}

}  // namespace

void ConfinedReaders::require_program_for(std::string_view name) {
    if (!may_be_plain(name)) require_program();
}

void ConfinedReaders::require_program() {
    const std::lock_guard lock(mutex_);
    if (program_.empty()) program_ = reader_program();
}

Reading ConfinedReaders::read(const ReadRequest& request) {
    return is_plain(request) ? read_here(request) : read_apart(request);
}

std::vector<Reading> ConfinedReaders::read_all(std::span<const ReadRequest> requests) {
    std::vector<Reading> readings;
    const auto read_risky = [&](std::span<const ReadRequest> risky) {
        while (!risky.empty()) {
            const auto bundle = risky.first(size_of_bundle(risky));
            std::ranges::move(read_together(bundle), std::back_inserter(readings));
            risky = risky.subspan(bundle.size());
        }
    };
    auto risky = requests.begin();
    for (auto request = requests.begin(); request != requests.end(); ++request) {
        if (!is_plain(*request)) continue;
        read_risky({risky, request});
        readings.push_back(read_here(*request));
        risky = std::next(request);
    }
    read_risky({risky, requests.end()});
    return readings;
}

/// Where it fails, each is read alone, so that the one that is to blame is found.
std::vector<Reading> ConfinedReaders::read_together(std::span<const ReadRequest> requests) {
    std::vector<Reading> readings;
    if (requests.size() > 1) {
        auto read = ask(requests, lent());
        if (auto* all = std::get_if<std::vector<Reading>>(&read)) return std::move(*all);
    }
    for (const ReadRequest& request : requests) readings.push_back(read_apart(request));
    return readings;
}

Reading ConfinedReaders::read_apart(const ReadRequest& request) {
    auto read = ask({&request, 1}, lent());
    // No file is blamed for what the one before it left behind.
    if (const auto* failure = std::get_if<Failure>(&read); failure && failure->is_chance)
        read = ask({&request, 1}, started());
    if (const auto* failure = std::get_if<Failure>(&read)) return {{}, failed(*failure)};
    return std::move(std::get<std::vector<Reading>>(read).front());
}

/// A process that failed is not given back, and so ends.
std::variant<std::vector<Reading>, Failure> ConfinedReaders::ask(
    std::span<const ReadRequest> requests, Process process) {
    const bool is_one = requests.size() == 1 && requests.front().companions.empty();
    const std::string joined = is_one ? "" : all_bytes(requests);
    const std::string_view bytes = is_one ? requests.front().bytes : std::string_view(joined);
    Allowance allowance = allowance_for(bytes.size());
    if (requests.size() > 1) {
        allowance.time = std::min(allowance.time, time_together);
        allowance.patience = std::min(allowance.patience, time_together * most_crowded);
    }
    const std::string head = encode(TaskHead{Task::read, allowance.time}, requests);
    auto answer = process->ask(head, bytes, allowance);
    if (auto* failure = std::get_if<Failure>(&answer)) return std::move(*failure);
    auto readings = decode_readings(std::get<std::string_view>(answer), requests);
    if (!readings) return without_meaning();
    give_back(std::move(process));
    return *std::move(readings);
}

ConfinedReaders::Process ConfinedReaders::lent() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            Process process = std::move(idle_.back());
            idle_.pop_back();
            return process;
        }
    }
    return started();
}

ConfinedReaders::Process ConfinedReaders::started() {
    require_program();
    return std::make_unique<ReaderProcess>(program_, limits_.memory_bytes);
}

void ConfinedReaders::give_back(Process process) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(process));
}

Allowance ConfinedReaders::allowance_for(std::uint64_t bytes) const {
    const std::chrono::seconds more(bytes / bytes_a_second);
    return {limits_.least_time + more, limits_.least_patience + more * most_crowded};
}

std::vector<Member> ConfinedMembers::next() {
    if (ended_) return {};
    auto members = ask();
    if (const auto* failure = std::get_if<Failure>(&members); failure && failure->is_chance)
        members = ask();
    if (const auto* failure = std::get_if<Failure>(&members)) {
        ended_ = true;
        Member last{};
        last.unread = failed(*failure);
        last.unread->detail += given_ == 0 ? "" : "; what follows is not read";
        return {last};
    }
    passed_ = std::get<Unpacked>(members).passed;
    auto& some = std::get<Unpacked>(members).members;
    given_ += some.size();
    ended_ = some.empty();
    if (ended_) readers_.give_back(std::move(process_));
    return std::move(some);
}

std::variant<Unpacked, Failure> ConfinedMembers::ask() {
    const Allowance allowance = readers_.allowance_for(size_);
    std::variant<std::string_view, Failure> answer;
    if (!process_) answer = open();
    if (std::holds_alternative<std::string_view>(answer))
        answer = process_->ask(encode(TaskHead{Task::next, allowance.time}), {}, allowance);
    if (const auto* text = std::get_if<std::string_view>(&answer)) {
        if (auto unpacked = decode_unpacked(*text)) return *std::move(unpacked);
        answer = without_meaning();
    }
    process_.reset();
    return std::move(std::get<Failure>(answer));
}

std::variant<std::string_view, Failure> ConfinedMembers::open() {
    const Allowance allowance = readers_.allowance_for(size_);
    process_ = given_ == 0 ? readers_.lent() : readers_.started();
    const OpenRequest request{name_, size_, readers_.limits().most_bytes, given_};
    return process_->ask(encode(TaskHead{Task::open, allowance.time}, request), {}, allowance,
                         file_.get());
}

}  // namespace morgue::indexer

#include <algorithm>
#include <iterator>
#include <utility>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/confined/messages.hpp>
#include <indexer/confined/reader_program.hpp>
#include <text/utf8.hpp>

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

/// Instead of a member.
Member none_for(const Failure& failure) {
    Member none{};
    none.unread = failed(failure);
    return none;
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
    return is_plain(request) ? read_plain(request) : read_apart(request);
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
        readings.push_back(read_plain(*request));
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

/// No file is blamed for what the one before it left behind.
template <class Ask>
auto ConfinedReaders::asked_twice(Ask ask) {
    auto answer = ask(lent());
    if (const auto* failure = std::get_if<Failure>(&answer); failure && failure->is_chance)
        answer = ask(started());
    return answer;
}

Reading ConfinedReaders::read_apart(const ReadRequest& request) {
    auto read = asked_twice([&](Process process) {
        return ask({&request, 1}, std::move(process));
    });
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

std::variant<std::string, Failure> ConfinedReaders::told_fields(const ReadRequest& request) {
    return asked_twice(
        [&](Process process) { return ask_for_fields(request, std::move(process)); });
}

std::variant<std::string, Failure> ConfinedReaders::ask_for_fields(const ReadRequest& request,
                                                                   Process process) {
    const Allowance allowance = allowance_for(request.bytes.size());
    const std::string head = encode(TaskHead{Task::fields, allowance.time}, {&request, 1});
    auto answer = process->ask(head, request.bytes, allowance);
    if (auto* failure = std::get_if<Failure>(&answer)) return std::move(*failure);
    std::string told(std::get<std::string_view>(answer));
    if (!text::is_valid_utf8(told)) return without_meaning();
    give_back(std::move(process));
    return told;
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

std::vector<Member> ConfinedMembers::at(std::string_view label) {
    auto members = take(label);
    if (const auto* failure = std::get_if<Failure>(&members); failure && failure->is_chance)
        members = take(label);
    if (const auto* failure = std::get_if<Failure>(&members)) return {none_for(*failure)};
    readers_.give_back(std::move(process_));
    return std::move(std::get<Unpacked>(members).members);
}

std::vector<Member> ConfinedMembers::next() {
    if (ended_) return {};
    auto members = ask();
    if (const auto* failure = std::get_if<Failure>(&members); failure && failure->is_chance)
        members = ask();
    if (const auto* failure = std::get_if<Failure>(&members)) {
        ended_ = true;
        Member last = none_for(*failure);
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
    return understood(std::move(answer));
}

std::variant<Unpacked, Failure> ConfinedMembers::take(std::string_view label) {
    process_ = readers_.started();
    return understood(send(Task::take, label));
}

std::variant<std::string_view, Failure> ConfinedMembers::open() {
    process_ = given_ == 0 ? readers_.lent() : readers_.started();
    return send(Task::open, {});
}

/// To a process that knows nothing of the file.
std::variant<std::string_view, Failure> ConfinedMembers::send(Task task, std::string_view label) {
    const Allowance allowance = readers_.allowance_for(size_);
    const OpenRequest request{name_, size_, readers_.limits().most_bytes, given_, label};
    return process_->ask(encode(TaskHead{task, allowance.time}, request), {}, allowance,
                         file_.get());
}

/// A process that failed ends.
std::variant<Unpacked, Failure> ConfinedMembers::understood(
    std::variant<std::string_view, Failure> answer) {
    if (const auto* text = std::get_if<std::string_view>(&answer)) {
        if (auto unpacked = decode_unpacked(*text)) return *std::move(unpacked);
        answer = without_meaning();
    }
    process_.reset();
    return std::move(std::get<Failure>(answer));
}

}  // namespace morgue::indexer

#include <utility>

#include <indexer/confined/confined_readers.hpp>
#include <indexer/confined/messages.hpp>
#include <indexer/confined/reader_program.hpp>

namespace morgue::indexer {

namespace {

/// The slowest format is read a good deal faster.
constexpr std::uint64_t bytes_a_second = std::uint64_t{16} << 20;
constexpr int most_crowded = 10;  ///< others that want the processor, too

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
    if (is_plain(request)) return read_here(request);
    auto read = read_apart(request, lent());
    // No file is blamed for what the one before it left behind.
    if (const auto* failure = std::get_if<Failure>(&read); failure && failure->is_chance)
        read = read_apart(request, started());
    if (const auto* failure = std::get_if<Failure>(&read)) return {{}, failed(*failure)};
    return std::move(std::get<Reading>(read));
}

/// A process that failed is not given back, and so ends.
std::variant<Reading, Failure> ConfinedReaders::read_apart(const ReadRequest& request,
                                                           Process process) {
    const std::string with_companions = request.companions.empty() ? "" : all_bytes(request);
    const std::string_view bytes =
        request.companions.empty() ? request.bytes : std::string_view(with_companions);
    const Allowance allowance = allowance_for(bytes.size());
    const std::string head = encode(TaskHead{Task::read, allowance.time}, request);
    auto answer = process->ask(head, bytes, allowance);
    if (auto* failure = std::get_if<Failure>(&answer)) return std::move(*failure);
    auto reading = decode_reading(std::get<std::string_view>(answer), request.bytes);
    if (!reading) return without_meaning();
    give_back(std::move(process));
    return *std::move(reading);
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
    auto& some = std::get<std::vector<Member>>(members);
    given_ += some.size();
    ended_ = some.empty();
    if (ended_) readers_.give_back(std::move(process_));
    return std::move(some);
}

std::variant<std::vector<Member>, Failure> ConfinedMembers::ask() {
    const Allowance allowance = readers_.allowance_for(size_);
    std::variant<std::string_view, Failure> answer;
    if (!process_) answer = open();
    if (std::holds_alternative<std::string_view>(answer))
        answer = process_->ask(encode(TaskHead{Task::next, allowance.time}), {}, allowance);
    if (const auto* text = std::get_if<std::string_view>(&answer)) {
        if (auto members = decode_members(*text)) return *std::move(members);
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

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <variant>

#include <indexer/confined/channel.hpp>

namespace morgue::indexer {

/// Why a process that reads gave no answer.
struct Failure {
    std::string what;  ///< a sentence about the reader, without its beginning and its end
    bool is_chance;    ///< another process might give one: this one may have been ill before
};

/// Of an answer that breaks what was agreed on.
Failure without_meaning();

/// How long one answer may take.
struct Allowance {
    std::chrono::seconds time;      ///< of the processor
    std::chrono::seconds patience;  ///< by the clock, whatever else the machine does
};

/// A process of its own that reads for this one. It ends when this object does, and with the
/// thread that started it. After a failure nothing more is to be asked.
class ReaderProcess {
  public:
    /// Throws Error(io_error) where the program cannot be started, or is another one.
    ReaderProcess(const std::string& program, std::size_t memory_bytes);
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;
    ~ReaderProcess();

    /// What comes after the answer's kind; it is there until the next question.
    std::variant<std::string_view, Failure> ask(std::string_view head, std::string_view body,
                                                const Allowance& allowance, int file = -1);

  private:
    enum class Ending { by_itself, now };

    void greet(const std::string& program);
    Failure failure_of(Passage passage, const Allowance& allowance);
    int end(Ending how);

    std::size_t memory_bytes_;
    pid_t id_;
    Channel channel_;
    Message heard_;
};

}  // namespace morgue::indexer

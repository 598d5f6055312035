#include <array>
#include <cstdint>
#include <ctime>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <indexer/morgue_reader/confinement.hpp>

namespace morgue::indexer {

namespace {

/// Sanitizers take terabytes of addresses, and pipes to look at memory and to report.
constexpr bool sanitized = MORGUE_SANITIZED;

#if defined(__x86_64__)
constexpr std::uint32_t this_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t this_machine = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t this_machine = 0;  // its calls are numbered in some way not known here
#endif

/// What the C library calls to use memory and locks, to tell the time, to crash and to end; and
/// what goes on with descriptors that are open.
constexpr std::array allowed_calls{
    SYS_read,      SYS_readv,        SYS_pread64,        SYS_write,         SYS_recvfrom,
    SYS_recvmsg,   SYS_sendto,       SYS_sendmsg,        SYS_close,         SYS_lseek,
    SYS_fstat,     SYS_mmap,         SYS_munmap,         SYS_mremap,        SYS_mprotect,
    SYS_madvise,   SYS_brk,          SYS_futex,          SYS_clock_gettime, SYS_getrusage,
    SYS_prlimit64, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn,  SYS_sigaltstack,
    SYS_getpid,    SYS_gettid,       SYS_tgkill,         SYS_getrandom,     SYS_sched_yield,
    SYS_exit,      SYS_exit_group,
};

constexpr std::size_t steps_before = 4;
constexpr std::size_t steps_after = 2;

constexpr sock_filter step(unsigned code, std::uint32_t value) {
    return {static_cast<std::uint16_t>(code), 0, 0, value};
}

/// Goes `yes` steps further where the value is the one at hand, else `no`.
constexpr sock_filter if_equal(std::uint32_t value, std::size_t yes, std::size_t no) {
    return {BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint8_t>(yes),
            static_cast<std::uint8_t>(no), value};
}

/// A call that is not allowed fails, as if it were for others: libraries know how to go on then.
constexpr auto make_filter() {
    constexpr std::size_t size = steps_before + allowed_calls.size() + steps_after;
    std::array<sock_filter, size> filter{};
    filter[0] = step(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
    filter[1] = if_equal(this_machine, 1, 0);
    filter[2] = step(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    filter[3] = step(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
    for (std::size_t i = 0; i < allowed_calls.size(); ++i)
        filter[steps_before + i] =
            if_equal(static_cast<std::uint32_t>(allowed_calls[i]), allowed_calls.size() - i, 0);
    filter[size - 2] = step(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    filter[size - 1] = step(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    return filter;
}

/// Where the kernel knows no such filter, the limits alone hold.
void limit_calls() {
    static constexpr auto filter = make_filter();
    if (this_machine == 0) return;
    const sock_fprog program{filter.size(), const_cast<sock_filter*>(filter.data())};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void limit(int what, rlim_t most) {
    const struct rlimit both { most, most };
    ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

/// Those before it are its connection and where nothing comes out, and the one a file that is read.
constexpr rlim_t most_descriptors = 4;

}  // namespace

void confine(std::size_t memory_bytes) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    if (sanitized) return;
    limit(RLIMIT_NOFILE, most_descriptors);
    limit(RLIMIT_AS, memory_bytes);
    limit_calls();
}

void allow_time(std::chrono::seconds time) {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    const struct rlimit until {
        static_cast<rlim_t>(used.tv_sec + 1 + time.count()), RLIM_INFINITY
    };
    ::setrlimit(RLIMIT_CPU, &until);
}

}  // namespace morgue::indexer

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>
#include <sys/socket.h>
#include <sys/uio.h>

#include <indexer/confined/channel.hpp>

namespace morgue::indexer {

namespace {

/// Of head and body, in the machine's own order: both ends are one program on one machine.
using Lengths = std::array<std::uint64_t, 2>;

/// Memory is taken as bytes come in, whatever was announced.
constexpr std::size_t most_at_once = std::size_t{4} << 20;

union Control {
    cmsghdr aligned;
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

Passage failure() {
    return errno == EAGAIN || errno == EWOULDBLOCK ? Passage::late : Passage::closed;
}

void attach(msghdr& message, Control& control, int file) {
    control = {};
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    cmsghdr* const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof file);
    std::memcpy(CMSG_DATA(head), &file, sizeof file);
}

base::Descriptor attached(msghdr& message) {
    const cmsghdr* const head = CMSG_FIRSTHDR(&message);
    if (head == nullptr || head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS)
        return {};
    int file = -1;
    std::memcpy(&file, CMSG_DATA(head), sizeof file);
    return base::Descriptor(file);
}

/// Takes bytes that were sent off the beginning.
std::span<iovec> without(std::span<iovec> pieces, std::size_t sent) {
    while (!pieces.empty() && sent >= pieces.front().iov_len) {
        sent -= pieces.front().iov_len;
        pieces = pieces.subspan(1);
    }
    if (pieces.empty()) return pieces;
    pieces.front().iov_base = static_cast<char*>(pieces.front().iov_base) + sent;
    pieces.front().iov_len -= sent;
    return pieces;
}

}  // namespace

void Channel::set_patience(std::chrono::seconds patience) {
    const timeval span{patience.count(), 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &span, sizeof span);
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &span, sizeof span);
}

Passage Channel::send(std::string_view head, std::string_view body, int file) {
    Lengths lengths{head.size(), body.size()};
    std::array<iovec, 3> all{{{lengths.data(), sizeof lengths},
                              {const_cast<char*>(head.data()), head.size()},
                              {const_cast<char*>(body.data()), body.size()}}};
    std::span<iovec> pieces(all);
    Control control{};
    msghdr message{};
    if (file >= 0) attach(message, control, file);
    while (!pieces.empty()) {
        message.msg_iov = pieces.data();
        message.msg_iovlen = pieces.size();
        const ssize_t sent = ::sendmsg(socket_.get(), &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return failure();
        message.msg_control = nullptr;
        message.msg_controllen = 0;
        pieces = without(pieces, static_cast<std::size_t>(sent));
    }
    return Passage::whole;
}

Passage Channel::receive(Message& into, std::size_t most_bytes) {
    Lengths lengths{};
    const Passage begun =
        receive_lengths(reinterpret_cast<char*>(lengths.data()), sizeof lengths, into.file);
    if (begun != Passage::whole) return begun;
    if (lengths[0] > most_bytes || lengths[1] > most_bytes - lengths[0]) return Passage::too_long;
    const Passage head = receive_bytes(into.head, static_cast<std::size_t>(lengths[0]));
    if (head != Passage::whole) return head;
    return receive_bytes(into.body, static_cast<std::size_t>(lengths[1]));
}

Passage Channel::receive_lengths(char* into, std::size_t size, base::Descriptor& file) {
    Control control{};
    for (std::size_t filled = 0; filled < size;) {
        iovec piece{into + filled, size - filled};
        msghdr message{};
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        message.msg_control = control.bytes.data();
        message.msg_controllen = control.bytes.size();
        const ssize_t got = ::recvmsg(socket_.get(), &message, MSG_CMSG_CLOEXEC);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failure();
        if (got == 0) return Passage::closed;
        if (base::Descriptor came = attached(message); came.open()) file = std::move(came);
        filled += static_cast<std::size_t>(got);
    }
    return Passage::whole;
}

Passage Channel::receive_bytes(std::string& into, std::size_t size) {
    into.clear();
    if (into.capacity() > most_at_once) std::string().swap(into);
    for (std::size_t filled = 0; filled < size;) {
        if (filled == into.size()) into.resize(std::min(size, filled + most_at_once));
        const ssize_t got =
            ::recv(socket_.get(), into.data() + filled, into.size() - filled, MSG_WAITALL);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failure();
        if (got == 0) return Passage::closed;
        filled += static_cast<std::size_t>(got);
    }
    return Passage::whole;
}

}  // namespace morgue::indexer

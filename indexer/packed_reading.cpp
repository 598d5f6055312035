#include <indexer/packed_reading.hpp>

namespace morgue::indexer {

/// Somebody's turn, which the next one has when it ends, however it ends.
class PackedReading::Turn {
  public:
    Turn(PackedReading& reading, std::size_t turn) : reading_(reading), lock_(reading.mutex_) {
        reading_.turned_.wait(lock_, [&] { return reading_.turn_ == turn || reading_.abandoned_; });
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
        ++reading_.turn_;
        lock_.unlock();
        reading_.turned_.notify_all();
    }

  private:
    PackedReading& reading_;
    std::unique_lock<std::mutex> lock_;
};

std::optional<FileRead> PackedReading::part(std::size_t turn, const std::stop_token& stop) {
    FileRead part;
    std::vector<Member> members;
    {
        const Turn mine(*this, turn);
        if (abandoned_ || at_end_ || stop.stop_requested() || ahead_ > most_ahead_)
            return std::nullopt;
        if (!file_) {
            if (auto said = begin()) return said;
            part.known = std::move(errand_.known);
        }
        members = unpack(part);
    }
    take_in(members, context_, readers_, std::get<Taken>(part.content));
    return part;
}

void PackedReading::abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    turned_.notify_all();
}

/// What is to be said of the file without unpacking it, if that is all.
std::optional<FileRead> PackedReading::begin() {
    auto opened = open_packed(errand_, readers_);
    if (auto* said = std::get_if<FileRead>(&opened)) {
        at_end_ = true;
        return std::move(*said);
    }
    file_.emplace(std::move(std::get<PackedFile>(opened)));
    context_ = context_of(errand_, file_->state());
    return std::nullopt;
}

std::vector<Member> PackedReading::unpack(FileRead& part) {
    std::vector<Member> members = file_->next_members();
    Taken taken;
    if (members.empty()) {
        note_end(*file_, taken);
        at_end_ = true;
    }
    part.file = errand_.file;
    part.state = file_->state();
    part.content = std::move(taken);
    part.is_last = at_end_;
    for (const Member& member : members) part.unpacked_bytes += member.bytes.size();
    ahead_ += part.unpacked_bytes;
    return members;
}

}  // namespace morgue::indexer

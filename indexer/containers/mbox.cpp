#include <algorithm>
#include <string_view>
#include <utility>

#include <indexer/containers/mbox.hpp>
#include <indexer/containers/record_buffer.hpp>
#include <indexer/formats/article_parts.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view mark = "From ";
constexpr std::size_t longest_line = 1000;  // bytes, of one that begins a message

/// "From jane@coast.example Mon Mar  4 05:06:07 2019": a sentence may begin with the word too.
bool begins_message(std::string_view line) {
    return line.starts_with(mark) && line.find(':') != std::string_view::npos &&
           line.find_first_of("0123456789") != std::string_view::npos;
}

/// Where quoted lines of a message have one '>' less.
bool is_quoted(std::string_view line) {
    const std::size_t text = line.find_first_not_of('>');
    return text != 0 && text != std::string_view::npos && line.substr(text).starts_with(mark);
}

class Mbox : public Container {
  public:
    Mbox(Input& input, const Packing& packing, const ContainerLimits& limits)
        : stream_(open_stream(input, packing.compression)), buffer_(*stream_), limits_(limits) {}

    std::optional<Member> next() override {
        const bool found = find_message();
        if (lost_ > 0) return lost();
        if (!found) return end_of_stream();
        Member member{to_string(buffer_.place())};
        member.name = "message.eml";
        drop_line(nullptr);
        read_message(member);
        return member;
    }

  private:
    std::optional<Member> end_of_stream() {
        if (!stream_->damage() || std::exchange(told_, true)) return std::nullopt;
        Member member{to_string(stream_->damage_place())};
        member.unread = *stream_->damage();
        return member;
    }

    /// The line at hand, or as much as there may be of it in a line that begins a message.
    std::string_view line() {
        buffer_.look(longest_line);
        const std::string_view bytes = buffer_.bytes();
        return bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    }

    /// Goes behind the line at hand; what stands on it is added.
    void drop_line(std::string* text) {
        const std::string_view now = line();
        const bool ends = now.ends_with('\n');
        if (text != nullptr) text->append(now.substr(at_line_ && is_quoted(now) ? 1 : 0));
        after_blank_ = at_line_ && (now == "\n" || now == "\r\n");
        at_line_ = ends;
        buffer_.drop(now.size());
    }

    bool at_message() { return at_line_ && after_blank_ && begins_message(line()); }

    /// Only what comes before the first message is gone over.
    bool find_message() {
        while (buffer_.look(1)) {
            if (at_message()) return true;
            if (has_text(line())) lost_ += line().size();
            drop_line(nullptr);
        }
        return false;
    }

    Member lost() {
        Member member{"0"};
        member.unread = Unread{SkipReason::malformed,
                               std::to_string(std::exchange(lost_, 0)) +
                                   " bytes before the first line \"From ...\" are in no message"};
        return member;
    }

    void read_message(Member& member) {
        bool too_large = false;
        while (buffer_.look(1) && !at_message()) {
            drop_line(too_large ? nullptr : &member.bytes);
            too_large |= member.bytes.size() > limits_.most_bytes;
        }
        if (!too_large) return;
        member.bytes.clear();
        member.unread = over_limit(limits_.most_bytes);
    }

    std::unique_ptr<ByteStream> stream_;
    RecordBuffer buffer_;
    ContainerLimits limits_;
    bool at_line_ = true;
    bool after_blank_ = true;  ///< or at the beginning
    bool told_ = false;        ///< of damage
    std::uint64_t lost_ = 0;   ///< bytes in no message, not told yet
};

}  // namespace

std::unique_ptr<Container> open_mbox(Input& input, const Packing& packing,
                                     const ContainerLimits& limits) {
    return std::make_unique<Mbox>(input, packing, limits);
}

}  // namespace morgue::indexer

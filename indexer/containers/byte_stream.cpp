#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include <indexer/containers/byte_stream.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{64} << 10;
/// Text is made ten times smaller, a bomb a thousand times.
constexpr std::uint64_t most_growth = 100;
constexpr std::uint64_t growth_unwatched = std::uint64_t{64} << 20;  // bytes

constexpr std::size_t frame_head = 8;  // bytes, of a frame without text
constexpr std::string_view dictionary_magic = "\x5D\x2A\x4D\x18";
constexpr std::uint32_t largest_dictionary = std::uint32_t{16} << 20;  // bytes

/// The size of a frame of Zstandard that holds no text; nothing for another.
std::optional<std::uint32_t> textless_frame(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.size() < frame_head || (byte(0) & 0xF0U) != 0x50) return std::nullopt;
    if (bytes.substr(1, 3) != dictionary_magic.substr(1)) return std::nullopt;
    std::uint32_t size = 0;
    for (std::size_t i = frame_head; i > 4; --i) size = size << 8U | byte(i - 1);
    return size;
}

class PlainStream : public ByteStream {
  public:
    PlainStream(Input& input, std::uint64_t begin) : input_(input), at_(begin) {}

    Chunk read(std::span<char> into) override {
        const Chunk chunk{input_.read_at(at_, into), {at_, 0}};
        at_ += chunk.size;
        if (chunk.size == 0 && at_ < input_.size())
            damage_ = Unread{SkipReason::unreadable, input_.error()};
        return chunk;
    }

    const std::optional<Unread>& damage() const noexcept override { return damage_; }
    StreamPlace damage_place() const noexcept override { return {at_, 0}; }
    bool is_plain() const noexcept override { return true; }
    bool resume() override { return false; }

  private:
    Input& input_;
    std::uint64_t at_;
    std::optional<Unread> damage_;
};

class CompressedStream : public ByteStream {
  public:
    CompressedStream(Input& input, Compression compression, std::uint64_t begin)
        : input_(input),
          magic_(magic_of(compression)),
          codec_(make_codec(compression)),
          buffer_(buffer_bytes),
          next_(begin) {
        if (compression == Compression::zstd) load_dictionary();
    }

    Chunk read(std::span<char> into) override {
        while (!damage_) {
            if (!in_piece_ && !begin_piece()) return {};
            fill();
            const Codec::Step step = codec_->step(rest(), into);
            const Chunk chunk{step.given, {piece_, given_}};
            taken_ += step.taken;
            given_ += step.given;
            total_ += step.given;
            judge(step);
            if (chunk.size > 0) return chunk;
        }
        return {};
    }

    const std::optional<Unread>& damage() const noexcept override { return damage_; }

    StreamPlace damage_place() const noexcept override { return {piece_, given_}; }

    bool resume() override {
        if (!damage_ || damage_->reason != SkipReason::malformed) return false;
        for (seek(piece_ + 1); fill(); seek(offset() + buffer_bytes / 2)) {
            const std::size_t found = rest().find(magic_);
            if (found == std::string_view::npos) continue;
            taken_ += found;
            damage_.reset();
            in_piece_ = false;
            return true;
        }
        return false;
    }

  private:
    std::string_view rest() const noexcept { return {buffer_.data() + taken_, filled_ - taken_}; }
    /// Of the next byte, in the file.
    std::uint64_t offset() const noexcept { return next_ - (filled_ - taken_); }

    void seek(std::uint64_t offset) {
        next_ = offset;
        filled_ = taken_ = 0;
    }

    /// Sees to it that as much is in the buffer as a magic is long; false at the end.
    bool fill() {
        if (rest().size() >= magic_.size()) return true;
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(taken_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
        filled_ -= taken_;
        taken_ = 0;
        const std::size_t got = input_.read_at(next_, std::span(buffer_).subspan(filled_));
        next_ += got;
        filled_ += got;
        return filled_ > 0;
    }

    /// False at the end, which zeros may pad.
    bool begin_piece() {
        while (fill()) {
            if (rest().starts_with(magic_)) {
                piece_ = offset();
                given_ = 0;
                codec_->begin();
                return in_piece_ = true;
            }
            const std::size_t zeros = std::min(rest().find_first_not_of('\0'), rest().size());
            if (zeros == 0 && skip_frame()) continue;
            if (zeros == 0) {
                piece_ = offset();
                given_ = 0;
                damage_ = Unread{SkipReason::malformed, "what is here is not compressed"};
                return false;
            }
            taken_ += zeros;
        }
        if (!input_.error().empty()) damage_ = Unread{SkipReason::unreadable, input_.error()};
        return false;
    }

    /// A frame of Zstandard that holds no text and says how long it is.
    bool skip_frame() {
        if (magic_ != magic_of(Compression::zstd)) return false;
        const auto size = textless_frame(rest());
        if (size) seek(offset() + frame_head + *size);
        return size.has_value();
    }

    /// Crawls may begin with the dictionary that their records were compressed with.
    /// Source: IIPC, Use of Zstandard in WARC files.
    void load_dictionary() {
        std::string head(frame_head, '\0');
        if (input_.read_at(0, head) < head.size() || !head.starts_with(dictionary_magic)) return;
        const std::uint32_t size = textless_frame(head).value();
        std::string dictionary(std::min(size, largest_dictionary), '\0');
        const bool whole = input_.read_at(frame_head, dictionary) == size;
        if (!whole || !use_dictionary(std::move(dictionary)))
            damage_ =
                Unread{SkipReason::malformed, "the dictionary that it begins with is damaged"};
    }

    /// It may itself be compressed.
    bool use_dictionary(std::string bytes) {
        if (bytes.starts_with(magic_)) {
            const auto input = memory_input(std::move(bytes));
            auto plain = decompressed(*input, Compression::zstd, largest_dictionary);
            if (std::holds_alternative<Unread>(plain)) return false;
            bytes = std::move(std::get<std::string>(plain));
        }
        return codec_->use_dictionary(bytes);
    }

    void judge(const Codec::Step& step) {
        if (step.state == Codec::State::failed) {
            damage_ = Unread{SkipReason::malformed, codec_->error()};
        } else if (step.state == Codec::State::ended) {
            in_piece_ = false;
        } else if (step.taken == 0 && step.given == 0) {
            damage_ = input_.error().empty()
                          ? Unread{SkipReason::malformed, "it ends in the middle"}
                          : Unread{SkipReason::unreadable, input_.error()};
        }
        if (total_ > growth_unwatched && total_ / most_growth > next_)
            damage_ = Unread{SkipReason::too_large, "it grows to more than 100 times its size"};
    }

    Input& input_;
    std::string_view magic_;
    std::unique_ptr<Codec> codec_;
    std::vector<char> buffer_;
    std::size_t filled_ = 0;
    std::size_t taken_ = 0;
    std::uint64_t next_;  ///< in the file, behind the buffer
    std::uint64_t piece_ = 0;
    std::uint64_t given_ = 0;  ///< of the piece
    std::uint64_t total_ = 0;
    bool in_piece_ = false;
    std::optional<Unread> damage_;
};

std::unique_ptr<ByteStream> stream_from(Input& input, Compression compression,
                                        std::uint64_t begin) {
    if (compression == Compression::none) return std::make_unique<PlainStream>(input, begin);
    return std::make_unique<CompressedStream>(input, compression, begin);
}

}  // namespace

std::string to_string(const StreamPlace& place) {
    const std::string begin = std::to_string(place.begin);
    return place.before == 0 ? begin : begin + "+" + std::to_string(place.before);
}

std::optional<StreamPlace> place_in(std::string_view text) {
    const std::size_t plus = std::min(text.find('+'), text.size());
    const auto number = [](std::string_view digits, std::uint64_t& into) {
        const char* const end = digits.data() + digits.size();
        const auto [at, error] = std::from_chars(digits.data(), end, into);
        return at == end && error == std::errc{};
    };
    StreamPlace place;
    if (!number(text.substr(0, plus), place.begin)) return std::nullopt;
    const std::string_view before = text.substr(plus);
    if (!before.empty() && !number(before.substr(1), place.before)) return std::nullopt;
    return place;
}

std::unique_ptr<ByteStream> open_stream(Input& input, Compression compression) {
    return stream_from(input, compression, 0);
}

std::unique_ptr<ByteStream> open_stream_at(Input& input, Compression compression,
                                           const StreamPlace& place) {
    auto stream = stream_from(input, compression, place.begin);
    std::vector<char> skipped(buffer_bytes);
    for (std::uint64_t left = place.before; left > 0;) {
        const std::size_t now =
            static_cast<std::size_t>(std::min<std::uint64_t>(left, skipped.size()));
        const std::size_t got = stream->read(std::span(skipped).first(now)).size;
        if (got == 0) break;
        left -= got;
    }
    return stream;
}

std::variant<std::string, Unread> decompressed(Input& input, Compression compression,
                                               std::size_t most) {
    const auto stream = open_stream(input, compression);
    std::string bytes;
    std::size_t filled = 0;
    while (true) {
        bytes.resize(std::min(most + 1, std::max(filled * 2, buffer_bytes)));
        const std::size_t got = stream->read(std::span(bytes).subspan(filled)).size;
        filled += got;
        if (filled > most) return over_limit(most, "decompressed, ");
        if (got == 0) break;
    }
    if (stream->damage()) return *stream->damage();
    bytes.resize(filled);
    return bytes;
}

}  // namespace morgue::indexer

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cstdint>
#include <new>
#include <unordered_map>
#include <utility>

#include <base/file.hpp>
#include <base/hash.hpp>
#include <indexer/containers/archive.hpp>

namespace morgue::indexer {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{64} << 10;
constexpr std::size_t longest_label = 1024;  // bytes
/// So often a ZIP file is opened anew behind a member that could not be unpacked.
constexpr int most_reopenings = 100;

/// Where libarchive has its bytes from: a ZIP file at any place, a tar file in order.
class Source {
  public:
    Source(Input& input, const Packing& packing) : input_(input), packing_(packing) { rewind(); }

    void rewind() {
        at_ = 0;
        if (!seeks()) stream_ = open_stream(input_, packing_.compression);
    }

    bool seeks() const noexcept { return packing_.holder == Holder::zip; }

    std::size_t read(const void** bytes) {
        *bytes = buffer_.data();
        if (!seeks()) return stream_->read(buffer_).size;
        const std::size_t got = input_.read_at(at_, buffer_);
        at_ += got;
        return got;
    }

    std::int64_t seek(std::int64_t offset, int whence) {
        const std::int64_t from = whence == SEEK_END   ? static_cast<std::int64_t>(input_.size())
                                  : whence == SEEK_CUR ? static_cast<std::int64_t>(at_)
                                                       : 0;
        at_ = static_cast<std::uint64_t>(std::max<std::int64_t>(0, from + offset));
        return static_cast<std::int64_t>(at_);
    }

    std::optional<Unread> damage() const { return seeks() ? std::nullopt : stream_->damage(); }

  private:
    Input& input_;
    Packing packing_;
    std::array<char, buffer_bytes> buffer_{};
    std::uint64_t at_ = 0;
    std::unique_ptr<ByteStream> stream_;
};

la_ssize_t read_source(archive*, void* source, const void** bytes) {
    return static_cast<la_ssize_t>(static_cast<Source*>(source)->read(bytes));
}

la_int64_t seek_source(archive*, void* source, la_int64_t offset, int whence) {
    return static_cast<Source*>(source)->seek(offset, whence);
}

struct Close {
    void operator()(archive* handle) const noexcept { archive_read_free(handle); }
};
using Handle = std::unique_ptr<archive, Close>;

/// Null where libarchive does not know the bytes; `why` says it then.
Handle open_handle(Source& source, std::string& why) {
    Handle handle(archive_read_new());
    if (!handle) throw std::bad_alloc();
    if (source.seeks()) {
        archive_read_support_format_zip(handle.get());
        archive_read_set_seek_callback(handle.get(), seek_source);
    } else {
        archive_read_support_format_tar(handle.get());
    }
    archive_read_set_read_callback(handle.get(), read_source);
    archive_read_set_callback_data(handle.get(), &source);
    if (archive_read_open1(handle.get()) == ARCHIVE_OK) return handle;
    const char* error = archive_error_string(handle.get());
    why = error == nullptr ? "it cannot be opened" : error;
    return nullptr;
}

std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : name;
}

bool is_hidden(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        const std::string_view part = name.substr(at, end - at);
        if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != ".."))
            return true;
        at = end + 1;
    }
    return false;
}

class Archive : public Container {
  public:
    Archive(Input& input, const Packing& packing, const ContainerLimits& limits)
        : source_(input, packing), limits_(limits) {
        handle_ = open_handle(source_, trouble_);
        if (!handle_) damage_ = source_.damage();
    }

    std::optional<Member> next() override {
        while (true) {
            if (!trouble_.empty()) return tell_trouble();
            if (!handle_) return std::nullopt;
            archive_entry* entry = nullptr;
            const int result = archive_read_next_header(handle_.get(), &entry);
            if (result == ARCHIVE_EOF || result == ARCHIVE_FATAL) {
                end(result);
            } else if (result == ARCHIVE_RETRY) {
                // A header that is none; the next one may be whole.
                if (!std::exchange(lost_, true)) trouble_ = error();
            } else if (auto member = take(entry)) {
                return member;
            }
        }
    }

  private:
    std::string error() const {
        const char* text = archive_error_string(handle_.get());
        return text == nullptr ? "it is damaged" : text;
    }

    void end(int result) {
        if (auto damage = source_.damage()) damage_ = std::move(damage);
        if (result == ARCHIVE_FATAL || damage_) trouble_ = error();
        handle_.reset();
    }

    Member tell_trouble() {
        Unread why{SkipReason::malformed, std::exchange(trouble_, {})};
        if (damage_) why = *std::exchange(damage_, std::nullopt);
        Member member{"after member " + std::to_string(seen_)};
        member.unread = std::move(why);
        return member;
    }

    /// Nothing for what is passed over.
    std::optional<Member> take(archive_entry* entry) {
        ++seen_;
        lost_ = false;
        if (archive_entry_filetype(entry) == AE_IFDIR) return std::nullopt;
        Member member;
        member.name = name_of(entry);
        const bool is_link =
            archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr;
        if (is_link || is_hidden(member.name)) {
            ++(is_link ? passed_.links : passed_.hidden);
            return std::nullopt;
        }
        member.label = label_of(member.name);
        member.facts.path = member.name;
        member.unread = refusal(entry, member.name);
        if (!member.unread) member.unread = read_data(member.bytes);
        return member;
    }

    /// Unlike any other in the archive, which may have several of one name.
    std::string label_of(const std::string& name) {
        std::string label = name.substr(0, longest_label);
        const std::size_t times = ++labels_[base::hash64(label)];
        if (name.size() > longest_label || name.empty() || times > 1)
            label += "#" + std::to_string(name.empty() ? seen_ : times);
        return label;
    }

    std::optional<Unread> refusal(archive_entry* entry, const std::string& name) const {
        if (!is_read(name))
            return Unread{SkipReason::no_reader, std::string(base::extension(name))};
        if (archive_entry_is_data_encrypted(entry) != 0)
            return Unread{SkipReason::encrypted, "a password would be needed"};
        if (archive_entry_size_is_set(entry) != 0 &&
            archive_entry_size(entry) > static_cast<la_int64_t>(limits_.most_bytes))
            return over_limit(limits_.most_bytes);
        return std::nullopt;
    }

    std::optional<Unread> read_data(std::string& bytes) {
        std::array<char, buffer_bytes> buffer;  // NOLINT: filled before it is read
        while (true) {
            const la_ssize_t got = archive_read_data(handle_.get(), buffer.data(), buffer.size());
            if (got == 0) return std::nullopt;
            if (got < 0) return unpacking_failed(static_cast<int>(got), bytes);
            bytes.append(buffer.data(), static_cast<std::size_t>(got));
            if (bytes.size() > limits_.most_bytes) {
                bytes.clear();
                return over_limit(limits_.most_bytes);
            }
        }
    }

    std::optional<Unread> unpacking_failed(int result, std::string& bytes) {
        bytes.clear();
        Unread why{SkipReason::malformed, error()};
        if (const auto damage = source_.damage()) why = *damage;
        if (result == ARCHIVE_FATAL) go_on_behind();
        return why;
    }

    /// libarchive gives the whole archive up; a ZIP file's directory still leads to the others.
    void go_on_behind() {
        handle_.reset();
        if (!source_.seeks() || ++reopenings_ > most_reopenings) return;
        source_.rewind();
        handle_ = open_handle(source_, trouble_);
        archive_entry* entry = nullptr;
        for (std::size_t i = 0; handle_ && i < seen_; ++i)
            if (archive_read_next_header(handle_.get(), &entry) < ARCHIVE_WARN) handle_.reset();
    }

    Source source_;
    ContainerLimits limits_;
    Handle handle_;
    std::size_t seen_ = 0;
    bool lost_ = false;  ///< since the last header that was whole
    int reopenings_ = 0;
    std::string trouble_;  ///< to be told before anything else
    std::optional<Unread> damage_;
    std::unordered_map<std::uint64_t, std::size_t> labels_;
};

}  // namespace

std::unique_ptr<Container> open_archive(Input& input, const Packing& packing,
                                        const ContainerLimits& limits) {
    return std::make_unique<Archive>(input, packing, limits);
}

}  // namespace morgue::indexer

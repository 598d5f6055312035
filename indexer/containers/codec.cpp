#include <bzlib.h>
#include <cstdint>
#include <lzma.h>
#include <new>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <indexer/containers/codec.hpp>

namespace morgue::indexer {

namespace {

/// What the decoder of one file may hold: xz -9 asks for 65 MB, zstd --long for 128.
constexpr std::uint64_t most_memory = std::uint64_t{160} << 20;
constexpr int largest_window_log = 27;

/// The C libraries want their input writable, and do not write to it.
template <class Byte>
Byte* input_of(std::string_view in) noexcept {
    return reinterpret_cast<Byte*>(const_cast<char*>(in.data()));
}

class Gzip : public Codec {
  public:
    Gzip() {
        if (inflateInit2(&stream_, MAX_WBITS + 16) != Z_OK) throw std::bad_alloc();
    }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;
    ~Gzip() override { inflateEnd(&stream_); }

    void begin() override { inflateReset(&stream_); }

    Step step(std::string_view in, std::span<char> out) override {
        stream_.next_in = input_of<Bytef>(in);
        stream_.avail_in = static_cast<uInt>(in.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        const int result = inflate(&stream_, Z_NO_FLUSH);
        const bool fine = result == Z_OK || result == Z_BUF_ERROR;
        return {in.size() - stream_.avail_in, out.size() - stream_.avail_out,
                result == Z_STREAM_END ? State::ended
                : fine                 ? State::going
                                       : State::failed};
    }

    std::string error() const override {
        return stream_.msg == nullptr ? "no gzip data" : stream_.msg;
    }

  private:
    z_stream stream_{};
};

class Zstd : public Codec {
  public:
    Zstd() : stream_(ZSTD_createDStream()) {
        if (stream_ == nullptr) throw std::bad_alloc();
        ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, largest_window_log);
    }
    Zstd(const Zstd&) = delete;
    Zstd& operator=(const Zstd&) = delete;
    ~Zstd() override { ZSTD_freeDStream(stream_); }

    void begin() override { ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only); }

    Step step(std::string_view in, std::span<char> out) override {
        ZSTD_inBuffer input{in.data(), in.size(), 0};
        ZSTD_outBuffer output{out.data(), out.size(), 0};
        result_ = ZSTD_decompressStream(stream_, &output, &input);
        return {input.pos, output.pos,
                ZSTD_isError(result_) != 0 ? State::failed
                : result_ == 0             ? State::ended
                                           : State::going};
    }

    bool use_dictionary(std::string_view bytes) override {
        return ZSTD_isError(ZSTD_DCtx_loadDictionary(stream_, bytes.data(), bytes.size())) == 0;
    }

    std::string error() const override {
        return ZSTD_getErrorCode(result_) == ZSTD_error_dictionary_wrong
                   ? "it is compressed with a dictionary that it does not hold"
                   : ZSTD_getErrorName(result_);
    }

  private:
    ZSTD_DStream* stream_;
    std::size_t result_ = 0;
};

class Xz : public Codec {
  public:
    Xz() { Xz::begin(); }
    Xz(const Xz&) = delete;
    Xz& operator=(const Xz&) = delete;
    ~Xz() override { lzma_end(&stream_); }

    void begin() override {
        if (lzma_stream_decoder(&stream_, most_memory, 0) != LZMA_OK) throw std::bad_alloc();
    }

    Step step(std::string_view in, std::span<char> out) override {
        stream_.next_in = input_of<std::uint8_t>(in);
        stream_.avail_in = in.size();
        stream_.next_out = reinterpret_cast<std::uint8_t*>(out.data());
        stream_.avail_out = out.size();
        result_ = lzma_code(&stream_, LZMA_RUN);
        const bool fine = result_ == LZMA_OK || result_ == LZMA_BUF_ERROR;
        return {in.size() - stream_.avail_in, out.size() - stream_.avail_out,
                result_ == LZMA_STREAM_END ? State::ended
                : fine                     ? State::going
                                           : State::failed};
    }

    std::string error() const override {
        return result_ == LZMA_MEMLIMIT_ERROR ? "it needs more than 160 MiB to be decompressed"
                                              : "no xz data";
    }

  private:
    lzma_stream stream_ = LZMA_STREAM_INIT;
    lzma_ret result_ = LZMA_OK;
};

class Bzip2 : public Codec {
  public:
    Bzip2() { open(); }
    Bzip2(const Bzip2&) = delete;
    Bzip2& operator=(const Bzip2&) = delete;
    ~Bzip2() override { BZ2_bzDecompressEnd(&stream_); }

    void begin() override {
        BZ2_bzDecompressEnd(&stream_);
        open();
    }

    Step step(std::string_view in, std::span<char> out) override {
        stream_.next_in = input_of<char>(in);
        stream_.avail_in = static_cast<unsigned>(in.size());
        stream_.next_out = out.data();
        stream_.avail_out = static_cast<unsigned>(out.size());
        const int result = BZ2_bzDecompress(&stream_);
        return {in.size() - stream_.avail_in, out.size() - stream_.avail_out,
                result == BZ_STREAM_END ? State::ended
                : result == BZ_OK       ? State::going
                                        : State::failed};
    }

    std::string error() const override { return "no bzip2 data"; }

  private:
    void open() {
        stream_ = {};
        if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
    }

    bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Codec> make_codec(Compression compression) {
    switch (compression) {
        case Compression::none:
            break;
        case Compression::gzip:
            return std::make_unique<Gzip>();
        case Compression::zstd:
            return std::make_unique<Zstd>();
        case Compression::xz:
            return std::make_unique<Xz>();
        case Compression::bzip2:
            return std::make_unique<Bzip2>();
    }
    return nullptr;
}

std::string_view magic_of(Compression compression) noexcept {
    switch (compression) {
        case Compression::none:
            break;
        case Compression::gzip:
            return "\x1F\x8B\x08";
        case Compression::zstd:
            return "\x28\xB5\x2F\xFD";
        case Compression::xz:
            return {
                "\xFD"
                "7zXZ\0",
                6};
        case Compression::bzip2:
            return "BZh";
    }
    return {};
}

}  // namespace morgue::indexer

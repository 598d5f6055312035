#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include <text/form.hpp>

namespace morgue::text {

/// What the forms of a word depend on: its bytes, and in what light they are seen, 24 bits.
class Spelling {
  public:
    /// Of short words, all of it.
    struct Key {
        std::uint64_t first = 0;  ///< up to eight bytes at either end
        std::uint64_t last = 0;
        std::uint32_t light_and_size = 0;
        std::uint32_t hash = 0;

        friend bool operator==(const Key&, const Key&) = default;
    };
    static constexpr std::size_t most_bytes_in_key = 16;

    Spelling() = default;
    Spelling(std::string_view bytes, std::uint32_t light) noexcept : bytes_(bytes) {
        const std::size_t size = bytes.size();
        if (size >= 8) {
            std::memcpy(&key_.first, bytes.data(), 8);
            std::memcpy(&key_.last, bytes.data() + size - 8, 8);
        } else if (size >= 4) {
            key_.first = four_bytes(bytes.data());
            key_.last = four_bytes(bytes.data() + size - 4);
        } else if (size > 0) {
            key_.first = few_bytes(bytes);
        }
        key_.light_and_size = light << 8 | static_cast<std::uint8_t>(size);
        key_.hash = hash_of(key_);
    }

    std::string_view bytes() const noexcept { return bytes_; }
    const Key& key() const noexcept { return key_; }

  private:
    static std::uint32_t four_bytes(const char* bytes) noexcept {
        std::uint32_t four = 0;
        std::memcpy(&four, bytes, 4);
        return four;
    }
    /// One to three of them.
    static std::uint32_t few_bytes(std::string_view bytes) noexcept {
        const auto at = [&](std::size_t i) {
            return std::uint32_t{static_cast<unsigned char>(bytes[i])};
        };
        const std::size_t size = bytes.size();
        return at(0) | at(size / 2) << 8 | at(size - 1) << 16;
    }
    /// The upper bits of a product depend on all bits of its factors. Words of over 16 bytes that
    /// differ in their middle alone share a hash, and are few.
    static std::uint32_t hash_of(const Key& key) noexcept {
        constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = (key.first ^ key.light_and_size) * multiplier;
        hash = (hash ^ hash >> 32 ^ key.last) * multiplier;
        return static_cast<std::uint32_t>(hash >> 32);
    }

    std::string_view bytes_;
    Key key_;
};

/// Remembers the forms of the words that were met, so that each is folded and stemmed once and not
/// as often as it occurs. Not thread-safe.
class Dictionary {
  public:
    struct Entry {
        std::span<const Form> forms;
        bool cut = false;          ///< the word was longer than its forms tell
        std::uint32_t number = 0;  ///< counts from 1; 0: not remembered
    };

    /// Some 150 bytes a word.
    explicit Dictionary(std::size_t most_words);
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// Nothing for a word that is not remembered. Valid until the next remember() or clear().
    const Entry* find(const Spelling& spelling) const noexcept {
        if (spelling.bytes().size() > longest_bytes) return nullptr;
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = first_slot(spelling); slots_[at].number != 0; at = (at + 1) & mask)
            if (holds(slots_[at], spelling)) return &words_[slots_[at].number - 1].entry;
        return nullptr;
    }

    /// Of many to be found, first of all prefetch the slots, then the words, so that find() does
    /// not wait for memory each time.
    void prefetch_slot(const Spelling& spelling) const noexcept {
        __builtin_prefetch(&slots_[first_slot(spelling)]);
    }
    void prefetch_word(const Spelling& spelling) const noexcept {
        const std::uint32_t number = slots_[first_slot(spelling)].number;
        if (number != 0) __builtin_prefetch(&words_[number - 1]);
    }

    /// `made` is what was made of a word not found; its number is given here. A full dictionary
    /// learns no more, nor any a word of excessive length: then it comes back as it is. The views
    /// of what is remembered last until clear().
    Entry remember(const Spelling& spelling, const Entry& made);

    bool full() const noexcept;

    /// Forgets all and counts anew.
    void clear() noexcept;

  private:
    /// Longer ones hardly recur, and a key has eight bits for the length.
    static constexpr std::size_t longest_bytes = 64;

    /// A line of the cache, so that a word is waited for once.
    struct alignas(64) Word {
        Spelling::Key key;
        const char* bytes;
        Entry entry;
    };
    /// Small, so that the slots of all words stay near: a word far away is then touched once.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0;  ///< of the word; 0: free
    };

    std::size_t first_slot(const Spelling& spelling) const noexcept {
        return spelling.key().hash & (slots_.size() - 1);
    }
    bool holds(const Slot& slot, const Spelling& spelling) const noexcept {
        if (slot.hash != spelling.key().hash) return false;
        const Word& word = words_[slot.number - 1];
        const std::string_view bytes = spelling.bytes();
        return word.key == spelling.key() &&
               (bytes.size() <= Spelling::most_bytes_in_key ||
                std::memcmp(bytes.data(), word.bytes, bytes.size()) == 0);
    }
    void grow();
    void place(const Slot& slot) noexcept;
    std::string_view keep(std::string_view bytes);
    std::span<const Form> keep(std::span<const Form> forms, std::string_view bytes);

    std::size_t most_words_;
    std::size_t bytes_ = 0;
    std::vector<Slot> slots_;
    std::vector<Word> words_;
    std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace morgue::text

#pragma once

#include <cstddef>
#include <cstdint>
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
    Spelling(std::string_view bytes, std::uint32_t light) noexcept;

    std::string_view bytes() const noexcept { return bytes_; }
    const Key& key() const noexcept { return key_; }

  private:
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
    const Entry* find(const Spelling& spelling) const noexcept;

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
    struct Word {
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
    bool holds(const Slot& slot, const Spelling& spelling) const noexcept;
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

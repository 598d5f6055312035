#include <cstdint>
#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <tools/render/text_boundaries.hpp>

namespace morgue::tools {

namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

void check(UErrorCode status) {
    if (U_FAILURE(status))
        throw std::runtime_error(std::string{"ICU cannot find where lines break: "} +
                                 u_errorName(status));
}

Iterator make_iterator(Boundary boundary) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale& any = icu::Locale::getRoot();
    Iterator made{boundary == Boundary::cluster
                      ? icu::BreakIterator::createCharacterInstance(any, status)
                      : icu::BreakIterator::createLineInstance(any, status)};
    check(status);
    return made;
}

/// One a thread and kind: making one reads ICU's data.
icu::BreakIterator& iterator_for(Boundary boundary) {
    thread_local Iterator clusters;
    thread_local Iterator lines;
    Iterator& kept = boundary == Boundary::cluster ? clusters : lines;
    if (!kept) kept = make_iterator(boundary);
    return *kept;
}

/// A view of UTF-8 for ICU, whose indexes are then bytes.
class Utf8Text {
  public:
    explicit Utf8Text(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &status);
        check(status);
    }
    Utf8Text(const Utf8Text&) = delete;
    Utf8Text& operator=(const Utf8Text&) = delete;
    ~Utf8Text() { utext_close(&text_); }

    UText* get() noexcept { return &text_; }

  private:
    UText text_ = UTEXT_INITIALIZER;
};

}  // namespace

void for_each_piece(std::string_view text, Boundary boundary,
                    const std::function<void(const Piece&)>& fn) {
    Utf8Text bytes{text};
    icu::BreakIterator& iterator = iterator_for(boundary);
    UErrorCode status = U_ZERO_ERROR;
    iterator.setText(bytes.get(), status);
    check(status);
    std::int32_t begin = iterator.first();
    for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE;
         begin = end, end = iterator.next()) {
        const auto at = static_cast<std::size_t>(begin);
        const bool is_hard = boundary == Boundary::line &&
                             iterator.getRuleStatus() >= UBRK_LINE_HARD &&
                             iterator.getRuleStatus() < UBRK_LINE_HARD_LIMIT;
        fn({text.substr(at, static_cast<std::size_t>(end) - at), is_hard});
    }
}

}  // namespace morgue::tools

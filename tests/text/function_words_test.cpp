#include <gtest/gtest.h>

#include <text/function_words.hpp>

namespace morgue::text {

namespace {

bool is_function_word_in(const char* code, const char* folded) {
    return is_function_word(folded, *find_language(code));
}

TEST(FunctionWords, SayNothingOfWhatASentenceIsAbout) {
    EXPECT_TRUE(is_function_word_in("en", "which"));
    EXPECT_FALSE(is_function_word_in("en", "storm"));
    EXPECT_TRUE(is_function_word_in("ru", "что"));
}

TEST(FunctionWords, DependOnTheLanguage) {
    EXPECT_TRUE(is_function_word_in("de", "die"));
    EXPECT_FALSE(is_function_word_in("en", "die"));
    EXPECT_FALSE(is_function_word_in("ta", "the"));
}

TEST(FunctionWords, AreKnownAsTheyAreFolded) {
    EXPECT_TRUE(is_function_word_in("de", "fur"));
    EXPECT_TRUE(is_function_word_in("fr", "etait"));
}

}  // namespace

}  // namespace morgue::text

#include <string>

#include <gtest/gtest.h>

#include <tools/render/hyperlink.hpp>
#include <tools/render/shell_path.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

TEST(ShellPath, OrdinaryNamesStandAsTheyAre) {
    for (const char* path : {"2019/03/04/storm.txt", "../a_b-c+d,e:f@g%h.md", "/東京/naïve.txt"})
        EXPECT_EQ(shell_path(path), path);
}

TEST(ShellPath, QuotesWhatAShellWouldRead) {
    EXPECT_EQ(shell_path("a b.txt"), "'a b.txt'");
    EXPECT_EQ(shell_path("$HOME/*.txt"), "'$HOME/*.txt'");
    EXPECT_EQ(shell_path("it's.txt"), "'it'\\''s.txt'");
    EXPECT_EQ(shell_path("~x"), "'~x'");
    EXPECT_EQ(shell_path("=x"), "'=x'");
    EXPECT_EQ(shell_path("-rf"), "./-rf");
}

TEST(ShellPath, EscapesWhatATerminalMightObey) {
    EXPECT_EQ(shell_path("a\x1b[31m.txt"), "$'a\\033[31m.txt'");
    EXPECT_EQ(shell_path("it's\n\\"), "$'it\\'s\\012\\\\'");
    EXPECT_EQ(shell_path("caf\xe9.txt"), "$'caf\\351.txt'");
    EXPECT_EQ(shell_path("東\u202e"), "$'東\\342\\200\\256'");
}

TEST(Hyperlink, PointsToTheFile) {
    const HyperlinkFormat vscode{"vscode"};
    EXPECT_EQ(vscode.address({"/a/b.txt", 7}), "vscode://file/a/b.txt:7");
    EXPECT_EQ(HyperlinkFormat{"x:{path}"}.address({"/a b/%é\xff;.txt", 1}),
              "x:/a%20b/%25%C3%A9%FF%3B.txt");
    EXPECT_EQ(HyperlinkFormat{"x:{line}{path}?{line}"}.address({"/", 3}), "x:3/?3");
}

TEST(Hyperlink, WrapsTheTextForTheTerminal) {
    EXPECT_EQ(HyperlinkFormat{"x:{path}"}.link("text", {"/a", 1}),
              "\x1b]8;;x:/a\x1b\\text\x1b]8;;\x1b\\");
    EXPECT_EQ(HyperlinkFormat{"none"}.link("text", {"/a", 1}), "text");
    EXPECT_EQ(HyperlinkFormat{}.link("text", {"/a", 1}), "text");
}

TEST(Hyperlink, DefaultNamesTheHost) {
    const std::string address = HyperlinkFormat{"default"}.address({"/a", 1});
    EXPECT_TRUE(address.starts_with("file://")) << address;
    EXPECT_TRUE(address.ends_with("/a")) << address;
    EXPECT_EQ(address, HyperlinkFormat{"file://{host}{path}"}.address({"/a", 1}));
}

TEST(Hyperlink, RefusesWhatIsNoFormat) {
    for (const char* format : {"", "path", "{path}", "x:y", "x:{path}{wrong}", "x:{path}\x1b",
                               "9:{path}", "x: {path}", "x:{path}{}"})
        EXPECT_THROW(HyperlinkFormat{format}, UsageError) << format;
}

}  // namespace morgue::tools

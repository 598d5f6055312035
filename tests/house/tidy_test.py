"""Length, form and registration of what is written here, and the words kept from users."""

import re
import unittest

from source_text import code_of, functions_of, includes_of, line_of, literals_of
from tree import CPP, ROOT, cpp_files, rooms_files, written_files

LONGEST_FUNCTION = 70
LONGEST_FILE = 400
LONGEST_LINE = 100
# Longer than that: path and reason.
LONG_FILES = {}
# Unwritten work stands in issues. Spelled apart, so that this file may be read too.
UNDONE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
DISABLED = re.compile(r"\bDISABLED" r"_\w+|\bGTEST_SKIP" r"\b")
KEPT_FROM_USERS = re.compile(
    r"\b(?:posting|stub|shard|glass|delta|tier|generation|docid|postlist)s?\b", re.IGNORECASE
)
# Names on the disk, never shown: the command looks at an index before it trusts it.
NAMES_ON_DISK = ('"shards"',)
LINK = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
# An error that is thrown, or handed to what throws it.
THROWN = re.compile(r"\b(?:throw\s+(?:\w+::)*(?:File)?Error|corrupt|refuse\w*|throw_damaged)\(")


def untidy(path, text):
    """Sentences on what is wrong with the form of a file."""
    lines = text.split("\n")
    if text and (not text.endswith("\n") or text.endswith("\n\n")):
        yield f"{path}: should end with one newline"
    if len(lines) - 1 > LONGEST_FILE and path.endswith(CPP) and path not in LONG_FILES:
        yield f"{path}: {len(lines) - 1} lines, over {LONGEST_FILE}"
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}: "
        if "\t" in line:
            yield where + "a tab"
        if line != line.rstrip():
            yield where + "space at the end"
        if not path.endswith(".md") and len(line) > LONGEST_LINE:
            yield where + f"{len(line)} columns, over {LONGEST_LINE}"
        if UNDONE.search(line):
            yield where + "work left undone"


def long_functions(path, text):
    for function in functions_of(text):
        if function.lines > LONGEST_FUNCTION:
            yield f"{path}:{function.line}: {function.lines} lines, over {LONGEST_FUNCTION}"


def disabled_tests(path, text):
    for match in DISABLED.finditer(code_of(text)):
        yield f"{path}:{line_of(text, match.start())}: {match.group()} is not run"


def without_guard(path, text):
    if path.endswith(".hpp") and "#pragma once" not in text:
        yield f"{path}: no #pragma once"


def words_kept_from_users(path, text):
    for literal in literals_of(text):
        found = KEPT_FROM_USERS.search(literal.text)
        if found and literal.text not in NAMES_ON_DISK:
            yield f"{path}:{literal.line}: '{found.group()}' in {literal.text}"


def thrown_statements(text):
    """Each `throw Error(…);`, `corrupt(…);` and the like, with blank lines before it, so that lines
    keep their number."""
    code = code_of(text)
    for match in THROWN.finditer(code):
        end = code.find(";", match.start())
        yield "\n" * (line_of(code, match.start()) - 1) + text[match.start() : end + 1]


def words_kept_from_errors(path, text):
    for statement in thrown_statements(text):
        yield from words_kept_from_users(path, statement)


def unregistered(path, registered):
    """`registered` is the text of the CMakeLists.txt from the file's folder up to the root."""
    name = re.escape(path.rsplit("/", 1)[1])
    if path.endswith(".cpp") and not re.search(rf"(?<![\w.-]){name}(?![\w.-])", registered):
        yield f"{path}: no CMakeLists.txt names it"


def is_run(script, registered):
    """By its name, or by the first part of it in a list from which names are made."""
    name = script.rsplit("/", 1)[1]
    first = re.escape(name.removesuffix("_test.py"))
    listed = "_test.py" in registered and re.search(rf"(?<![\w.-]){first}(?![\w.-])", registered)
    return name in registered or bool(listed)


def cmake_above(path):
    texts = []
    folder = (ROOT / path).parent
    while True:
        if (folder / "CMakeLists.txt").is_file():
            lines = (folder / "CMakeLists.txt").read_text().splitlines()
            texts.append("\n".join(line.split("#")[0] for line in lines))
        if folder == ROOT:
            return "\n".join(texts)
        folder = folder.parent


def dead_links(path, text):
    for match in LINK.finditer(re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)):
        target = match[1].split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        if not ((ROOT / path).parent / target).exists():
            yield f"{path}: the link {match[1]} leads nowhere"


class Rule(unittest.TestCase):
    def nothing(self, rule, paths):
        broken = []
        for path in paths:
            broken += rule(path, (ROOT / path).read_text(encoding="utf-8"))
        self.assertEqual([], broken, "\n".join(["", *broken]))

    def caught(self, rule, path, *texts):
        for text in texts:
            self.assertEqual(1, len(list(rule(path, text))), text)

    def passed(self, rule, path, *texts):
        for text in texts:
            self.assertEqual([], list(rule(path, text)), text)


class Form(Rule):
    def test_files_are_tidy(self):
        self.nothing(untidy, written_files())

    def test_exceptions_are_needed(self):
        short = [p for p in LONG_FILES if not (ROOT / p).is_file()
                 or len((ROOT / p).read_text().splitlines()) <= LONGEST_FILE]
        self.assertEqual([], short)

    def test_examples(self):
        self.caught(untidy, "x.cpp", "a", "a\n\n", "\ta\n", "a \n", "a" * 101 + "\n",
                    "a\n" * 401, "// TO" "DO: later\n", "// X" "XX\n", "# FIX" "ME\n")
        self.passed(untidy, "x.cpp", "", "a" * 100 + "\n", "é" * 100 + "\n", "a\n" * 400,
                    "TODOS\n")

    def test_headers_are_guarded(self):
        self.nothing(without_guard, cpp_files())
        self.caught(without_guard, "x.hpp", "int x;\n")
        self.passed(without_guard, "x.cpp", "int x;\n")


class Functions(Rule):
    def test_are_short(self):
        self.nothing(long_functions, cpp_files())

    def test_examples(self):
        body = "    f();\n"
        heads = ["void f() {\n", "int A::f(int x) const noexcept {\n", "TEST(A, B) {\n",
                 "namespace {\nstruct A {\n    int f(std::string s = {}) {\n",
                 "A::A(int x)\n    : x_(x) {\n", "template <typename T>\nauto f(T t) -> int {\n",
                 "#define X(a) \\\n    a\nvoid f()\n{\n", "bool operator()(int) {\n",
                 "class A {\n  public:\n    A() : x_(1) {\n"]
        for head in heads:
            begin = next(i for i, line in enumerate(head.split("\n"))
                         if re.search(r"\b[fA]\(|TEST|template|operator", line)
                         and "define" not in line)
            added = head.count("\n") - begin + 1
            tail = "}\n" * head.count("{\n")
            self.caught(long_functions, "x.cpp", head + body * (71 - added) + tail)
            self.passed(long_functions, "x.cpp", head + body * (70 - added) + tail)

    def test_braces_in_literals_and_comments_do_not_count(self):
        for line in ["f('{');\n", 'f("{{");\n', 'f(R"x({ ")x");\n', "// {\n", "/* { */\n"]:
            text = "void f() {\n" + line + "}\n" + "int a;\n" * 100
            self.assertEqual([3], [f.lines for f in functions_of(text)], line)

    def test_tables_and_namespaces_are_no_functions(self):
        self.passed(long_functions, "x.cpp",
                    "const int a[] = {\n" + "    1,\n" * 100 + "};\n",
                    "constexpr std::array<A, 2> a{{\n" + "    {f(1), 2},\n" * 100 + "}};\n",
                    "namespace a {\n" + "int x;\n" * 100 + "}\n",
                    "enum class A : int {\n" + "    a,\n" * 100 + "};\n")

    def test_all_are_seen(self):
        seen = sum(len(functions_of((ROOT / path).read_text())) for path in rooms_files())
        self.assertGreater(seen, 500)


class Registration(Rule):
    def test_every_source_is_built(self):
        broken = [b for path in cpp_files() for b in unregistered(path, cmake_above(path))]
        self.assertEqual([], broken, "\n".join(["", *broken]))

    def test_every_script_of_tests_is_run(self):
        scripts = [p.relative_to(ROOT).as_posix() for p in (ROOT / "tests").rglob("*_test.py")]
        self.assertIn("tests/house/tidy_test.py", scripts)
        self.assertEqual([], [p for p in scripts if not is_run(p, cmake_above(p))])

    def test_every_folder_of_tests_is_entered(self):
        for path in sorted((ROOT / "tests").rglob("CMakeLists.txt")):
            if path.parent.name == "tests":
                continue
            above = (path.parents[1] / "CMakeLists.txt").read_text()
            self.assertIn(f"add_subdirectory({path.parent.name})", above)

    def test_examples(self):
        for text in ["", "other_x.cpp", "x.cpp.in", "my-x.cpp", "x_cpp"]:
            self.assertEqual(1, len(list(unregistered("a/x.cpp", text))), text)
        for text in ["x.cpp", "SOURCES x.cpp y.cpp", "below/x.cpp\n"]:
            self.assertEqual([], list(unregistered("a/x.cpp", text)), text)
        self.assertTrue(is_run("a/x_test.py", "COMMAND x_test.py"))
        self.assertTrue(is_run("a/x_test.py", "IN ITEMS w x)\n${name}_test.py"))
        self.assertFalse(is_run("a/x_test.py", "IN ITEMS w xy)\n${name}_test.py"))

    def test_no_test_is_disabled(self):
        self.nothing(disabled_tests, [p for p in cpp_files() if p.startswith("tests/")])
        self.caught(disabled_tests, "x.cpp", "TEST(A, DISABLED" "_B) {}\n")


class Words(Rule):
    def test_the_command_uses_words_of_users(self):
        self.nothing(words_kept_from_users, [p for p in rooms_files() if p.startswith("tools/")])

    def test_errors_use_words_of_users(self):
        self.nothing(words_kept_from_errors, rooms_files())

    def test_examples(self):
        self.caught(words_kept_from_users, "tools/x.cpp", 'f("3 shards");\n',
                    'f("a Stub");\n', 'f(R"(the\ngeneration)");\n')
        self.passed(words_kept_from_users, "tools/x.cpp", "int shard; // stub\n",
                    '#include <a/shard.hpp>\n#include "glass.hpp"\n', 'f("glasses");\n')
        self.caught(words_kept_from_errors, "x.cpp",
                    'throw Error(ErrorCode::io_error, "no" +\n  p + " shard; x", p);\n',
                    'throw morgue::Error(c, "the stub");\n', 'corrupt(p, "no generation");\n')
        self.passed(words_kept_from_errors, "x.cpp", 'throw Error(c, "index"); f("stub");\n')


class Links(Rule):
    def test_lead_somewhere(self):
        pages = [p.relative_to(ROOT).as_posix() for p in (*ROOT.glob("*.md"),
                                                          *ROOT.glob("docs/*.md"))]
        self.assertIn("README.md", pages)
        self.nothing(dead_links, pages)

    def test_examples(self):
        self.caught(dead_links, "README.md", "[a](none.md)\n", "![a](docs/none.png)\n",
                    "[a](none.md#part)\n", '[a](none.md "title")\n')
        self.passed(dead_links, "README.md", "[a](tests/house/tidy_test.py)\n", "[a](#part)\n",
                    "[a](https://example.org/none)\n", "`[a](none.md)`\n", "[a](docs/)\n")


class Scanner(unittest.TestCase):
    def test_includes(self):
        text = '#include <a.h>\n// #include <b.h>\n/*\n#include <c.h>\n*/\n #  include "d.h"\n'
        self.assertEqual([(1, "a.h", True), (6, "d.h", False)], includes_of(text))

    def test_literals(self):
        text = "auto a = \"x \\\" y\"; // \"no\"\nchar c = '\"';\nint n = 1'000;\nf(\"z\");\n"
        self.assertEqual([(1, '"x \\" y"'), (4, '"z"')],
                         [(item.line, item.text) for item in literals_of(text)])


if __name__ == "__main__":
    unittest.main()

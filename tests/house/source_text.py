"""What the rules need to know of a C++ file: its code without comments and literals, its string
literals, its functions. A scanner, not a parser: it knows tokens and braces, and no types."""

import dataclasses
import re

TOKEN = re.compile(
    r"""
    (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
  | (?P<string>(?:u8|[uUL])?"(?:[^"\\\n]|\\.)*")
  | (?P<number>\b\d(?:'?[\w.])*)
  | (?P<char>'(?:[^'\\\n]|\\.)+')
  | (?P<line_comment>//(?:[^\n\\]|\\.)*)
  | (?P<comment>/\*.*?\*/)
    """,
    re.VERBOSE | re.DOTALL,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
# A brace after these opens no function. `=` and `,` and `(` before it: an initializer.
NO_FUNCTION = re.compile(
    r"\b(?:namespace|class|struct|union|enum|if|else|for|while|switch|do|try|catch|return)\b"
)
# What may stand between the end of one thing and the name of the next.
PREAMBLE = re.compile(
    r"(?:\s|\#(?:[^\n\\]|\\.)*|(?:public|private|protected)\s*:(?!:))*", re.DOTALL
)


@dataclasses.dataclass
class Literal:
    line: int
    text: str


@dataclasses.dataclass
class Function:
    line: int
    lines: int


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def _blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def code_of(text):
    """The text with comments and literals blanked, every line where it was."""
    return TOKEN.sub(lambda m: m.group() if m.lastgroup == "number" else _blank(m), text)


def includes_of(text):
    """(line, path, whether in angle brackets) of each #include that is no comment."""
    bare = TOKEN.sub(lambda m: _blank(m) if "comment" in m.lastgroup else m.group(), text)
    return [(line_of(bare, m.start()), m[2], m[1] == "<") for m in INCLUDE.finditer(bare)]


def literals_of(text):
    """String literals, without those of #include lines."""
    included = {line for line, _, _ in includes_of(text)}
    for match in TOKEN.finditer(text):
        kind = "raw" if match.group("raw") else match.lastgroup
        line = line_of(text, match.start())
        if kind == "raw" or (kind == "string" and line not in included):
            yield Literal(line, match.group())


def _opens_function(before):
    """`before` is the code between the last ; { or } and an opening brace."""
    if ")" not in before or NO_FUNCTION.search(before):
        return False
    return re.search(r"\)[\w\s:&*<>,\[\].()\-]*$", before) is not None


def functions_of(text):
    """Functions and TEST bodies outside of functions, with their lines from name to last brace.

    Lambdas and blocks inside count to the function around them, as they should. Where a constructor
    gives its members in braces, its lines are counted from the last of these on."""
    code = code_of(text)
    found, depth, start, last = [], 0, None, 0
    for match in re.finditer(r"[{};]", code):
        mark, at = match.group(), match.start()
        if mark == "{":
            begin = PREAMBLE.match(code, last, at).end()
            if start is None and _opens_function(code[begin:at]):
                start, inside = line_of(code, begin), depth
            depth += 1
        elif mark == "}":
            depth -= 1
            if start is not None and depth == inside:
                found.append(Function(start, line_of(code, at) - start + 1))
                start = None
        last = at + 1
    return found

"""Completion as bash, zsh and fish show it, loaded from where `cmake --install` lays it.

Real shells on a pseudo-terminal: a line and the Tab key, then the arguments that the shell makes of
the line. What the program itself answers is asked without a shell.
"""

import os
import pty
import re
import select
import subprocess
import time

from harness import main
from installed import InstalledTest

FILES = {
    "a.txt": "---\ntitle: Storm\ndate: 2019-03-04\nsource: Hallin Post\n---\n\nA storm.\n",
    "b.txt": "---\ntitle: Calm\ndate: 2019-04-01\nsource: Hallin Post\n---\n\nNo storm.\n",
    "c.txt": "---\ntitle: Gale\ndate: 2020\nsource: Northern Wire\n---\n\nA gale.\n",
    "d.txt": "---\ntitle: Ebb\nsource: O'Brien \"News\"\n---\n\nLow water.\n",
    "e.txt": "---\ntitle: Flow\nsource: Reuters\n---\n\nHigh water.\n",
    "2021/06/f.txt": "Flood\n\nWater.\n",
}
POST, WIRE, NEWS = ['source:"hallin post"', 'source:"northern wire"',
                    'source:"o\'brien \\"news\\""']
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()]B|\x1b[=>]"
                     r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class ShellTest(InstalledTest):
    def setUp(self):
        super().setUp()
        self.indexed(FILES)


class Answers(ShellTest):
    """The program's own answer, the same for all shells."""

    def kind_and_texts(self, *words, **options):
        done = self.check(self.morgue("__complete", "fish", "--", *words, **options), 0, err="")
        return (done.lines[0].split("\t")[0], [line.split("\t")[0] for line in done.lines[1:]])

    def texts(self, *words, **options):
        return self.kind_and_texts(*words, **options)[1]

    def test_commands(self):
        commands = re.findall(r"(?m)^  morgue (\w+)",
                              self.morgue("help").out.split("Commands:")[1].split("Options:")[0])
        self.assertEqual(self.texts(""), commands)
        self.assertEqual(self.texts("-d", ".", "sea"), ["search"])
        self.assertEqual(self.texts("cheese"), [])

    def test_options(self):
        for command in ["search", "index", "status"]:
            # Rows of a table: what is said of an option stands two spaces behind it.
            told = re.findall(r"(?m)^  (?:-\w, )?(--[\w-]+)(?:[\[= ]\S+)?(?:  |$)",
                              self.morgue("help", command).out)
            offered = self.texts(command, "--")
            self.assertEqual(sorted(told), sorted(text.rstrip("=") for text in offered))
        self.assertEqual(self.kind_and_texts("search", "--so"), ("open", ["--sort="]))
        self.assertEqual(self.kind_and_texts("search", "--js"), ("done", ["--json"]))
        self.assertIn("-n", self.texts("search", "-n"))
        self.assertNotIn("--sort=", self.texts("search", "--", "--so"))

    def test_values_of_options(self):
        orders = ["relevance", "newest", "oldest", "title"]
        self.assertEqual(self.texts("search", "--sort", ""), orders)
        self.assertEqual(self.texts("search", "storm", "--sort="), ["--sort=" + o for o in orders])
        self.assertEqual(self.texts("search", "--color", "al"), ["always"])
        self.assertEqual(self.texts("search", "-vn", ""), [])
        self.assertIn("--json", self.texts("search", "--explain", "--js"))
        for words in [["-d", ""], ["search", "-C", "x"], ["search", "--index=x"]]:
            self.assertEqual(self.kind_and_texts(*words), ("dirs", []), words)

    def test_operands(self):
        self.assertEqual(self.texts("help", "e"), ["exit-codes"])
        self.assertEqual(self.texts("help", "se"), ["search"])
        self.assertEqual(self.kind_and_texts("index", "x"), ("files", []))
        self.assertEqual(self.kind_and_texts("show", "x"), ("files", []))

    def test_names_of_fields(self):
        kind, names = self.kind_and_texts("search", "")
        self.assertEqual(kind, "open")
        for field in re.findall(r"(?m)^  (\w+):  ", self.morgue("help", "fields").out):
            self.assertIn(field + ":", names)
        self.assertIn("after:", names)
        self.assertEqual(self.texts("search", "is:"), ["is:first", "is:gone"])
        self.assertEqual(self.texts("search", "'storm -is:g"), ["storm -is:gone"])
        self.assertEqual(self.texts("search", "has:ti"), ["has:title"])
        self.assertIn("has:url", self.texts("search", "has:"))
        self.assertNotIn("has:path", self.texts("search", "has:"))
        self.assertEqual(self.texts("search", "s"), ["source:", "section:"])
        self.assertEqual(self.texts("search", "'storm -(s"),
                         ["storm -(source:", "storm -(section:"])
        self.assertEqual(self.texts("search", "'\"storm s"), [])
        self.assertEqual(self.texts("search", "storm"), [])

    def test_values_of_fields(self):
        all_values = self.texts("search", "source:")
        self.assertEqual(all_values[0], POST)  # most articles first
        self.assertEqual(sorted(all_values), [POST, WIRE, NEWS, "source:reuters"])
        self.assertEqual(self.texts("search", "sou"), all_values)
        self.assertEqual(self.texts("search", "source:ha"), [POST])
        self.assertEqual(self.texts("search", "SOURCE:Ha"), ['SOURCE:"Hallin post"'])
        self.assertEqual(self.texts("search", "'source:\"hallin p"), [POST])
        self.assertEqual(self.texts("search", "'storm -source:reu"), ["storm -source:reuters"])
        self.assertEqual(self.texts("count", "source:zebra"), [])
        self.assertEqual(self.texts("count", "cheese:"), [])

    def test_values_are_queries(self):
        for value in self.texts("search", "source:"):
            self.assertGreater(int(self.check(self.morgue("count", value), 0).out), 0)

    def test_dates_and_paths_step_by_step(self):
        self.assertEqual(self.texts("search", "date:"),
                         ["date:2019", "date:2020", "date:2021", "date:none"])
        self.assertEqual(self.texts("search", "date:2019-"), ["date:2019-03", "date:2019-04"])
        self.assertEqual(self.texts("search", "after:2019-03-"), ["after:2019-03-04"])
        self.assertEqual(self.texts("search", "date:no"), ["date:none"])
        self.assertEqual(self.texts("search", "path:2021/"), ["path:2021/06"])

    def test_headlines_wait_for_a_letter(self):
        self.assertEqual(self.texts("search", "title:"), [])
        self.assertEqual(self.texts("search", "title:s"), ["title:storm"])

    def test_the_index_is_the_one_of_the_line(self):
        away = {"here": "/"}
        self.assertEqual(self.texts("-d", str(self.here), "search", "source:ha", **away), [POST])
        self.assertEqual(self.texts("search", "-C", str(self.here), "source:ha", **away), [POST])
        self.assertEqual(self.texts("search", "source:ha", environment={
            "MORGUE_INDEX": str(self.here)}, **away), [POST])

    def test_trouble_is_quiet(self):
        for words in [["-d", "nowhere", "search", "source:"], ["search", "-n", "x", "source:"],
                      ["search", "--cheese", "source:"]]:
            self.assertEqual(self.texts(*words), [])
        (self.here / ".morgue/XAPIANDB").write_text("nonsense")
        self.assertEqual(self.texts("search", "source:"), [])

    def test_not_too_many(self):
        self.indexed({f"{n}.txt": f"---\ntitle: T{n}\nsource: S{n}\n---\n\nText.\n"
                      for n in range(300)}, below="many")
        self.assertEqual(len(self.texts("search", "source:")), 200)

    def test_nothing_that_a_terminal_obeys(self):
        self.indexed({"x\x1b[31m\u202e.txt": "One\n\nText.\n", "good.txt": "Two\n\nText.\n"},
                     below="nasty")
        self.assertEqual(self.texts("search", "path:"), ["path:good.txt"])


class Terminal:
    """A shell on a pseudo-terminal."""

    def __init__(self, arguments, environment, here):
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(here)
            os.execvpe(arguments[0], arguments, environment)
        self.seen = ""

    def type(self, text):
        os.write(self.file, text.encode())

    def wait_for(self, pattern):
        """Reads until the pattern has been written. Fails after a minute."""
        end = time.monotonic() + 60
        while not (found := re.search(pattern, self.seen, re.MULTILINE)):
            ready, _, _ = select.select([self.file], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"never came: {pattern!r} in {self.seen!r}")
            piece = os.read(self.file, 65536).decode(errors="replace")
            self.seen = ESCAPES.sub("", self.seen + piece).replace("\r", "\n")
        return found

    def close(self):
        os.close(self.file)
        os.waitpid(self.process, 0)


class InShell:
    """What all three shells have to do. `shell` starts one."""

    def arguments_after_tab(self, line):
        """What the shell makes of the line once it has been completed."""
        terminal = self.shell()
        # Ctrl-A and Ctrl-E go to the ends of the line. The dots mark the end of the answer.
        terminal.type(line + "\t\x01printf '<%s>\\n' \x05 ...\n")
        terminal.wait_for(r"^<\.\.\.>")
        terminal.close()
        return re.findall(r"(?m)^<(.*)>$", terminal.seen)[1:-1]

    def becomes(self, line, *arguments):
        self.assertEqual(self.arguments_after_tab(line), list(arguments), line)

    def test_commands_options_topics(self):
        self.becomes("morgue sea", "search")
        self.becomes("morgue search --sort=ne", "search", "--sort=newest")
        self.becomes("morgue search --color ne", "search", "--color", "never")
        self.becomes("morgue help exi", "help", "exit-codes")

    def test_files_and_folders(self):
        (self.here / "some folder").mkdir()
        self.becomes("morgue show c.t", "show", "c.txt")
        self.assertIn(self.arguments_after_tab("morgue index some")[-1],
                      ("some folder/", "some folder"))
        self.assertIn(self.arguments_after_tab("morgue search --index=some")[-1],
                      ("--index=some folder/", "--index=some folder"))

    def test_values_in_any_quotes(self):
        self.becomes("morgue search source:ha", "search", POST)
        self.becomes("morgue search 'source:ha", "search", POST)
        self.becomes('morgue search "source:ha', "search", POST)
        self.becomes("morgue search source:reu", "search", "source:reuters")
        self.becomes("morgue search 'storm -source:nor", "search", "storm -" + WIRE)
        self.becomes("morgue search source:o", "search", NEWS)
        self.becomes("morgue search 'source:o", "search", NEWS)
        self.becomes('morgue search "source:o', "search", NEWS)
        self.becomes("morgue search source:'\"north", "search", WIRE)

    def test_several_are_shown(self):
        terminal = self.shell()
        terminal.type("morgue search source:\t\t")
        for value in ["hallin post", "northern wire", "reuters"]:
            terminal.wait_for(re.escape(value))
        terminal.close()


class Bash(InShell, ShellTest):
    def shell(self):
        terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], self.environment(), self.here)
        terminal.type(". /usr/share/bash-completion/bash_completion; PS1=; "
                      "bind 'set show-all-if-ambiguous on' 'set bell-style none'; echo re''ady\n")
        terminal.wait_for("^ready")
        return terminal

    def test_the_reply_of_the_function(self):
        script = f"""
            . {self.share("bash-completion/completions/morgue")}
            COMP_LINE='morgue search source:' COMP_POINT=21
            COMP_WORDS=(morgue search source :) COMP_CWORD=3
            _morgue morgue : source
            printf '%s\\n' "${{COMPREPLY[@]}}"
        """
        done = subprocess.run(["bash", "-c", script], cwd=self.here, env=self.environment(),
                              capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout.splitlines()[0], "'\"hallin post\"'")
        self.assertEqual(done.stderr, "")


class Zsh(InShell, ShellTest):
    def shell(self):
        terminal = Terminal(["zsh", "-f", "-i"], self.environment(), self.here)
        terminal.type(f"fpath=({self.share('zsh/site-functions')} $fpath); PS1=; LISTMAX=1000; "
                      "autoload -Uz compinit; compinit -u -D; bindkey -e; setopt NO_BEEP; "
                      "echo re''ady\n")
        terminal.wait_for("^ready")
        return terminal


class Fish(InShell, ShellTest):
    def shell(self):
        terminal = Terminal(["fish", "-i"], self.environment(TERM="xterm"), self.here)
        terminal.type("function fish_prompt; end; echo re''ady\n")
        terminal.wait_for("^ready")
        return terminal

    def test_candidates_with_their_meaning(self):
        done = subprocess.run(["fish", "-c", "complete -C 'morgue search source:'"],
                              cwd=self.here, env=self.environment(), capture_output=True,
                              text=True, check=True)
        self.assertIn(POST + "\t2 articles", done.stdout.splitlines())
        self.assertIn("source:reuters\t1 article", done.stdout.splitlines())


if __name__ == "__main__":
    main()

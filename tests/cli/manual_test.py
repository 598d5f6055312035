"""The manual: pages for the program, each command and some topics, installed where man looks.

They read as help does, since both are made of the same tables and texts.
"""

import re
import subprocess

from harness import main
from installed import InstalledTest

TOPICS = {"query": ["query", "fields", "dates"], "formats": ["formats"], "output": ["output"]}


class Manual(InstalledTest):
    def pages(self):
        return {path.stem: path for path in self.share("man").glob("man?/*")}

    def commands(self):
        listed = self.morgue("help").out.split("Commands:")[1].split("Options:")[0]
        return re.findall(r"(?m)^  morgue (\w+)", listed)

    def shown(self, path):
        done = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=80", path], check=True,
                              capture_output=True, text=True, env=self.environment())
        return re.sub(".\b", "", done.stdout)

    def words_of_page(self, path):
        """The page's words without its head, foot, name and references."""
        body = self.shown(path).split("\n", 1)[1].rsplit("\nMorgue ", 1)[0]
        body = re.sub(r"(?s)\nSEE ALSO\n.*", "\n", body)
        return re.sub("[-\u2010]\n *", "-", body).lower().replace(":", "").split()

    def words_of_help(self, *arguments):
        return self.check(self.morgue("help", *arguments), 0).out.lower().replace(":", "").split()

    def test_every_command_has_a_page(self):
        wanted = {"morgue", *(f"morgue-{name}" for name in self.commands()),
                  *(f"morgue-{name}" for name in TOPICS)}
        self.assertEqual(set(self.pages()), wanted)
        self.assertEqual({path.parent.name for path in self.pages().values()}, {"man1", "man7"})

    def test_the_documents_that_help_names_are_installed(self):
        named = set(re.findall(r"[A-Z-]+\.md", self.morgue("help", "output").out))
        self.assertEqual(named, {"OUTPUT-SCHEMA.md", "README.md"})
        laid = {path.name for path in self.share("doc").rglob("*.md")}
        self.assertLessEqual(named | {"CHANGELOG.md", "EMBEDDING.md", "QUERY-SYNTAX.md"}, laid)

    def test_no_page_is_faulty(self):
        for path in self.pages().values():
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "all", path], check=False,
                                  capture_output=True, text=True, env=self.environment())
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_the_program_reads_as_its_help(self):
        help_words = self.words_of_help()
        page_words = self.words_of_page(self.pages()["morgue"])
        self.assertEqual(page_words[0], "name")
        self.assertEqual(page_words[1:], help_words)

    def test_commands_read_as_their_help(self):
        for name in self.commands():
            page_words = self.words_of_page(self.pages()[f"morgue-{name}"])
            self.assertEqual(page_words[1:3], [f"morgue-{name}", "-"])
            self.assertEqual(page_words[2:], self.words_of_help(name)[2:], name)

    def test_topics_read_as_their_help(self):
        for page, topics in TOPICS.items():
            page_words = " ".join(self.words_of_page(self.pages()[f"morgue-{page}"]))
            for topic in topics:
                text = self.morgue("help", topic).out.split("\n", 2)[2]
                self.assertIn(" ".join(text.lower().replace(":", "").split()), page_words)

    def test_what_is_typed_can_be_pasted(self):
        shown = self.shown(self.pages()["morgue-search"])
        for line in self.morgue("search", "-h").lines:
            if line.startswith("  morgue "):
                self.assertIn(line.strip(), shown)
        self.assertIn("--sort", shown)

    def test_pages_refer_to_each_other(self):
        shown = self.shown(self.pages()["morgue-query"])
        self.assertIn("morgue(1)", shown)
        self.assertIn("morgue-search(1)", shown)
        self.assertNotIn("__", shown)


if __name__ == "__main__":
    main()

"""morgue check: what is damaged is found, named and never shown."""

import shutil

from harness import ARTICLES, CommandTest, contents, main

LIBRARY_WORDS = ["Xapian", "posting", "docid", "stub", "generation"]


class Check(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.indexed()
        self.index = self.folder / ".morgue"

    def table(self, name):
        return max((self.index / "shards").glob(f"*/{name}"), key=lambda path: path.stat().st_size)

    def turn_a_bit(self, path, at):
        content = bytearray(path.read_bytes())
        content[at] ^= 4
        path.write_bytes(content)

    def test_a_sound_index(self):
        before = contents(self.folder)
        for flags in [[], ["--quick"], ["--full"]]:
            done = self.check(self.morgue("check", *flags), 0, err="")
            self.assertRegex(done.out, r"^sound: 3 articles read, [\d.]+ kB compared\n$")
        self.assertEqual(before, contents(self.folder))

    def test_a_text_that_changed_is_named_and_not_shown(self):
        texts = self.table("docdata.glass")
        self.turn_a_bit(texts, texts.stat().st_size - 40)  # within the first article's
        done = self.check(self.morgue("check"), 3)
        self.assertIn(f"{texts.relative_to(self.folder)} is not as it was written\n", done.out)
        self.assertRegex(done.out, r"article [0-9a-f]{12} \(2019/03/04/storm\.txt\): ")
        self.assertIn("the rest is sound: 2 articles read", done.out)
        self.assertIn("morgue: error: the index is damaged\n  hint: make it anew", done.err)
        for word in LIBRARY_WORDS:
            self.assertNotIn(word, done.out + done.err)
        shown = self.morgue("search", "dawn")
        self.assertEqual(3, shown.code)
        self.assertNotIn("dawn", shown.out)

    def test_every_file_that_is_lost(self):
        for path in [*self.table("docdata.glass").parent.iterdir(), self.index / "XAPIANDB",
                     max(self.index.glob("dead.*"))]:
            kept = self.home / "kept"
            shutil.move(path, kept)
            done = self.morgue("check")
            self.assertEqual(3, done.code, path)
            if path.name != "XAPIANDB":  # without it there is no index
                self.assertIn(f"{path.relative_to(self.folder)} is missing\n", done.out)
                self.check(self.morgue("search", "storm"), 3, out="")
            shutil.move(kept, path)
        self.check(self.morgue("check"), 0)

    def test_the_list_of_files(self):
        files = self.index / "FILES"
        self.turn_a_bit(files, 20)
        done = self.check(self.morgue("check"), 3)
        self.assertIn(".morgue/FILES is not as it was written\n", done.out)
        self.assertIn("hint: morgue index makes its list of files anew", done.err)
        self.check(self.morgue("index"), 0)
        self.check(self.morgue("check"), 0)

    def test_for_programs(self):
        sound, = self.check(self.morgue("check", "--json"), 0).objects
        self.assertGreater(sound.pop("bytes"), 0)
        self.assertGreaterEqual(sound.pop("seconds"), 0)
        self.assertEqual({"v": 1, "type": "check", "index": ".morgue", "damage": 0, "articles": 3,
                          "interrupted": False}, sound)
        self.table("position.glass").write_bytes(b"")
        damage, whole = self.check(self.morgue("check", "--json"), 3).objects
        self.assertEqual(("damage", "rebuild"), (damage["type"], damage["remedy"]))
        self.assertRegex(damage["file"], r"position\.glass$")
        self.assertRegex(damage["what"], r"^has 0 bytes, not the \d+ that were written$")
        self.assertEqual(1, whole["damage"])

    def test_of_several_indexes(self):
        other = self.tree(ARTICLES, "other")
        self.check(self.morgue("index", other), 0)
        self.table("position.glass").unlink()
        done = self.check(self.morgue("-d", other, "-d", self.folder, "check"), 3)
        self.assertRegex(done.out, r"^\S*other/\.morgue:\nsound: 3 articles .*\n\S*\.morgue:\n")
        self.assertIn("position.glass is missing", done.out)

    def test_what_makes_no_sense(self):
        self.check(self.morgue("check", "storm"), 2, out="")
        self.check(self.morgue("check", "--quick", "--full"), 2, out="")
        self.check(self.morgue("-d", self.home / "none", "check"), 3, out="")


if __name__ == "__main__":
    main()

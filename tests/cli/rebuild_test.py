"""morgue index --rebuild: all anew beside the old index, which may be damaged, and then in its
place."""

import re
import shutil

from harness import CommandTest, main

ARTICLES = {f"{n}.txt": f"Storm {n}\n\nThe storm came.\n" for n in range(5)}


class Rebuild(CommandTest):
    def setUp(self):
        super().setUp()
        self.folder = self.tree(ARTICLES)
        self.check(self.morgue("index", self.folder), 0)
        self.index = self.folder / ".morgue"

    def rebuild(self, *flags):
        return self.morgue("index", "--rebuild", *flags, here=self.folder)

    def ids(self):
        hits = self.check(self.morgue("search", "--json", "storm", here=self.folder), 0).objects
        return sorted(hit["id"] for hit in hits)

    def table(self, name):
        """Of the only part."""
        part, = re.findall(r"(?m)^glass (.*)$", (self.index / "XAPIANDB").read_text())
        return self.index / part / name

    def damage(self, path):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)

    def check_is_whole(self, ids):
        self.check(self.morgue("check", "--full", here=self.folder), 0)
        self.assertEqual(ids, self.ids())
        self.check(self.morgue("index", here=self.folder), 0,
                   out=f"nothing new: {len(ids)} unchanged\n")

    def test_of_a_sound_index_gives_the_same(self):
        ids, before = self.ids(), (self.index / "XAPIANDB").read_bytes()
        done = self.check(self.rebuild(), 0, err="")
        self.assertRegex(done.out, r"^indexed 5 articles .*\n$")
        self.assertNotEqual(before, (self.index / "XAPIANDB").read_bytes())
        self.check_is_whole(ids)

    def test_mends_every_file_that_is_damaged(self):
        ids = self.ids()
        for name in ["docdata.glass", "postlist.glass", "iamglass", "MANIFEST"]:
            self.damage(self.table(name))
            self.check(self.morgue("check", here=self.folder), 3)
            self.check(self.rebuild(), 0)
            self.check_is_whole(ids)
        for name in ["XAPIANDB", "FILES", "dead.*"]:
            for path in self.index.glob(name):
                self.damage(path)
            self.check(self.rebuild(), 0)
            self.check_is_whole(ids)

    def test_mends_what_is_lost(self):
        ids = self.ids()
        shutil.rmtree(self.table("docdata.glass").parent)
        self.check(self.rebuild(), 0)
        self.check_is_whole(ids)

    def test_reads_what_changed_meanwhile(self):
        (self.folder / "1.txt").unlink()
        (self.folder / "new.txt").write_text("Gale\n\nA storm.\n")
        done = self.check(self.rebuild(), 0)
        self.assertRegex(done.out, r"^indexed 5 articles ")
        self.check_is_whole(self.ids())

    def test_keeps_what_would_not_be_removed(self):
        ids = self.ids()
        for path in self.folder.glob("*.txt"):
            path.unlink()
        done = self.check(self.rebuild(), 4)
        self.assertRegex(done.out, r"^indexed 5 articles ")
        self.assertIn("not removed: it is empty", done.err)
        self.assertIn("note: 5 articles that no file gives now were taken over as they were "
                      "stored\n", done.err)
        self.assertEqual(ids, self.ids())
        self.check(self.morgue("check", "--full", here=self.folder), 0)
        self.check(self.rebuild("--confirm-removals"), 0)
        self.check(self.morgue("count", "storm", here=self.folder), 1, out="0\n")

    def test_names_what_is_lost(self):
        for path in self.folder.glob("*.txt"):
            path.unlink()
        texts = self.table("docdata.glass")
        texts.write_bytes(bytes(texts.stat().st_size))
        done = self.check(self.rebuild(), 4)
        self.assertRegex(done.err, r"note: 5 articles of the old index cannot be read and are in "
                                   r"no file: [0-9a-f]{12} \(\d\.txt\), ")

    def test_keeps_languages_and_files_named_one_by_one(self):
        articles = {"a.txt": "Sturm\n\nDie Häuser im Sturm.\n", "b.txt": "B\n\nB.\n"}
        other = self.tree(articles, "other")
        self.check(self.morgue("-d", self.index, "index", "--lang", "de", other / "a.txt"), 0)
        before = self.morgue("status", "--json", here=self.folder).objects
        self.check(self.rebuild(), 0)
        self.check(self.morgue("count", "haus", here=self.folder), 0, out="1\n")
        after = self.morgue("status", "--json", here=self.folder).objects
        self.assertEqual([line for line in before if line["type"] == "root"],
                         [line for line in after if line["type"] == "root"])

    def test_takes_no_paths(self):
        for flags in [["."], ["--from0", "-"], ["--dry-run"]]:
            before = (self.index / "XAPIANDB").read_bytes()
            done = self.check(self.morgue("index", "--rebuild", *flags, here=self.folder,
                                          input=b"x\0"), 2, out="")
            self.assertRegex(done.err, "--rebuild and (PATHs|--dry-run) do not go together")
            self.assertEqual(before, (self.index / "XAPIANDB").read_bytes())

    def test_without_an_index(self):
        self.check(self.morgue("-d", self.home / "none", "index", "--rebuild"), 3, out="")


if __name__ == "__main__":
    main()

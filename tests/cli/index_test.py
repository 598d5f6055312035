"""morgue index: what it reports, what it skips, and what it does not remove."""

import os
import shutil
import subprocess

from harness import ARTICLES, PROGRAM, CommandTest, main
from terminal import TerminalTest


class Report(CommandTest):
    def test_first_and_second_run(self):
        folder = self.tree(ARTICLES)
        first = self.check(self.morgue("index", folder), 0, err="")
        self.assertRegex(first.out, r"^indexed 3 articles in \d+\.\d s, "
                                    r"\d+ bytes read\n$")
        self.check(self.morgue("index", folder), 0, out="nothing new: 3 unchanged\n", err="")

    def test_only_what_changed(self):
        folder = self.indexed()
        (folder / "2020/rates.txt").write_text("Rates\n\nThe central bank lowered them again.\n")
        (folder / "2019/03/05/calm.txt").unlink()
        (folder / "new.txt").write_text("New\n\nBrand new.\n")
        done = self.check(self.morgue("index", folder), 0, err="")
        self.assertEqual("1 added, 1 changed, 1 removed, 1 unchanged", done.report)
        self.check(self.morgue("count", "lowered"), 0, out="1\n")
        self.check(self.morgue("count", "raised"), 1, out="0\n")
        self.check(self.morgue("count", "calm"), 1, out="0\n")

    def test_a_rename_gives_both_ids(self):
        folder = self.indexed()
        before = self.morgue("search", "--json", "central").objects[0]["id"]
        (folder / "2020/rates.txt").rename(folder / "2020/bank.txt")
        done = self.check(self.morgue("index", folder), 0, err="")
        after = self.morgue("search", "--json", "central").objects[0]["id"]
        self.assertNotEqual(before, after)
        self.assertEqual([f"renamed 2020/rates.txt to 2020/bank.txt ({before} is now {after})"],
                         done.lines[:-1])
        self.assertEqual("1 renamed, 2 unchanged", done.report)

    def test_no_more_than_ten_renames_are_listed(self):
        folder = self.indexed({f"{number}.txt": f"Title {number}\n\nBody {number}.\n"
                               for number in range(13)})
        (folder / "moved").mkdir()
        for number in range(13):
            (folder / f"{number}.txt").rename(folder / "moved" / f"{number}.txt")
        done = self.check(self.morgue("index", folder), 0)
        self.assertEqual(len([line for line in done.lines if line.startswith("renamed ")]), 10)
        self.assertEqual([done.lines[-2], done.report], ["and 3 more", "13 renamed"])

    def test_what_is_skipped_is_counted_by_kind(self):
        folder = self.tree({**ARTICLES, "a.pdf": b"%PDF-1.4", "b.PDF": b"%PDF-1.4",
                            "c.jpg": b"\xff\xd8\xff", "empty.txt": ""})
        os.mkfifo(folder / "pipe.txt")
        done = self.check(self.morgue("index", folder), 0, err="")
        self.assertEqual(["skipped: .pdf 2 (no reader), .jpg 1 (no reader), empty 1, "
                          "not a file 1"], done.lines[:-1])
        self.assertEqual("indexed 3 articles (5 skipped)", done.report)
        self.check(self.morgue("index", folder), 0, out="nothing new: 3 unchanged, 5 skipped\n")
        (folder / "new.pdf").write_bytes(b"%PDF-1.4")
        done = self.check(self.morgue("index", folder), 0)
        self.assertIn(".pdf 3 (no reader)", done.lines[0])
        self.assertEqual("3 unchanged, 6 skipped", done.report)

    def test_a_large_file_is_skipped(self):
        folder = self.tree({"big.txt": "Big\n\n" + "word " * 1000, "small.txt": "Small\n\nword\n"})
        done = self.check(self.morgue("index", folder, "--max-file-size", "1KB"), 0)
        self.assertEqual(["skipped: too large 1"], done.lines[:-1])
        self.assertEqual("indexed 1 article (1 skipped, 1 undated)", done.report)

    def test_a_size_that_is_none(self):
        for size in ["1.5MB", "abc", "-1"]:
            done = self.check(self.morgue("index", "--max-file-size", size, self.home), 2, out="")
            self.assertIn("--max-file-size takes a size such as 500kB or 64MB", done.err)
            self.assertIn(f"'{size}'", done.err)

    def test_what_a_run_may_use_changes_nothing_in_the_index(self):
        folder = self.tree(ARTICLES)
        self.check(self.morgue("index", folder), 0)
        for flags in [["-j1"], ["-j", "7"], ["--memory=1MB"], ["--engine=api"],
                      ["--commit-every=1"], ["--commit-every=1s"], ["--commit-every", "2h"]]:
            index = self.home / "_".join(flags).replace("/", "")
            done = self.check(self.morgue("-d", index, "index", *flags, folder), 0, err="")
            self.assertEqual("indexed 3 articles", done.report, flags)
            self.check(self.morgue("-d", index, "count", "storm"), 0,
                       out=self.morgue("-C", folder, "count", "storm").out)

    def test_when_to_commit(self):
        for value in ["often", "5d", "-1s", "10 min", "9999999999s"]:
            done = self.check(self.morgue("index", f"--commit-every={value}", self.home), 2, out="")
            self.assertIn("--commit-every takes a size such as 500MB or a time such as 10min",
                          done.err)

    def test_nothing_to_read(self):
        self.check(self.morgue("index", self.tree({})), 0, out="no articles found\n")

    def test_a_skipped_file_may_be_a_failure(self):
        folder = self.tree({**ARTICLES, "a.pdf": b"%PDF-1.4"})
        self.check(self.morgue("index", "--fail-on-skip", folder), 5)
        self.check(self.morgue("index", "--fail-on-skip", folder), 5)
        (folder / "a.pdf").unlink()
        self.check(self.morgue("index", "--fail-on-skip", folder), 0)

    def test_what_breaks_its_standard_is_read_and_named(self):
        folder = self.tree({"a.json": '{"uri":"a:1","headline":"Storm","version":1}'})
        done = self.check(self.morgue("index", "--fail-on-skip", folder), 0, err="")
        self.assertEqual(["read, but off standard: 1 file (morgue status --skipped tells how)"],
                         done.lines[:-1])
        self.assertEqual("indexed 1 article (1 off standard, 1 undated)", done.report)
        self.check(self.morgue("index"), 0, out="nothing new: 1 unchanged, 1 off standard\n")
        self.check(self.morgue("status", "--skipped"), 0, out="archive/a.json: off standard "
                   "(ninjs: 'version' is a number, not text)\n")
        self.assertRegex(self.morgue("status").out,
                         r"(?m)^off standard +1 file, read \(--skipped lists them\)$")
        [status] = self.morgue("status", "--json").objects
        self.assertEqual((0, [], 1), (status["skipped"], status["skipped_by_reason"],
                                      status["off_standard"]))

    def test_an_empty_path(self):
        self.check(self.morgue("index", ""), 2, out="",
                   err="morgue: error: a PATH is empty\n"
                       "  hint: perhaps a variable of the shell is not set\n")
        self.check(self.morgue("index", self.tree(ARTICLES), ""), 2, out="")

    def test_a_path_that_is_not_there(self):
        done = self.check(self.morgue("index", self.home / "nowhere"), 2, out="")
        self.assertIn("nowhere", done.err)
        self.assertFalse((self.home / "nowhere").exists())

    def test_language_of_what_states_none(self):
        folder = self.tree({"a.txt": "Häuser\n\nDie Häuser standen am Hafen.\n"})
        self.check(self.morgue("index", "--lang=de", folder), 0)
        self.here = folder
        self.check(self.morgue("count", "lang:de haus"), 0, out="1\n")
        self.assertIn("--lang=de", self.morgue("status").out)


class OnATerminal(TerminalTest):
    def test_the_report_fits(self):
        folder = self.tree({**ARTICLES, ".hidden.txt": "x", "a.pdf": "x", "b.png": "x",
                            "c.tiff": "x", "empty.txt": "", "nul.txt": b"a\x00b"})
        for arguments in [["--dry-run"], []]:
            said = self.screen("index", *arguments, folder, columns=40)
            self.assertLessEqual(max(map(len, said.splitlines())), 40, said)
            self.assertIn(".pdf 1 (no reader), .png 1", " ".join(said.split()))
        said = self.screen("index", "--plain", "--dry-run", folder, columns=40)
        self.assertRegex(said, r"(?m)^skipped: .{40,}$")


class Removals(CommandTest):
    def many(self):
        return self.indexed({f"{number}.txt": f"Title {number}\n\nBody of {number}.\n"
                             for number in range(60)})

    def test_an_emptied_root_empties_nothing(self):
        folder = self.many()
        for file in folder.glob("*.txt"):
            file.unlink()
        done = self.check(self.morgue("index", folder), 4)
        self.assertIn("60 articles of . not removed", done.err)
        self.assertIn("morgue index --confirm-removals", done.err)
        self.check(self.morgue("count", "*"), 0, out="60\n")
        done = self.check(self.morgue("index", "--confirm-removals", folder), 0)
        self.assertEqual("60 removed", done.report)
        self.check(self.morgue("count", "*"), 1, out="0\n")

    def test_a_missing_root_empties_nothing(self):
        folder = self.many()
        index = self.home / "index"
        self.check(self.morgue("-d", index, "index", folder), 0)
        shutil.move(folder, self.home / "elsewhere")
        self.here = self.home
        done = self.morgue("-d", index, "index", folder)
        self.assertIn(done.code, (2, 4), done)
        self.check(self.morgue("-d", index, "count", "*"), 0, out="60\n")

    def test_a_few_go_without_asking(self):
        folder = self.many()
        for number in range(10):
            (folder / f"{number}.txt").unlink()
        done = self.check(self.morgue("index", folder), 0)
        self.assertEqual("10 removed, 50 unchanged", done.report)

    def test_only_below_the_path_given(self):
        folder = self.indexed()
        (folder / "2020/rates.txt").unlink()
        (folder / "2019/03/05/calm.txt").unlink()
        done = self.check(self.morgue("index", folder / "2019"), 0)
        self.assertEqual(done.report, "1 removed, 1 unchanged")
        self.check(self.morgue("count", "central"), 0, out="1\n")


class Writers(CommandTest):
    def test_a_second_writer_is_refused_by_name(self):
        folder = self.tree({f"{number}.txt": f"Title {number}\n\n{'Body. ' * 2000}\n"
                            for number in range(3000)})
        first = subprocess.Popen([PROGRAM, "index", folder], stdout=subprocess.DEVNULL,
                                 env=self.environment())
        try:
            refused = self.refusal_while_running(first, folder)
        finally:
            first.wait()
        self.assertIsNotNone(refused, "the first run ended before a second one could be refused")
        self.assertEqual([refused.code, refused.out], [3, ""])
        self.assertIn(str(first.pid), refused.err)
        self.assertIn(os.uname().nodename, refused.err)

    def refusal_while_running(self, first, folder):
        while first.poll() is None:
            if (folder / ".morgue" / "LOCK").exists():
                second = self.morgue("index", folder)
                if second.code != 0:
                    return second
        return None


if __name__ == "__main__":
    main()

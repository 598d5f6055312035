"""morgue search --vimgrep: every place opens in an editor where the words stand."""

import os
import re
import shutil
import subprocess
import unittest

from harness import CommandTest, main

LINE = re.compile(rb"^(.*?):(\d+):(\d+):(.*)$")


class VimgrepTest(CommandTest):
    def places(self, *arguments):
        """(file, line, column, text) of every line, in bytes."""
        done = self.check(self.morgue("search", "--vimgrep", *arguments), 0)
        rows = []
        for line in os.fsencode(done.out).split(b"\n")[:-1]:
            file, row, column, text = LINE.match(line).groups()
            rows.append((file, int(row), int(column), text))
        return rows

    def check_places(self, word, *arguments):
        """At every place that is not the file's beginning the file has the word."""
        places = self.places(*arguments)
        for file, row, column, text in places:
            line = (self.here / os.fsdecode(file)).read_bytes().split(b"\n")[row - 1]
            if (row, column) == (1, 1):
                continue
            self.assertEqual(text, line.rstrip(b"\r"))
            self.assertTrue(line[column - 1:].lower().startswith(word.lower()), (line, column))
        return places


class Places(VimgrepTest):
    def test_lines_and_columns_are_those_of_the_file(self):
        self.indexed({"a.txt": "Sea\n\nBy Jane Doe\n\nOne walrus, two Walruses.\nNone.\n\n"
                               "  The walrus.\n"})
        places = self.check_places(b"walrus", "walrus")
        self.assertEqual([place[1:3] for place in places], [(5, 5), (5, 17), (8, 7)])

    def test_columns_are_bytes(self):
        self.indexed({"a.txt": "Meer\n\nDas Getöse — 海象 und Walross.\nÄrger: Walross\n"})
        self.assertEqual([place[1:3] for place in self.check_places(b"walross", "walross")],
                         [(3, 28), (4, 9)])
        self.assertEqual([place[1:3] for place in self.check_places("海象".encode(), "海象")],
                         [(3, 17)])

    def test_windows_line_ends(self):
        self.indexed({"a.txt": "Sea\r\n\r\nNothing here.\r\nA walrus.\r\n"})
        (place,) = self.check_places(b"walrus", "walrus")
        self.assertEqual(place, (b"a.txt", 4, 3, b"A walrus."))

    def test_below_front_matter_and_headlines(self):
        self.indexed({"a.md": "---\ntitle: Sea\ndate: 2020-01-01\n---\n\nNo.\n\nA walrus.\n",
                      "b.md": "# Sea\n\nA walrus.\n"})
        self.assertEqual({place[:3] for place in self.check_places(b"walrus", "walrus")},
                         {(b"a.md", 8, 3), (b"b.md", 3, 3)})

    def test_a_phrase_is_one_place_where_it_begins(self):
        self.indexed({"a.txt": "Sea\n\nThere are interest\nrates here.\n"})
        self.assertEqual(self.places('"interest rates"'),
                         [(b"a.txt", 3, 11, b"There are interest")])

    def test_far_into_a_long_article(self):
        filler = "Nothing here, and more of it.\n" * 20000
        self.indexed({"a.txt": "Sea\n\n" + filler + "A walrus.\n" + filler + "Another walrus.\n"})
        self.assertEqual([place[1:3] for place in self.check_places(b"walrus", "walrus")],
                         [(20003, 3), (40004, 9)])

    def test_what_is_not_the_files_own_text_opens_at_its_beginning(self):
        self.indexed({"a.html": "<html><title>Sea</title><body><p>No.</p><p>A walrus.</p></body>",
                      "b.txt": "Meer\n\nDas Getöse der Walrus.\n".encode("latin-1")})
        self.assertEqual({place for place in self.places("walrus")},
                         {(b"a.html", 1, 1, b"A walrus."),
                          (b"b.txt", 1, 1, "Das Getöse der Walrus.".encode())})

    def test_headlines_and_metadata(self):
        self.indexed({"a.txt": "The walrus\n\nNothing.\n",
                      "b.md": "---\ntitle: Sea\nsource: Walrus Times\n---\n\nNo.\n"})
        self.assertEqual(self.places("title:walrus"), [(b"a.txt", 1, 1, b"The walrus")])
        self.assertEqual(self.places('source:"walrus times"'), [(b"b.md", 1, 1, b"Sea")])

    def test_articles_in_the_order_of_their_rank(self):
        self.indexed({f"{number}.txt": f"Sea {number}\n\n{'A walrus. ' * number}\n"
                      for number in range(1, 6)})
        files = [place[0] for place in self.places("walrus")]
        ranked = self.morgue("search", "-l", "walrus").lines
        self.assertEqual(list(dict.fromkeys(map(os.fsdecode, files))), ranked)
        self.assertEqual(len(files), 15)
        self.assertEqual(len(self.places("walrus", "-n", 1)), int(ranked[0][0]))


class Names(VimgrepTest):
    def test_odd_names(self):
        self.indexed({b"caf\xe9 au lait.txt": "Sea\n\nA walrus.\n",
                      "line\nbreak.txt": "Sea\n\nA walrus.\n"})
        done = self.check(self.morgue("search", "--vimgrep", "walrus"), 0)
        self.assertEqual(set(os.fsencode(done.out).splitlines()),
                         {b"caf\xe9 au lait.txt:3:3:A walrus.",
                          rb'"line\nbreak.txt":3:3:A walrus.'})
        self.assertIn("1 path in double quotes", done.err)


@unittest.skipUnless(shutil.which("vim"), "vim is not installed")
class Vim(VimgrepTest):
    def test_it_jumps_there(self):
        self.indexed({"with space.txt": "Sea\n\nNo.\nOne Getöse, a walrus.\n"})
        done = subprocess.run(
            ["bash", "-c", '"$MORGUE_PROGRAM" search --vimgrep walrus > /dev/shm/$$ || '
             'exit; vim -es -u NONE -c "cfile /dev/shm/$$" -c "cc 1" '
             '-c "call writefile([expand(\'%\'), line(\'.\'), col(\'.\')], \'/dev/stdout\')" '
             '-c "qa!"; rm /dev/shm/$$'],
            cwd=self.here, capture_output=True, check=False,
            env=self.environment(MORGUE_PROGRAM=os.environ["MORGUE_PROGRAM"]))
        self.assertEqual(done.stdout.decode().split("\n")[:3], ["with space.txt", "4", "16"])


if __name__ == "__main__":
    main()

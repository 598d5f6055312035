"""morgue search and morgue count."""

import base64
import os
import subprocess

from harness import ARTICLES, PROGRAM, CommandTest, main

MANY = {f"2021/{number:03}.txt": f"Headline {number}\n\nThe same storm again.\n"
        for number in range(45)}


class Text(CommandTest):
    def test_a_result_for_people(self):
        self.indexed()
        done = self.check(self.morgue("search", '"storm corps"'), 0)
        self.assertEqual(done.lines[0], " 1  Storm closes the harbour")
        self.assertRegex(done.lines[1], r"^    2019-03-04 · [0-9a-f]{12}$")
        self.assertEqual(done.lines[2], "    2019/03/04/storm.txt")
        self.assertIn("The [storm corps] went out at dawn.", done.out)
        self.assertEqual(done.err, "1 of 1 article with \"storm corps\"\n")

    def test_words_are_found_in_any_form_and_order(self):
        self.indexed()
        done = self.check(self.morgue("search", "Corps", "storms"), 0)
        self.assertEqual(done.err, "2 of 2 articles with Corps AND storms\n")

    def test_headline_is_lit(self):
        self.indexed()
        done = self.check(self.morgue("search", "title:calm"), 0)
        self.assertEqual(done.lines[0], " 1  A [calm] day")

    def test_source_date_and_section(self):
        self.indexed()
        done = self.check(self.morgue("search", "central"), 0)
        self.assertRegex(done.lines[1], r"^    Hallin Post · 2020-06-18 · Business · [0-9a-f]{12}$")

    def test_footer_names_the_next_page(self):
        self.indexed(MANY)
        self.assertEqual(self.morgue("search", "storm").err,
                         "20 of 45 articles with storm · next: --offset 20\n")
        second = self.morgue("search", "storm", "--offset", "20")
        self.assertEqual(second.err, "20 of 45 articles with storm · next: --offset 40\n")
        self.assertEqual(second.lines[0][:2], "21")
        self.assertEqual(self.morgue("search", "storm", "--offset=40").err,
                         "5 of 45 articles with storm\n")

    def test_limit_in_every_spelling(self):
        self.indexed(MANY)
        for limit in [["-n", "3"], ["-n3"], ["--limit=3"], ["--limit", "3"]]:
            self.assertEqual(self.morgue("search", *limit, "storm").err,
                             "3 of 45 articles with storm · next: --offset 3\n")

    def test_path_opens_from_where_one_stands(self):
        folder = self.indexed()
        near = self.morgue("search", "central", here=folder / "2020")
        self.assertEqual(near.lines[2], "    rates.txt")
        beside = self.morgue("search", "central", here=folder / "2019" / "03")
        self.assertEqual(beside.lines[2], "    ../../2020/rates.txt")
        far = self.morgue("-d", folder, "search", "central", here="/")
        self.assertTrue(os.path.exists(os.path.join("/", far.lines[2].strip())), far)

    def test_sorting(self):
        self.indexed()
        for order, first in [("newest", "Central bank raises rates"), ("title", "A calm day"),
                             ("oldest", "Storm closes the harbour")]:
            done = self.morgue("search", "--sort", order, "*")
            self.assertEqual(done.lines[0], " 1  " + first)

    def test_number_of_passages(self):
        body = "".join(f"Sentence {number} has a lighthouse in it. {'Filler words go on. ' * 60}\n"
                       for number in range(4))
        self.indexed({"long.txt": "Long\n\n" + body})
        for wanted in [0, 1, 3]:
            done = self.check(self.morgue("search", "--snippets", wanted, "lighthouse"), 0)
            self.assertEqual(done.out.count("[lighthouse]"), wanted, done.out)

    def test_a_match_far_into_an_article_is_shown(self):
        self.indexed({"far.txt": "Far\n\n" + "Nothing here. " * 15000 + "The needle is here.\n"})
        self.assertIn("[needle]", self.check(self.morgue("search", "needle"), 0).out)


class NoHits(CommandTest):
    def test_nothing_found(self):
        self.indexed()
        self.check(self.morgue("search", "zebra"), 1, out="",
                   err="nothing found\nno article has zebra\n")
        self.check(self.morgue("search", "--json", "zebra"), 1, out="")
        self.check(self.morgue("search", "--format=paths", "zebra"), 1, out="")

    def test_a_phrase_is_not_its_words(self):
        self.indexed()
        self.check(self.morgue("search", '"corps storm"'), 1, out="")


class Json(CommandTest):
    def test_a_hit(self):
        self.indexed()
        (hit,) = self.check(self.morgue("search", "--json", '"storm corps"'), 0, err="").objects
        self.assertEqual([hit["v"], hit["type"], hit["rank"]], [1, "hit", 1])
        self.assertRegex(hit["id"], r"^[0-9a-f]{12}$")
        self.assertEqual(hit["title"], "Storm closes the harbour")
        self.assertEqual([hit["date"], hit["date_src"]], ["2019-03-04", "path"])
        self.assertEqual(hit["byline"], ["Jane Doe"])
        self.assertEqual([hit["path"], hit["file"]], ["2019/03/04/storm.txt"] * 2)
        self.assertGreater(hit["score"], 0)
        self.assertNotIn("section", hit)
        self.assertNotIn("file_bytes", hit)

    def test_passages_agree_with_themselves_and_with_the_file(self):
        folder = self.indexed()
        (hit,) = self.morgue("search", "--json", '"storm corps"').objects
        for snippet in hit["snippets"]:
            text = snippet["text"].encode()
            self.assertEqual([text[begin:end] for begin, end in snippet["hl"]], [b"storm corps"])
            self.assertEqual("".join(run["text"] for run in snippet["runs"]), snippet["text"])
            self.assertEqual([run["text"] for run in snippet["runs"] if run.get("hit")],
                             ["storm corps"])
            begin, end = snippet["byte_src"]
            self.assertEqual((folder / hit["file"]).read_bytes()[begin:end], text)

    def test_all_hits_are_streamed_in_order(self):
        self.indexed(MANY)
        hits = self.check(self.morgue("search", "--json", "storm"), 0, err="").objects
        self.assertEqual([hit["rank"] for hit in hits], list(range(1, 46)))
        self.assertEqual(len({hit["id"] for hit in hits}), 45)
        page = self.morgue("search", "--json", "storm", "-n", "5", "--offset", "10").objects
        self.assertEqual([hit["id"] for hit in page], [hit["id"] for hit in hits[10:15]])

    def test_json_and_format_json_are_one(self):
        self.indexed()
        self.assertEqual(self.morgue("search", "--json", "storm").out,
                         self.morgue("search", "--format=json", "storm").out)

    def test_a_name_that_is_not_utf8(self):
        self.indexed({b"caf\xe9.txt": "Coffee\n\nStrong coffee.\n"})
        (hit,) = self.morgue("search", "--json", "strong").objects
        self.assertEqual(base64.b64decode(hit["file_bytes"]), b"caf\xe9.txt")
        self.assertEqual(hit["file"], "caf\ufffd.txt")


class Paths(CommandTest):
    def test_one_path_a_line(self):
        self.indexed()
        done = self.check(self.morgue("search", "--format=paths", "storm"), 0, err="")
        self.assertEqual(sorted(done.lines), ["2019/03/04/storm.txt", "2019/03/05/calm.txt"])

    def test_bytes_are_given_as_they_are(self):
        self.indexed({b"caf\xe9.txt": "Coffee\n\nStrong coffee.\n"})
        done = self.check(self.morgue("search", "--format=paths", "strong"), 0)
        self.assertEqual(os.fsencode(done.out), b"caf\xe9.txt\n")


class QueryText(CommandTest):
    def test_arguments_are_joined_by_spaces(self):
        self.indexed()
        self.assertEqual(self.morgue("search", "--json", '"storm', 'corps"').out,
                         self.morgue("search", "--json", '"storm corps"').out)

    def test_what_the_shell_let_through_is_a_query(self):
        self.indexed()
        self.check(self.morgue("search", '-"storm corps" harbour'), 0,
                   err='1 of 1 article with -"storm corps" AND harbour\n')
        self.check(self.morgue("search", "--", "harbour", "-dawn"), 0,
                   err="1 of 1 article with harbour AND -dawn\n")

    def test_names_of_commands_are_words_too(self):
        self.indexed({"a.txt": "Index\n\nHelp with the status of an index.\n"})
        self.check(self.morgue("search", "index", "help", "status"), 0,
                   err="1 of 1 article with index AND help AND status\n")
        self.check(self.morgue("count", "[help,with]"), 0, out="1\n")

    def test_an_error_points_at_the_place(self):
        self.indexed()
        done = self.check(self.morgue("search", 'strike "walk out'), 2, out="")
        lines = done.err.splitlines()
        self.assertRegex(lines[0], r"^morgue: error\[unclosed-quote\] col 8: \S")
        self.assertEqual(lines[1:3], ['  strike "walk out', "         ^" + lines[2][10:]])
        self.assertRegex(lines[2], r"^ {9}\^~*$")
        self.assertRegex(lines[3], r"^  help: \S")

    def test_the_caret_stands_right_below_wide_and_combining_characters(self):
        self.indexed()
        for before, column, indent in [("東京 ", 4, 5), ("cafe\u0301 ", 7, 5), ("대통령 ", 5, 7)]:
            done = self.check(self.morgue("search", before + '"x'), 2, out="")
            lines = done.err.splitlines()
            self.assertIn(f" col {column}: ", lines[0])
            self.assertEqual(lines[2].index("^"), 2 + indent)

    def test_a_query_is_read_before_the_index_is_opened(self):
        self.check(self.morgue("search", '"open'), 2, out="")


class Strict(CommandTest):
    def test_what_takes_a_note_is_an_error(self):
        self.indexed()
        self.assertIn("note: ", self.check(self.morgue("count", "storm or calm"), 1).err)
        done = self.check(self.morgue("count", "--strict", "storm or calm"), 2, out="")
        self.assertIn("'or' is searched as a word", done.err)
        self.assertIn("leave out --strict", done.err)
        for question in ["storm OR calm AND harbour", "foo:bar", "brib!"]:
            self.check(self.morgue("search", "--strict", question), 2, out="")

    def test_what_takes_none_is_read_as_ever(self):
        self.indexed()
        for question in ["storm", '"storm corps"', "storm OR (calm AND harbour)"]:
            self.assertEqual(self.morgue("search", "-l", question),
                             self.morgue("search", "-l", "--strict", question))


class Count(CommandTest):
    def test_count(self):
        self.indexed(MANY)
        self.check(self.morgue("count", "storm"), 0, out="45\n", err="")
        self.check(self.morgue("count", "zebra"), 1, out="0\n", err="no article has zebra\n")

    def test_count_as_json(self):
        self.indexed()
        self.check(self.morgue("count", "--json", "storm"), 0, err="",
                   out='{"v":1,"type":"count","total":2,'
                       '"first_date":"2019-03-04","last_date":"2019-03-05"}\n')

    def test_count_rejects_what_search_rejects(self):
        self.indexed()
        self.assertEqual(self.check(self.morgue("count", 'a "b'), 2, out="").err,
                         self.morgue("search", 'a "b').err)


class Dates(CommandTest):
    def test_undated_articles_are_noted(self):
        self.indexed({**ARTICLES, "note.txt": "A note\n\nAbout the storm, without a date.\n"})
        done = self.check(self.morgue("search", "storm date:2019"), 0)
        self.assertRegex(done.err, r"(?m)^note: .*\b1\b.*undated|^note: .*undated.*")
        self.assertIn("2 of 2 articles", done.err)


class Output(CommandTest):
    def test_a_full_disk_is_reported(self):
        self.indexed()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "search", "storm"], cwd=self.here, stdout=full,
                                  stderr=subprocess.PIPE, env=self.environment(), check=False)
        self.assertEqual(done.returncode, 4)
        self.assertEqual(done.stderr.decode(),
                         "morgue: error: cannot write the output: No space left on device\n")

    def test_a_reader_that_leaves_ends_it_quietly(self):
        self.indexed(MANY)
        line = f"'{PROGRAM}' search --json storm | head -n 1"
        done = subprocess.run(["bash", "-c", line], cwd=self.here, capture_output=True,
                              env=self.environment(), check=False)
        self.assertEqual([done.returncode, done.stderr, done.stdout.count(b"\n")], [0, b"", 1])


if __name__ == "__main__":
    main()

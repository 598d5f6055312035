"""What is said when nothing is found, and that each command given works as it stands."""

import json
import re
import subprocess

from harness import PROGRAM, CommandTest, main
from terminal import TerminalTest

NAMES = {
    "2019/01/01/a.txt": "Zelenskyy in Kyiv\n\nThe storm corps went out at dawn to the harbour.\n",
    "2019/01/02/b.txt": "Zelenskyy speaks\n\nA storm closed the harbour.\n",
    "2019/02/03/c.txt": "Zelenskiy at home\n\nThe newspaper said: corps rested.\n",
    "note.txt": "A note\n\nRussia sent a note to the bank.\n",
    "post.txt": "---\ntitle: Post\nsource: New York Times\ndate: 2020-02-03\n---\n\nThe post.\n",
}


class NothingFound(CommandTest):
    def explained(self, *arguments, command="search"):
        """What follows the first line of stderr, which people and programs have alike."""
        done = self.check(self.morgue(command, *arguments), 1)
        return [line for line in done.err.splitlines()
                if not line.startswith(("note: ", "nothing found"))]

    def assert_commands_work(self, lines):
        """Each finds as many as is said, typed as it stands."""
        commands = [re.fullmatch(r"  ([\d,]+) articles?(?: with| without)?(.*?): (morgue .*)", line)
                    for line in lines if line.startswith("  ")]
        for match in commands:
            self.assertTrue(match, lines)
            line = match[3].replace("morgue", f"'{PROGRAM}'", 1).replace(" search ", " count ", 1)
            done = subprocess.run(["sh", "-c", line], cwd=self.here, capture_output=True,
                                  env=self.environment(), check=False)
            self.assertEqual(done.stdout.decode().strip(), match[1].replace(",", ""), match[0])
        return len(commands)


class Words(NothingFound):
    def test_a_word_in_no_article(self):
        self.indexed(NAMES)
        self.check(self.morgue("search", "okapi"), 1, out="",
                   err="nothing found\nno article has okapi\n")
        self.check(self.morgue("count", "okapi"), 1, out="0\n", err="no article has okapi\n")

    def test_spellings_of_the_index(self):
        self.indexed(NAMES)
        lines = self.explained("zelensky harbour")
        self.assertEqual(lines, [
            "no article has zelensky; the index has zelenskyy (2) and zelenskiy (1)",
            "  2 articles: morgue search 'zelenskyy harbour'",
            "2 articles have harbour",
            "  2 articles without zelensky: morgue search harbour"])
        self.assertEqual(self.assert_commands_work(lines), 2)

    def test_several_misspelt_words(self):
        self.indexed(NAMES)
        lines = self.explained("zelensky strom")
        self.assertEqual(lines, [
            "no article has zelensky; the index has zelenskyy (2) and zelenskiy (1)",
            "no article has strom; the index has storm (2)",
            "  2 articles with these spellings: morgue search 'zelenskyy storm'"])
        self.assert_commands_work(lines)

    def test_nothing_is_put_in_the_place_of_what_was_asked(self):
        self.indexed(NAMES)
        self.check(self.morgue("search", "--json", "zelensky"), 1, out="")
        self.check(self.morgue("count", "zelensky"), 1, out="0\n")

    def test_each_occurs_but_not_together(self):
        self.indexed(NAMES)
        lines = self.explained("storm", "russia")
        self.assertEqual(lines, [
            "2 articles have storm and 1 has russia",
            "  2 articles without russia: morgue search storm",
            "  1 article without storm: morgue search russia"])
        self.assert_commands_work(lines)

    def test_no_single_word_is_to_blame(self):
        self.indexed(NAMES)
        lines = self.explained("storm harbour kyiv russia newspaper")
        self.assertEqual(lines[-1],
                         "  1 article without russia and newspaper: "
                         "morgue search 'storm harbour kyiv'")
        self.assert_commands_work(lines)

    def test_what_is_left_out(self):
        self.indexed(NAMES)
        lines = self.explained("kyiv -storm")
        self.assertEqual(lines, ["1 article has kyiv", "  1 article without -storm: "
                                                       "morgue search kyiv"])
        lines = self.explained("-(storm OR corps OR note OR post)")
        self.assertEqual(lines, ["every article has (storm OR corps OR note OR post)"])

    def test_words_written_as_two_or_as_one(self):
        self.indexed(NAMES)
        self.assertIn("  1 article: morgue search newspaper", self.explained("news paper"))
        lines = self.explained("stormcorps")
        self.assertEqual(lines, ["no article has stormcorps; the index has storm corps (1)",
                                 "  1 article: morgue search '\"storm corps\"'"])
        self.assert_commands_work(lines)


class Phrases(NothingFound):
    def test_the_longest_runs(self):
        self.indexed(NAMES)
        lines = self.explained('"the storm corps went home at dawn"')
        self.assertIn('its longest runs that occur: "the storm corps went" (1) and "at dawn" (1)',
                      lines)
        self.assertIn("  1 article: morgue search '\"the storm corps went\"'", lines)
        self.assert_commands_work(lines)

    def test_words_apart(self):
        self.indexed(NAMES)
        lines = self.explained('"corps storm"')
        self.assertEqual(lines, ['no article has "corps storm"', "  1 article with these words "
                                 "apart: morgue search 'corps storm'"])
        self.assert_commands_work(lines)

    def test_words_of_it_that_are_nowhere(self):
        self.indexed(NAMES)
        lines = self.explained('"storm zelensky okapi"')
        self.assertEqual(lines[0], 'no article has "storm zelensky okapi", none has zelensky or '
                                   "okapi; the index has zelenskyy (2) and zelenskiy (1)")
        self.assertEqual(self.explained("title:(okapi)")[0], "no article has title:okapi")
        done = self.check(self.morgue("search", "--json", '"storm okapi"'), 1, out="")
        self.assertEqual(json.loads(done.err)["note"]["parts"][0]["unknown"], ["okapi"])

    def test_a_quote_that_was_altered(self):
        self.indexed({"a.txt": "A\n\n" + " ".join(f"w{n}" for n in range(60)) + "\n"})
        words = [f"w{n}" for n in range(60)]
        words[40] = "altered"
        lines = self.explained("-F", " ".join(words))
        self.assertTrue(any('"w0 w1 ' in line and "(1)" in line for line in lines), lines)
        self.assertTrue(all(len(line) < 800 for line in lines))

    def test_characters_without_spaces(self):
        self.indexed({"a.txt": "見出し\n\n東京都知事が会見した。\n"})
        lines = self.explained("東京都知事室")
        self.assertEqual(lines[1:], ['its longest runs that occur: "東京都知事" (1)',
                                     "  1 article: morgue search '\"東京都知事\"'"])
        self.assert_commands_work(lines)


class Filters(NothingFound):
    def test_a_date_removed_the_hits(self):
        self.indexed(NAMES)
        lines = self.explained("harbour date:2020")
        self.assertEqual(lines, [
            "2 articles have harbour and 1 has date:2020",
            "  2 articles without date:2020: morgue search harbour",
            "  1 article without harbour: morgue search date:2020"])
        self.assert_commands_work(lines)

    def test_a_date_outside_of_what_is_held(self):
        self.indexed(NAMES)
        lines = self.explained("before:1990", "harbour")
        self.assertEqual(lines, [
            "no article has date:..1989-12-31; the articles go from 2019-01-01 to 2020-02-03",
            "2 articles have harbour",
            "  2 articles without date:..1989-12-31: morgue search harbour"])
        self.indexed({"note.txt": NAMES["note.txt"]}, below="undated")
        self.assertEqual(self.explained("date:2019")[0],
                         "no article has date:2019; none states a date")

    def test_articles_without_a_date(self):
        self.indexed(NAMES)
        lines = self.explained("russia date:2020")
        self.assertIn("  1 article without date:2020, 1 of them undated: morgue search russia",
                      lines)
        self.assert_commands_work(lines)

    def test_a_value_that_is_nowhere(self):
        self.indexed(NAMES)
        lines = self.explained("post source:nyt")
        self.assertEqual(lines, [
            "no article has source:nyt; the index has New York Times (1)",
            "  1 article: morgue search 'post source:\"New York Times\"'",
            "1 article has post",
            "  1 article without source:nyt: morgue search post"])
        self.assert_commands_work(lines)

    def test_a_word_of_a_field_that_is_elsewhere(self):
        self.indexed(NAMES)
        lines = self.explained("title:harbour")
        self.assertEqual(lines, ["no article has title:harbour",
                                 "  2 articles with harbour: morgue search harbour"])
        self.assert_commands_work(lines)


class Commands(NothingFound):
    def test_name_the_index_as_it_was_named(self):
        folder = self.indexed(NAMES, below="my archive")
        self.here = self.home
        done = self.check(self.morgue("-d", folder, "count", "harbour", "russia"), 1, out="0\n")
        self.assertIn(f"morgue -d '{folder}' count harbour\n", done.err)
        self.assert_commands_work(done.err.splitlines())

    def test_are_quoted_for_the_shell(self):
        self.indexed({"a.txt": "A\n\nThe captain's $HOME `id` !! corps.\n"})
        for query in ["\"captain's $home\" zebra", "\"captain's zebra\" corps", "`id` okapi",
                      "-corps captain", "\\-corps okapi"]:
            lines = self.explained("--", query)
            self.assertGreater(self.assert_commands_work(lines), 0, query)

    def test_nothing_is_said_when_something_is_found(self):
        self.indexed(NAMES)
        self.check(self.morgue("search", "zelenskyy"), 0, err="2 of 2 articles with zelenskyy\n")
        self.check(self.morgue("count", "zelenskyy"), 0, out="2\n", err="")

    def test_a_long_query_makes_few_lines(self):
        self.indexed(NAMES)
        lines = self.explained(" ".join(f"unknown{n}" for n in range(200)))
        self.assertLess(len(lines), 8)
        self.assertIn("nor do any have 197 further parts of the query", lines)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.indexed(NAMES)
        done = self.morgue("search", "ok\x1b[31mapi")
        self.assertNotIn("\x1b", done.err)

    def test_an_index_without_articles(self):
        folder = self.indexed({"a.txt": "A\n\nText.\n", "b.txt": "B\n\nMore.\n"})
        (folder / "a.txt").unlink()
        (folder / "b.txt").unlink()
        (folder / "empty.txt").write_text("")
        self.check(self.morgue("index", "--confirm-removals", folder), 0)
        self.check(self.morgue("count", "text"), 1, out="0\n",
                   err="the index holds no article yet\n")


class OnATerminal(TerminalTest):
    def test_sentences_fit_and_commands_stay_whole(self):
        self.indexed(NAMES)
        said = self.screen("search", "storm okapi harbour", columns=40, TERM="dumb").splitlines()
        self.assertIn("  2 articles without okapi:", said)
        self.assertIn("    morgue search 'storm harbour'", said)
        self.assertLessEqual(max(map(len, said)), 40)
        said = self.screen("search", "storm okapi harbour", columns=80, TERM="dumb").splitlines()
        self.assertIn("  2 articles without okapi: morgue search 'storm harbour'", said)


class Programs(NothingFound):
    def test_paths_leave_stdout_empty(self):
        self.indexed(NAMES)
        self.check(self.morgue("search", "--format=paths", "okapi"), 1, out="",
                   err="no article has okapi\n")

    def test_a_note_in_json(self):
        self.indexed(NAMES)
        for command in ["search", "count"]:
            done = self.check(self.morgue(command, "--json", "zelensky harbour date:2019"), 1)
            (note,) = [json.loads(line)["note"] for line in done.err.splitlines()
                       if "nothing-found" in line]
            self.assertEqual([note["code"], note["held"]], ["nothing-found", 5])
            self.assertTrue(note["message"].startswith("no article has zelensky; "))
            self.assertEqual([note["first_date"], note["last_date"]], ["2019-01-01", "2020-02-03"])
            word, other, date = note["parts"]
            self.assertEqual(word, {
                "text": "zelensky", "filter": False, "articles": 0, "without_it": 2,
                "byte": [0, 8], "others": "harbour date:2019",
                "spellings": [
                    {"text": "zelenskyy", "articles": 2,
                     "instead": {"query": "zelenskyy harbour date:2019", "articles": 2}},
                    {"text": "zelenskiy", "articles": 1,
                     "instead": {"query": "zelenskiy harbour date:2019", "articles": 0}}]})
            self.assertEqual([other["articles"], date["filter"]], [2, True])
            self.assertEqual(note["together"], [1, 2])
            self.assertEqual(note["instead"], {"query": "harbour date:2019", "articles": 2})


if __name__ == "__main__":
    main()

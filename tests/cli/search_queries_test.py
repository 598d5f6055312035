"""search --queries: the hits of each query of a list, one process."""

import csv
import io
import json

from harness import main
from queries_test import NAMES, Lists
from terminal import TerminalTest

LIST = 'q1\t"jane doe"\nzebra\nx\tjohn roe\n'
BAD = 'q1\tstorm\nq2\t"open\nbank\n'


class SearchLists(Lists):
    def setUp(self):
        super().setUp()
        self.indexed(NAMES)

    def search(self, text, *flags, code=0):
        done = self.morgue("search", "--queries", "-", *flags, input=text.encode())
        return self.check(done, code)


class Search(SearchLists):
    def test_hits_come_in_the_order_of_the_list_with_its_ids(self):
        hits = self.search(LIST, "--json").objects
        self.assertEqual([(hit["qid"], hit["rank"]) for hit in hits],
                         [("q1", 1), ("x", 1), ("x", 2)])
        self.assertEqual({hit["type"] for hit in hits}, {"hit"})

    def test_hits_are_those_of_single_queries(self):
        for form in ["ids", "paths", "vimgrep"]:
            single = [self.morgue("search", "--format=" + form, query).out
                      for query in ['"jane doe"', "zebra", "john roe"]]
            self.assertEqual(self.search(LIST, "--format=" + form).out, "".join(single), form)
        hits = self.search(LIST, "--json").objects
        for hit in hits:
            hit.pop("qid")
        self.assertEqual(hits, [hit for query in ['"jane doe"', "john roe"]
                                for hit in self.morgue("search", "--json", query).objects])

    def test_meta_ends_each_query(self):
        rows = self.search(LIST, "--json", "--meta").objects
        self.assertEqual([(row["type"], row["qid"]) for row in rows],
                         [("hit", "q1"), ("summary", "q1"), ("summary", "2"),
                          ("hit", "x"), ("hit", "x"), ("summary", "x")])
        self.assertEqual([row["total"] for row in rows if row["type"] == "summary"], [1, 0, 2])

    def test_ids_are_the_topics_of_trec(self):
        rows = [line.split() for line in self.search(LIST, "--format=trec").lines]
        self.assertEqual([(row[0], row[3]) for row in rows], [("q1", "1"), ("x", "1"), ("x", "2")])

    def test_an_id_that_is_no_topic_is_a_bad_line(self):
        done = self.search("a b\tstorm\nc\tbank\n", "--format=trec", code=4)
        self.assertEqual([line.split()[0] for line in done.lines], ["c"])
        self.assertIn("error[bad-id]", done.err)
        self.assertIn("line 1 of the list: the id 'a b' is empty or has a space in it", done.err)
        self.assertNotIn("bad-id", self.search("a b\tstorm\n", "--json").err)

    def test_csv_has_one_header(self):
        rows = list(csv.DictReader(io.StringIO(self.search(LIST, "--format=csv").out)))
        self.assertEqual([(row["qid"], row["rank"]) for row in rows],
                         [("q1", "1"), ("x", "1"), ("x", "2")])

    def test_each_query_has_its_page(self):
        rows = self.search("storm\njohn roe\n", "--json", "-n", 1, "--offset", 1).objects
        self.assertEqual([(row["qid"], row["rank"]) for row in rows], [("1", 2), ("2", 2)])

    def test_counting_is_that_of_count(self):
        for flags in [[], ["--json"]]:
            counted = self.morgue("count", "--queries", "-", *flags, input=LIST.encode())
            self.assertEqual(self.search(LIST, "-c", *flags).out, counted.out)

    def test_exit_status(self):
        self.search("zebra\nstorm\n", code=0)
        self.search("zebra\nokapi\n", code=1)
        self.search("zebra\n\"\n", code=4)

    def test_quiet_is_refused(self):
        done = self.check(self.morgue("search", "--queries", "-", "-q"), 2, out="")
        self.assertIn("-q says of one query", done.err)

    def test_for_people_each_has_a_heading_and_a_footer(self):
        lines = self.search(LIST, "--snippets=0").lines
        for heading, footer in [('q1: "jane doe"', '1 of 1 article with "jane doe"'),
                                ("2: zebra", "nothing found"),
                                ("x: john roe", "2 of 2 articles with john AND roe")]:
            self.assertIn(heading, lines)
            self.assertIn(footer, lines[lines.index(heading):])
        self.assertEqual(self.search(LIST, "--snippets=0").err, "")

    def test_for_the_ear(self):
        lines = self.search(LIST, "--plain").lines
        self.assertIn("Query 2: zebra", lines)
        self.assertIn("Headline: Jane Doe speaks", lines)


class BadLines(SearchLists):
    def test_are_reported_by_number_and_the_rest_runs(self):
        for form in ["text", "json", "csv", "ids", "paths", "trec", "vimgrep"]:
            done = self.search(BAD, "--format=" + form, code=4)
            error = done.err
            if form == "json":
                error = json.loads(error.splitlines()[0])["error"]["message"]
            self.assertIn("line 2 of the list: this quote is never closed", error)
            self.assertTrue(done.out)

    def test_in_their_row(self):
        rows = self.search(BAD, "--json", code=4).objects
        self.assertEqual([row["qid"] for row in rows], ["q1", "q1", "q2", "3"])
        self.assertEqual([rows[2]["type"], rows[2]["line"], rows[2]["query"]],
                         ["error", 2, '"open'])
        self.assertEqual(rows[2]["error"]["code"], "unclosed-quote")
        rows = list(csv.DictReader(io.StringIO(self.search(BAD, "--format=csv", code=4).out)))
        self.assertEqual([(row["qid"], row["error"]) for row in rows],
                         [("q1", ""), ("q1", ""), ("q2", "this quote is never closed"), ("3", "")])
        self.assertEqual(rows[2]["id"], "")
        lines = self.search(BAD, code=4).lines
        self.assertEqual(lines[lines.index('q2: "open') + 1:][:2],
                         ["", "error: this quote is never closed"])

    def test_a_bad_line_first(self):
        rows = list(csv.DictReader(io.StringIO(self.search('"\nbank\n', "--format=csv",
                                                           code=4).out)))
        self.assertEqual([row["qid"] for row in rows], ["1", "2"])


class OnTerminal(TerminalTest):
    def test_all_of_it_fits(self):
        self.indexed(NAMES)
        (self.home / "list.txt").write_text(LIST + BAD)
        for columns in [40, 80]:
            shown = self.screen("search", "--queries", self.home / "list.txt", "--hyperlink-format",
                                "none", "--color=never", columns=columns)
            self.assertLessEqual(max(map(len, shown.splitlines())), columns, shown)
            self.assertIn("2 of 2 articles with john AND roe", shown.replace("\n", " "))


if __name__ == "__main__":
    main()

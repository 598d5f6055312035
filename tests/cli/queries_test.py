"""Lists of queries: count --queries and search --queries."""

import subprocess

from harness import PROGRAM, CommandTest, main

NAMES = {
    "2019/03/04/a.txt": "Jane Doe speaks\n\nThe storm corps met Jane Doe.\n",
    "2019/05/06/b.txt": "Harbour\n\nMiss Doe, Jane, was there. A storm.\n",
    "2021/01/02/c.txt": "Rates\n\nJohn Roe on the bank.\n",
    "note.txt": "Undated\n\nJohn Roe wrote a note.\n",
}


class Lists(CommandTest):
    def count(self, text, *flags, code=0):
        path = self.home / "list.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.check(self.morgue("count", "--queries", path, *flags), code)

    def rows(self, text, *flags, code=0):
        return [line.split("\t") for line in self.count(text, *flags, code=code).lines]


class Count(Lists):
    def test_a_row_for_each_line_in_order(self):
        self.indexed(NAMES)
        done = self.count('"jane doe"\njohn roe\nstorm\n')
        self.assertEqual([line.split("\t") for line in done.lines], [
            ["1", "1", "2019-03-04", "2019-03-04", '"jane doe"'],
            ["2", "2", "2021-01-02", "2021-01-02", "john roe"],
            ["3", "2", "2019-03-04", "2019-05-06", "storm"]])
        self.assertEqual(done.err, "")

    def test_ids_stand_before_a_tab(self):
        self.indexed(NAMES)
        self.assertEqual(self.rows("q7\tstorm\nzebra\n\tbank\nx y\tnote\n"), [
            ["q7", "2", "2019-03-04", "2019-05-06", "storm"],
            ["2", "0", "", "", "zebra"],
            ["3", "1", "2021-01-02", "2021-01-02", "bank"],
            ["x y", "1", "", "", "note"]])

    def test_only_the_first_tab_parts_the_line(self):
        self.indexed(NAMES)
        self.assertEqual(self.rows("a\tjane\tdoe\n"),
                         [["a", "2", "2019-03-04", "2019-05-06", "jane doe"]])

    def test_each_line_as_one_phrase(self):
        self.indexed(NAMES)
        rows = self.rows('jane doe\nb\tjohn roe on\nx"y OR\n', "-F")
        self.assertEqual([row[1] for row in rows], ["1", "1", "0"])

    def test_json(self):
        self.indexed(NAMES)
        rows = self.count("a\tstorm\nzebra\n", "--json").objects
        self.assertEqual(rows, [
            {"v": 1, "type": "count", "qid": "a", "query": "storm", "total": 2,
             "first_date": "2019-03-04", "last_date": "2019-05-06"},
            {"v": 1, "type": "count", "qid": "2", "query": "zebra", "total": 0}])

    def test_exit_status(self):
        self.indexed(NAMES)
        self.rows("zebra\nstorm\n", code=0)
        done = self.count("zebra\nokapi\n", code=1)
        self.assertEqual(done.err, "")

    def test_counts_are_those_of_single_queries(self):
        self.indexed(NAMES)
        queries = ["storm", "jane OR john", "-storm", "date:2019", "title:harbour", "*", "jo*"]
        rows = self.rows("\n".join(queries))
        self.assertEqual([row[1] for row in rows],
                         [self.morgue("count", "--", query).out.strip() for query in queries])


class Reading(Lists):
    def test_standard_input(self):
        self.indexed(NAMES)
        done = self.check(self.morgue("count", "--queries", "-", input=b"storm\nbank"), 0, err="")
        self.assertEqual([line.split("\t")[1] for line in done.lines], ["2", "1"])

    def test_rows_come_as_lines_come(self):
        self.indexed(NAMES)
        with subprocess.Popen([PROGRAM, "count", "--queries", "-"], cwd=self.here,
                              env=self.environment(), stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as count:
            for query in [b"storm", b"bank"]:
                count.stdin.write(query + b"\n")
                count.stdin.flush()
                self.assertTrue(count.stdout.readline().endswith(query + b"\n"))
            count.stdin.close()
            self.assertEqual(count.wait(), 0)

    def test_ends_of_lines_and_a_byte_order_mark(self):
        self.indexed(NAMES)
        expected = self.rows("a\tstorm\nbank\n")
        for text in ["a\tstorm\r\nbank\r\n", "\ufeffa\tstorm\nbank\n", "a\tstorm\rbank\r",
                     "a\tstorm\nbank"]:
            self.assertEqual(self.rows(text), expected, text)

    def test_empty_lines_are_counted_and_keep_the_numbers(self):
        self.indexed(NAMES)
        done = self.count("\nstorm\n  \r\n\nbank\n")
        self.assertEqual([line.split("\t")[0] for line in done.lines], ["2", "5"])
        self.assertEqual(done.err, "note: 3 empty lines of the list passed over\n")

    def test_a_hash_sign_is_text(self):
        self.indexed({"a.txt": "A\n\nAbout #MeToo and Doe.\n"})
        done = self.count("#metoo\n# doe\n")
        self.assertEqual([line.split("\t")[1] for line in done.lines], ["1", "1"])
        self.assertEqual(done.err, "note: line 2: '#' has no letters or digits and is left out\n")

    def test_notes_are_said_once_with_their_line(self):
        self.indexed(NAMES)
        done = self.count("storm date:2019\nbank date:2021\nx\nnote date:2019\n")
        said = "1 undated article was not searched by date:; date:none finds it"
        self.assertEqual(done.err.splitlines(),
                         [f"note: line 1: {said}", f"note: and so for 2 more lines: {said}"])

    def test_how_far_it_has_come_is_shown_on_a_terminal_alone(self):
        self.indexed(NAMES)
        slow = (f"(echo storm; sleep 1.5; echo bank) | "
                f"'{PROGRAM}' count --queries - >{self.home}/out")
        on_terminal = subprocess.run(["script", "-qec", slow, "/dev/null"], cwd=self.here,
                                     env=self.environment(TERM="xterm"), capture_output=True,
                                     stdin=subprocess.DEVNULL, check=False)
        self.assertIn(b"asking: 2 lines", on_terminal.stdout)
        elsewhere = subprocess.run(["sh", "-c", slow], cwd=self.here, env=self.environment(),
                                   capture_output=True, check=False)
        self.assertEqual(elsewhere.stderr, b"")
        self.assertEqual((self.home / "out").read_text().count("\n"), 2)

    def test_an_id_given_twice_is_noted(self):
        self.indexed(NAMES)
        done = self.count("a\tstorm\na\tbank\na\tnote\n")
        self.assertEqual(done.err, "note: line 2: the id a stands more than once in the list\n")

    def test_what_cannot_be_read(self):
        self.indexed(NAMES)
        done = self.check(self.morgue("count", "--queries", "none.txt"), 2, out="")
        self.assertIn("the list none.txt cannot be read: No such file", done.err)
        done = self.check(self.morgue("count", "--queries", "."), 2, out="")
        self.assertIn("the list . cannot be read: Is a directory", done.err)
        done = self.count("storm\n".encode("utf-16"), code=2)
        self.assertIn("it is in UTF-16", done.err)
        for empty in ["", "\n \n"]:
            self.assertIn("there is no query in the list", self.count(empty, code=2).err)

    def test_a_query_beside_the_list(self):
        self.indexed(NAMES)
        (self.home / "list.txt").write_text("storm\n")
        done = self.check(self.morgue("count", "--queries", self.home / "list.txt", "bank"), 2,
                          out="")
        self.assertIn("a query stands beside --queries", done.err)


class BadLines(Lists):
    LIST = 'storm\nq\t"open\nbank\n\xff\nz\t\nto*\n'

    def test_are_reported_and_the_rest_runs(self):
        self.indexed(NAMES)
        done = self.count(b'storm\nq\t"open\nbank\nb\xffd\nz\t\n', code=4)
        self.assertEqual([line.split("\t")[:2] for line in done.lines],
                         [["1", "2"], ["q", "error"], ["3", "1"], ["4", "error"], ["z", "error"]])
        self.assertIn("morgue: error[unclosed-quote] col 1: line 2 of the list: "
                      "this quote is never closed\n", done.err)
        self.assertIn("error[bad-encoding]", done.err)
        self.assertIn("line 4 of the list", done.err)
        self.assertIn("line 5 of the list: there is nothing to search for", done.err)
        self.assertIn("3 of 5 queries could not be asked", done.err)

    def test_in_json(self):
        self.indexed(NAMES)
        rows = self.count('q\t"open\nstorm\n', "--json", code=4).objects
        self.assertEqual([row["type"] for row in rows], ["error", "count"])
        self.assertEqual([rows[0]["qid"], rows[0]["line"], rows[0]["query"]], ["q", 1, '"open'])
        self.assertEqual([rows[0]["error"]["code"], rows[0]["error"]["byte"]],
                         ["unclosed-quote", [0, 1]])

    def test_what_the_index_refuses(self):
        words = " ".join(f"w{number}" for number in range(1100))
        self.indexed({"a.txt": f"A\n\n{words} storm\n"})
        done = self.count("w*\nstorm\n", code=4)
        self.assertEqual([line.split("\t")[1] for line in done.lines], ["error", "1"])
        self.assertIn("error[wildcard-too-broad]", done.err)

    def test_a_line_of_any_length(self):
        self.indexed(NAMES)
        done = self.count("x" * 1000000 + "\nstorm\n", code=4)
        self.assertEqual([line.split("\t")[1] for line in done.lines], ["error", "2"])
        self.assertIn("error[query-too-long]", done.err)

    def test_control_characters_do_not_reach_a_terminal(self):
        self.indexed(NAMES)
        done = self.count('a\x1b[31m\t"op\x1b[31men\n', code=4)
        self.assertNotIn("\x1b", done.err)


if __name__ == "__main__":
    main()

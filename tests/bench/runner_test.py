"""The benchmark's runner: figures, tables, and a run with a peer that only copies."""

import pathlib
import re
import shutil
import sys
import tempfile
import types
import unittest

BENCH = pathlib.Path(__file__).resolve().parents[2] / "tools" / "bench"
sys.path.insert(0, str(BENCH / "runner"))

import bench  # noqa: E402
import building  # noqa: E402
import figures  # noqa: E402
import measure  # noqa: E402
import peers  # noqa: E402


def runs(*walls):
    return [measure.Measurement(wall, 2 * wall, 3, 4) for wall in walls]


class Figures(unittest.TestCase):
    def test_medians_do_not_mind_one_bad_run(self):
        self.assertEqual(2, figures.median_of(runs(1, 2, 90), "wall"))
        self.assertEqual(4, figures.median_of(runs(1, 2, 90), "cpu"))

    def test_ratios_are_of_runs_side_by_side(self):
        # The machine was ten times as slow in the second run: the ratio is not.
        self.assertEqual(2, figures.ratio(runs(2, 20, 2), runs(1, 10, 1), "wall"))

    def test_percentiles_are_values_that_occurred(self):
        values = list(range(1, 101))
        self.assertEqual([50, 95, 99], [figures.percentile(values, p) for p in (.5, .95, .99)])
        self.assertEqual(7, figures.percentile([7], 0.99))
        self.assertEqual(1, figures.percentile([3, 1, 2], 0.01))

    def test_figures_are_short(self):
        self.assertEqual(["0.123 s", "1.50 s", "150 s"],
                         [figures.seconds(s) for s in (0.1234, 1.5, 150.4)])
        self.assertEqual(["1.5 MB", "1500 MB"], [figures.megabytes(b) for b in (1.5e6, 1.5e9)])
        self.assertEqual(["1.25", "20.1"], [figures.times(x) for x in (1.254, 20.12)])

    def test_tables_are_markdown(self):
        self.assertEqual("| a | b |\n|---|---:|\n| x | 1 |",
                         figures.markdown(["a", "b"], [["x", 1]]))


class Measure(unittest.TestCase):
    def test_tells_what_a_program_took(self):
        taken = measure.measure([sys.executable, "-c", "sum(range(10**6)); bytearray(50_000_000)"])
        self.assertGreater(taken.wall, 0)
        self.assertGreater(taken.cpu, 0)
        self.assertGreater(taken.peak, 50_000_000)

    def test_a_failure_is_quoted(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(measure.Failed, "ended with 3: no disk"):
                measure.measure(["sh", "-c", "echo no disk; exit 3"], log=f"{folder}/log")


class Copying(peers.Peer):
    name = "copying"
    program = "cp"
    updates = True

    def build(self, corpus, index):
        return ["cp", "-rT", corpus.folder, index]


class Absent(Copying):
    name = "absent"
    program = "no-such-program"


class Scenarios(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="morgue-bench-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.articles = self.home / "articles"
        self.articles.mkdir()
        for number in range(200):
            (self.articles / f"{number:03}.txt").write_text(f"Title {number}\n\nA body.\n")
        self.bench = bench.Bench(types.SimpleNamespace(
            dir=self.articles, work=self.home / "work", runs=2, peers=[Copying, Absent],
            articles=200, mean_bytes=100), self.home)

    def content(self):
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns)
                for path in self.articles.iterdir()}

    def test_build_measures_each_peer_and_names_who_is_missing(self):
        title, table, rows = building.build(self.bench)
        self.assertIn("200 articles", title)
        self.assertEqual(2, len(rows["copying"].runs))
        self.assertEqual(self.bench.corpus().bytes, rows["copying"].runs[0].disk)
        self.assertRegex(table, r"\| copying \|.* 1\.00 \|")
        self.assertIn("| absent | no-such-program is not there |", table)

    def test_noop_stands_beside_find(self):
        building.SETTLED = 0
        _, table, rows = building.noop(self.bench)
        self.assertEqual(["find", "copying", "absent"], list(rows))
        self.assertRegex(table, r"\| find \|.* 1\.00 \| 1\.00 \|")

    def test_changed_edits_one_of_a_hundred_and_takes_it_back(self):
        building.SETTLED = 0
        before = self.content()
        title, table, _ = building.changed(self.bench)
        self.assertTrue(title.startswith("2 of 200 articles"), title)
        self.assertTrue(re.search(r"\| copying \|.* % \|", table), table)
        self.assertEqual(before, self.content())
        edited = [path.name for path in self.bench.index_path(Copying(self.bench)).iterdir()
                  if path.read_bytes() != before[path.name][0]]
        self.assertEqual(["000.txt", "100.txt"], sorted(edited))


if __name__ == "__main__":
    unittest.main()

"""What judges rankings: by hand, in small cases, as trec_eval computes it."""

import math
import pathlib
import sys
import tempfile
import unittest

BENCH = pathlib.Path(__file__).resolve().parents[2] / "tools" / "bench"
sys.path.insert(0, str(BENCH / "trec"))

import collection  # noqa: E402
import measures  # noqa: E402


class Measures(unittest.TestCase):
    def test_average_precision_counts_what_was_not_found(self):
        # Precision is 1 at rank 1 and 2/3 at rank 3; the third is never found.
        self.assertAlmostEqual((1 + 2 / 3) / 3,
                               measures.average_precision(list("axb"), {"a", "b", "c"}))
        self.assertEqual(0, measures.average_precision([], {"a"}))

    def test_ndcg_compares_with_the_best_order(self):
        gained = 1 / math.log2(3) + 1 / math.log2(4)
        ideal = 1 + 1 / math.log2(3)
        self.assertAlmostEqual(gained / ideal, measures.ndcg(list("xab"), {"a", "b"}, 10))
        self.assertEqual(1, measures.ndcg(list("ab"), {"a", "b"}, 10))
        self.assertAlmostEqual(1 / ideal, measures.ndcg(list("axb"), set("abcd"), 2))

    def test_precision_is_of_the_depth_though_less_was_found(self):
        self.assertEqual(0.2, measures.precision(list("ab"), {"a", "b"}, 10))
        self.assertEqual(0.5, measures.recall(list("xa"), {"a", "b"}, 100))

    def test_an_interval_holds_the_mean_and_is_repeatable(self):
        ours, theirs = [0.5, 0.7, 0.9, 0.4] * 10, [0.4, 0.7, 0.6, 0.5] * 10
        low, high = measures.interval(ours, theirs)
        self.assertLess(low, 0.075)
        self.assertGreater(high, 0.075)
        self.assertEqual((low, high), measures.interval(ours, theirs))
        low, high = measures.interval([0.75] * 5, [0.5] * 5)
        self.assertEqual((0.25, 0.25), (low, high))


class Collection(unittest.TestCase):
    def test_reads_and_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "docs.jsonl").write_text('{"id": "1", "title": "A\\nb", "body": "c"}\n')
            (place / "queries.tsv").write_text("q1\twhat is b?\nq2\tunjudged\nq3\tnothing\n")
            (place / "qrels.txt").write_text("q1 0 1 2\nq1 0 2 0\nq3 0 1 0\n")
            read = collection.read(place)
            self.assertEqual({"q1": {"1"}}, read.relevant)
            texts, listed = collection.write(read, place / "work")
            self.assertEqual("A b\n\nc\n", (texts / "1.txt").read_text())
            self.assertEqual(3, len(listed.read_text().splitlines()))

    def test_a_run_is_in_order_of_its_scores(self):
        run = collection.read_run(["q Q0 a 1 0.5 x", "q Q0 b 2 0.9 x", "p Q0 c 1 1 x"])
        self.assertEqual({"q": ["b", "a"], "p": ["c"]}, run)


if __name__ == "__main__":
    unittest.main()

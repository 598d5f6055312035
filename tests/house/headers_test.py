"""Every public header compiles alone, with nothing but the compiler and the public headers."""

import os
import subprocess
import tempfile
import unittest

from tree import ROOT

INCLUDE = ROOT / "include"


def compile_alone(header, *folders):
    """The compiler's complaints about a file that includes this header twice and nothing else."""
    command = [os.environ.get("CXX", "c++"), "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra",
               "-Wpedantic", "-Werror", "-x", "c++"]
    command += [f"-I{folder}" for folder in folders]
    text = f"#include <{header}>\n#include <{header}>\nint main() {{ return 0; }}\n"
    done = subprocess.run([*command, "-"], input=text, capture_output=True, text=True, check=False)
    return done.stderr or (f"exit {done.returncode}" if done.returncode else "")


class PublicHeaders(unittest.TestCase):
    def test_each_compiles_alone(self):
        generated = os.environ["MORGUE_GENERATED_INCLUDE"]
        headers = [f"morgue/{path.name}" for path in sorted((INCLUDE / "morgue").glob("*.hpp"))]
        self.assertIn("morgue/morgue.hpp", headers)
        for header in [*headers, "morgue/version.hpp"]:
            with self.subTest(header):
                self.assertEqual("", compile_alone(header, INCLUDE, generated))

    def test_morgue_hpp_includes_them_all(self):
        whole = (INCLUDE / "morgue/morgue.hpp").read_text()
        for path in (INCLUDE / "morgue").glob("*.hpp"):
            if path.name not in ("morgue.hpp", "export.hpp"):
                self.assertIn(f"#include <morgue/{path.name}>", whole)

    def test_a_header_that_leans_on_others_is_caught(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in [("leans.hpp", "#pragma once\ninline std::string s;\n"),
                               ("open.hpp", "struct Twice {};\n")]:
                with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
                    out.write(text)
                self.assertNotEqual("", compile_alone(name, folder))


if __name__ == "__main__":
    unittest.main()

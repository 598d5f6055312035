"""Installs Morgue into a fresh prefix and uses it from there as other projects would."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["MORGUE_BUILD"])
CMAKE = os.environ["CMAKE"]
CXX = os.environ["CXX"]
GUIDE = (SOURCE / "docs" / "EMBEDDING.md").read_text(encoding="utf-8")

# What parses markup and tables, guesses charsets and unpacks: for morgue-reader alone.
READ_WITH = {"archive", "brotlidec", "bz2", "csv", "glib", "gmime", "lzma", "uchardet", "xml2",
             "yaml", "zstd"}

STORM = "Storm closes the harbour\n\nThe storm corps went out at dawn.\n"
CALM = "A calm day\n\nNothing happened, and nobody went out.\n"


def block(language):
    """The one code block of the guide in this language."""
    found = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    assert len(found) == 1, f"{len(found)} blocks of {language} in EMBEDDING.md"
    return found[0]


def run(*command, **options):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="morgue-embed-"))
        cls.addClassCleanup(shutil.rmtree, cls.home)
        # Installed into one place and then moved: nothing may remember where it was.
        run(CMAKE, "--install", BUILD, "--prefix", cls.home / "first")
        cls.prefix = cls.home / "moved"
        (cls.home / "first").rename(cls.prefix)
        cls.lib = next(cls.prefix.glob("lib*/**/libmorgue.so")).parent
        cls.articles = cls.home / "articles"
        cls.articles.mkdir()
        (cls.articles / "storm.txt").write_text(STORM)
        (cls.articles / "calm.txt").write_text(CALM)

    def project(self, name):
        folder = self.home / name
        folder.mkdir()
        (folder / "example.cpp").write_text(block("cpp"))
        return folder

    def check_example(self, program, folder, **environment):
        out = run(program, self.articles, '"storm corps"', cwd=folder,
                  env={**os.environ, **environment})
        self.assertEqual(out.splitlines()[0], "1. Storm closes the harbour")
        self.assertIn("The storm corps went out at dawn.", out)
        self.assertEqual(out.splitlines()[-1], "1 found")

    def test_example_is_short(self):
        self.assertLessEqual(len(block("cpp").splitlines()), 25)

    def test_found_by_cmake(self):
        folder = self.project("by-cmake")
        (folder / "CMakeLists.txt").write_text(block("cmake"))
        run(CMAKE, "-G", os.environ["GENERATOR"], "-S", folder, "-B", folder / "build",
            f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DCMAKE_CXX_COMPILER={CXX}")
        run(CMAKE, "--build", folder / "build")
        self.check_example(folder / "build" / "example", folder)

    def test_found_by_pkg_config(self):
        folder = self.project("by-pkg-config")
        flags = run(os.environ["PKG_CONFIG"], "--cflags", "--libs", "morgue",
                    env={**os.environ, "PKG_CONFIG_PATH": str(self.lib / "pkgconfig")})
        self.assertNotIn("xapian", flags)
        run(CXX, "-std=c++20", "-Wall", "-Wextra", "-Werror", folder / "example.cpp",
            "-o", folder / "example", *flags.split())
        self.check_example(folder / "example", folder, LD_LIBRARY_PATH=str(self.lib))

    def test_each_header_stands_alone(self):
        headers = sorted((self.prefix / "include").rglob("*.hpp"))
        self.assertGreaterEqual(len(headers), 11)
        for header in headers:
            name = header.relative_to(self.prefix / "include")
            with self.subTest(header=str(name)):
                uses = run(CXX, "-std=c++20", "-I", self.prefix / "include", "-M", "-x", "c++",
                           "-", input=f"#include <{name}>\n")
                self.assertNotRegex(uses, r"xapian|boost|spdlog|unicode/|nlohmann")
                run(CXX, "-std=c++20", "-I", self.prefix / "include", "-fsyntax-only", "-Wall",
                    "-Wextra", "-Werror", "-x", "c++", "-", input=f"#include <{name}>\n")

    def test_exports_nothing_but_its_own(self):
        table = run(os.environ["NM"], "-DC", "--defined-only", self.lib / "libmorgue.so")
        names = [line.split(maxsplit=2)[2] for line in table.splitlines()]
        self.assertIn("morgue::Searcher::open", " ".join(names))
        allowed = r"(vtable for |typeinfo (name )?for )?morgue::"
        self.assertEqual([name for name in names if not re.match(allowed, name)], [])
        inner = [name for name in names if re.search(r"Xapian|boost|morgue::\w+::detail", name)]
        self.assertEqual(inner, [])

    @unittest.skipUnless(shutil.which("ldd"), "no ldd")
    def test_no_embedder_loads_what_formats_are_read_with(self):
        def loaded(file):
            return set(re.findall(r"\blib([\w+-]+?)(?:-[\d.]+)?\.so", run("ldd", file)))

        reader = loaded(next(self.prefix.rglob("morgue-reader")))
        self.assertLessEqual(READ_WITH, reader)
        for file in [self.lib / "libmorgue.so", self.prefix / "bin" / "morgue"]:
            self.assertEqual(loaded(file) & READ_WITH, set(), file)

    def test_program_runs_where_it_was_installed(self):
        self.assertRegex(run(self.prefix / "bin" / "morgue", "--version"), r"^morgue \d+\.\d+")

    def test_python_over_json(self):
        script = self.home / "example.py"
        script.write_text(block("python"))
        self.assertLessEqual(len(block("python").splitlines()), 12)
        home = self.home / "python"
        shutil.copytree(self.articles, home)
        path = f"{self.prefix / 'bin'}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path}
        run("morgue", "index", home, env=environment)
        out = run(sys.executable, script, '"storm corps"', cwd=home, env=environment)
        self.assertRegex(out, r"^[0-9a-f]{12} Storm closes the harbour \['storm corps'\]\n$")

    def test_guide_and_licence_are_installed(self):
        documents = {path.name for path in (self.prefix / "share" / "doc").rglob("*")}
        self.assertLessEqual({"README.md", "LICENSE", "EMBEDDING.md"}, documents)


if __name__ == "__main__":
    unittest.main()

"""README's commands run exactly as printed, from an empty home.

tools/check is among them and runs this test, so it alone is not run again.
"""

import os
import pathlib
import re
import subprocess

from harness import SOURCE, CommandTest, main

README = (SOURCE / "README.md").read_text(encoding="utf-8")


def commands():
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line for block in blocks for line in block.splitlines()
            if line and not line.startswith("tools/check")]


class Readme(CommandTest):
    def test_first_lines(self):
        lines = README.splitlines()
        self.assertRegex(lines[0], r"newspaper.*past articles are kept, indexed and found again")
        self.assertIn("tools/demo", lines[1])
        self.assertIn("tools/check", lines[1])
        self.assertIn("cmake --install build/release --prefix ~/.local", lines[2])

    def test_commands(self):
        script = "set -euo pipefail\n" + "\n".join(
            f"printf '%s\\n' '---'\n{line}" for line in commands())
        path = f"{self.home}/.local/bin:{os.environ['PATH']}"
        done = subprocess.run(["bash", "-c", script], cwd=SOURCE, text=True, capture_output=True,
                              env=self.environment(PATH=path), check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertTrue((pathlib.Path(self.home) / ".local" / "bin" / "morgue").exists())
        self.assertIn("[interest rates]", done.stdout)


if __name__ == "__main__":
    main()

"""tools/demo and tools/check where packages are missing: what they say, ask and run.

Nothing is installed: apt-get, dpkg-query, id and sudo are stand-ins that write down their calls.
"""

import os
import pty
import shutil
import subprocess

from harness import SOURCE, CommandTest, main

NEEDED = ["bash", "basename", "cat", "comm", "dirname", "env", "grep", "mkdir", "sed", "sort"]
PACKAGES = {line for line in (SOURCE / "tools" / "packages.txt").read_text().splitlines()
            if line and not line.startswith("#")}


class Scripts(CommandTest):
    def setUp(self):
        super().setUp()
        self.calls = self.home / "calls"
        self.calls.touch()
        shutil.copytree(SOURCE / "tools", self.home / "tools")
        for program in NEEDED:
            (self.folder() / program).symlink_to(shutil.which(program))

    def folder(self):
        folder = self.home / "bin"
        folder.mkdir(exist_ok=True)
        return folder

    def stand_in(self, name, body="exit 0"):
        path = self.folder() / name
        path.write_text(f"#!{shutil.which('bash')}\necho {name} \"$@\" >>'{self.calls}'\n{body}\n")
        path.chmod(0o755)

    def debian(self, user, installed=()):
        """A Debian with these packages and this user; building it ends at once."""
        lines = "\n".join(f"echo installed {name}" for name in installed)
        self.stand_in("dpkg-query", lines + "\nexit 1")
        self.stand_in("id", f"echo {user}")
        self.stand_in("apt-get")
        self.stand_in("cmake", "exit 9")

    def run_tool(self, tool, *arguments, **options):
        return subprocess.run(["bash", self.home / "tools" / tool, *arguments], text=True,
                              env={"PATH": str(self.folder())}, capture_output=True, check=False,
                              **{"stdin": subprocess.DEVNULL, **options})

    def calls_of(self, program):
        return [line for line in self.calls.read_text().splitlines()
                if line.split()[0] == program]

    def test_without_apt_the_list_is_shown(self):
        for tool in ["demo", "check"]:
            done = self.run_tool(tool)
            self.assertEqual([done.returncode, done.stdout], [1, ""])
            listed = {line.strip() for line in done.stderr.splitlines() if line.startswith("  ")}
            self.assertEqual(listed, PACKAGES)

    def test_root_installs_only_what_is_missing(self):
        self.debian(user=0, installed=PACKAGES - {"libyaml-dev", "ninja-build"})
        done = self.run_tool("check")
        command = "apt-get install -y --no-install-recommends libyaml-dev ninja-build"
        self.assertIn(command + "\n", done.stdout)
        self.assertEqual(self.calls_of("apt-get"), ["apt-get update", command])
        self.assertEqual(self.calls_of("sudo"), [])

    def test_nothing_is_installed_where_nothing_is_missing(self):
        self.debian(user=1000, installed=PACKAGES)
        self.run_tool("demo")
        self.assertEqual(self.calls_of("apt-get") + self.calls_of("sudo"), [])
        self.assertTrue(self.calls_of("cmake"))

    def test_a_user_is_told_the_command_where_nobody_can_be_asked(self):
        self.debian(user=1000, installed=PACKAGES - {"cmake"})
        done = self.run_tool("demo")
        self.assertIn("run the command above as root", done.stderr)
        self.stand_in("sudo")
        done = self.run_tool("demo")
        self.assertEqual(done.returncode, 1)
        self.assertIn("apt-get install -y --no-install-recommends cmake\n", done.stdout)
        self.assertIn("give --yes", done.stderr)
        self.assertEqual(self.calls_of("sudo") + self.calls_of("cmake"), [])

    def test_yes_answers(self):
        self.debian(user=1000, installed=PACKAGES - {"cmake"})
        self.stand_in("sudo")
        self.run_tool("check", "--yes")
        self.assertEqual(self.calls_of("sudo"),
                         ["sudo apt-get update", "sudo env DEBIAN_FRONTEND=noninteractive apt-get "
                          "install -y --no-install-recommends cmake"])

    def test_a_user_at_a_terminal_is_asked(self):
        self.debian(user=1000, installed=PACKAGES - {"cmake"})
        self.stand_in("sudo")
        for answer, calls in [("n", 0), ("", 0), ("y", 2)]:
            leader, follower = pty.openpty()
            os.write(leader, (answer + "\n").encode())
            done = self.run_tool("demo", stdin=follower)
            os.close(follower)
            os.close(leader)
            self.assertIn("Run it with sudo? [y/N]", done.stderr)
            self.assertEqual(len(self.calls_of("sudo")), calls, answer)

    def test_unknown_arguments(self):
        self.assertEqual(self.run_tool("demo", "--fast").returncode, 2)
        self.assertIn("--yes", self.run_tool("demo", "--help").stdout)


if __name__ == "__main__":
    main()

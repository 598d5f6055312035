"""Runs one program and tells what it took."""

import dataclasses
import os
import pathlib
import subprocess
import time

BLOCK = 512  # bytes, in which the kernel counts what a process writes


class Failed(Exception):
    """A program of the benchmark did not do what it was run for."""


@dataclasses.dataclass
class Measurement:
    wall: float  # seconds
    cpu: float  # seconds, user and system, of the program and what it started
    peak: int  # bytes of memory
    written: int  # bytes towards the disk
    disk: int = 0  # bytes of the index afterwards


def measure(command, env=None, cwd=None, log=os.devnull):
    """Runs the command to its end. Its output goes to `log`, which an error quotes."""
    with open(log, "wb") as out:
        begin = time.perf_counter()
        child = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=out,
                                 stderr=subprocess.STDOUT, env={**os.environ, **(env or {})},
                                 cwd=cwd)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        said = pathlib.Path(log).read_text(errors="replace") if log != os.devnull else ""
        raise Failed(f"{command[0]} ended with {child.returncode}: {said[-500:].strip()}")
    return Measurement(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024,
                       used.ru_oublock * BLOCK)


def bytes_below(folder):
    path = pathlib.Path(folder)
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.lstat().st_size for file in files if file.is_file())

"""A disk that remembers what was synced: rebuilds, from the calls that a program made, the states
in which a power cut may leave it.

Bytes reach the disk in pages, each by itself, at latest when their file is synced. Names (what is
created, renamed and removed) reach it by one of three models:
  at once   in the moment of the call;
  journal   in their order, at latest when anything is synced;
  strict    each by itself, at latest when its folder is synced, as POSIX has it.
"""

import collections
import os
import struct

MODELS = ("at once", "journal", "strict")
PAGE = 4096
CHANCES = (0, 0.3, 0.5, 0.8, 0.97, 1)
HEAD = struct.Struct("<QQQIIII")
CHANGES_NOTHING = {"open", "read", "close", "stat", "list", "chmod", "touch", "lock", "map"}

Call = collections.namedtuple("Call", "number name path other inode offset data")


def read_log(path):
    """The calls that the shim wrote down, in their order."""
    log, at, calls = path.read_bytes(), 0, []
    while at < len(log):
        number, inode, offset, *sizes = HEAD.unpack_from(log, at)
        at += HEAD.size
        texts = []
        for size in sizes:
            texts.append(log[at:at + size])
            at += size
        name, path, other = (os.fsdecode(text) for text in texts[:3])
        calls.append(Call(number, name, path, other, inode, offset, texts[3]))
    return calls


class File:
    def __init__(self):
        self.now = bytearray()
        self.safe = bytearray()
        self.dirty = set()  # numbers of pages

    def resize(self, size):
        self.dirty.update(range(min(size, len(self.now)) // PAGE, len(self.now) // PAGE + 1))
        del self.now[size:]
        self.now.extend(bytes(size - len(self.now)))

    def write(self, offset, data):
        if not data:
            return
        end = offset + len(data)
        self.dirty.update(range(min(offset, len(self.now)) // PAGE, (end - 1) // PAGE + 1))
        self.now.extend(bytes(max(0, end - len(self.now))))
        self.now[offset:end] = data

    def sync(self):
        self.safe = bytearray(self.now)
        self.dirty.clear()

    def after_cut(self, random, kept):
        """The bytes after a power cut, with each page that was not synced kept by this chance."""
        bytes_now = bytearray(self.safe)
        pages = [page for page in sorted(self.dirty) if random.random() < kept]
        # How long the file is may have reached the disk without its bytes.
        longest = len(self.now) if random.random() < 0.5 else len(self.safe)
        for page in pages:
            longest = max(longest, min(len(self.now), (page + 1) * PAGE))
        bytes_now.extend(bytes(max(0, longest - len(bytes_now))))
        for page in pages:
            begin, end = page * PAGE, min((page + 1) * PAGE, len(self.now))
            bytes_now[begin:end] = self.now[begin:end]
        return bytes(bytes_now)


class Disk:
    """Everything below `root`, of which only these folders are there at the beginning. Folders and
    files have keys that stay theirs, as the system gives the numbers of what is gone to others."""

    def __init__(self, root, model, folders=()):
        self.root = os.path.normpath(root)
        self.model = model
        self.files = {}
        self.key_of = {}  # inode -> key of the file that has it now
        self.now = {self.root: {}}  # key of a folder -> name -> key of what has it
        self.safe = {self.root: {}}
        self.pending = []  # changes of names that are not safe: [(folder, name, key or None)]
        for name in folders:
            self.now[name], self.safe[name] = {}, {}
            self.now[self.root][name] = self.safe[self.root][name] = name

    def take(self, call):
        if call.name not in CHANGES_NOTHING:
            getattr(self, call.name)(call)

    def create(self, call):
        key = self.key_of[call.inode] = (call.inode, len(self.files))
        self.files[key] = File()
        self.change((*self.place(call.path), key))

    def mkdir(self, call):
        key = ("folder", len(self.now))
        self.now[key], self.safe[key] = {}, {}
        self.change((*self.place(call.path), key))

    def remove(self, call):
        self.change((*self.place(call.path), None))

    def rename(self, call):
        folder, name = self.place(call.path)
        what = self.now[folder][name]
        self.change((folder, name, None), (*self.place(call.other), what))

    def write(self, call):
        self.files[self.key_of[call.inode]].write(call.offset, call.data)

    def resize(self, call):
        self.files[self.key_of[call.inode]].resize(call.offset)

    def truncate(self, call):
        self.files[self.key_of[call.inode]].resize(0)

    def fsync(self, call):
        folder = None
        if call.inode in self.key_of:
            self.files[self.key_of[call.inode]].sync()
        else:
            folder = self.folder(call.path)
        if self.model == "journal":
            self.make_safe(self.pending)
        elif folder:
            self.make_safe([change for change in self.pending if change[0][0] == folder])

    fdatasync = fsync

    def place(self, path):
        """The folder that holds the path, and its name there."""
        folder, name = os.path.split(os.path.normpath(path))
        return self.folder(folder), name

    def folder(self, path):
        key = self.root
        for name in os.path.relpath(path, self.root).split("/"):
            key = key if name == "." else self.now[key][name]
        return key

    def change(self, *names):
        put(self.now, names)
        self.pending.append(names)
        if self.model == "at once":
            self.make_safe(self.pending)

    def make_safe(self, changes):
        for change in changes:
            put(self.safe, change)
        self.pending = [change for change in self.pending if change not in changes]

    def after_cut(self, random, into):
        """Writes down, below `into`, what a power cut in this moment may leave."""
        names = {folder: dict(entries) for folder, entries in self.safe.items()}
        kept = random.choice(CHANCES)
        if self.model == "journal":
            changes = self.pending[:random.randrange(len(self.pending) + 1)]
        else:
            changes = [change for change in self.pending if random.random() < kept]
        for change in changes:
            put(names, change)
        self.write_down(names, self.root, into, random, random.choice(CHANCES))

    def write_down(self, names, folder, into, random, kept):
        into.mkdir()
        for name, key in names[folder].items():
            if key in self.files:
                (into / name).write_bytes(self.files[key].after_cut(random, kept))
            else:
                self.write_down(names, key, into / name, random, kept)


def put(names, change):
    for folder, name, key in change:
        if key is None:
            names[folder].pop(name, None)
        else:
            names[folder][name] = key

"""A folder of articles that changes by chance, in the same way for the same random numbers."""

import os

WORDS = ("storm harbour rates bank court mayor vote river bridge train strike union market price "
         "minister law school fire police port ship grain wheat oil gas border talks treaty "
         "Café Zürich e-mail U.S. 10,000 state-of-the-art O'Brien").split()
DAY = 24 * 3600
LONG_AGO = 1_600_000_000


class Archive:
    def __init__(self, folder, random, articles, words=60):
        self.folder = folder
        self.random = random
        self.words = words
        self.versions = 0
        self.markers = {}  # the word by which the article of each file is known
        folder.mkdir(parents=True)
        for _ in range(articles):
            self.add()

    def add(self):
        self.write(f"{self.random.randrange(3)}/{self.versions:04}.txt")

    def write(self, name):
        """A new version of the file, which no earlier one looks like."""
        self.versions += 1
        marker = f"marker{self.versions}"
        body = " ".join(self.random.choices(WORDS, k=self.random.randrange(5, self.words)))
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Title of {marker}\n\n{body}.\n")
        time = LONG_AGO + self.versions * DAY
        os.utime(path, (time, time))
        self.markers[name] = marker

    def any(self):
        return self.random.choice(sorted(self.markers))

    def remove(self):
        name = self.any()
        (self.folder / name).unlink()
        del self.markers[name]

    def rename(self):
        name = self.any()
        target = f"{self.random.randrange(3)}/renamed{self.versions}.txt"
        if target in self.markers:
            return
        (self.folder / target).parent.mkdir(exist_ok=True)
        (self.folder / name).rename(self.folder / target)
        self.markers[target] = self.markers.pop(name)

    def change(self, times):
        """Some articles come, some change, and a few go or move."""
        for _ in range(times):
            self.random.choice([self.add, lambda: self.write(self.any()), self.rename])()
        if len(self.markers) > times:
            self.remove()

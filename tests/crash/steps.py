"""What an embedding program does to an index, commit by commit, by chance."""

from archive import WORDS


class Steps:
    """Commits, each with its lines for crash_writer and the articles that are there after it."""

    def __init__(self, random, commits):
        self.random = random
        self.commits = []
        self.articles = {}
        for number in range(commits):
            self.commits.append((self.commit(number), dict(self.articles)))

    def commit(self, number):
        lines = []
        for _ in range(self.random.randrange(1, 6)):
            if self.articles and self.random.random() < 0.25:
                key = self.random.choice(sorted(self.articles))
                del self.articles[key]
                lines.append(f"remove {key}")
            else:
                key = f"key{self.random.randrange(25)}"
                self.articles[key] = f"made{number} " + " ".join(self.random.choices(WORDS, k=20))
                lines.append(f"put {key} {self.articles[key]}")
        return lines

    def after(self, *counts):
        """The articles that are there after so many commits, for each count that there is."""
        states = [{}, *(articles for _, articles in self.commits)]
        return [states[count] for count in counts if count < len(states)]

    def text(self, done):
        """What is to be told to the writer after so many commits."""
        lines = [line for steps, _ in self.commits[done:] for line in [*steps, "commit"]]
        return "\n".join(lines) + "\n"

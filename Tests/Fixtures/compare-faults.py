#!/usr/bin/env python3
"""The same faults against SQLite (WAL, synchronous=FULL), Redis (AOF, appendfsync always) and dutydesk's journal.

    swift build && python3 Tests/Fixtures/compare-faults.py [FOLDER OF THE BINARIES] [SEED]

Prints a Markdown table: for each fault how many cases were tried, how many acknowledged rows were lost over all of
them, and in how many of the cases that lost something the loss was told. sqlite3 and redis-server are installed from
the distribution's packages when they are missing. Redis is reached through a socket file: no port is opened.

A row counts as lost when the program does not give it back with the value that was acknowledged; where Redis refuses to
start, after `redis-check-aof --fix`, its own repair. A loss counts as told when the program says anything of it: SQLite
by an error or `PRAGMA integrity_check`, Redis by refusing to start or in its log, dutydesk by its banner or by `verify`.
"""
import os, random, shutil, subprocess, sys, tempfile, time

sys.dont_write_bytecode = True
from compared import ROWS, Journal, Redis, SQLite, value

HERE = os.path.dirname(os.path.abspath(__file__))
BINARIES = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else HERE + "/../../.build/debug")
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
random.seed(SEED)


def install():
    missing = [p for p in ("sqlite3", "redis-server", "strace") if not shutil.which(p)]
    if not missing:
        return
    # Debian starts a server when its package is installed; not this time.
    policy = "/usr/sbin/policy-rc.d"
    ours = not os.path.exists(policy)
    if ours:
        with open(policy, "w") as file:
            file.write("#!/bin/sh\nexit 101\n")
        os.chmod(policy, 0o755)
    try:
        subprocess.run(
            ["apt-get", "install", "-qy", "--no-install-recommends"] + missing, check=True,
            env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), stdout=subprocess.DEVNULL)
    finally:
        if ours:
            os.unlink(policy)


class Tally:
    def __init__(self):
        self.cases = self.lost = self.losing = self.told = 0

    def add(self, acknowledged, found, told):
        lost = sum(1 for row in acknowledged if found.get(row) != value(row))
        self.cases, self.lost = self.cases + 1, self.lost + lost
        if lost:
            self.losing, self.told = self.losing + 1, self.told + told

    def __str__(self):
        return "%d" % self.lost + (" (told in %d of %d)" % (self.told, self.losing) if self.losing else "")


def fresh(parent):
    return tempfile.mkdtemp(dir=parent)


def base(system, parent):
    """A hundred acknowledged rows in a file whose writer was killed; where the file ended after each of them."""
    folder, sizes = fresh(parent), []
    for row in system.session(folder):
        sizes.append(system.size(folder, row if isinstance(row, int) else 0))
        if row == ROWS:
            break
    return folder, sizes


def spoilt(system, parent, folder, spoil):
    copy = fresh(parent)
    shutil.copytree(folder, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("socket"))
    with open(system.file(copy), "r+b") as file:
        spoil(file)
    result = system.read(copy)
    shutil.rmtree(copy)
    return result


def flip(start, end):
    def spoil(file):
        place = random.randrange(start, end)
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1 << random.randrange(8)]))
    return spoil


def flips(system, parent):
    """One bit in what each row in turn added to the file."""
    tally, (folder, sizes) = Tally(), base(system, parent)
    for row in range(1, ROWS + 1):
        tally.add(range(1, ROWS + 1), *spoilt(system, parent, folder, flip(sizes[row - 1], sizes[row])))
    return tally


def cuts(system, parent):
    """The file ends anywhere in what its last ten rows added."""
    tally, (folder, sizes) = Tally(), base(system, parent)
    for _ in range(100):
        place = random.randrange(sizes[ROWS - 10], sizes[ROWS])
        tally.add(range(1, ROWS + 1), *spoilt(system, parent, folder, lambda file: file.truncate(place)))
    return tally


def syncs(system, parent):
    """A sync fails, the kernel drops what it was to write, and the process is killed."""
    tally = Tally()
    while tally.cases < 20:
        folder, acknowledged, size = fresh(parent), [], 0
        call = "inject=fdatasync:error=EIO:when=%d" % random.randint(8, 60)
        prefix = ["strace", "-f", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", call]
        for row in system.session(folder, prefix):
            if isinstance(row, int):
                acknowledged.append(row)
                size = system.size(folder, row)
            if len(acknowledged) == ROWS:
                break
        if acknowledged and len(acknowledged) < ROWS:
            os.truncate(system.file(folder), size)
            tally.add(acknowledged, *system.read(folder))
        shutil.rmtree(folder)
    return tally


def kills(system, parent):
    """SIGKILL at any moment among the first hundred rows."""
    tally = Tally()
    for _ in range(100):
        folder, acknowledged, last = fresh(parent), [], random.randint(1, ROWS - 1)
        for row in system.session(folder):
            if isinstance(row, int):
                acknowledged.append(row)
            if len(acknowledged) == last:
                time.sleep(random.random() / 1000)
                break
        tally.add(acknowledged, *system.read(folder))
        shutil.rmtree(folder)
    return tally


FAULTS = [
    ("one bit flips in one of 100 rows", flips), ("the end of the file is cut off", cuts),
    ("a sync fails and its pages are dropped", syncs), ("SIGKILL at random", kills),
]


def main():
    install()
    systems = [SQLite(), Redis(), Journal(BINARIES)]
    version = lambda *words: subprocess.run(words, capture_output=True, text=True).stdout.split()
    print("seed %d, SQLite %s, Redis %s\n" % (
        SEED, version("sqlite3", "--version")[0], version("redis-server", "--version")[2][2:]))
    print("| fault | cases each | acknowledged rows lost: SQLite | Redis | dutydesk |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="compare-faults-") as parent:
        for name, fault in FAULTS:
            tallies = [fault(system, parent) for system in systems]
            print("| %s | %d | %s |" % (name, tallies[0].cases, " | ".join(map(str, tallies))), flush=True)


main()

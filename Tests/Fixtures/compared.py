"""The three programs whose files are spoilt by compare-faults.py: how each writes rows, and what it gives back."""
import json, os, re, signal, socket, subprocess, time

ROWS = 100


def value(row):
    return "w %d" % row


def start(words, log, prefix=(), **more):
    """A process in a group of its own, which is all that is ever killed here."""
    return subprocess.Popen(
        list(prefix) + words, stderr=log, start_new_session=True, cwd=os.path.dirname(log.name), **more)


def end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            try:
                stream.close()
            except BrokenPipeError:
                pass


class Program:
    """What the three have in common."""

    def size(self, folder, row):
        """Where the file ended when the row was acknowledged: its writer waits for the next one to be asked for."""
        return os.path.getsize(self.file(folder)) if os.path.exists(self.file(folder)) else 0


class SQLite(Program):
    def file(self, folder):
        return folder + "/rows.db-wal"

    def session(self, folder, prefix=()):
        """Yields each row once it is acknowledged."""
        log = open(folder + "/log", "ab")
        process = start(
            ["sqlite3", "-batch", "rows.db"], log, prefix, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            def say(line):
                process.stdin.write(line.encode() + b"\n")
                process.stdin.flush()
            say("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "CREATE TABLE rows (id INTEGER PRIMARY KEY, value TEXT); SELECT 'ready';")
            while (line := process.stdout.readline()) and line != b"ready\n":
                pass
            yield process
            row = 0
            while True:
                row += 1
                say("INSERT INTO rows VALUES (%d, '%s');" % (row, value(row)))
                say("SELECT count(*) FROM rows WHERE id = %d;" % row)
                # Killed here when it was not saved: a connection that is closed would tidy up its log.
                if process.stdout.readline() != b"1\n":
                    return
                yield row
        except BrokenPipeError:
            pass
        finally:
            end(process)

    def read(self, folder):
        check = subprocess.run(
            ["sqlite3", "-batch", folder + "/rows.db", "PRAGMA integrity_check;"], capture_output=True, text=True)
        rows = subprocess.run(
            ["sqlite3", "-batch", folder + "/rows.db", "SELECT id || '|' || value FROM rows;"], capture_output=True)
        found = dict(line.split(b"|", 1) for line in rows.stdout.splitlines() if b"|" in line)
        told = check.stdout.strip() != "ok" or check.returncode != 0 or rows.returncode != 0
        return {int(k): v.decode("utf-8", "replace") for k, v in found.items() if k.isdigit()}, told


class Redis(Program):
    def file(self, folder):
        return folder + "/appendonlydir/appendonly.aof.1.incr.aof"

    def serve(self, folder, prefix=()):
        log = open(folder + "/log", "ab")
        process = start(
            ["redis-server", "--port", "0", "--unixsocket", "socket", "--appendonly", "yes", "--appendfsync", "always",
             "--save", "", "--dir", "."], log, prefix, stdout=log)
        client = socket.socket(socket.AF_UNIX)
        while process.poll() is None:
            try:
                client.connect(folder + "/socket")
                break
            except OSError:
                time.sleep(0.002)
        return process, client

    def ask(self, client, *words):
        client.sendall(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in words))
        answer = b""
        while not answer.endswith(b"\r\n"):
            more = client.recv(65536)
            if not more:
                raise ConnectionResetError
            answer += more
        return answer

    def session(self, folder, prefix=()):
        process, client = self.serve(folder, prefix)
        try:
            while self.ask(client, b"PING") != b"+PONG\r\n":
                time.sleep(0.002)
            yield process
            row = 0
            while True:
                row += 1
                if self.ask(client, b"SET", b"row:%d" % row, value(row).encode()) == b"+OK\r\n":
                    yield row
        except OSError:
            pass
        finally:
            end(process)

    def read(self, folder):
        for attempt in range(2):
            for name in ("socket", "log"):
                if os.path.exists(folder + "/" + name):
                    os.unlink(folder + "/" + name)
            process, client = self.serve(folder)
            try:
                while self.ask(client, b"PING") != b"+PONG\r\n":
                    time.sleep(0.002)
                found = {}
                for row in range(1, ROWS + 1):
                    answer = self.ask(client, b"GET", b"row:%d" % row)
                    if answer[:1] == b"$" and answer[1:2] != b"-":
                        found[row] = answer.split(b"\r\n")[1].decode("utf-8", "replace")
                log = open(folder + "/log", errors="replace").read()
                return found, attempt > 0 or bool(re.search(r"AOF.*(trunc|error|corrupt|bad)|(trunc|Bad).*AOF", log, re.I))
            except OSError:
                pass
            finally:
                end(process)
            subprocess.run(
                ["redis-check-aof", "--fix", "appendonlydir/appendonly.aof.manifest"], input=b"y\ny\n", cwd=folder,
                capture_output=True)
        return {}, True


class Journal(Program):
    def __init__(self, binaries):
        self.binaries = binaries

    def file(self, folder):
        return folder + "/desk.journal"

    def size(self, folder, row):
        """Its writer does not wait."""
        data = open(self.file(folder), "rb").read()
        return data.index(b"\n", data.index(b'"w %d"' % row if row else b'"ticket.received"')) + 1

    def run(self, folder, *words):
        return subprocess.run(
            [self.binaries + "/dutydesk", "--journal", self.file(folder), "--lang", "en"] + list(words),
            capture_output=True, text=True)

    def session(self, folder, prefix=()):
        self.run(folder, "init", "--name", "x", "--zone", "UTC")
        self.run(folder, "new", "repair", "--summary", "x")
        log = open(folder + "/log", "ab")
        process = start(
            [self.binaries + "/faultwriter", self.file(folder), "w", "1", "1000000", "1"], log, prefix,
            stdout=subprocess.PIPE)
        try:
            yield process
            while line := process.stdout.readline():
                if line.startswith(b"ack "):
                    yield int(line.split()[1])
        finally:
            end(process)

    def read(self, folder):
        show = self.run(folder, "show", "1001", "--history", "--json")
        verify = self.run(folder, "verify")
        found = {}
        if show.returncode == 0:
            for step in json.loads(show.stdout)["history"]:
                if match := re.search(r"\bw (\d+)", step["text"] or ""):
                    found[int(match[1])] = value(int(match[1]))
        return found, verify.returncode != 0 or bool(show.stderr)

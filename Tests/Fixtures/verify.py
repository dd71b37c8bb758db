"""Checks a journal with nothing but the words of its format: CRC-32C, SHA-256 chain, gap-free seqs."""
import hashlib, json, sys

def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF

prev, seq, offset, suspect, records = "0" * 32, 0, 0, None, 0
for line in open(sys.argv[1], "rb").read().splitlines(keepends=True):
    tail = b',"crc":"%08x"}\n' % crc32c(line[:-19])
    record = json.loads(line) if line.endswith(tail) else None
    if record and record["seq"] == seq and record["prev"] == prev:
        if suspect is not None and not (record["type"] == "journal.healed" and record["from"] == suspect):
            sys.exit(print("bad bytes at", suspect))
        seq, suspect, records = seq + 1, None, records + 1
    elif suspect is None:
        suspect = offset
    prev, offset = hashlib.sha256(line).hexdigest()[:32], offset + len(line)
print("bad bytes at %d" % suspect if suspect is not None else "ok %d" % records)

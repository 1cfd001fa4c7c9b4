"""Looks for words in the memory of running processes, from outside, and in files: every writable mapping of /proc/PID/mem, every byte.

A number or a name is looked for as UTF-8, UTF-16 and UTF-32 in both byte orders, a number also as a person reads it (090-1234-5678) and
without its leading zero (+81 90…). What is found is told with its mapping, never with the words themselves.
"""
import os
import re

from screen import Absent

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
BLOCK = 16 << 20


def ways_to_write(what, word):
    """The byte strings under which a word may lie in memory, each with a name for the report."""
    spellings = {"": word}
    if what == "number":  # its last ten digits stand in the whole number as well
        spellings = {" without its zero": word[1:], " with hyphens": "%s-%s-%s" % (word[:3], word[3:7], word[7:]),
                     " with spaces": "%s %s %s" % (word[:3], word[3:7], word[7:])}
    return [("%s%s in %s" % (what, how, encoding), text.encode(encoding)) for how, text in spellings.items() for encoding in ENCODINGS]


def without_zeros(data):
    return data.translate(None, b"\0")


class Search:
    """What is looked for: {"number": "0901…", "code": "123456", …}. Empty words are left out."""

    def __init__(self, words):
        self.patterns = [each for what, word in words.items() if word for each in ways_to_write(what, word)]
        self.longest = max(len(pattern) for _, pattern in self.patterns)
        self.sieve = {without_zeros(pattern) for _, pattern in self.patterns}

    def in_bytes(self, data):
        # Without their zeros the wide encodings of a word are one, and most of memory is zeros: whatever holds a pattern passes the sieve, and
        # hardly anything else does. A cancelled visit with its searches took 75 s of the processor without it, and takes 16 s (measured).
        plain = without_zeros(data)
        if not any(word in plain for word in self.sieve):
            return
        # One plain search a pattern: an expression of them all is thirty times slower over a few hundred megabytes (measured).
        for what, pattern in self.patterns:
            at = data.find(pattern)
            while at >= 0:
                yield at, what
                at = data.find(pattern, at + 1)

    def in_process(self, pid):
        """["code in utf-8: [heap] +0x12f0 of desk-kiosk", …]"""
        places = []
        try:
            with open("/proc/%d/comm" % pid, encoding="ascii", errors="replace") as comm:
                name = comm.read().strip()
            with open("/proc/%d/maps" % pid, encoding="utf-8", errors="replace") as maps:
                lines = maps.readlines()
            memory = os.open("/proc/%d/mem" % pid, os.O_RDONLY)
        except (FileNotFoundError, ProcessLookupError):
            return []  # it ended meanwhile: its memory is the kernel's again
        except PermissionError as problem:
            raise Absent("the memory of process %d cannot be read (the desk forbids it to all but root): %s" % (pid, problem)) from problem
        try:
            for line in lines:
                span, rights, rest = re.match(r"(\S+) (\S+) \S+ \S+ \S+\s*(.*)", line).groups()
                if "w" not in rights or rest == "[vvar]":
                    continue
                begin, end = (int(each, 16) for each in span.split("-"))
                places += ["%s: %s +0x%x of %s" % (what, rest or "anonymous " + span, at - begin, name) for at, what in self._in_span(memory, begin, end)]
        finally:
            os.close(memory)
        return places

    def _in_span(self, memory, begin, end):
        at, seen = begin, set()
        while at < end:
            try:
                data = os.pread(memory, min(BLOCK + self.longest, end - at), at)
            except OSError:
                data = b""  # a guard page, or a device's memory that cannot be read this way
            for place, what in self.in_bytes(data):
                if at + place not in seen:
                    seen.add(at + place)
                    yield at + place, what
            at += BLOCK

    def in_folder(self, folder):
        places = []
        for where, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(where, name)
                if not os.path.isfile(path) or os.path.islink(path):
                    continue
                try:
                    with open(path, "rb") as file:
                        places += ["%s: %s +0x%x" % (what, os.path.relpath(path, folder), at) for at, what in self.in_bytes(file.read())]
                except OSError:
                    continue  # removed while we looked
                places += ["%s: the name of %s" % (what, name) for _, what in self.in_bytes(name.encode())]
        return places

#!/usr/bin/env python3
"""An ESC/POS receipt printer for tests, on a loopback TCP port or on a pty.

    escpos_printer.py --spool DIR --tcp | --pty

Prints one line, "ready TARGET" (tcp:127.0.0.1:PORT or usb:/dev/pts/N), and ends when its standard input closes, so it never outlives
the test. Each slip is written to DIR/job-N.bin when it is cut, before the answer to a GS r behind it.

It behaves as real ones do where it matters: it serves one connection at a time, its memory is small and it stops reading when that is
full; DLE EOT is heard wherever it stands in the stream and answered at once; GS r waits its turn behind the picture; what a broken
connection left half-sent stays in its memory.

Faults are files in DIR, looked at all the time:
    paper-low, paper-out, cover-open   the sensors say so; out and open stop the head
    paper-ends-after                   holds a number: paper-out appears after that many bytes of picture
    hang                               neither reads nor answers
    mute                               prints but answers nothing
    forgetful                          answers DLE EOT but never GS r
    vanish-after                       holds a number: the whole printer is gone after that many bytes received
"""
import argparse
import os
import pty
import select
import socket
import sys
import tty

MEMORY = 4096
TICK_MS = 20  # how often the fault files are looked at


class Faults:
    def __init__(self, spool):
        self.spool = spool

    def has(self, name):
        return os.path.exists(os.path.join(self.spool, name))

    def number(self, name):
        try:
            with open(os.path.join(self.spool, name)) as file:
                return int(file.read())
        except (OSError, ValueError):
            return None

    def cause(self, name):
        open(os.path.join(self.spool, name), "w").close()

    def stopped(self):
        return self.has("paper-out") or self.has("cover-open")

    def status(self, n):
        """The answer to DLE EOT n; bits 1 and 4 are always set."""
        out, opened, low = self.has("paper-out"), self.has("cover-open"), self.has("paper-low")
        answer = 0x12
        if n == 1 and (out or opened):
            answer |= 0x08
        if n == 2:
            answer |= (0x04 if opened else 0) | (0x20 if out else 0)
        if n == 4:
            answer |= (0x0C if low or out else 0) | (0x60 if out else 0)
        return bytes([answer])

    def paper_sensor(self):
        return bytes([0x0C if self.has("paper-out") else 0x03 if self.has("paper-low") else 0x00])


def command_length(data):
    """Bytes of the command at the start of data, or None while it is incomplete."""
    first, size = data[0], len(data)
    if first == 0x1D:
        if size < 2:
            return None
        if data[1] == ord("v"):
            if size < 8:
                return None
            return 8 + (data[4] | data[5] << 8) * (data[6] | data[7] << 8)
        return {ord("r"): 3, ord("V"): 4}.get(data[1], 2)
    if first == 0x1B:
        if size < 2:
            return None
        return {ord("@"): 2, ord("d"): 3}.get(data[1], 2)
    if first == 0x10:
        return 3 if size >= 3 else None
    return 1


class Printer:
    def __init__(self, spool):
        self.faults = Faults(spool)
        self.spool = spool
        self.memory = bytearray()  # received, not yet printed
        self.memory_size = MEMORY
        self.paper = bytearray()   # printed since the last cut
        self.ear = bytearray()     # the last two bytes, so that a DLE EOT split over two reads is heard
        self.received = 0
        self.picture = 0
        self.jobs = 0

    def room(self):
        # A picture command larger than the memory streams through it as long as the head runs.
        return self.memory_size - len(self.memory) if self.faults.stopped() else 1 << 16

    def begin_connection(self):
        # The network board has a few bytes of its own for each connection: a question is heard even when the memory is full.
        self.memory_size = max(MEMORY, len(self.memory) + 64)

    def take(self, data, answer):
        self.received += len(data)
        limit = self.faults.number("vanish-after")
        if limit is not None and self.received >= limit:
            sys.exit(0)
        heard = self.ear + data
        at = heard.find(b"\x10\x04")
        while at >= 0 and at + 2 < len(heard):
            answer(self.faults.status(heard[at + 2]))
            at = heard.find(b"\x10\x04", at + 3)
        self.ear = heard[-2:] if at < 0 or at + 2 < len(heard) else heard[at:]
        if self.ear[:1] != b"\x10" and self.ear[1:] != b"\x10":
            self.ear = bytearray()
        self.memory += data
        self.work(answer)

    def work(self, answer):
        while self.memory and not self.faults.stopped():
            length = command_length(self.memory)
            if length is None or length > len(self.memory):
                return
            command = bytes(self.memory[:length])
            del self.memory[:length]
            self.paper += command
            if command[:2] == b"\x1dv":
                self.picture += length - 8
                limit = self.faults.number("paper-ends-after")
                if limit is not None and self.picture >= limit:
                    self.faults.cause("paper-out")
            elif command[:2] == b"\x1dr" and not self.faults.has("forgetful"):
                answer(self.faults.paper_sensor())
            elif command[:2] == b"\x1dV":
                self.cut()

    def cut(self):
        self.jobs += 1
        path = os.path.join(self.spool, "job-%d.bin" % self.jobs)
        with open(path + ".tmp", "wb") as file:
            file.write(self.paper)
        os.rename(path + ".tmp", path)
        self.paper = bytearray()


def serve(printer, link, is_link_open):
    """Speaks over the descriptor `link` until the other side closes it (a pty never ends this way)."""
    faults = printer.faults

    def answer(data):
        if not faults.has("mute"):
            try:
                os.write(link, data)
            except OSError:
                pass  # the other side has gone; the read below finds out

    while True:
        deaf = faults.has("hang") or printer.room() <= 0
        poll = select.poll()
        poll.register(sys.stdin, select.POLLIN)
        poll.register(link, select.POLLRDHUP if deaf else select.POLLIN | select.POLLRDHUP)
        for descriptor, what in poll.poll(TICK_MS):
            if descriptor == sys.stdin.fileno():
                sys.exit(0)
            if deaf or not what & select.POLLIN:
                if is_link_open:
                    return
                continue
            try:
                data = os.read(link, max(1, min(16384, printer.room())))
            except OSError:
                return
            if not data:
                return
            printer.take(data, answer)
        if not faults.has("hang"):
            printer.work(answer)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--spool", required=True)
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--tcp", action="store_true")
    kind.add_argument("--pty", action="store_true")
    options = parser.parse_args()
    printer = Printer(options.spool)
    if options.pty:
        master, slave = pty.openpty()  # the slave stays open here, so that the pty survives every client
        tty.setraw(slave)
        print("ready usb:" + os.ttyname(slave), flush=True)
        serve(printer, master, is_link_open=False)
        return
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, MEMORY)
    listener.bind(("127.0.0.1", 0))
    listener.listen(4)
    print("ready tcp:127.0.0.1:%d" % listener.getsockname()[1], flush=True)
    while True:
        poll = select.poll()
        poll.register(sys.stdin, select.POLLIN)
        poll.register(listener, select.POLLIN)
        for descriptor, _ in poll.poll():
            if descriptor == sys.stdin.fileno():
                return
            connection, _ = listener.accept()
            with connection:
                printer.begin_connection()
                serve(printer, connection.fileno(), is_link_open=True)


main()

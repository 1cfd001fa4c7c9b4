"""A computer of its own for the appliance: QEMU on software CPU (a KVM that opens is no KVM that boots), its screen, and the agent inside."""
import json
import os
import re
import select
import socket
import subprocess
import time

PATIENCE = 420  # seconds for a start on a busy machine; a good one takes about a minute


class Failed(Exception):
    pass


class Line:
    """One socket to QEMU, read line by line with an end to every wait."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.pending = b""

    def send(self, text):
        self.socket.sendall(text.encode() + b"\n")

    def read(self, until):
        while b"\n" not in self.pending:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.socket], [], [], left)[0]:
                raise Failed("no answer in time")
            got = self.socket.recv(65536)
            if not got:
                raise Failed("the machine is gone")
            self.pending += got
        line, self.pending = self.pending.split(b"\n", 1)
        return line.decode(errors="replace")


class Picture:
    """A screendump as PPM: width, height and bytes."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        self.width, self.height = int(head.group(1)), int(head.group(2))
        self.bytes = data[head.end():]

    def at(self, x, y):
        place = 3 * (y * self.width + x)
        return tuple(self.bytes[place:place + 3])

    def share_unlike(self, other, step=7):
        """Share of (every step-th) pixels that differ visibly."""
        if (self.width, self.height) != (other.width, other.height):
            return 1.0
        if self.bytes == other.bytes:
            return 0.0
        unlike = count = 0
        for place in range(0, len(self.bytes) - 2, 3 * step):
            count += 1
            if any(abs(self.bytes[place + i] - other.bytes[place + i]) > 24 for i in range(3)):
                unlike += 1
        return unlike / count

    def colours(self, step=5):
        return len({self.bytes[place:place + 3] for place in range(0, len(self.bytes) - 2, 3 * step)})


class Machine:
    """with Machine(folder, [drives...], kernel=...) as box: ends QEMU by its process, whatever happens."""

    def __init__(self, folder, drives, kernel=None, initrd=None, command_line="", firmware=None, agent=False, memory=2048):
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        self.size = (1280, 800)
        qmp, port = os.path.join(folder, "qmp.sock"), os.path.join(folder, "agent.sock")
        words = ["qemu-system-x86_64", "-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", str(memory),
                 "-nodefaults", "-display", "none", "-vga", "none", "-serial", "file:" + os.path.join(folder, "serial.log"),
                 "-qmp", f"unix:{qmp},server,nowait",
                 "-device", f"virtio-gpu-pci,xres={self.size[0]},yres={self.size[1]}", "-device", "virtio-rng-pci", "-device", "virtio-serial-pci"]
        for drive in drives:
            words += ["-drive", drive]
        if kernel:
            words += ["-kernel", kernel, "-initrd", initrd, "-append", command_line]
        if firmware:
            words += ["-drive", f"if=pflash,format=raw,unit=0,readonly=on,file={firmware[0]}", "-drive", f"if=pflash,format=raw,unit=1,file={firmware[1]}"]
        if agent:
            words += ["-chardev", f"socket,id=agent,path={port},server=on,wait=off", "-device", "virtserialport,chardev=agent,name=desk.test"]
        else:
            # A pointer that reports places stands for the touch screen: without anything to touch no start is a good one.
            words += ["-device", "virtio-tablet-pci"]
        self.errors = open(os.path.join(folder, "qemu.log"), "w", encoding="utf-8")
        self.began = time.monotonic()
        self.process = subprocess.Popen(words, stdout=self.errors, stderr=subprocess.STDOUT)
        try:
            self.qmp = self._connect(qmp)
            self.qmp.read(time.monotonic() + 30)
            self.command("qmp_capabilities")
            self.agent = self._connect(port) if agent else None
        except Exception:
            self.kill()
            raise
        self.pictures = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def _connect(self, path):
        until = time.monotonic() + 30
        while True:
            try:
                return Line(path)
            except (FileNotFoundError, ConnectionRefusedError):
                if self.process.poll() is not None or time.monotonic() > until:
                    raise Failed(f"QEMU does not start; see {self.folder}/qemu.log")
                time.sleep(0.05)

    def kill(self):
        """As a power cut."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.errors.close()

    def seconds(self):
        return time.monotonic() - self.began

    def command(self, name, **arguments):
        self.qmp.send(json.dumps({"execute": name, "arguments": arguments}))
        until = time.monotonic() + 60
        while True:
            said = json.loads(self.qmp.read(until))
            if "return" in said:
                return said["return"]
            if "error" in said:
                raise Failed(f"{name}: {said['error']['desc']}")
            self.events.append(said["event"])

    def picture(self, keep=None):
        """What is on the panel now; kept as PNG under a name for whoever looks at the run."""
        path = os.path.join(self.folder, "now.ppm")
        self.command("screendump", filename=path, format="ppm")
        if keep:
            self.command("screendump", filename=os.path.join(self.folder, keep + ".png"), format="png")
        return Picture(path)

    def wait_for_picture(self, what, wanted, patience=PATIENCE):
        until = time.monotonic() + patience
        while True:
            if self.process.poll() is not None:
                raise Failed(f"the machine ended while waiting for {what}")
            now = self.picture()
            if wanted(now):
                return now
            if time.monotonic() > until:
                self.picture(keep="gave-up")
                raise Failed(f"no {what} within {patience} s; see {self.folder}/gave-up.png")
            time.sleep(0.5)

    def wait_for_agent(self, patience=PATIENCE):
        until = time.monotonic() + patience
        while self.agent.read(until) != "== ready":
            pass

    def run(self, command, patience=90):
        """Output and status of a command inside."""
        self.agent.send("run " + command)
        lines, until = [], time.monotonic() + patience
        while True:
            line = self.agent.read(until)
            if re.fullmatch(r"== \d+", line):
                return "\n".join(lines).strip(), int(line[3:])
            lines.append(line)

    def tap(self, x, y):
        """A finger, at pixels of the picture."""
        width, height = self.size
        self.agent.send(f"down {x * 32767 // width} {y * 32767 // height}")
        time.sleep(0.15)
        self.agent.send("up")

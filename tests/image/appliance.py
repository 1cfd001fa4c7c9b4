"""What the appliance's tests share: where the built things are, and a start with the agent inside."""
import io
import os
import subprocess

from machine import Machine

HERE = os.path.dirname(os.path.abspath(__file__))
HOOK = """#!/bin/sh
# /run goes with the system when the root is changed, so nothing of the sealed root is touched.
mkdir -p /run/desk-test /run/systemd/system/sysinit.target.wants
cp /desk-test/agent /run/desk-test/agent
cp /desk-test/desk-test.service /run/systemd/system/
ln -s ../desk-test.service /run/systemd/system/sysinit.target.wants/desk-test.service
"""
UNIT = """[Unit]
DefaultDependencies=no
After=systemd-udev-trigger.service
[Service]
ExecStartPre=-/usr/sbin/modprobe uinput
ExecStartPre=-/usr/bin/udevadm wait --timeout=120 /dev/virtio-ports/desk.test
ExecStart=/run/desk-test/agent /dev/virtio-ports/desk.test
"""


def cpio(files):
    """A "newc" archive of (path, mode, content); content None is a folder."""
    out = io.BytesIO()
    for number, (path, mode, content) in enumerate(files + [("TRAILER!!!", 0, b"")], start=1):
        data = content or b""
        fields = [number, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(path) + 1, 0]
        out.write(b"070701" + b"".join(b"%08X" % field for field in fields) + path.encode() + b"\0")
        out.write(b"\0" * (-out.tell() % 4) + data)
        out.write(b"\0" * (-out.tell() % 4))
    return out.getvalue()


class Appliance:
    """The image in `out` (build/image), started without firmware and with the agent, or as a disk in a computer."""

    def __init__(self, out, work):
        self.out, self.work = out, work
        os.makedirs(work, exist_ok=True)

    @property
    def image(self):
        return os.path.join(self.out, "desk-kiosk.img")

    def copy(self, name, larger_by=0):
        """The image on a disk of its own, which may be larger."""
        path = os.path.join(self.work, name)
        subprocess.run(["cp", "--sparse=always", self.image, path], check=True)
        os.truncate(path, os.path.getsize(path) + larger_by)
        return path

    def boot_file(self, name):
        return os.path.join(self.out, "boot", name)

    def _initrd(self):
        agent, made = os.path.join(self.work, "agent"), os.path.join(self.work, "initrd")
        subprocess.run(["gcc", "-O2", "-static", "-o", agent, os.path.join(HERE, "agent.c")], check=True)
        folder, script, plain = 0o40755, 0o100755, 0o100644
        with open(agent, "rb") as file:
            program = file.read()
        extra = cpio([
            ("desk-test", folder, None), ("desk-test/agent", script, program), ("desk-test/desk-test.service", plain, UNIT.encode()),
            # Below usr: a real lib/ would take the place of the initrd's link.
            ("usr", folder, None), ("usr/lib", folder, None), ("usr/lib/dracut", folder, None), ("usr/lib/dracut/hooks", folder, None),
            ("usr/lib/dracut/hooks/pre-pivot", folder, None), ("usr/lib/dracut/hooks/pre-pivot/99-desk-test.sh", script, HOOK.encode())])
        with open(self.boot_file("initrd"), "rb") as file, open(made, "wb") as out:
            initrd = file.read()
            out.write(initrd + b"\0" * (-len(initrd) % 4) + extra)
        return made

    def start_with_agent(self, name, drive, slot="a"):
        with open(self.boot_file("command-line-" + slot), encoding="utf-8") as file:
            line = file.read().strip()
        return Machine(os.path.join(self.work, name), [drive], kernel=self.boot_file("kernel"), initrd=self._initrd(),
                       command_line=line + " console=ttyS0,115200 console=tty0", agent=True)

    def start_as_disk(self, name, disk, variables, stick=None):
        """Firmware, systemd-boot and a slot's own kernel image, as on the counter."""
        drives = [f"file={disk},if=virtio,format=raw,cache=writeback"]
        if stick:
            drives.append(f"file={stick},if=virtio,format=raw")
        return Machine(os.path.join(self.work, name), drives, firmware=("/usr/share/OVMF/OVMF_CODE_4M.fd", variables))


def firmware_variables(path):
    with open("/usr/share/OVMF/OVMF_VARS_4M.fd", "rb") as source, open(path, "wb") as out:
        out.write(source.read())
    return path

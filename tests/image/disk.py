"""Reading and damaging the parts of a disk image from outside, without mounting it."""
import json
import os
import shutil
import struct
import subprocess

SECTOR = 512


def output(*words):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout


def partition(disk, name):
    """Start and length in bytes."""
    for part in json.loads(output("sfdisk", "--json", disk))["partitiontable"]["partitions"]:
        if part.get("name") == name:
            return part["start"] * SECTOR, part["size"] * SECTOR
    raise KeyError(name)


def boot_entries(disk):
    start, _ = partition(disk, "esp")
    listed = subprocess.run(["mdir", "-b", "-i", f"{disk}@@{start}", "::EFI/Linux"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return sorted(os.path.basename(line.strip()) for line in listed.splitlines() if line.strip().endswith(".efi"))


def copy_entry(disk, source, name):
    start, _ = partition(disk, "esp")
    output("mcopy", "-o", "-i", f"{disk}@@{start}", source, f"::EFI/Linux/{name}")


def write(disk, name, source):
    start, size = partition(disk, name)
    assert os.path.getsize(source) <= size
    output("dd", f"if={source}", f"of={disk}", "bs=1M", "conv=notrunc,sparse", "oflag=seek_bytes", f"seek={start}", "status=none")


def damage_root(disk, name):
    """One bit of the block that holds the table of inodes: no start can do without it."""
    start, _ = partition(disk, name)
    with open(disk, "r+b") as file:
        file.seek(start)
        head = file.read(96)
        assert head[:4] == b"hsqs"
        place = start + struct.unpack_from("<Q", head, 64)[0] + 64
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))
    return place - start


def data_folder(disk, out):
    """What the data partition holds, its journal replayed as the next start would."""
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    start, size = partition(disk, "data")
    part = out + ".part"
    output("dd", f"if={disk}", f"of={part}", "bs=1M", "iflag=skip_bytes,count_bytes", f"skip={start}", f"count={size}", "conv=sparse", "status=none")
    checked = subprocess.run(["e2fsck", "-fy", part], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert checked.returncode in (0, 1), checked.stdout
    output("debugfs", "-R", f"rdump / {out}", part)
    os.unlink(part)
    return out


def applications(control, data):
    """The records, read by the desk's own program with the box's own key."""
    with open(os.path.join(data, "config", "desk.toml"), encoding="utf-8") as file:
        text = file.read()
    config = os.path.join(data, "reading.toml")
    with open(config, "w", encoding="utf-8") as file:
        file.write(text.replace("/var/lib/desk-kiosk/", os.path.join(data, "kiosk") + "/"))
    listed = json.loads(output(control, "application", "list", "--config", config, "--json"))
    shown = [json.loads(output(control, "application", "show", one["application"], "--config", config, "--json")) for one in listed["applications"]]
    return {one["reception"]: one for one in shown}

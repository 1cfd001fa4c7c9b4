"""What takes many starts: a blessed slot that rots, an update and a broken one, and power cuts during a visit. An hour on two cores.

    python3 tests/image/release.py BUILD_IMAGE WORK [rot] [update] [cuts]
"""
import os
import shutil
import subprocess
import sys
import time

import disk
import visit
from appliance import Appliance, firmware_variables
from boot import check, is_picture
from machine import Failed

HERE = os.path.dirname(os.path.abspath(__file__))
CONTROL = os.path.join(HERE, "..", "..", "build", "release", "bin", "desk-ctl")


def wait_for_entries(box, path, what, wanted, patience):
    """Until the boot entries on the ESP are such."""
    until = time.monotonic() + patience
    seen = None
    while True:
        now = disk.boot_entries(path)
        if now != seen:
            seen = now
            print(f"       {box.seconds():5.0f} s  {' '.join(now)}", flush=True)
        if wanted(now):
            return
        if box.process.poll() is not None:
            raise Failed(f"the machine ended while waiting for: {what}")
        if time.monotonic() > until:
            box.picture(keep="gave-up")
            raise Failed(f"not within {patience} s: {what}")
        box.picture(keep="waiting")
        time.sleep(1)


def good_start(box, path, slot, patience=900):
    """A start of `slot` by the firmware: it costs a try, and gives it back when it was found good."""
    wait_for_entries(box, path, f"a start of slot {slot}", lambda now: f"desk-{slot}+2-1.efi" in now, patience)
    wait_for_entries(box, path, f"slot {slot} found good", lambda now: f"desk-{slot}+3.efi" in now, patience)


def power_button(box, patience=300):
    box.command("system_powerdown")
    until = time.monotonic() + patience
    while box.process.poll() is None:
        if time.monotonic() > until:
            raise Failed("the power button does not switch it off")
        time.sleep(0.5)


def fresh_disk(appliance, name, both=False):
    path = appliance.copy(name)
    if both:
        update = os.path.join(appliance.out, "desk-update")
        disk.write(path, "root-b", os.path.join(update, "root.squashfs"))
        disk.write(path, "root-b-verity", os.path.join(update, "root.verity"))
        disk.copy_entry(path, os.path.join(update, "desk-b.efi"), "desk-b+3.efi")
    return path


def which_first(entries):
    """systemd-boot takes the higher name of two of one version."""
    return "b" if any(name.startswith("desk-b") for name in entries) else "a"


def rot(appliance):
    """A slot that was found good and rots later gives way to the other one."""
    path = fresh_disk(appliance, "rot.img", both=True)
    variables = firmware_variables(os.path.join(appliance.work, "rot.vars"))
    first = which_first(disk.boot_entries(path))
    other = "a" if first == "b" else "b"
    with appliance.start_as_disk("rot-good", path, variables) as box:
        good_start(box, path, first)
        box.picture(keep="good")
        check(f"slot {first} starts, and is given its tries back", True, " ".join(disk.boot_entries(path)))
        power_button(box)
    place = disk.damage_root(path, f"root-{first}")
    with appliance.start_as_disk("rot-fallen", path, variables) as box:
        began = time.monotonic()
        good_start(box, path, other, patience=1500)
        picture = box.picture(keep="other")
        check("the other slot stands on the panel", is_picture(picture), f"after {time.monotonic() - began:.0f} s; one bit of {first} at byte {place}")
        check("the rotten one is out of tries", any(name.startswith(f"desk-{first}+0") for name in disk.boot_entries(path)), " ".join(disk.boot_entries(path)))
    os.unlink(path)


def stick_with(appliance, name, folder):
    path = os.path.join(appliance.work, name)
    with open(path, "wb") as file:
        file.truncate(700 << 20)
    subprocess.run(["mkfs.vfat", "-F", "32", "-n", "DESK-UPDATE", path], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["mmd", "-i", path, "::desk-update"], check=True)
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    subprocess.run(["mcopy", "-i", path, *files, "::desk-update"], check=True)
    return path


def told_on(stick):
    return subprocess.run(["mtype", "-i", stick, "::result.txt"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.strip()


def next_update(appliance, name, serial, breaking=None):
    """The update after the one that is installed: the same root with another number, signed by the same key; broken when asked to."""
    out = os.path.join(appliance.work, name)
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([os.path.join(HERE, "next-update.sh"), appliance.out, out, str(serial), breaking or ""], check=True)
    return os.path.join(out, "desk-update")


def written_from(box, path, stick, slot):
    wait_for_entries(box, path, f"the update in slot {slot}", lambda now: f"desk-{slot}+3.efi" in now and told_on(stick), 1200)
    check("the stick says what was done", "is written" in told_on(stick), told_on(stick))


def update(appliance):
    """A to B by a memory stick; then a broken update for A, which gives way to B; the records stay."""
    path = fresh_disk(appliance, "update.img")
    variables = firmware_variables(os.path.join(appliance.work, "update.vars"))
    with open(os.path.join(appliance.out, "root", "usr/share/desk-kiosk/image-serial"), encoding="utf-8") as file:
        serial = int(file.read())
    newer = stick_with(appliance, "newer.img", next_update(appliance, "newer", serial + 1))
    broken = stick_with(appliance, "broken.img", next_update(appliance, "broken", serial + 2, breaking="usr/bin/desk-kiosk"))

    with appliance.start_with_agent("update-visit", drive=f"file={path},if=virtio,format=raw") as box:
        box.wait_for_agent()
        visit.begin(box, box.tap, answers=1)
        box.picture(keep="visit")
        power_button(box)
    before = disk.applications(CONTROL, disk.data_folder(path, os.path.join(appliance.work, "data-before")))
    check("a visit is on the data partition", len(before) == 1, " ".join(before))

    with appliance.start_as_disk("update-a", path, variables, newer) as box:
        good_start(box, path, "a")
        written_from(box, path, newer, "b")
        power_button(box)
    with appliance.start_as_disk("update-b", path, variables, broken) as box:
        good_start(box, path, "b")
        box.picture(keep="b")
        check("the newer slot starts next, and is found good", True, " ".join(disk.boot_entries(path)))
        written_from(box, path, broken, "a")
        power_button(box)
    between = disk.applications(CONTROL, disk.data_folder(path, os.path.join(appliance.work, "data-between")))
    check("the records are there in the newer slot", not visit.lost(before, between), " ".join(between))

    with appliance.start_as_disk("broken", path, variables) as box:
        began = time.monotonic()
        wait_for_entries(box, path, "slot a without tries", lambda now: any(name.startswith("desk-a+0") for name in now), 2400)
        good_start(box, path, "b", patience=1500)
        check("a broken update gives way to the version before", is_picture(box.picture(keep="back")), f"after {time.monotonic() - began:.0f} s")
        power_button(box)
    after = disk.applications(CONTROL, disk.data_folder(path, os.path.join(appliance.work, "data-after")))
    check("the records are those of before", not visit.lost(before, after), " ".join(after))
    for made in (path, newer, broken):
        os.unlink(made)


def cuts(appliance):
    """The power goes five times during visits: whatever was shown as saved is there."""
    path = fresh_disk(appliance, "cuts.img")
    drive = f"file={path},if=virtio,format=raw,cache=writethrough"
    kept = {}
    for time_number in range(1, 6):
        with appliance.start_with_agent(f"cut-{time_number}", drive=drive) as box:
            box.wait_for_agent()
            visit.begin(box, box.tap, answers=time_number - 1)
            box.picture(keep="before-the-cut")
            shown = visit.kept(box)
            check(f"cut {time_number}: what the cuts before it left is there", not visit.lost(kept, shown), " ".join(visit.lost(kept, shown) or shown))
            check(f"cut {time_number}: the number on the screen is a record", len(shown) == time_number, len(shown))
            kept = shown
            box.kill()
    left = disk.applications(CONTROL, disk.data_folder(path, os.path.join(appliance.work, "data-cuts")))
    check("after the last cut every record opens, with its answers", sorted(left) == sorted(kept) and all(one["answers_saved"] for one in left.values()), " ".join(sorted(left)))
    os.unlink(path)


def main():
    appliance = Appliance(sys.argv[1], sys.argv[2])
    for name in sys.argv[3:] or ["rot", "update", "cuts"]:
        print(f"  -- {name}", flush=True)
        began = time.monotonic()
        try:
            {"rot": rot, "update": update, "cuts": cuts}[name](appliance)
        except Failed as failure:
            check(f"{name}: {failure}", False)
        print(f"  -- {name}: {time.monotonic() - began:.0f} s", flush=True)
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())

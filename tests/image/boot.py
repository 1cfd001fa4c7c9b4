"""The image, started: the start screen on its panel, touched; sealed; closed; and back by itself after it hung."""
import os
import re
import sys
import time

from appliance import Appliance
from machine import PATIENCE, Failed

# Where the start screen has its languages and its large button, in pixels of the 1280x800 panel.
ENGLISH = (373, 748)
# Every disk is larger than the image.
LARGER_BY = 512 << 20
SERVICES = ("desk-kiosk.service", "desk-auth.service", "desk-auth-page.service")


def check(what, good, found=""):
    print(f"  {'ok  ' if good else 'FAIL'} {what}{': ' + str(found) if found != '' else ''}", flush=True)
    if not good:
        check.failed.append(what)


check.failed = []


def is_picture(picture):
    """More than the black of an empty panel and the grey of a console."""
    return picture.colours() > 40


def settled(box, keep):
    """The picture once it has stopped to change."""
    before = box.wait_for_picture("picture", is_picture)
    while True:
        time.sleep(2)
        now = box.picture(keep=keep)
        if now.share_unlike(before) < 0.0005 and is_picture(now):
            return now
        before = now


def see_and_touch(box):
    box.wait_for_agent()
    # Waits for the start that is under way, and does not begin another.
    box.run("systemctl start desk-kiosk.service", patience=PATIENCE)
    check("a picture stands when the desk says that it is ready", is_picture(box.picture(keep="ready")))
    first = settled(box, "start")
    print(f"  the start screen stood after {box.seconds():.0f} s", flush=True)
    check("the panel is filled", first.colours() > 100, first.colours())
    box.tap(*ENGLISH)
    box.wait_for_picture("other language", lambda now: first.share_unlike(now) > 0.02, patience=60)
    english = settled(box, "english")
    check("a touch changes the language", first.share_unlike(english) > 0.02, f"{100 * first.share_unlike(english):.1f} % of the pixels")
    return first, english


def look_inside(box):
    box.run("systemctl is-system-running --wait", patience=240)
    failed, _ = box.run("systemctl --failed --no-legend --plain | cut -d' ' -f1")
    check("no unit has failed", failed == "", failed)
    for service in SERVICES:
        state, _ = box.run(f"systemctl show -p ActiveState -p Result -p NRestarts {service} | sort | tr '\\n' ' '")
        # The page role has nothing to serve before somebody configures it, and says so by ending well.
        wanted = "inactive" if service == "desk-auth-page.service" else "active"
        check(f"{service} is {wanted}, and never had to be restarted", state == f"ActiveState={wanted} NRestarts=0 Result=success", state)
        figure, _ = box.run(f"systemd-analyze security --no-pager {service} | tail -n 1")
        exposure = re.search(r"service: ([0-9.]+)", figure)
        check(f"{service} is exposed by 2.0 at the most", exposure is not None and float(exposure.group(1)) <= 2.0, exposure and exposure.group(1))
    root, _ = box.run("findmnt -no FSTYPE,SOURCE /")
    check("the root is an overlay in memory", root.startswith("overlay"), root)
    verity, _ = box.run("veritysetup status root")
    check("what lies below it is verified", "status:      verified" in verity, re.sub(r"\s+", " ", verity)[:120])
    rules, _ = box.run("nft list table inet desk")
    check("input, forward and output drop", rules.count("policy drop") == 3, rules.count("policy drop"))
    check("the network waited for the rules", box.run("systemctl show -p Requires systemd-networkd.service | grep -c desk-firewall")[1] == 0)
    listening, _ = box.run("cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == \"0A\" {print $2}'")
    doors = [door for door in listening.split() if not re.match(r"(0100007F|00000000000000000000000001000000|3[56]00007F):", door)]
    check("nothing listens but on this machine's own loop", not doors, " ".join(doors))
    check("no console has a login", box.run("systemctl list-units --no-legend 'getty@*' 'serial-getty@*' 'console-getty*' | grep -c .")[0] == "0")
    check("nobody can log in", box.run("awk -F: '$2 !~ /^[!*]/' /etc/shadow")[0] == "", box.run("awk -F: '$2 !~ /^[!*]/ {print $1}' /etc/shadow")[0])
    check("sysrq is off", box.run("cat /proc/sys/kernel/sysrq")[0] == "0")
    check("ctrl-alt-del does nothing", box.run("systemctl is-enabled ctrl-alt-del.target")[0] == "masked")
    check("credentials are not taken from outside", box.run("grep -c systemd.import_credentials=no /proc/cmdline")[0] == "1")
    check("the data partition is mounted where the desk keeps things",
          box.run("findmnt -rno TARGET -S /dev/disk/by-partlabel/data; findmnt -rno TARGET | grep -cE '^/(var/lib/desk-(kiosk|auth|page)|etc/desk-kiosk)$'")[0].endswith("4"))
    size, _ = box.run("findmnt -bno SIZE /data")
    check("the data partition took the rest of the disk", int(size) > 1.6 * LARGER_BY, f"{int(size) >> 20} MB")
    check("the desk's records belong to it alone", box.run("stat -c '%U %a' /var/lib/desk-kiosk")[0] == "desk-kiosk 700", box.run("stat -c '%U %a' /var/lib/desk-kiosk")[0])
    good, _ = box.run("timeout 120 sh -c 'while systemctl --quiet is-active desk-boot-good; do sleep 1; done'; systemctl show -p Result --value desk-boot-good", patience=150)
    check("the start was found to be a good one", good == "success", good)
    serial, _ = box.run("cat /usr/share/desk-kiosk/image-serial")
    started, _ = box.run("desk-ctl audit rows | grep kiosk_started | tail -n 1")
    check("the start is on record with the number of its image", started.endswith(f"image={serial}"), started)
    memory, _ = box.run("awk '/^MemTotal/ {all = $2} /^MemAvailable/ {free = $2} END {print int((all - free) / 1024)}' /proc/meminfo")
    print(f"       memory in use {memory} MB", flush=True)
    times, _ = box.run("for u in basic.target desk-kiosk.service; do systemctl show -p ActiveEnterTimestampMonotonic --value $u; done; systemd-analyze time | head -n 1")
    lines = times.split("\n")
    basic, kiosk = int(lines[0]) / 1e6, int(lines[1]) / 1e6
    print(f"       basic.target after {basic:.1f} s, first picture after {kiosk:.1f} s: {kiosk / basic:.2f} of it ({lines[-1]})", flush=True)


def hang_and_return(box, first, english):
    check("it is another picture than the start screen", first.share_unlike(english) > 0.02)
    before, _ = box.run("systemctl show -p NRestarts --value desk-kiosk")
    box.run("systemctl kill --kill-whom=main --signal=STOP desk-kiosk")
    hung = time.monotonic()
    box.wait_for_picture("start screen after the watchdog", lambda now: is_picture(now) and first.share_unlike(now) < 0.01, patience=240)
    print(f"  the start screen was back {time.monotonic() - hung:.0f} s after the desk hung", flush=True)
    box.picture(keep="after-watchdog")
    after, _ = box.run("systemctl show -p NRestarts --value desk-kiosk")
    check("the watchdog restarted it", int(after) == int(before) + 1, f"{before} → {after}")


def close_when_it_fails(box):
    """A site's own rule with a mistake: better no network than an open one."""
    box.run("mkdir -p /etc/desk-kiosk/firewall; echo nonsense >/etc/desk-kiosk/firewall/broken.nft")
    box.run("systemctl stop systemd-networkd.socket systemd-networkd.service; nft flush ruleset; systemctl restart desk-firewall.service")
    check("rules with a mistake do not load", box.run("systemctl is-active desk-firewall.service")[0] == "failed")
    check("the network does not start without them", box.run("systemctl start systemd-networkd.service")[1] != 0)
    box.run("rm -r /etc/desk-kiosk/firewall; systemctl restart desk-firewall.service; systemctl start systemd-networkd.service")
    check("both come back with the mistake gone", box.run("systemctl is-active desk-firewall.service systemd-networkd.service")[1] == 0)


def take_the_address_of_the_site(box):
    """A fixed address in the folder of settings counts before DHCP."""
    box.run("ip link add dummy0 type dummy; mkdir -p /etc/desk-kiosk/network")
    box.run("printf '[Match]\\nType=ether\\n[Network]\\nAddress=192.0.2.7/24\\n' >/etc/desk-kiosk/network/10-site.network")
    box.run("/usr/libexec/desk-kiosk/data-folders && networkctl reload")
    found, _ = box.run("timeout 60 sh -c 'until ip -brief -4 address show dummy0 | grep 192.0.2.7/24; do sleep 0.2; done'", patience=90)
    check("a fixed address of the site is taken", "192.0.2.7/24" in found, found)
    box.run("ip link delete dummy0; rm -r /etc/desk-kiosk/network /run/systemd/network/10-site.network; networkctl reload")


def main():
    appliance = Appliance(sys.argv[1], sys.argv[2])
    path = appliance.copy("boot.img", larger_by=LARGER_BY)
    with appliance.start_with_agent("boot", drive=f"file={path},if=virtio,format=raw") as box:
        try:
            first, english = see_and_touch(box)
            look_inside(box)
            hang_and_return(box, first, english)
            close_when_it_fails(box)
            take_the_address_of_the_site(box)
        except Failed as failure:
            check(str(failure), False)
        print(f"  pictures: {os.path.join(sys.argv[2], 'boot')}", flush=True)
    os.unlink(path)
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env bash
# What the image is made of, without starting it.  tests/image/files.sh BUILD_IMAGE WORK
set -euo pipefail
out=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/../.."
source image/parts/root.sh
source image/parts/disk.sh
failed=0
check() { if "${@:2}"; then echo "  ok   $1"; else echo "  FAIL $1"; failed=1; fi; }
root=$out/root

same_twice() { squash "$root" "$work/again.squashfs" && cmp -s "$work/again.squashfs" "$out/desk-update/root.squashfs" && rm -f "$work/again.squashfs"; }
check "two squashfs of one root are the same file" same_twice

bytes=$(stat -c %s "$out/desk-update/root.squashfs")
check "the root has $((bytes / 1000000)) MB, at most 400" test "$bytes" -le 400000000
check "its hashes fit it" veritysetup verify "$out/desk-update/root.squashfs" "$out/desk-update/root.verity" "$(<"$out/boot/root-hash")"

hosts() { machine_sources | xargs grep -hoE '://[^/ ]+' | sed 's#://##; s/.*@//; s/:[0-9]*$//' | sort -u | grep -v '^deb\.debian\.org$'; }
no_mirror() {
  local host
  for host in $(hosts); do
    if as_root grep -rlF --devices=skip "$host" "$root" | grep .; then return 1; fi
  done
}
check "no name of where the packages came from" no_mirror
no_build_folder() { ! as_root grep -rlF --devices=skip --exclude-dir=modules "$PWD" "$root" | grep .; }
check "no folder of the machine that built it" no_build_folder
check "no secret that two boxes would share" test ! -e "$root/etc/desk-kiosk/auth-secret" -a ! -s "$root/etc/machine-id" -a ! -e "$root/var/lib/desk-kiosk/site.key"

partitions() { sfdisk -l -o Name "$out/desk-kiosk.img" | tail -n 6 | tr '\n' ' '; }
check "partitions: $(partitions)" test "$(partitions)" = "esp root-a root-a-verity root-b root-b-verity data "
check "the update is signed" build/release/bin/desk-ctl update check "$out/desk-update" --public_key "$(echo "$root"/usr/share/desk-kiosk/update-keys/*.pub)"
setuid() { as_root find "$root" -xdev -type f -perm /6000 -printf '%P\n' | sort | tr '\n' ' '; }
known="usr/bin/chage usr/bin/chfn usr/bin/chsh usr/bin/expiry usr/bin/gpasswd usr/bin/mount usr/bin/newgrp usr/bin/passwd usr/bin/su usr/bin/umount usr/bin/wall usr/bin/write.ul \
usr/lib/dbus-1.0/dbus-daemon-launch-helper usr/sbin/unix_chkpwd"
only_known() { local file; for file in $(setuid); do case " $known " in *" $file "*) ;; *) echo "$file"; return 1 ;; esac; done; }
check "no program runs as somebody else but Debian's own" only_known

config=$work/config
rm -rf "$config" "$work/disk"
mkdir -p "$config"
sed 's/○○商工会議所/高崎商工会議所/' data/config/desk.example.toml >"$config/desk.toml"
truncate -s 3G "$work/disk"
check "image/write asks, and takes no for an answer" bash -c "! printf 'no\n' | image/write '$work/disk' 2>/dev/null >&2"
check "image/write puts disk and configuration onto a larger disk" bash -c "image/write '$work/disk' --config '$config' --yes >'$work/write.log' 2>&1"
config_there() {
  local start
  start=$(sfdisk -l -o Start,Name "$work/disk" 2>/dev/null | awk '$2 == "data" {print $1}')
  debugfs -R "cat config/desk.toml" "$work/disk?offset=$((start * 512))" 2>/dev/null | cmp -s - "$config/desk.toml"
}
check "the configuration is on its data partition" config_there
printf 'nonsense = 1\n' >>"$config/desk.toml"
check "a configuration with a mistake is refused before anything is written" bash -c "! image/write '$work/disk' --config '$config' --yes 2>/dev/null >&2"
rm -f "$work/disk"
exit $failed

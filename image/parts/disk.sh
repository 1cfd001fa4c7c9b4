# Sealed root, kernels and the disk: plain files put together without loop devices or mounts. Sourced after root.sh.

# Sizes in MiB. A root may grow to 600; its hashes take a hundredth. Two kernels and their next ones fit the ESP.
readonly esp_mib=256 root_mib=600 hash_mib=16 data_mib=512
readonly stub=/usr/lib/systemd/boot/efi/linuxx64.efi.stub loader=/usr/lib/systemd/boot/efi/systemd-bootx64.efi

# Two files of one root are the same file: fixed times, order and salt. What the salt is for (that two roots with a common file do not show
# it) does not concern a root that anybody may read.
squash() {  # ROOT FILE
  rm -f "$2"
  as_root mksquashfs "$1" "$2" -noappend -quiet -no-progress -comp zstd -Xcompression-level 9 -all-time "$root_age" -mkfs-time "$root_age" -e boot
  as_root chown "$(id -u):$(id -g)" "$2"
}

seal_root() {  # ROOT UPDATE BOOT SERIAL
  mkdir -p "$2" "$3"
  squash "$1" "$2/root.squashfs"
  rm -f "$2/root.verity"
  veritysetup format "$2/root.squashfs" "$2/root.verity" --salt="$(printf '%064d' 0)" \
    --uuid="$(printf '00000000-0000-4000-8000-%012d' "$4")" | awk '/^Root hash/ {print $3}' >"$3/root-hash"
  printf '  root hash %s\n' "$(<"$3/root-hash")"
}

# The whole of what a slot trusts: its partitions by name, and the hash that they must have.
command_line() {  # SLOT HASH
  printf '%s' "roothash=$2 systemd.verity_root_data=PARTLABEL=root-$1 systemd.verity_root_hash=PARTLABEL=root-$1-verity" \
    " systemd.verity_root_options=panic-on-corruption systemd.volatile=overlay desk.slot=$1" \
    " quiet loglevel=3 vt.global_cursor_default=0 systemd.show_status=no rd.systemd.show_status=no panic=10 oops=panic lockdown=integrity" \
    " systemd.import_credentials=no rd.shell=0 rd.emergency=reboot systemd.mask=debug-shell.service"
}

# Also leaves kernel, initrd and command lines in BOOT, for a start without firmware.
make_kernels() {  # ROOT UPDATE BOOT
  local root=$1 update=$2 boot=$3 slot
  mkdir -p "$boot"
  as_root cat "$(echo "$root"/boot/vmlinuz-*)" >"$boot/kernel"
  as_root cat "$(echo "$root"/boot/initrd.img-*)" >"$boot/initrd"
  for slot in a b; do
    command_line "$slot" "$(<"$boot/root-hash")" >"$boot/command-line-$slot"
    objcopy --add-section .osrel="$root/usr/lib/os-release" --change-section-vma .osrel=0x20000 \
      --add-section .cmdline="$boot/command-line-$slot" --change-section-vma .cmdline=0x30000 \
      --add-section .linux="$boot/kernel" --change-section-vma .linux=0x2000000 \
      --add-section .initrd="$boot/initrd" --change-section-vma .initrd=0x4000000 "$stub" "$update/desk-$slot.efi"
  done
}

make_esp() {  # UPDATE FILE
  local settings
  settings=$(mktemp)
  printf 'timeout 0\neditor no\nauto-firmware no\n' >"$settings"
  rm -f "$2"
  truncate -s "${esp_mib}M" "$2"
  mkfs.vfat -F 32 -n ESP -i 4445534B --invariant "$2" >/dev/null
  mmd -i "$2" ::EFI ::EFI/BOOT ::EFI/systemd ::EFI/Linux ::loader
  mcopy -i "$2" "$loader" ::EFI/BOOT/BOOTX64.EFI
  mcopy -i "$2" "$settings" ::loader/loader.conf
  mcopy -i "$2" "$1/desk-a.efi" "::EFI/Linux/desk-a+3.efi"
  rm -f "$settings"
}

# place IMAGE START FILE: at START MiB, holes left out.
place() { dd if="$3" of="$1" bs=1M seek="$2" conv=notrunc,sparse status=none; }

make_disk() {  # ROOT UPDATE IMAGE
  local update=$2 image=$3 at=1 plan="label: gpt" size name type
  local root_type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709 hash_type=2C7357ED-EBD2-46D9-AEC1-23D437EC2BF5
  local -A start=()
  for part in "$esp_mib uefi esp" "$root_mib $root_type root-a" "$hash_mib $hash_type root-a-verity" "$root_mib $root_type root-b" \
      "$hash_mib $hash_type root-b-verity" "$data_mib linux data"; do
    read -r size type name <<<"$part"
    plan+=$'\n'"start=${at}MiB, size=${size}MiB, type=$type, name=$name"
    start[$name]=$at
    at=$((at + size))
  done
  local bytes
  bytes=$(stat -c %s "$update/root.squashfs")
  (( bytes <= root_mib * 1024 * 1024 )) || { echo "the root has $bytes bytes, its partition $root_mib MiB" >&2; return 1; }
  rm -f "$image"
  truncate -s "$((at + 1))M" "$image"
  sfdisk -q "$image" <<<"$plan"
  make_esp "$update" "$image.esp"
  rm -f "$image.data"
  truncate -s "${data_mib}M" "$image.data"
  mkfs.ext4 -q -L desk-data -m 1 "$image.data"
  place "$image" "${start[esp]}" "$image.esp"
  place "$image" "${start[root-a]}" "$update/root.squashfs"
  place "$image" "${start[root-a-verity]}" "$update/root.verity"
  place "$image" "${start[data]}" "$image.data"
  rm -f "$image.esp" "$image.data"
}

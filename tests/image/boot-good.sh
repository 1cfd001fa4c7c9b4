#!/usr/bin/env bash
# What the box does after a start that did not get well, by the entries that systemd-boot left:  tests/image/boot-good.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bin" "$work/esp/EFI/Linux"

# The services of a desk that ends at once, and a machine that says when it is told to start anew.
cat >"$work/bin/systemctl" <<'END'
#!/bin/sh
case "$*" in
  reboot) echo "starts anew" ;;
  *NRestarts*) echo 20 ;;
  *is-active*) exit 3 ;;
esac
END
printf '#!/bin/sh\nexit 1\n' >"$work/bin/udevadm"
chmod 0755 "$work/bin/"*

failed=0
expect() {  # WHAT anew|stays COUNTED ENTRY...: COUNTED is what the boot loader calls the entry that runs, empty after a start without it
  local what=$1 wanted=$2 counted=$3 found=stays
  shift 3
  rm -f "$work"/esp/EFI/Linux/* "$work/counted"
  for entry in "$@"; do touch "$work/esp/EFI/Linux/$entry"; done
  [ -z "$counted" ] || printf '%s' "$counted" >"$work/counted"
  if PATH="$work/bin:$PATH" DESK_ESP="$work/esp" DESK_COUNT_PATH="$work/counted" \
      bash image/appliance/root/usr/libexec/desk-kiosk/boot-good >"$work/said"; then :; fi
  ! grep -q "starts anew" "$work/said" || found=anew
  if [ "$found" = "$wanted" ]; then echo "  ok   $what"; else echo "  FAIL $what: $found"; failed=1; fi
}

expect "a bad start with tries left is repeated" anew '\EFI\Linux\desk-a+2-1.efi' desk-a+2-1.efi desk-b+0-3.efi
expect "after the last try the other slot has its turn" anew '\EFI\Linux\desk-a+0-3.efi' desk-a+0-3.efi desk-b+3.efi
expect "a slot that is not counted is one to turn to" anew '\EFI\Linux\desk-a+0-3.efi' desk-a+0-3.efi desk-b.efi
expect "without tries anywhere the box stays" stays '\EFI\Linux\desk-a+0-3.efi' desk-a+0-3.efi desk-b+0-3.efi
expect "nor does the only slot turn in circles" stays '\EFI\Linux\desk-a+0-3.efi' desk-a+0-3.efi
expect "ten tries are not none" anew '\EFI\Linux\desk-a+10-1.efi' desk-a+10-1.efi
expect "a start without the boot loader is not repeated" stays "" desk-a+3.efi
exit "$failed"

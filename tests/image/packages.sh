#!/usr/bin/env bash
# The packages in a clean Debian: apt brings what they ask for, owners and modes are right, a whole visit runs there as the desk's own user,
# and purging leaves nothing.  tests/image/packages.sh FOLDER_OF_PACKAGES WORK
set -euo pipefail
packages=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/../.."
source image/parts/root.sh

cat >"$work/inside.sh" <<'E2'
#!/bin/sh
set -eu
export DEBIAN_FRONTEND=noninteractive
check() { if eval "$2"; then echo "  ok   $1"; else echo "  FAIL $1"; touch /tmp/failed; fi; }
apt-get install --yes --no-install-recommends /tmp/debs/*.deb >/tmp/apt.log 2>&1 || { tail -n 40 /tmp/apt.log; exit 1; }
check "apt installs them with what they ask for" 'dpkg-query -W -f="\${Status}\n" desk-kiosk desk-auth desk-ctl | grep -vc "ok installed" | grep -qx 0'
check "each program has a user of its own, none may log in" '[ "$(getent passwd desk-kiosk desk-auth desk-page | grep -c /nologin)" = 3 ]'
check "the secret between them is for them alone" '[ "$(stat -c %U:%G:%a /etc/desk-kiosk/auth-secret)" = root:desk-client:640 ]'
check "the list of PINs is read by desk-auth alone" '[ "$(stat -c %U:%G:%a /etc/desk-kiosk/staff-pins)" = root:desk-auth:640 ]'
check "the screen is not taken before somebody says so" '[ "$(systemctl is-enabled desk-kiosk)" = disabled ]'
check "desk-auth is enabled" '[ "$(systemctl is-enabled desk-auth)" = enabled ]'
check "the default configuration is read without a complaint" 'desk-ctl staff list >/dev/null'
check "the units are sound" 'systemd-analyze verify --man=no desk-kiosk.service desk-auth.service desk-auth-page.service 2>&1 | grep -i desk- | grep -vi "Cannot add dependency" | tee /tmp/verify | grep -qv . || [ ! -s /tmp/verify ]'
check "desk-ctl answers from the installed data" 'desk-ctl rules estimate --year 2026 --frame normal --cost 1000000 --processes 1 --json | grep -q subsidy'
mkdir -m 0700 /tmp/visit && chown desk-kiosk /tmp/visit
check "a whole visit runs as the desk's user" 'setpriv --reuid desk-kiosk --regid desk-kiosk --init-groups env HOME=/nonexistent desk-kiosk --tour /tmp/visit/tour >/tmp/tour.log 2>&1 || { tail -n 20 /tmp/tour.log; false; }'
check "it left pictures, the slip and files" '[ "$(ls /tmp/visit/tour/*.png | wc -l)" -gt 20 ] && [ -s /tmp/visit/tour/receipt.png ] && [ -s /tmp/visit/tour/visit.json ] && ls /tmp/visit/tour/*.pdf >/dev/null'
cp -r /tmp/visit/tour /tmp/tour-out
apt-get purge --yes desk-kiosk desk-auth desk-ctl >/tmp/purge.log 2>&1 || { tail -n 20 /tmp/purge.log; touch /tmp/failed; }
check "purging them leaves no records, keys or units" '! ls -d /var/lib/desk-* /etc/desk-kiosk /usr/libexec/desk-kiosk /usr/share/desk-kiosk 2>/dev/null | grep .'
E2
mapfile -t sources < <(machine_sources)
mapfile -t options < <(machine_apt_options)
rm -rf "$work/tour"
echo "  a clean Debian, and the packages in it; some minutes …"
as_root mmdebstrap --mode=root --variant=minbase --format=null "${options[@]}" --dpkgopt='path-exclude=/usr/share/locale/*' \
  --customize-hook='mkdir -p "$1"/tmp/debs' \
  --customize-hook="cp $packages/*.deb \"\$1\"/tmp/debs/ && cp $work/inside.sh \"\$1\"/tmp/inside.sh" \
  --customize-hook='chroot "$1" sh /tmp/inside.sh' \
  --customize-hook="cp -r \"\$1\"/tmp/tour-out $work/tour" \
  --customize-hook='test ! -e "$1"/tmp/failed' \
  bookworm - "${sources[@]}" >"$work/log" 2>&1 || { grep -aE '^  (ok  |FAIL) ' "$work/log" || true; tail -n 20 "$work/log" >&2; exit 1; }
grep -aE '^  (ok  |FAIL) ' "$work/log"
echo "  pictures of that visit: $work/tour"

#!/usr/bin/env bash
# Proves on a Debian 12 that has only python3 and make that what is committed sets itself up there.
#
#   installer/prove_bare.sh FOLDER [command …]     default command: make test
#
# FOLDER is made with debootstrap and kept for a look, or made anew when it was made by this script before.
# It is given this machine's resolver, certificates and system-wide pip settings, and nothing else: packages
# come from the Debian mirror that this machine's own apt uses. As root, on Linux, with debootstrap.
set -euo pipefail

bare=${1:?usage: installer/prove_bare.sh FOLDER [command …]}
shift
[ $# -gt 0 ] || set -- make test
project=$(cd "$(dirname "$0")/.." && pwd)
mark=.made-by-prove-bare

if [ -e "$bare" ]; then
	[ -e "$bare/$mark" ] || { echo "$bare is there already and was not made by this script." >&2; exit 1; }
	rm -rf --one-file-system "$bare"
fi
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main' | head -n 1)
[ -n "$mirror" ] || { echo "apt knows no Debian mirror here: run apt-get update first." >&2; exit 1; }

mkdir -p "$bare" && touch "$bare/$mark"
debootstrap --variant=minbase bookworm "$bare" "$mirror" >"$bare/../$(basename "$bare").debootstrap.log"

for file in /etc/resolv.conf /etc/pip.conf; do
	if [ -e "$file" ]; then install -m 0644 "$(readlink -f "$file")" "$bare$file"; fi
done
# Beside the usual place: there the package ca-certificates, once it comes along, writes its own.
certificates=/etc/ssl/certificates-of-the-host.crt
install -D -m 0644 "$(readlink -f "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}")" "$bare$certificates"
printf '#!/bin/sh\nexit 101\n' >"$bare/usr/sbin/policy-rc.d" && chmod 0755 "$bare/usr/sbin/policy-rc.d"
mkdir -p "$bare/root/project"
git -C "$project" archive HEAD | tar -x -C "$bare/root/project"

# A namespace of its own: its mounts and whatever it leaves running end with it.
inside() {
	unshare --mount --pid --fork --kill-child sh -c \
		'mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev/shm" && root=$1 && shift && exec chroot "$root" "$@"' \
		sh "$bare" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		SSL_CERT_FILE="$certificates" PIP_CERT="$certificates" "$@"
}
inside sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 make' \
	>>"$bare/../$(basename "$bare").debootstrap.log" 2>&1
inside dpkg-query -W -f '${Package}\n' | sort >"$bare/root/packages-before"
echo "A bare $(cat "$bare/etc/debian_version") with $(wc -l <"$bare/root/packages-before") packages; now: $*"
status=0
inside sh -c 'cd /root/project && exec "$@"' sh "$@" || status=$?
inside dpkg-query -W -f '${Package}\n' | sort >"$bare/root/packages-after"
echo "Ended with $status; $(comm -13 "$bare"/root/packages-before "$bare"/root/packages-after | wc -l) packages were added."
exit "$status"

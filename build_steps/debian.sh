#!/bin/sh
# debian.sh PACKAGE…: installs packages of the system, or says which ones are missing.
set -eu
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing on this machine: $*. Please install it (on Debian: sudo apt-get install $*)." >&2
  exit 1
fi
echo "Installing $* with apt-get."
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null

# shellcheck shell=bash
# What tools/demo and tools/check share; they source it.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*"; }

stop() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit 1
}

packages() { sed 's/#.*//' "$top/tools/packages.txt" | grep -v '^ *$'; }

missing_packages() {
    local wanted
    mapfile -t wanted < <(packages)
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort) <(
        # dpkg-query fails for a package it has never heard of, and still lists the others.
        dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
            sed -n 's/^installed //p' | sort
    )
}

without_apt() {
    printf 'This system has no apt-get. Morgue needs what Debian 12 calls:\n' >&2
    packages | sed 's/^/  /' >&2
    stop 'install these, then: cmake --preset release && cmake --build --preset release'
}

# Sets `as_root` to what runs a command as root. An ordinary user is asked first.
become_root() {
    as_root=()
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null || stop 'run the command above as root, then this script again'
    as_root=(sudo)
    [ "$yes" = no ] || return 0
    [ -t 0 ] || stop 'run the command above yourself, or give --yes'
    local answer
    read -r -p 'Run it with sudo? [y/N] ' answer
    [[ $answer = [yY]* ]] || stop 'nothing was installed'
}

install_missing() {
    command -v apt-get >/dev/null || without_apt
    local missing
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -gt 0 ] || return 0
    local install=(apt-get install -y --no-install-recommends "${missing[@]}")
    say 'Packages that are missing'
    printf '%s\n' "${install[*]}"
    local as_root
    become_root
    "${as_root[@]}" apt-get update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}"
}

# build_preset PRESET [TARGET]...
build_preset() {
    cd "$top"
    mkdir -p build
    local log=build/$1-configure.log
    cmake --preset "$1" >"$log" 2>&1 || { cat "$log" >&2; stop "cannot configure preset $1"; }
    cmake --build --preset "$1" ${2:+--target "${@:2}"}
}

# test_preset PRESET: the last lines say how many tests passed.
test_preset() {
    cd "$top"
    ctest --preset "$1" --parallel "$(nproc)" --no-label-summary --no-tests=error
}

usage() {
    printf 'usage: %s [--yes]\n  --yes  install missing packages without asking\n' "$0"
    exit "$1"
}

yes=no
for argument in "$@"; do
    case $argument in
        --yes) yes=yes ;;
        -h | --help) usage 0 ;;
        *) usage 2 >&2 ;;
    esac
done

# shellcheck shell=bash
# What ./signbridge, ./test and .ci/run share: the machine's system libraries, the SDK and the flavour. Sourced, not run.

export DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1
# Neither the SDK nor the program needs ICU then, which a bare machine lacks.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

# What OpenCV's native library links against, and the Debian (and Ubuntu) package that brings it.
# libgtk-3-0 pulls the rest: GLib, Pango, Cairo, ATK, GdkPixbuf, FreeType, HarfBuzz and X11.
readonly system_libraries='libgtk-3.so.0 libgtk-3-0
libdrm.so.2 libdrm2
libatomic.so.1 libatomic1'

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "${0##*/}: $*"
    exit 69 # EX_UNAVAILABLE
}

has_library() {
    local folder
    for folder in /usr/lib/x86_64-linux-gnu /lib/x86_64-linux-gnu /usr/lib64 /lib64; do
        [[ -e $folder/$1 ]] && return 0
    done
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -qF "$1 "
}

# Installs what is missing, or says which packages and how.
need_system_libraries() {
    local library package missing=()
    while read -r library package; do
        has_library "$library" || missing+=("$package")
    done <<<"$system_libraries"
    ((${#missing[@]} == 0)) || install_packages 'system libraries' "${missing[@]}"
}

# The browser that the tests of the page drive; Chromium.cs looks for the same names.
need_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || install_packages 'a browser for the tests of the page' chromium
} >/dev/null

# What they are, then the packages.
install_packages() {
    local what=$1 names="${*:2}"
    local remedy="apt-get update && apt-get install -y --no-install-recommends $names"
    command -v apt-get >/dev/null ||
        fail "missing: $what, which Debian packages as $names; install your system's packages of that, then run this again."
    ((EUID == 0)) || fail "missing: $what; install with: sudo sh -c '$remedy'"
    say "Installing $what ($names)…"
    { apt_quietly update && apt_quietly install -y --no-install-recommends "${@:2}"; } ||
        fail "$what could not be installed (see above); once the package source works: $remedy"
}

# apt-get's own words only when it fails; waits for another apt-get that holds the lock.
apt_quietly() {
    local log
    log=$(DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@" </dev/null 2>&1) || {
        say "$log"
        return 1
    }
}

need_sdk() {
    [[ $(uname -sm) == 'Linux x86_64' ]] || fail "this is $(uname -sm); the native libraries are built for Linux x86_64."
    command -v dotnet >/dev/null ||
        fail 'the .NET 10 SDK is missing (no dotnet on the PATH); install it from https://dotnet.microsoft.com/download/dotnet/10.0'
}

# cuda where an NVIDIA driver is loaded (under WSL only nvidia-smi tells), else cpu.
flavour() {
    local chosen=${SIGNBRIDGE_FLAVOUR:-}
    if [[ -z $chosen ]]; then
        chosen=cpu
        if [[ -e /proc/driver/nvidia/version ]] || { command -v nvidia-smi && nvidia-smi -L; } &>/dev/null; then chosen=cuda; fi
    fi
    [[ $chosen == cpu || $chosen == cuda ]] || fail "SIGNBRIDGE_FLAVOUR is '$chosen'; set it to cpu or cuda, or leave it unset."
    printf '%s' "$chosen"
}

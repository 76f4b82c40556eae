#!/usr/bin/env bash
# Measures llama.cpp (LLamaSharp's CPU backend) and this project's runner with the weights of gloss2text-en on the same prompts and cores.
#   benchmarks/peers/llamacpp.sh [ROUNDS]        see README.md beside this file
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$here/../..
# shellcheck source=../../scripts/platform.sh
source "$root/scripts/platform.sh"
need_sdk
command -v ldconfig >/dev/null || PATH=$PATH:/sbin:/usr/sbin
has_library libgomp.so.1 || fail 'llama.cpp needs libgomp.so.1; install libgomp1.'

dotnet build "$here/LlamaCpp" -c Release --nologo -v quiet -clp:NoSummary >&2
# Below artifacts/, which git ignores.
gguf=$root/artifacts/peers/llamacpp/gloss2text-en.gguf
mkdir -p "${gguf%/*}"
# Both get the huge pages that ./signbridge gives itself.
GLIBC_TUNABLES=${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1} \
    dotnet "$root/artifacts/cpu/bin/LlamaCpp/release_linux-x64/LlamaCpp.dll" "$gguf" "${1:-7}"
printf '%s, %s cores, commit %s, load average %s\n' "$(sed -n '/model name/{s/.*: //p;q}' /proc/cpuinfo)" "$(nproc)" \
    "$(git -C "$root" describe --always --dirty --abbrev=12)" "$(cut -d' ' -f1-2 /proc/loadavg)"

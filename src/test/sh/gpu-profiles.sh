#!/usr/bin/env bash
# Every GPU profile on a machine without a device: without one its build ends in one line before a library is asked for
# (into an empty repository); with -Dsgdwalk.gpu.preflight=off it resolves, compiles with its tests, and has on its class
# path what belongs there. 6 GB of downloads the first time; then 8 to 22 minutes on two cores. Ends with target/ as new.
set -euo pipefail
cd "$(dirname "$0")/../../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

refused() {
  local profile=$1
  if PATH=$work/bin:$PATH mvn -B -ntp "-Dmaven.repo.local=$work/repository" "-P$profile" verify >"$work/log" 2>&1; then
    echo "accepted without a device: $profile"
    exit 1
  fi
  grep "^\[ERROR\] $profile: nvidia-smi failed: made up" "$work/log"
  if find "$work/repository/org/bytedeco" "$work/repository/org/nd4j" -name '*.jar' 2>/dev/null | grep .; then
    echo "resolved before $profile was refused"
    exit 1
  fi
}

# A driver that does not answer, whatever this machine has.
mkdir "$work/bin"
printf '#!/bin/sh\necho made up\nexit 9\n' >"$work/bin/nvidia-smi"
chmod +x "$work/bin/nvidia-smi"

for profile in cuda cuda12 nd4j-cuda; do
  echo "== $profile"
  start=$SECONDS
  refused "$profile"
  echo "refused in $((SECONDS - start)) s"
  start=$SECONDS
  mvn -B -ntp "-P$profile" -Dsgdwalk.gpu.preflight=off clean test -Dtest=ClassPathTest | grep -E 'natives:|Tests run|BUILD'
  echo "resolved, compiled and tested in $((SECONDS - start)) s"
done
mvn -B -ntp -q clean

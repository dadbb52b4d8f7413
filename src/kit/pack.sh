#!/usr/bin/env bash
# Makes target/kit of a build that is packaged: pack.sh TARGET JAVA_HOME. `mvn -Pkit package` calls it.
set -euo pipefail
target=$(cd "$1" && pwd -P)
jdk=$2
here=$(cd "$(dirname "$0")" && pwd -P)
kit=$target/kit
work=$target/kit-work
limit=64000000

# What the program, its libraries and the JDK's own services load; jdk.crypto.ec: HTTPS to servers with such keys.
modules=java.desktop,java.logging,java.management,java.net.http,java.sql,java.xml
modules+=,jdk.crypto.ec,jdk.management,jdk.unsupported

fail() {
  echo "kit: $1" >&2
  exit 1
}

# The jars that the program's own manifest names: lib/ may hold those of an earlier build too.
class_path() {
  unzip_entry "$target/sgd-walk.jar" META-INF/MANIFEST.MF | tr -d '\r' \
    | awk '/^ / { printf "%s", substr($0, 2); next } { printf "\n%s", $0 }' \
    | sed -n 's/^Class-Path: //p' | tr ' ' '\n'
}

unzip_entry() {
  (cd "$work" && "$jdk/bin/jar" -xf "$1" "$2" && cat "$2")
}

# Lines of left-out.txt that speak of a jar, without its name.
left_out_of() {
  local name=$1 pattern rest
  while read -r pattern rest; do
    # shellcheck disable=SC2053
    if [ -n "$pattern" ] && [ "$pattern" != '#' ] && [[ $name == $pattern ]]; then echo "${rest:-.}"; fi
  done <"$here/left-out.txt"
}

copy_jar() {
  local name=$1 rules rule
  rules=$(left_out_of "$name")
  if [ -z "$rules" ]; then
    cp "$target/lib/$name" "$kit/app/lib/"
  elif ! grep -qx '\.' <<<"$rules"; then
    rm -rf "$work/jar" && mkdir "$work/jar" && cd "$work/jar"
    "$jdk/bin/jar" -xf "$target/lib/$name"
    while read -r rule; do
      find . -path "./$rule" -prune -exec rm -rf {} +
    done <<<"$rules"
    "$jdk/bin/jar" -cMf "$kit/app/lib/$name" .
    cd "$work"
  fi
}

# Not compressed by jlink: class by class it saves less than gzip does on the whole, 32 MB and not 26.
pack_jre() {
  local options=()
  local release
  release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
  if [ "$release" -ge 24 ]; then options=(--add-options=--sun-misc-unsafe-memory-access=allow); fi
  "$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files \
    "${options[@]}" --output "$work/jre"
  tar -C "$work/jre" --owner=0 --group=0 --sort=name -cf - . | gzip -9n >"$kit/jre.tar.gz"
}

# pytorch-2.10.0-1.5.13-linux-x86_64.jar and pytorch-2.10.0-1.5.13-linux-x86_64-gpu.jar: 2.10.0.
built_for() {
  sed -n 's/^pytorch-\([0-9.]*\)-[0-9.]*-linux-x86_64\(-gpu\)\{0,1\}\.jar$/\1/p' <<<"$1"
}

# The releases of libtorch that have what its JNI library calls.
runs_on() {
  case $1 in
    2.10.*) echo "2.10 2.11" ;;
    *) echo "${1%.*}" ;;
  esac
}

rm -rf "$kit" "$work"
mkdir -p "$kit/app/lib" "$work"
jars=$(class_path)
natives=$(sed -n 's/^lib\/\(pytorch-.*-linux-x86_64.*\)/\1/p' <<<"$jars")
version=$(built_for "$natives")
[ -n "$version" ] || fail "made for Linux on x86-64 and one set of libtorch's natives, got: ${natives:-none}"

cp "$target/sgd-walk.jar" "$kit/app/"
while read -r jar; do copy_jar "${jar#lib/}"; done <<<"$jars"
pack_jre
cp -r "$here/../../fixtures/specs" "$kit/specs"
cp "$here/sgd-walk" "$here/../../LICENSE" "$kit/"
releases=$(runs_on "$version")
{
  echo "built_for=$version"
  echo "runs_on=\"$releases\""
  echo "jre=$(cksum <"$kit/jre.tar.gz" | cut -d ' ' -f 1)"
} >"$kit/made-for"
java=$(sed -n 's/^IMPLEMENTOR="\(.*\)"/\1/p' "$jdk/release")
sed "s/@VERSION@/$version/; s/@RUNS_ON@/${releases// / or }/; s/@NATIVES@/${natives%.jar}/; s/@JDK@/$java/" \
  "$here/README.txt" >"$kit/README.txt"

size=$(find "$kit" -type f -printf '%s\n' | awk '{ all += $1 } END { print all }')
[ "$size" -le "$limit" ] || fail "$size bytes, more than $limit"
rm -rf "$work"
echo "kit: $size bytes in $kit, for libtorch ${releases// / or }"

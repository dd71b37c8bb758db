#!/bin/sh
# Looks for bytes that break a promise of what reads them: fuzz.sh TARGET SECONDS [SEED], from the package's folder.
#
# TARGET is line, history, snapshot, state or settings. The modules and Tests/FuzzTests are compiled with libFuzzer and
# the address sanitizer into .build-fuzz. What is new is kept in .build-fuzz/found/TARGET; bytes that break a promise
# in .build-fuzz/crash-TARGET-*: copy them to Tests/Fixtures/corpus/TARGET, where every run of the tests tries them.
set -eu
target=$1 seconds=$2 seed=${3:-1} out=.build-fuzz
flags="-swift-version 6 -O -wmo -enable-testing -parse-as-library -package-name dutydesk
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -warnings-as-errors -sanitize=fuzzer,address
  -I $out -I Sources/CSystem/include"
mkdir -p "$out/found/$target" "$out/CSystem"

# Whether $1 is older than one of the other files.
is_old() { [ ! -e "$1" ] || [ -n "$(find "$@" -newer "$1" -print -quit)" ]; }

printf 'module CSystem { umbrella "%s" export * }\n' "$PWD/Sources/CSystem/include" >"$out/module.modulemap"
for file in Sources/CSystem/*.c; do
  clang -O1 -g -D_GNU_SOURCE -I Sources/CSystem/include -c "$file" -o "$out/CSystem/$(basename "$file").o"
done
before=
for module in Desk Journal Settings DeskStore; do
  # shellcheck disable=SC2046,SC2086
  if is_old "$out/$module.o" "Sources/$module" $(find "Sources/$module" -name '*.swift') $before; then
    echo "compiling $module"
    swiftc $flags -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
      -c $(find "Sources/$module" -name '*.swift' | sort) -o "$out/$module.o"
  fi
  before="$before $out/$module.o"
done
own="$(find Tests/FuzzTests -name '*.swift' ! -name '*Tests.swift') Tests/Fuzz/Entry.swift"
# shellcheck disable=SC2086
if is_old "$out/fuzz" $own $before; then
  echo "compiling the targets"
  swiftc $flags -module-name Fuzz $own "$out"/*.o "$out"/CSystem/*.o -o "$out/fuzz" 2>"$out/link.txt" || {
    cat "$out/link.txt" >&2
    exit 1
  }
fi
# Swift keeps what it made once for ever: no leak.
DUTYDESK_FUZZ=$target ASAN_OPTIONS=detect_leaks=0 "$out/fuzz" "$out/found/$target" "Tests/Fixtures/corpus/$target" \
  -seed="$seed" -max_total_time="$seconds" -max_len=8192 -artifact_prefix="$out/crash-$target-" -print_final_stats=1

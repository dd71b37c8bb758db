import Glibc

// What is measured, each beside its yardstick in the same run: see `Benchmark`.
exit(Benchmark.run(Array(CommandLine.arguments.dropFirst())))

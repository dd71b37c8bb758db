import CSystem
import Glibc

system_give_back_large_blocks()
let words = (1..<max(1, Int(CommandLine.argc))).map { place in
  CommandLine.unsafeArgv[place].flatMap { String(validatingCString: $0) }
}
exit(Run.main(words).rawValue)

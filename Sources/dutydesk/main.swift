import CSystem
import Glibc

system_give_back_large_blocks()
let words = (1..<max(1, system_argument_count())).map { place in
  system_argument(place).flatMap { String(validatingCString: $0) }
}
exit(Run.main(words).rawValue)

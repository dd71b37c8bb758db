import Desk
import DeskStore
import Glibc
import Journal
import Words

/// A run of the program, from its words to its exit status.
enum Run {
  /// Does what the command line asks; the status is for the shell.
  static func main(_ words: [String?]) -> ExitStatus {
    if GroupRights.putAway() { Environment.forgetAllButHarmless() }
    StandardStreams.reserve()
    // Both come back as errors of `write`, which says more than a killed process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let session = Session(language(words))
    do {
      let request = try Parser.parse(try checked(words))
      switch request {
      case .help(let topic): Help(session.words).show(topic, on: session.out)
      case .run(let invocation): try perform(invocation, session)
      }
    } catch {
      return session.fail(error)
    }
    return finish(session)
  }

  private static func checked(_ words: [String?]) throws(UsageFault) -> [String] {
    var checked: [String] = []
    for word in words {
      guard let word else { throw .notUTF8(position: checked.count + 1) }
      checked.append(word)
    }
    return checked
  }

  /// The language is needed before anything can be said about the other words.
  private static func language(_ words: [String?]) -> Language {
    for (place, word) in words.enumerated() {
      guard let word, word != "--" else { break }
      if word.hasPrefix("--lang=") {
        return Language(rawValue: String(word.dropFirst(7))) ?? Environment.language
      }
      if word == "--lang", place + 1 < words.count {
        return words[place + 1].flatMap(Language.init(rawValue:)) ?? Environment.language
      }
    }
    return Environment.language
  }

  private static func perform(_ invocation: Invocation, _ session: Session) throws {
    switch invocation.command.work {
    case .other(let work): try work(session, invocation)
    case .read(let work):
      let call = Call(session: session, invocation: invocation, live: try session.open(invocation))
      try work(call)
      keep(call)
    case .change(let action):
      let call = Call(
        session: session, invocation: invocation, live: try session.openForChange(invocation))
      try Change(call).record(try action(call))
      keep(call)
    }
  }

  /// What makes the next start faster waits until this run has answered.
  private static func keep(_ call: Call) {
    call.session.out.flush()
    call.live.saveSnapshot()
  }

  private static func finish(_ session: Session) -> ExitStatus {
    session.out.flush()
    if let fault = session.out.fault {
      session.err.line("dutydesk: " + session.words.notPrinted(Errors.text(fault), isSaved: session.isSaved))
      session.err.flush()
      return session.isSaved ? .done : .io
    }
    session.err.flush()
    return session.status
  }
}

import Desk
import TextCoding

/// The second stage: tokens against the table of commands.
struct Parser {
  /// What a command line asks for.
  enum Request {
    case run(Invocation)
    /// Help about a command, a group, or everything.
    case help(HelpTopic)
  }

  private var lexer: Lexer
  private var path: [String] = []
  private var command: CommandDefinition?
  private var values: [String: [String]] = [:]
  private var words: [String] = []
  private var isLiteral = false

  private init(_ words: [String]) { lexer = Lexer(words) }

  /// What the words after the program's name ask for; throws a `UsageFault`.
  static func parse(_ words: [String]) throws(UsageFault) -> Request {
    var parser = Parser(words)
    return try parser.parse()
  }

  private mutating func parse() throws(UsageFault) -> Request {
    while let token = lexer.next() {
      switch token {
      case .help: return .help(topic)
      case .terminator: isLiteral = true
      case .option(let name, let value): try take(option: name, attached: value)
      case .word(let word): try take(word)
      }
    }
    if path == ["help"] { return .help(try topic(named: words)) }
    guard let command else {
      guard let group = path.first else { return .run(try finish(CommandTable.console)) }
      throw .missingSubcommand(group, CommandTable.subcommands(of: group))
    }
    return .run(try finish(command))
  }

  private var topic: HelpTopic {
    if let command { return .command(command) }
    return path.first.flatMap { CommandTable.group($0) }.map(HelpTopic.group) ?? .everything
  }

  private func topic(named words: [String]) throws(UsageFault) -> HelpTopic {
    guard let first = words.first else { return .everything }
    if first == "times" { return .times }
    if let command = CommandTable.command(Array(words.prefix(2))) ?? CommandTable.command([first]) {
      return .command(command)
    }
    if let group = CommandTable.group(first) { return .group(group) }
    throw .unknownCommand(first, near: Nearness.nearest(to: first, of: CommandTable.firstWords))
  }

  private mutating func take(_ word: String) throws(UsageFault) {
    if !isLiteral, word.hasPrefix("-"), word.utf8.count > 1 {
      throw .unknownOption(word, near: Nearness.nearest(to: word, of: optionNames), command?.spelling)
    }
    guard command == nil, path != ["help"] else { return words.append(taken(word)) }
    path.append(word)
    if path == ["help"] { return }
    if let found = CommandTable.command(path) {
      command = found
    } else if path.count > 1 || CommandTable.group(word) == nil {
      let known = path.count > 1 ? CommandTable.subcommands(of: path[0]) : CommandTable.firstWords
      throw .unknownCommand(
        path.joined(separator: " "), near: Nearness.nearest(to: word, of: known))
    }
  }

  /// A word that stands without a name: a path as it is, a text without what nobody sees.
  private func taken(_ word: String) -> String {
    if let command, command.arguments.indices.contains(words.count), command.arguments[words.count].isPath {
      return word
    }
    return UnseenCharacters.taken(word)
  }

  private var options: [OptionDefinition] { OptionDefinition.global + (command?.allOptions ?? []) }
  private var optionNames: [String] { options.map { "--" + $0.name } + ["--help"] }

  private mutating func take(option name: String, attached: String?) throws(UsageFault) {
    guard let option = options.first(where: { $0.name == name }) else {
      throw .unknownOption(
        "--" + name, near: Nearness.nearest(to: "--" + name, of: optionNames), command?.spelling)
    }
    guard values[name] == nil || option.isRepeated else { throw .givenTwice(option) }
    guard option.value != nil else {
      guard attached == nil else { throw .takesNoValue(option) }
      values[name] = [""]
      return
    }
    guard let value = attached ?? lexer.value() ?? (option.isValueOptional ? "" : nil) else {
      throw .missingValue(option)
    }
    values[name, default: []].append(option.taken(value))
  }

  /// Looks whether everything is there, and nothing too much.
  private func finish(_ command: CommandDefinition) throws(UsageFault) -> Invocation {
    if words.count > command.arguments.count {
      throw .tooManyArguments(words[command.arguments.count], command)
    }
    for argument in command.arguments.dropFirst(words.count) where !argument.isOptional {
      throw .missingArgument(argument, command)
    }
    for option in command.allOptions where option.isRequired && values[option.name] == nil {
      throw .missingOption(option, command)
    }
    let invocation = Invocation(command: command, values: values, arguments: words)
    try invocation.checkGlobals()
    return invocation
  }
}

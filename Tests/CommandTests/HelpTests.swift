import Desk
import Foundation
import Testing

@testable import dutydesk

/// Help on every level says what the table of commands says.
@Suite struct HelpTests {
  @Test func theOverviewListsEveryCommandInBothLanguages() throws {
    let centre = try Centre(empty: ())
    for language in Language.allCases {
      for line in [["--help"], ["help"], ["-h"]] {
        let answer = try centre.run(
          line + ["--lang", language.rawValue].filter { _ in line != ["help"] },
          environment: ["DUTYDESK_LANG": language.rawValue])
        #expect(answer.status == 0 && answer.err.isEmpty)
        for command in CommandTable.all {
          #expect(answer.out.contains("  " + command.spelling + " "), "\(command.spelling)")
          #expect(answer.out.contains(command.summary.said(in: language)), "\(command.spelling)")
        }
        for option in OptionDefinition.global { #expect(answer.out.contains(option.spelling)) }
      }
    }
  }

  @Test func everyCommandExplainsItselfInBothLanguages() throws {
    let centre = try Centre(empty: ())
    for command in CommandTable.all {
      let zh = try centre.run(["help"] + command.path, environment: ["DUTYDESK_LANG": "zh"])
      let en = try centre.run(command.path + ["--help"])
      for (answer, language) in [(zh, Language.zh), (en, .en)] {
        #expect(answer.status == 0, "\(answer)")
        #expect(answer.out.contains("dutydesk " + command.spelling))
        #expect(answer.out.contains(command.summary.said(in: language)))
        for option in command.allOptions { #expect(answer.out.contains(option.spelling), "\(answer)") }
        for argument in command.arguments { #expect(answer.out.contains(argument.placeholder)) }
        for example in command.examples { #expect(answer.out.contains("dutydesk " + example)) }
      }
      #expect(!en.out.contains(command.summary.zh))
    }
  }

  @Test func aGroupListsItsCommands() throws {
    let centre = try Centre(empty: ())
    for group in CommandTable.groups {
      let answer = try centre.done(group.name, "--help")
      #expect(try centre.done("help", group.name).out == answer.out)
      for word in CommandTable.subcommands(of: group.name) {
        #expect(answer.out.contains("\(group.name) \(word)"))
      }
    }
  }

  @Test func everyExampleIsAWellFormedLine() throws {
    for command in CommandTable.all {
      #expect(!command.examples.isEmpty, "\(command.spelling) has no example")
      for example in command.examples {
        let words = Self.words(String(example.split(separator: "|")[0]))
        guard case .run(let invocation) = try Parser.parse(words) else {
          Issue.record("\(example) asks for help")
          continue
        }
        #expect(invocation.command.path == command.path)
      }
    }
  }

  @Test func noTwoCommandsAndNoTwoOptionsAreCalledTheSame() {
    #expect(Set(CommandTable.all.map(\.spelling)).count == CommandTable.all.count)
    for command in CommandTable.all {
      let names = (OptionDefinition.global + command.allOptions).map(\.name)
      #expect(Set(names).count == names.count, "\(command.spelling)")
    }
  }

  /// Words as a shell takes them apart, as far as the examples go.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var isQuoted = false
    var isOpen = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
        if !isOpen { words.append("") }
        isOpen = true
      } else if character == " ", !isQuoted {
        isOpen = false
      } else {
        if !isOpen { words.append("") }
        isOpen = true
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}

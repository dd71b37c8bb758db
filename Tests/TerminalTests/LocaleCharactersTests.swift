import Testing

@testable import Terminal

/// What the variables of a locale say of the terminal.
@Suite struct LocaleCharactersTests {
  private func characters(_ variables: [String: String], isMultibyte: Bool = false) -> LocaleCharacters {
    LocaleCharacters(isMultibyte: isMultibyte) { variables[$0] }
  }

  @Test func theFirstVariableThatIsSetDecides() {
    #expect(characters(["LC_ALL": "C", "LANG": "zh_CN.UTF-8"]).variable == "LC_ALL")
    #expect(characters(["LC_CTYPE": "C", "LANG": "zh_CN.UTF-8"]).variable == "LC_CTYPE")
    #expect(characters(["LANG": "C"]).variable == "LANG")
    #expect(characters([:]) == characters(["LANG": "POSIX"]))
  }

  @Test(arguments: ["zh_CN.UTF-8", "C.utf8", "UTF-8", "de_DE.UTF-8@euro"])
  func aLocaleThatIsNotInstalledIsUTF8ByItsName(_ name: String) {
    #expect(characters(["LANG": name]).isWide)
  }

  @Test(arguments: ["C", "POSIX", "de_DE", "de_DE.ISO-8859-1", "zh_CN"])
  func othersAreNotUnlessTheMachineKnowsThemAsWide(_ name: String) {
    #expect(!characters(["LC_ALL": name]).isWide)
    #expect(characters(["LC_ALL": name], isMultibyte: true).isWide)
  }

  @Test func everyLineHasAStandInOfOneColumn() {
    for borders in [Borders.line, .ascii, .none] {
      for character in [
        borders.horizontal, borders.vertical, borders.topLeft, borders.topRight, borders.bottomLeft,
        borders.bottomRight,
      ] {
        let scalars = character.unicodeScalars.map { LocaleCharacters.ascii($0) }
        #expect(scalars.count == 1 && scalars.allSatisfy(\.isASCII))
      }
    }
    #expect(LocaleCharacters.ascii("漏") == "漏" && LocaleCharacters.ascii("x") == "x")
  }
}

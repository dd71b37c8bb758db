import TestSupport
import Testing

@testable import Desk

/// What a typed word finds in a text.
struct SearchWordTests {
  private func finds(_ word: String, _ text: String) -> Bool { SearchWord(word).matches(text) }

  @Test(arguments: [
    "zl", "zhl", "zhanglei", "zhangl", "zlei", "zhlei", "zhangle", "zhang", "lei", "z", "张", "磊",
  ])
  func aNameIsFoundByItsSound(_ word: String) { #expect(finds(word, "张磊")) }

  @Test(arguments: ["zhanlei", "zangl", "lz", "zle i", "zll", "zhangleia", "ah", "hl", "g", "张雷"])
  func anotherSoundDoesNotFindIt(_ word: String) { #expect(!finds(word, "张磊")) }

  @Test func everyReadingOfANameFindsIt() {
    for word in ["dx", "shanx", "chanxiong", "sx"] { #expect(finds(word, "单雄"), "\(word)") }
    for word in ["cg", "zengg", "zengguo", "cengguo"] { #expect(finds(word, "曾国"), "\(word)") }
    for word in ["lvbu", "lubu", "lb"] { #expect(finds(word, "吕布"), "\(word)") }
    for word in ["xm", "xiamen", "shamen"] { #expect(finds(word, "厦门"), "\(word)") }
  }

  @Test func theWordsOfAMatterAreFoundAnywhereInIt() {
    let text = "厨房水龙头漏水，关不上"
    for word in ["ls", "loushui", "sltls", "cf", "chufang", "lsgbs", "漏水", "shuilt"] {
      #expect(finds(word, text), "\(word)")
    }
    for word in ["sl漏", "gs", "漏关", "fc"] { #expect(!finds(word, text), "\(word)") }
  }

  @Test func digitsGoAcrossTheDashesOfARoom() {
    for word in [
      "3212", "321201", "32-12", "3-2-12", "3-212", "3-2-1201", "1201", "12", "2-1201", "21201", "201",
    ] {
      #expect(finds(word, "3-2-1201"), "\(word)")
    }
    for word in ["3-22", "3121", "32012", "3-2--1", "3-2-1202"] {
      #expect(!finds(word, "3-2-1201"), "\(word)")
    }
    // Neither begins in the middle of a number.
    #expect(!finds("3212", "13-2-1201"))
    #expect(finds("a101", "A-101"))
  }

  @Test func aPhoneIsFoundByItsLastDigits() {
    for word in ["1201", "13822221201", "138", "2222"] { #expect(finds(word, "13822221201"), "\(word)") }
    #expect(finds("88001234", "0571-88001234"))
    #expect(finds("057188", "0571-88001234"))
    #expect(!finds("1301", "13822221201"))
  }

  @Test func letterCaseAndTheFullWidthOfAnInputMethodDoNotMatter() {
    #expect(finds("ＺＬ", "张磊"))
    #expect(finds("３２１２", "3-2-1201"))
    #expect(finds("wifi", "Ｗｉ-Ｆｉ坏了"))
    #expect(finds("SCHMIDT", "Anna Schmidt"))
    #expect(finds("asch", "A Schmidt"))
    #expect(finds("az", "A座电梯"))
    #expect(finds("", "x"))
  }

  @Test func otherScriptsAndPicturesAreFoundAsTheyStand() {
    #expect(finds("é", "Café"))
    #expect(finds("café", "CAFé 3"))
    #expect(finds("😀漏", "急😀漏水"))
    #expect(finds("ls", "急😀漏水"))
    #expect(finds("𠮷", "𠮷野家"))
    #expect(finds("пожар", "пожар"))
    #expect(!finds("😁", "急😀漏水"))
  }

  @Test func aTextBegunIsTold() {
    #expect(SearchWord("zl").begins("张磊"))
    #expect(!SearchWord("lei").begins("张磊"))
    #expect(SearchWord("ann").begins("Anna"))
    #expect(SearchWord("321").begins("3-2-1201"))
    #expect(!SearchWord("1201").begins("3-2-1201"))
    #expect(!SearchWord("3-22").begins("3-2-1201"))
  }

  @Test func aNumberIsFoundFromItsFirstDigitOn() {
    func finds(_ word: String, _ number: TicketNumber) -> Bool { SearchWord(word).matches(number) }
    for word in ["1", "10", "1005", "#", "#1", "#1005", "＃1005"] { #expect(finds(word, 1005), "\(word)") }
    for word in ["005", "10051", "#5", "1005a", "-1"] { #expect(!finds(word, 1005), "\(word)") }
  }

  /// All that may be typed for a text, from some place in it on.
  private func spellings(_ text: [Unicode.Scalar]) -> Set<String> {
    guard let first = text.first else { return [""] }
    let rest = spellings(Array(text.dropFirst()))
    var all: Set<String> = [""]
    for reading in Pinyin.book.texts(first) {
      for end in 1...reading.count { all.insert(String(reading.prefix(end))) }
      var heads = [String(reading.prefix(1)), reading]
      if ["zh", "ch", "sh"].contains(where: reading.hasPrefix) { heads.append(String(reading.prefix(2))) }
      for head in heads { for tail in rest { all.insert(head + tail) } }
    }
    return all
  }

  @Test func whatIsFoundIsExactlyWhatCanBeSpelt() {
    var random = SeededRandom()
    let hanzi = Array("张单长安西解重庆女阿吕石".unicodeScalars)
    let letters = Array("zhangsuceioqxylvd")
    for _ in 0..<2_000 {
      let text = (0..<3).map { _ in hanzi[Int.random(in: 0..<hanzi.count, using: &random)] }
      let all = (0..<3).reduce(into: Set<String>()) { $0.formUnion(spellings(Array(text[$1...]))) }
      let name = String(String.UnicodeScalarView(text))
      let made = Array(all)[Int.random(in: 0..<all.count, using: &random)]
      #expect(finds(made, name), "\(made) \(name)")
      let word = String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
      #expect(finds(word, name) == all.contains(word), "\(word) \(name)")
    }
  }
}

import TestSupport
import Testing

@testable import TextCoding

@Suite struct EncodingJudging {
  private static let texts = [
    "plain,ascii\n", "单号,内容\nA1,厨房漏水\n", "单号,姓名\nA1,朱镕基报修空调\n", "ref,水管爆裂，请尽快\r\n", "全角：（Ａ１）。\n",
  ]
  private static let latin = [
    "Zoë,café\n", "Ménagère,Müller\n", "Łódź,Škoda\n", "20°C,5 m²\n", "Протечка,вода\n", "Ελλάδα\n",
  ]

  @Test(arguments: texts, ["utf-8", "GB18030", "utf-16le", "utf-16be"])
  func aTextIsFoundInEachEncodingWithoutBeingTold(text: String, encoding: String) throws {
    let mark: [UInt8] = encoding == "utf-16le" ? [0xFF, 0xFE] : encoding == "utf-16be" ? [0xFE, 0xFF] : []
    let bytes = try #require(written(text, in: encoding))
    #expect(try decoded(mark + bytes) == text)
  }

  @Test(arguments: latin) func wordsOfOtherAlphabetsAreUTF8(text: String) throws {
    #expect(try decoded(Array(text.utf8)) == text)
  }

  @Test(arguments: [
    ("漏水", "漏水"), ("A1,漏水\nA2,漏油\n", "漏"), ("单元\n", "单元"), ("3楼", "3楼"), ("WC漏水", "漏水"), ("联通", "联通"),
  ])
  func whatIsUTF8ByChanceIsChineseWhereThatIsLikelier(text: String, part: String) throws {
    let bytes = try #require(written(text, in: "GB18030"))
    #expect(try decoded(bytes).contains(part))
  }

  @Test(arguments: [
    ("é", "utf-8"), ("© 2024", "utf-8"), ("δ", "utf-8"), ("漏", "GB18030"), ("a,谢谢", "GB18030"),
    ("未", "GB18030"),
  ])
  func whatCouldBeEitherIsAskedFor(text: String, encoding: String) throws {
    let bytes = try #require(written(text, in: encoding))
    guard case .undecided? = fault(bytes) else {
      Issue.record("\(text): \(String(describing: fault(bytes)))")
      return
    }
    #expect(try decoded(bytes, told: encoding) == text)
  }

  @Test(arguments: [("Müller für", "windows-1252"), ("單號,漏水嚴重", "big5"), ("Протечка воды", "windows-1251")])
  func whatIsHardlyChineseIsAskedFor(text: String, encoding: String) throws {
    let bytes = try #require(written(text, in: encoding))
    switch fault(bytes) {
    case .unlikely?, .neither?: break
    case let other: Issue.record("\(String(describing: other))")
    }
    #expect(try decoded(bytes, told: encoding) == text)
  }

  @Test func whatIsNeitherNamesTheFirstBadByteOfEach() throws {
    let chinese = try #require(written("单号\n漏水\n", in: "GB18030"))
    #expect(
      fault(chinese + [0x41, 0xFF, 0x0A])
        == .neither(
          utf8: BytePlace(line: 1, column: 1, byte: chinese[0]),
          gb18030: BytePlace(line: 3, column: 2, byte: 0xFF)))
  }

  @Test func theLineOfAFaultIsCountedInEveryFormOfLineEnd() {
    for end in ["\n", "\r\n", "\r"] {
      let bytes = Array("ab\(end)cd\(end)e".utf8) + [0xFF]
      #expect(fault(bytes, told: "utf-8") == .invalid(.utf8, at: BytePlace(line: 3, column: 2, byte: 0xFF)))
    }
  }

  @Test func aMarkThatSaysOtherwiseThanTheUserIsAFault() {
    #expect(fault([0xEF, 0xBB, 0xBF, 0x61], told: "gbk") == .contradicted(told: .gb18030, mark: .utf8))
    #expect(fault([0xEF, 0xBB, 0xBF, 0x61], told: "utf-8") == nil)
    #expect(fault([0xFF, 0xFE, 0x61, 0x00], told: "utf-16") == nil)
  }

  @Test(arguments: ["utf-16le", "utf-16be"])
  func twoBytesACharacterWithoutAMarkAreAskedFor(encoding: String) throws {
    let bytes = try #require(written("单号,内容\nA1,漏水\n", in: encoding))
    #expect(fault(bytes) == .unmarked(try #require(TextEncoding(named: encoding))))
    #expect(try decoded(bytes, told: encoding) == "单号,内容\nA1,漏水\n")
    #expect(try decoded(bytes, told: "utf-16") == "单号,内容\nA1,漏水\n")
  }

  @Test func halvesOfCharactersAreFaults() {
    let (high, low, cut): ([UInt8], [UInt8], [UInt8]) = (
      [0x3D, 0xD8, 0x61, 0x00], [0x61, 0x00, 0x00, 0xDE], [0x61, 0x00, 0x62]
    )
    #expect(
      fault([0xFF, 0xFE] + high)
        == .invalid(.utf16LittleEndian, at: BytePlace(line: 1, column: 3, byte: 0x3D)))
    #expect(
      fault([0xFF, 0xFE] + low) == .invalid(.utf16LittleEndian, at: BytePlace(line: 1, column: 5, byte: 0)))
    #expect(fault([0xFF, 0xFE] + cut) == .cutOff(.utf16LittleEndian))
    #expect(fault([0xFF, 0xFE, 0x3D, 0xD8]) == .cutOff(.utf16LittleEndian))
  }

  @Test func anUpperLineOfTheUnicodeTableIsNoLineEnd() {
    let units = [UInt16](arrayLiteral: 0xFEFF, 0x4E0A, 0x0D0A, 0x0A0D)
    let bytes = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(
      fault(bytes + [0x00, 0xDE])
        == .invalid(.utf16LittleEndian, at: BytePlace(line: 1, column: 9, byte: 0)))
  }

  @Test(arguments: ["漏水", "楼上漏水，业主很急"]) func aFileThatStopsWithinACharacterIsCutOff(text: String) throws {
    for count in 1..<text.utf8.count where String(validating: text.utf8.prefix(count), as: UTF8.self) == nil {
      #expect(fault(Array(text.utf8.prefix(count))) == .cutOff(.utf8))
    }
    let chinese = try #require(written(text, in: "GB18030"))
    #expect(fault(chinese.dropLast(), told: "gbk") == .cutOff(.gb18030))
  }

  @Test func whatIsUTF8IsWhatTheLanguageTakesForIt() {
    var random = SeededRandom()
    let edges: [UInt8] = [
      0x41, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
      0xBF,
    ]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        edges.randomElement(using: &random) ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((fault([0x41] + bytes, told: "utf-8") == nil) == isValid, "\(bytes)")
    }
  }

  @Test func nothingIsEmptyInEveryEncoding() throws {
    #expect(try decoded([]) == "")
    #expect(try decoded([0xEF, 0xBB, 0xBF]) == "")
    #expect(try decoded([0xFF, 0xFE]) == "")
    for name in ["gb18030", "utf-16", "big5"] { #expect(try decoded([], told: name) == "") }
  }

  @Test(arguments: [
    "UTF8", "utf_8", "GBK", "GB2312", "CP936", "Windows-1252", "latin1", "Big5", "UTF-16LE", "shift_jis",
  ])
  func namesAreTakenAsPeopleWriteThem(name: String) { #expect(TextEncoding(named: name) != nil) }

  @Test(arguments: [
    "", "chinese", "utf-8//TRANSLIT", "GBK//IGNORE", "../x", "gb 18030", String(repeating: "a", count: 99),
  ])
  func namesThatNobodyKnowsAreNone(name: String) { #expect(TextEncoding(named: name) == nil) }
}

import Foundation
import Testing

@testable import Desk

/// The table of readings against the transliteration it was built from.
struct PinyinTests {
  private let book = Pinyin.book

  private func plain(_ text: String, _ transform: StringTransform) -> String? {
    guard let latin = text.applyingTransform(transform, reverse: false), latin != text else { return nil }
    var letters = ""
    for scalar in latin.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "\u{308}", letters.last == "u" {
        letters.removeLast()
        letters.append("v")
      } else if ("a"..."z").contains(scalar) {
        letters.unicodeScalars.append(scalar)
      }
    }
    return letters.isEmpty ? nil : letters
  }

  @Test func everyHanziIsReadAsTheToolchainReadsItAndAsASurname() throws {
    var unread = 0
    for value in UInt32(Pinyin.range.lowerBound)...UInt32(Pinyin.range.upperBound) {
      let hanzi = try #require(Unicode.Scalar(value))
      let readings = book.texts(hanzi)
      guard let usual = plain(String(hanzi), .mandarinToLatin) else {
        unread += readings.isEmpty ? 1 : 0
        continue
      }
      #expect(readings.first == usual, "\(hanzi)")
      let surname = try #require(plain(String(hanzi), StringTransform("Han-Latin/Names")))
      #expect(readings.contains(surname), "\(hanzi)")
    }
    #expect(unread < 100)
  }

  @Test func allHanziOfTheNationalStandardHaveReadings() throws {
    // GB 18030, of which GB 2312 is a part.
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    var count = 0
    for row in UInt8(0xB0)...0xF7 {
      for cell in UInt8(0xA1)...0xFE {
        let text = try #require(String(data: Data([row, cell]), encoding: encoding))
        guard let hanzi = text.unicodeScalars.first, hanzi.properties.isIdeographic else { continue }
        count += 1
        #expect(!book.texts(hanzi).isEmpty, "\(hanzi)")
      }
    }
    #expect(count == 6763)
  }

  @Test(arguments: [
    ("单", "dan shan chan"), ("曾", "zeng ceng"), ("解", "jie xie"), ("仇", "qiu chou"), ("区", "ou qu"),
    ("朴", "piao pu"), ("查", "zha cha"), ("盖", "ge gai"), ("任", "ren"), ("乐", "le yue"), ("长", "chang zhang"),
    ("重", "chong zhong"), ("行", "xing hang"), ("厦", "xia sha"), ("调", "tiao diao"), ("漏", "lou"),
    ("吕", "lv lu"), ("女", "nv nu"), ("略", "lve lue"), ("翟", "zhai di"), ("尉", "wei yu"), ("覃", "qin tan"),
    ("沈", "shen chen"), ("冼", "xian"), ("员", "yuan yun"), ("葛", "ge"), ("纪", "ji"), ("宓", "mi fu"),
  ])
  func whatIsReadInSeveralWaysHasThemAll(_ hanzi: String, _ readings: String) throws {
    let found = book.texts(try #require(hanzi.unicodeScalars.first))
    for reading in readings.split(separator: " ") { #expect(found.contains(String(reading))) }
  }

  @Test func noReadingIsLongerThanWhatHoldsItAndAllAreLetters() throws {
    for value in UInt32(Pinyin.range.lowerBound)...UInt32(Pinyin.range.upperBound) {
      for reading in book.texts(try #require(Unicode.Scalar(value))) {
        #expect((1...6).contains(reading.utf8.count), "\(reading)")
        #expect(reading.utf8.allSatisfy { 97...122 ~= $0 }, "\(reading)")
      }
    }
  }

  @Test func whatIsNoHanziHasNoReading() {
    #expect(book.texts("a").isEmpty)
    #expect(book.texts("，").isEmpty)
    #expect(book.texts("\u{A000}").isEmpty)
  }
}

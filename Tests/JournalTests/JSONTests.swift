import Foundation
import TestSupport
import Testing

@testable import Journal

struct JSONTests {
  /// Whether the scanner takes `text` as one JSON value.
  private func accepts(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var cursor = JSONCursor(buffer)
      do {
        try cursor.skipValue()
        try cursor.finish()
        return true
      } catch {
        return false
      }
    }
  }

  private func fault(_ text: String, _ read: (inout JSONCursor) throws -> Void) -> JSONFault? {
    Array(text.utf8).withUnsafeBytes { buffer in
      var cursor = JSONCursor(buffer)
      do {
        try read(&cursor)
        return nil
      } catch {
        return error as? JSONFault
      }
    }
  }

  @Test func `an object is read key by key`() throws {
    let text = #" { "a" : 12, "b":[ "x", "y" ] , "c":{"d":true,"e":null}, "f":-9223372036854775808 } "#
    try Array(text.utf8).withUnsafeBytes { buffer in
      var cursor = JSONCursor(buffer)
      try cursor.beginObject()
      #expect(try cursor.nextKey()?.equals("a") == true)
      #expect(try cursor.readInt64() == 12)
      #expect(try cursor.nextKey()?.string == "b")
      #expect(try cursor.readStrings() == ["x", "y"])
      #expect(try cursor.nextKey()?.string == "c")
      try cursor.beginObject()
      #expect(try cursor.nextKey()?.string == "d")
      #expect(try cursor.readBool())
      #expect(try cursor.nextKey()?.string == "e")
      #expect(try cursor.readNull())
      #expect(try cursor.nextKey() == nil)
      #expect(try cursor.nextKey()?.string == "f")
      #expect(try !cursor.readNull())
      #expect(try cursor.readInt64() == .min)
      #expect(try cursor.nextKey() == nil)
      try cursor.finish()
    }
  }

  @Test func `escapes are resolved, in keys too`() throws {
    let text = #"{"s\u0065q":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é"}"#
    try Array(text.utf8).withUnsafeBytes { buffer in
      var cursor = JSONCursor(buffer)
      try cursor.beginObject()
      let key = try #require(try cursor.nextKey())
      #expect(key.equals("seq") && !key.equals("seqs") && key.string == "seq")
      #expect(try cursor.readString() == "\"\\/\u{8}\u{c}\n\r\té😀é")
    }
  }

  @Test(arguments: [
    "", " ", "{", "}", "[", "{\"a\":1", "{\"a\":1,}", "{,}", "{\"a\" 1}", "{a:1}", "{\"a\":1}}", "[1,]",
    "[,1]", "[1 2]",
    "{\"a\":1 \"b\":2}", "[1}", "{\"a\":1]", "01", "-", "-01", "1.", ".5", "1e", "1e+", "+1", "NaN", "tru",
    "nul",
    "truefalse", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
    "\"\u{1}\"", "1 1",
    "'a'", "[1]x", "\u{feff}1", "{\"a\"}", "{1:2}",
  ])
  func `malformed text is refused`(text: String) {
    #expect(!accepts(Array(text.utf8)))
  }

  @Test(
    arguments: [
      [0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0x22, 0xe4, 0xb8, 0x22],
      [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], [0x22, 0x80, 0x22], [0x22, 0xf0, 0x80, 0x80, 0x80, 0x22],
      [0x22, 0xe0, 0x80, 0x80, 0x22], [0x22, 0xc3, 0x22],
    ] as [[UInt8]])
  func `text that is not UTF-8 is refused and not repaired`(bytes: [UInt8]) {
    #expect(!accepts(bytes))
  }

  @Test func `a special byte is met wherever it stands in a string`() {
    for length in 0..<26 {
      for place in 0...length {
        for (special, ends) in [("\"", true), ("\\n", true), ("中", true), ("\u{1f}", false), ("\\x", false)] {
          let text =
            String(repeating: "a", count: place) + special + String(repeating: "~", count: length - place)
          let bytes = Array("\"\(text)\"".utf8)
          let isQuote = special == "\""
          bytes.withUnsafeBytes { buffer in
            var cursor = JSONCursor(buffer)
            let read = try? cursor.readString()
            let expected =
              isQuote
              ? String(repeating: "a", count: place) : text.replacingOccurrences(of: "\\n", with: "\n")
            #expect(read == (ends ? expected : nil), "\(text)")
          }
        }
      }
    }
  }

  @Test func `faults say where and what`() {
    #expect(fault("{\"a\":x}") { try $0.skipValue() } == JSONFault(offset: 5, what: .unexpected(0x78)))
    #expect(fault("[1,") { try $0.skipValue() } == JSONFault(offset: 3, what: .ends))
    #expect(fault("\"a\\q\"") { try $0.skipValue() } == JSONFault(offset: 2, what: .escape))
    #expect(fault("\"a\tb\"") { try $0.skipValue() } == JSONFault(offset: 2, what: .control))
    #expect(fault(" 9223372036854775808") { _ = try $0.readInt64() } == JSONFault(offset: 1, what: .range))
    #expect(fault("1.5") { _ = try $0.readInt64() } == JSONFault(offset: 0, what: .number))
    #expect(fault("1e3") { _ = try $0.readInt64() } == JSONFault(offset: 0, what: .number))
    #expect(fault("007") { _ = try $0.readInt64() } == JSONFault(offset: 0, what: .number))
    #expect(fault("\"7\"") { _ = try $0.readInt64() } == JSONFault(offset: 0, what: .number))
    #expect(fault("7") { _ = try $0.readString() } == JSONFault(offset: 0, what: .unexpected(0x37)))
  }

  @Test func `nesting ends at 64`() {
    let deep = { (depth: Int) in
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(accepts(deep(64)))
    #expect(!accepts(deep(65)))
    #expect(!accepts(deep(100_000)))
  }

  @Test func `whatever text is written comes back`() throws {
    var random = SeededRandom()
    let pieces = [
      "a", "\"", "\\", "\n", "\u{0}", "\u{1f}", "\u{7f}", "é", "e\u{301}", "中", "\u{2028}", "😀", "\r\n", "/",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0..<20, using: &random)).map { _ in pieces.randomElement(using: &random)!
      }.joined()
      let number = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random)
      var writer = JSONWriter()
      writer.document { writer in
        writer.field("text", text)
        writer.field("number", number)
        writer.field("texts", [text, "", text])
        writer.object("inner") { $0.field("flag", true) }
        writer.objects("rows", [1, 2] as [Int64]) { $0.field("n", $1) }
        writer.null("nothing")
      }
      let bytes = writer.finish()
      let theirs = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect((theirs["text"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
      // Foundation reads some longer numbers as floating point.
      if number.magnitude < 1 << 53 { #expect(theirs["number"] as? Int64 == number) }
      try bytes.withUnsafeBytes { buffer in
        var cursor = JSONCursor(buffer)
        try cursor.beginObject()
        _ = try cursor.nextKey()
        #expect(try cursor.readString().utf8.elementsEqual(text.utf8))
        _ = try cursor.nextKey()
        #expect(try cursor.readInt64() == number)
        _ = try cursor.nextKey()
        #expect(try cursor.readStrings() == [text, "", text])
        while try cursor.nextKey() != nil { try cursor.skipValue() }
        try cursor.finish()
      }
    }
  }

  @Test func `on damaged texts the scanner never accepts what Foundation refuses`() throws {
    var random = SeededRandom()
    let source = Array(#"{"a":[1,-2.5e3,true,null,"x\ny\u4e2d"],"b":{"c":"漏水","d":[]},"e":0}"#.utf8)
    #expect(accepts(source))
    var refused = 0
    for _ in 0..<3000 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(source.randomElement(using: &random)!, at: place)
        }
      }
      if accepts(bytes) {
        #expect(throws: Never.self, "\(String(decoding: bytes, as: UTF8.self))") {
          try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        }
      } else {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }
}

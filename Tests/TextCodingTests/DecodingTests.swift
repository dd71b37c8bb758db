import Foundation
import TestSupport
import Testing

@testable import TextCoding

@Suite struct Decoding {
  private static let text = "单号,内容,备注\r\nA1,\"漏水，😀\",Zoë\r\n"

  @Test(arguments: ["utf-8", "GB18030", "utf-16le", "utf-16be"])
  func aTextMayBeCutAtEveryByte(encoding: String) throws {
    let bytes = try #require(written(Self.text, in: encoding))
    for pieces in 1...bytes.count { #expect(try decoded(bytes, told: encoding, pieces: pieces) == Self.text) }
  }

  @Test(arguments: ["GB18030", "utf-16le", "utf-16be", "utf-8"])
  func whateverCanBeWrittenIsReadBack(encoding: String) throws {
    var random = SeededRandom()
    for _ in 0..<300 {
      let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
        let tops: [UInt32] = [0x7F, 0x7FF, 0x9FFF, 0x10FFFF]
        return Unicode.Scalar(UInt32.random(in: 1...tops.randomElement(using: &random)!, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      // What libc itself cannot write is not asked back.
      guard let bytes = written(text, in: encoding) else { continue }
      let pieces = Int.random(in: 1...7, using: &random)
      guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), !bytes.starts(with: [0xFF, 0xFE]),
        !bytes.starts(with: [0xFE, 0xFF])
      else { continue }
      #expect(
        try decoded(bytes, told: encoding, pieces: pieces).unicodeScalars.elementsEqual(scalars))
    }
  }

  @Test func noBytesWhateverMakeItStumble() throws {
    var random = SeededRandom()
    let names = [nil, "utf-8", "gb18030", "utf-16", "utf-16be", "big5", "windows-1252", "iso-2022-jp"]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let told = names.randomElement(using: &random) ?? nil
      let whole = try? decoded(bytes, told: told)
      #expect(whole == (try? decoded(bytes, told: told, pieces: 1)))
    }
  }

  @Test func theJudgementDoesNotHangOnWhereTheFileIsCut() throws {
    var random = SeededRandom()
    let alphabet = ["a", "Z", "1", " ", ",", "\n", "漏", "水", "楼", "é", "©", "°", "д", "\0"]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? ""
      }.joined()
      for encoding in ["utf-8", "GB18030"] {
        guard let bytes = written(text, in: encoding) else { continue }
        func judged(_ pieces: Int) -> Result<TextEncoding, EncodingFault> {
          do {
            return .success(try TextReading(ByteArraySource(bytes: bytes, pieces: pieces)).encoding)
          } catch {
            return .failure(error as? EncodingFault ?? .cutOff(.utf8))
          }
        }
        let whole = judged(.max)
        for pieces in 1...3 { #expect(judged(pieces) == whole) }
      }
    }
  }
}

import Glibc

/// How the characters of a file are written as bytes.
public struct TextEncoding: Hashable, Sendable {
  /// What it is called here: `utf-8`, `gb18030`, `utf-16le`, or the name that was given, in small letters.
  public let name: String
  /// What does the reading.
  let form: Form

  enum Form: Hashable, Sendable {
    case utf8
    case utf16(isBigEndian: Bool)
    /// Either, as its mark says.
    case utf16ByMark
    /// What libc's `iconv` knows under this name.
    case library(String)
  }

  private init(_ name: String, _ form: Form) {
    self.name = name
    self.form = form
  }

  public static let utf8 = Self("utf-8", .utf8)
  public static let utf16LittleEndian = Self("utf-16le", .utf16(isBigEndian: false))
  public static let utf16BigEndian = Self("utf-16be", .utf16(isBigEndian: true))
  /// Reads what was written as GB2312 or GBK as well.
  public static let gb18030 = Self("gb18030", .library("GB18030"))

  /// Names to give as examples to somebody who gave one that nobody knows.
  public static let examples = ["utf-8", "gb18030", "utf-16", "big5", "windows-1252"]

  /// The encoding of that name, in letters of any size; nil where neither we nor libc know it.
  public init?(named name: String) {
    let plain = String(decoding: name.utf8.map { 65...90 ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
    switch plain.filter({ $0 != "-" && $0 != "_" }) {
    case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
    case "utf16", "unicode": self.init("utf-16", .utf16ByMark)
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "ms936", "windows936", "euccn", "936": self = .gb18030
    case "latin1": self.init(plain, .library("ISO-8859-1"))
    case let short where short.hasPrefix("windows") && TextLibrary.knows("CP" + short.dropFirst(7)):
      self.init(plain, .library("CP" + short.dropFirst(7)))
    default:
      guard TextLibrary.knows(plain) else { return nil }
      self.init(plain, .library(plain))
    }
  }
}

/// What libc can convert.
enum TextLibrary {
  /// Whether it knows an encoding; a suffix such as `//TRANSLIT`, which would put question marks, is no name.
  static func knows(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy(isOfName),
      let descriptor = descriptor(name)
    else { return false }
    iconv_close(descriptor)
    return true
  }

  /// A conversion from that encoding to UTF-8; nil where the library lacks it. To be closed by the caller.
  static func descriptor(_ name: String) -> iconv_t? {
    let descriptor = iconv_open("UTF-8", name)
    return descriptor == iconv_t(bitPattern: -1) ? nil : descriptor
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}

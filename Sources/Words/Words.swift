public import Desk

/// The phrases of the desk in one language of the screen.
///
/// Every phrase is written once, in both languages side by side, so that a missing translation cannot compile.
public struct Words: Sendable {
  /// The language that the phrases come in.
  public let language: Language

  /// What people are called; where somebody is not among them, their code stands for the name.
  private var people: [StaffCode: String] = [:]
  /// Names that several have.
  private var shared: Set<String> = []

  public init(_ language: Language) { self.language = language }

  /// The same phrases where people are known by their names.
  public func knowing(_ desk: ServiceDesk) -> Words {
    var words = self
    words.people = Dictionary(
      desk.staffInOrder.map { ($0.code, String($0.name.prefix(TextLimit.name))) },
      uniquingKeysWith: { first, _ in first })
    var met: Set<String> = []
    words.shared = Set(words.people.values.filter { !met.insert($0).inserted })
    return words
  }

  /// Somebody by name, with the code where several have it.
  public func person(_ code: StaffCode) -> String {
    people[code].map { shared.contains($0) ? "\($0) (\(code))" : $0 } ?? code.value
  }

  /// Somebody by name and by the code that a command wants: `李娜（li.na）` / `李娜 (li.na)`.
  func identity(_ code: StaffCode) -> String {
    people[code].map { $0 == code.value ? $0 : text("\($0)（\(code)）", "\($0) (\(code))") } ?? code.value
  }

  /// A version of the policy; the one that a desk begins with has a name in each language.
  public func policy(_ name: String) -> String {
    name == Policy.builtIn.name ? text(Self.builtInPolicy, name) : name
  }

  /// The name under which a version is on record, as somebody may have read it here.
  public static func policyOnRecord(_ read: String) -> String {
    read == builtInPolicy ? Policy.builtIn.name : read
  }
  private static let builtInPolicy = "内置"

  /// One phrase in both languages, written where it is said.
  public func text(_ zh: String, _ en: String) -> String { text(Phrase(zh, en)) }

  /// One phrase.
  package func text(_ phrase: Phrase) -> String { phrase.said(in: language) }

  /// The word a person reads for a code.
  public func name(_ code: some Named) -> String { code.name(in: language) }

  /// The word for a code inside a sentence: English words there begin small.
  public func inside(_ code: some Named) -> String {
    text(code.phrase.zh, code.phrase.en.lowercased())
  }

  /// `a、b和c` / `a, b and c`.
  public func all(_ items: [String]) -> String { joined(items, text("和", " and ")) }

  /// `a、b或c` / `a, b or c`.
  public func any(_ items: [String]) -> String { joined(items, text("或", " or ")) }

  /// `a、b、c` / `a, b, c`; a dash for nothing.
  public func list(_ items: [String]) -> String {
    items.isEmpty ? "-" : items.joined(separator: comma)
  }

  /// A text that somebody typed, in quotation marks.
  public func quoted(_ written: String) -> String { "“\(written)”" }

  /// Two halves of a line that belong together: `a:b` / `a: b`.
  public func pair(_ label: String, _ value: String) -> String {
    text("\(label)：\(value)", "\(label): \(value)")
  }

  private func joined(_ items: [String], _ last: String) -> String {
    guard let final = items.last, items.count > 1 else { return items.first ?? "-" }
    return items.dropLast().joined(separator: comma) + last + final
  }

  /// What stands between the items of a list.
  var comma: String { text("、", ", ") }

  /// What stands between parts that may be lists themselves.
  var semicolon: String { text("；", "; ") }

  /// One number, or several that follow each other: `7`, `7-9`.
  func numbers(_ range: ClosedRange<Int64>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  /// So many of something, in English: `1 day`, `3 days`.
  func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }
}

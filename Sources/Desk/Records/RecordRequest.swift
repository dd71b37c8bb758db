/// What somebody wants recorded about records.
public protocol RecordRequest: Hashable, Sendable {
  /// What is asked.
  var verb: Verb { get }
  /// What it comes to; asks and refuses as everything does.
  func decide(_ ruling: Ruling) throws(Refusal) -> [any RecordEvent]
}

/// A request about some kind of record.
public struct AnyRequest: Hashable, Sendable {
  public let request: any RecordRequest

  public init(_ request: any RecordRequest) { self.request = request }

  public static func == (a: AnyRequest, b: AnyRequest) -> Bool {
    AnyHashable(a.request) == AnyHashable(b.request)
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(request)) }
}

/// A refusal of one kind of record, which says its own sentence.
public protocol RecordRefusal: Hashable, Sendable {
  var sentence: Phrase { get }
  /// Whether a person can overrule it.
  var isQuestion: Bool { get }
}

extension RecordRefusal {
  public var isQuestion: Bool { false }
}

/// A refusal of some kind of record.
public struct AnyRecordRefusal: Hashable, Sendable {
  public let refusal: any RecordRefusal

  public init(_ refusal: any RecordRefusal) { self.refusal = refusal }

  public static func == (a: AnyRecordRefusal, b: AnyRecordRefusal) -> Bool {
    AnyHashable(a.refusal) == AnyHashable(b.refusal)
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(refusal)) }
}

/// There is no entry of that code; those that there are.
public struct UnknownRecord: RecordRefusal {
  public let ref: RecordRef
  public let known: [RecordCode]

  public init(ref: RecordRef, known: [RecordCode]) { (self.ref, self.known) = (ref, known) }

  public var sentence: Phrase {
    let kind = RecordKind.all.first { $0.code == ref.kind }?.name ?? Phrase(ref.kind, ref.kind)
    let list = known.map(\.value).joined(separator: ", ")
    guard !known.isEmpty else {
      return Phrase(
        "台账里没有在用的\(kind.zh)“\(ref.code)”，也没有别的。",
        "There is no \(kind.en.lowercased()) “\(ref.code)” in use, nor any other.")
    }
    return Phrase(
      "台账里没有在用的\(kind.zh)“\(ref.code)”。现有：\(list)。",
      "There is no \(kind.en.lowercased()) “\(ref.code)” in use. There are: \(list).")
  }
}

extension Ruling {
  func record(_ request: any RecordRequest) throws(Refusal) -> [Entry] {
    try request.decide(self).map { entry(.record(AnyRecord($0))) }
  }

  func refuse(_ refusal: some RecordRefusal) -> Refusal { .record(AnyRecordRefusal(refusal)) }

  /// A code that can be given.
  func wellFormed(_ code: RecordCode) throws(Refusal) {
    guard code.isWellFormed else { throw .malformedCode(code.value) }
  }
}

/// How a body outside stands to the centre (R44, R55).
public enum BodyRelation: String, Code {
  case superior, guidance, supervision, provider
}

extension BodyRelation: Named {
  public var phrase: Phrase {
    switch self {
    case .superior: Phrase("隶属", "Superior")
    case .guidance: Phrase("业务指导", "Guidance")
    case .supervision: Phrase("监督协调", "Supervision")
    case .provider: Phrase("外协", "Provider")
    }
  }
}

/// A body outside the company that matters are referred to: owners' committee, subdistrict, police (R55).
public struct Body: MemberObject {
  public internal(set) var code = RecordCode("")
  public internal(set) var name = ""
  public internal(set) var relation = BodyRelation.supervision
  public internal(set) var phone = ""
  /// Within what time it answers; nil for what the desk gives all of them.
  public internal(set) var answer: Seconds?
  /// Nothing is referred to it any more.
  public internal(set) var isRetired = false

  public init() {}

  init(_ code: String, _ name: String, _ relation: BodyRelation) {
    (self.code, self.name, self.relation) = (RecordCode(code), name, relation)
  }

  /// What somebody says of it.
  mutating func said(_ m: inout some Members) throws {
    try m.needed("body", &code)
    try m.text("name", &name, .open)
    try m.needed("relation", &relation)
    try m.text("phone", &phone, .open)
    try m.optional("answer", &answer)
  }

  public mutating func members(_ m: inout some Members) throws {
    try said(&m)
    try m.mark("retired", &isRetired)
  }
}

/// The bodies outside, by their codes.
public struct Bodies: MemberObject {
  public private(set) var list: [Body]

  /// Those that every estate has to do with (S4 业委会、街道、工商、公安、主管局; S0 隶属关系).
  public init() {
    list = [
      Body("committee", "业主委员会", .supervision), Body("company", "物业公司", .superior),
      Body("construction", "住房和城乡建设局", .guidance), Body("housing", "房产主管局", .guidance),
      Body("market", "市场监督管理（工商）", .supervision), Body("police", "公安派出所", .supervision),
      Body("subdistrict", "街道办事处", .guidance),
    ]
  }

  public mutating func members(_ m: inout some Members) throws { try m.list("bodies", &list) }

  /// The body of that code.
  public subscript(code: RecordCode) -> Body? { list.first { $0.code == code } }

  /// What people call it; its code where it has no name.
  public func name(of code: RecordCode) -> String {
    self[code].flatMap { $0.name.isEmpty ? nil : $0.name } ?? code.value
  }

  /// The one that somebody means by its code or its name.
  public func meant(by text: String) -> RecordCode {
    let found = list.first { body in
      [body.code.value, body.name].contains { $0.lowercased() == text.lowercased() }
    }
    return found?.code ?? RecordCode(text)
  }

  /// Those that matters can be referred to, in the order of their codes.
  public var inUse: [Body] { list.filter { !$0.isRetired } }

  /// One that matters can be referred to.
  func known(_ code: RecordCode, _ ruling: Ruling) throws(Refusal) -> Body {
    guard let body = self[code], !body.isRetired else {
      throw ruling.refuse(UnknownRecord(ref: RecordRef(Self.word, code), known: inUse.map(\.code)))
    }
    return body
  }

  static let word = "body"

  mutating func set(_ body: Body) {
    list.removeAll { $0.code == body.code }
    list.append(body)
    list.sort { $0.code < $1.code }
  }

  static let kind = RecordKind(
    word, Phrase("外部单位", "Outside body"), title: Phrase("单位", "Bodies"),
    help: Phrase("外部单位（业委会、街道、公安等）", "bodies outside: committee, subdistrict, police"),
    kept: \.bodies, events: [BodySet.self, BodyRetired.self], moves: [.bodySet, .bodyRetire],
    columns: [
      RecordColumn("body", Phrase("代码", "Code")), RecordColumn("name", Phrase("名称", "Name")),
      RecordColumn("relation", Phrase("关系", "Relation")), RecordColumn("phone", Phrase("电话", "Phone")),
      RecordColumn("answer", Phrase("答复期限", "Answers within")),
    ],
    rows: { desk in
      desk.records.bodies.list.map { body in
        RecordRow(
          RecordRef(word, body.code),
          [
            .init(body.code.value), .init(body.name), .init(body.relation), .init(body.phone),
            .init(body.answer),
          ], isOver: body.isRetired)
      }
    })
}

/// A body is on record with these values from now on (R55).
public struct BodySet: RecordEvent {
  public static let type = "body.set"
  public private(set) var body = Body()

  public init() {}
  init(_ body: Body) { self.body = body }

  public init(code: RecordCode, name: String, relation: BodyRelation, phone: String, answer: Seconds?) {
    (body.code, body.name, body.relation) = (code, name, relation)
    (body.phone, body.answer) = (phone, answer)
  }

  public var ref: RecordRef { RecordRef(Bodies.word, body.code) }
  public var verb: Verb { .catalogue }
  public mutating func members(_ m: inout some Members) throws { try body.said(&m) }
  public func fold(into records: inout Records, _ event: Event) { records.bodies.set(body) }
  public func told(_ teller: RecordTeller) -> Phrase {
    Phrase("登记外部单位：\(body.name)（\(body.code)）", "Outside body on record: \(body.name) (\(body.code))")
  }
}

/// Nothing is referred to a body any more (R55).
public struct BodyRetired: RecordEvent {
  public static let type = "body.retired"
  public private(set) var code = RecordCode("")
  public private(set) var why = ""

  public init() {}
  public init(_ code: RecordCode, why: String) { (self.code, self.why) = (code, why) }

  public var ref: RecordRef { RecordRef(Bodies.word, code) }
  public var verb: Verb { .catalogue }
  public mutating func members(_ m: inout some Members) throws {
    try m.needed("body", &code)
    try m.text("why", &why)
  }
  public func fold(into records: inout Records, _ event: Event) {
    guard var body = records.bodies[code] else { return }
    body.isRetired = true
    records.bodies.set(body)
  }
  public func told(_ teller: RecordTeller) -> Phrase {
    Phrase("停用外部单位 \(code)：\(why)", "Outside body \(code) retired: \(why)")
  }
}

extension RecordMove {
  private static let code = MoveField.subject(
    Phrase("代码", "Code"), help: Phrase("单位代码，如 subdistrict", "code of the body, such as subdistrict"))

  static let bodySet = RecordMove(
    "set", Phrase("登记单位", "Set"),
    help: Phrase("登记或更改一个外部单位", "puts a body on record, or changes it"), .catalogue,
    fields: [
      code,
      MoveField("name", Phrase("名称", "Name"), help: Phrase("单位名称", "what it is called"), .text),
      MoveField(
        "relation", Phrase("关系", "Relation"), help: Phrase("与服务中心的关系", "how it stands to the centre"),
        .code(BodyRelation.self)),
      MoveField("phone", Phrase("电话", "Phone"), help: Phrase("联系电话", "its phone"), .phone),
      MoveField(
        "answer", Phrase("答复期限", "Answers within"),
        help: Phrase("多久之内答复，如 7d", "within what time it answers, such as 7d"),
        .span),
    ],
    examples: [
      "body set subdistrict --name '城东街道办事处' --relation guidance --phone 87651234 --answer 7d"
    ]
  ) { values throws(Refusal) in
    SetBody(
      code: values.code(), name: values.text("name"), relation: values.code("relation"),
      phone: values.text("phone"), answer: values.span("answer"))
  }

  static let bodyRetire = RecordMove(
    "retire", Phrase("停用", "Retire"),
    help: Phrase("停用一个外部单位；记录保留", "nothing is referred to it any more; what was stays"), .catalogue,
    fields: [
      code,
      MoveField(
        "why", Phrase("原因", "Why"), help: Phrase("停用原因", "why"), .text, isNeeded: true),
    ], examples: ["body retire market --why '并入主管局'"]
  ) { values throws(Refusal) in RetireBody(code: values.code(), why: values.text("why") ?? "") }
}

/// Puts a body on record, or changes what is said of it; nil leaves a value as it is.
struct SetBody: RecordRequest {
  var code: RecordCode
  var name: String?
  var relation: BodyRelation?
  var phone: String?
  var answer: Seconds?

  var verb: Verb { .catalogue }

  func decide(_ ruling: Ruling) throws(Refusal) -> [any RecordEvent] {
    try ruling.wellFormed(code)
    let known = ruling.desk.records.bodies[code]
    var body = known ?? Body()
    body.code = code
    body.name = name ?? body.name
    body.relation = relation ?? body.relation
    body.phone = phone ?? body.phone
    body.answer = answer ?? body.answer
    body.isRetired = false
    guard body.name.contains(where: { !$0.isWhitespace }) else { throw ruling.refuse(NamelessBody()) }
    try ruling.fits(body.name, .name, limit: TextLimit.name)
    guard body.answer.map({ Self.spans ~= $0 }) ?? true else { throw ruling.refuse(OddAnswer()) }
    try ruling.fits(body.phone, .phone, limit: TextLimit.name)
    guard body != known else { throw .nothingToChange }
    return [BodySet(body)]
  }
}

extension SetBody {
  /// Within what time a body can be expected to answer.
  fileprivate static let spans = Seconds.minutes(1)...Seconds.days(366)
}

/// A body has a name.
struct NamelessBody: RecordRefusal {
  var sentence: Phrase { Phrase("请用 --name 写单位名称。", "Say with --name what the body is called.") }
}

/// An answer that is due at once, or never.
struct OddAnswer: RecordRefusal {
  var sentence: Phrase {
    Phrase("答复期限应在 1m 到 366d 之间。", "A body answers within 1m to 366d.")
  }
}

struct RetireBody: RecordRequest {
  var code: RecordCode
  var why: String

  var verb: Verb { .catalogue }

  func decide(_ ruling: Ruling) throws(Refusal) -> [any RecordEvent] {
    _ = try ruling.desk.records.bodies.known(code, ruling)
    try ruling.require(why, .why)
    return [BodyRetired(code, why: why)]
  }
}

@testable public import Desk

extension RecordCode: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

/// What can be asked about bodies outside, as every door asks it: by the values of a move.
enum AskedBody {
  static func set(_ code: String, name: String? = nil, relation: BodyRelation? = nil, answer: String? = nil)
    throws -> Action
  {
    var values = MoveValues()
    values["code"] = .text(code)
    values["name"] = name.map { .text($0) }
    values["relation"] = relation.map { .text($0.rawValue) }
    values["answer"] = answer.map { .span(length($0)) }
    return .record(AnyRequest(try RecordMove.bodySet.make(values)))
  }

  static func retire(_ code: String, why: String = "并入主管局") -> Action {
    .record(AnyRequest(RetireBody(code: RecordCode(code), why: why)))
  }
}

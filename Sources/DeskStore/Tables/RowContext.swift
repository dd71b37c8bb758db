public import Desk

/// The desk that rows are rows of, at the moment they are told for.
public final class RowContext: Sendable {
  let desk: ServiceDesk
  let now: Instant

  public init(_ desk: ServiceDesk, at now: Instant) {
    self.desk = desk
    self.now = now
  }

  func name(of code: StaffCode?) -> String? { code.flatMap { desk.staff[$0]?.name } }
}

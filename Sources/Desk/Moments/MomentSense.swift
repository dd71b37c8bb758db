/// Which moments a field or an option asks for: it decides between the readings of what is written without a year, without
/// a day, or in the hour that the end of summer time shows twice.
public enum MomentSense: Sendable, CaseIterable {
  /// What has happened: the latest reading that is not after now.
  case past
  /// What is to come: the earliest reading after now.
  case future
  /// Any moment: the nearest day; an hour that comes twice is decided by nothing.
  case either
}

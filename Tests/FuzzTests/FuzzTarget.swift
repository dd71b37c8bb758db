/// What is read from a disk that anybody may have written to, each with what must hold whatever the bytes are.
///
/// libFuzzer looks for bytes that break it (Tests/Fixtures/fuzz.sh); those kept in Tests/Fixtures/corpus are tried in
/// every run of the tests. Bytes are closed with the checksum they should have, for no fuzzer guesses one.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// A line of the journal.
  case line
  /// Lines, folded into a desk that is kept as a snapshot in between.
  case history
  case snapshot
  /// The block of the state file.
  case state
  /// A settings file: themes, import maps.
  case settings

  /// Which promise the bytes break; nil when they break none.
  func fault(of bytes: [UInt8]) -> String? {
    switch self {
    case .line: LineProperty.fault(of: bytes)
    case .history: HistoryProperty.fault(of: bytes)
    case .snapshot: SnapshotProperty.fault(of: bytes)
    case .state: StateBlockProperty.fault(of: bytes)
    case .settings: SettingsProperty.fault(of: bytes)
    }
  }
}

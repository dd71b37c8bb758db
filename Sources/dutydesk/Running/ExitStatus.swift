import Desk
import DeskStore
import Journal
import Settings
import Terminal

/// What a run of the program tells the shell.
enum ExitStatus: Int32 {
  case done = 0
  /// A rule says no.
  case refused = 1
  case usage = 2
  /// The journal is damaged, read-only, or none that this version can use.
  case damaged = 3
  /// Somebody else held the journal; nothing was saved.
  case busy = 4
  /// An I/O error; nothing was saved.
  case io = 5
  /// Somebody ended it with ^C; what it said is kept.
  case interrupted = 130
}

extension ExitStatus {
  /// The status that an error means, whatever part of the program it came from.
  init(_ error: any Error) {
    switch error {
    case is UsageFault: self = .usage
    case is Refusal: self = .refused
    case let error as StoreError: self.init(error)
    case let error as JournalError: self.init(error)
    case let fault as CareFault: self.init(fault)
    case let failure as ImportFailure:
      if case .running = failure.error { self = .busy } else { self = .usage }
    case let fault as ExportFault: self.init(fault)
    case let fault as DeskImportFault: self.init(fault)
    case is SettingsFaults, is PolicyFaults, is TableFailure, is ThemeError, is ScreenError:
      self = .usage
    default: self = .io
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .refused: self = .refused
    case .journal(let error): self.init(error)
    case .anotherJournal, .earlierJournal, .divergedJournal: self = .damaged
    case .unknownZone, .anotherMoment, .replay, .noHome: self = .usage
    case .folder, .unexpected, .outOfStep: self = .io
    }
  }

  private init(_ fault: ExportFault) {
    switch fault {
    case .exists, .unfinished, .nothingLeft: self = .refused
    case .changedMeanwhile: self = .damaged
    case .io: self = .io
    }
  }

  private init(_ fault: DeskImportFault) {
    switch fault {
    case .unreadable, .badManifest, .foreignManifest: self = .usage
    case .notReadBack, .incomplete, .missingColumn, .unreadableLine, .badValue, .contradiction,
      .unknownMember, .rebuild:
      self = .refused
    }
  }

  private init(_ fault: CareFault) {
    switch fault {
    case .noDirectory: self = .usage
    case .notDamaged, .noGoodCopy, .notPoisoned, .emptyPeriod, .anotherJournal, .diverged, .sameFile,
      .isLink:
      self = .refused
    case .appendOnly, .ownedByAnother: self = .damaged
    case .copyDiffers: self = .io
    }
  }

  private init(_ error: JournalError) {
    switch error {
    case .notFound, .unknownGroup: self = .usage
    case .exists, .foreignCopy, .worldWritable, .networkFilesystem, .recordTooLong, .emptyBatch:
      self = .refused
    case .severalNames, .notAJournal, .newerFormat, .damaged, .readOnly, .poisoned, .replaced, .shrunk:
      self = .damaged
    case .busy, .notCaughtUp: self = .busy
    case .partlySaved(_, let cause): self.init(cause)
    case .io: self = .io
    }
  }
}

import Desk
public import Settings

/// How foreign records become ours: a map file, read. See <doc:ImportMaps> for what it may hold.
public struct ImportMap: Sendable {
  /// The kind of records it is for; nil for any.
  public internal(set) var kind: ImportKind?
  /// The texts that say nothing, besides an empty cell.
  var missing: Set<String> = []
  /// How moments are written; the desk's own ways where empty.
  var times: [MomentFormat] = []
  /// What the file is, where it has to be said.
  public internal(set) var file = TableFile.Options()
  /// What tells which of several rows of one moment comes first.
  var order: MapTemplate?
  /// Rows that are taken, by their columns; all where empty.
  var only = RowChoice()
  /// Rows that are passed over.
  var not = RowChoice()
  /// Our columns whose texts may be longer than ours: what is too long stands in a note.
  var truncated: Set<ImportColumn> = []
  /// Steps that a row of tickets tells besides, in the order in which they are written.
  var steps: [RowStep] = []
  /// What becomes of matters that the old records leave open.
  var history = History()
  /// The zone of moments that name none; the centre's where nil.
  var zone: String?
  /// Our columns, each made of theirs; nil where the file calls its columns as we do.
  var columns: [ImportColumn: MapTemplate]?
  /// What the text of a column is turned into, the first match winning.
  var values: [ImportColumn: [MapPattern]] = [:]
  var unknown = Unknown()
  /// Set where every row repeats the whole ticket.
  var log: Log?

  /// Places and people that the desk does not know.
  struct Unknown: Sendable {
    var unit = OfUnits.refuse
    /// What kind of place an entered one is.
    var unitKind = UnitKind.home
    var staff = OfStaff.refuse

    enum OfUnits: Sendable, Hashable {
      case refuse
      /// The ticket has no place.
      case none
      case add
    }

    enum OfStaff: Sendable, Hashable {
      case refuse
      /// Nobody is named.
      case none
      /// Whoever runs the import.
      case me
      /// Entered with a code made of the name; as one who left where they do not work here now.
      case add(role: StaffRole, isHere: Bool)
    }
  }

  /// Rows chosen by what stands in some of their columns.
  struct RowChoice: Sendable {
    /// The columns of the file, each with the texts that are meant.
    var columns: [(name: String, texts: [MapPattern])] = []
  }

  /// A step in the life of a ticket that stands on the ticket's own row: 派工时间, 到场时间.
  struct RowStep: Sendable {
    var verb: Verb
    /// The columns of an event (``ImportKind/events``), each made of theirs.
    var columns: [ImportColumn: MapTemplate]
  }

  /// Old matters that nobody ever finished.
  struct History: Sendable {
    var closing = Closing.never
    /// Why they are cancelled.
    var why = "原记录未见办结，导入时归档。 / Left unfinished in the old records."

    enum Closing: Hashable, Sendable {
      case never
      /// Those of which nothing was heard since before that day, so many days after 1970-01-01.
      case before(day: Int)
      case all
    }
  }

  /// A log that repeats the whole ticket on every row.
  struct Log: Sendable {
    /// What each state of theirs means.
    var states = States()
    /// Texts noted on the ticket whenever they change.
    var notes: [MapTemplate] = []
    /// Texts of the steps.
    var texts: [Step: MapTemplate] = [:]

    enum State: Hashable, Sendable {
      case condition(LogCondition)
      /// The row says nothing about the state.
      case ignore
      /// No such state should be: the row is reported.
      case refuse
    }

    /// States by their texts; a star stands for any text.
    struct States: Sendable {
      private var plain: [String: State] = [:]
      private var patterns: [(pattern: MapPattern, state: State)] = []
      /// The texts, as they are written, in their order.
      private(set) var names: [String] = []

      mutating func add(_ text: String, _ state: State) {
        names.append(text)
        if text.utf8.contains(UInt8(ascii: "*")), let pattern = MapPattern(text, "") {
          patterns.append((pattern, state))
        } else {
          plain[text] = state
        }
        names.sort()
      }

      subscript(text: String) -> State? {
        plain[text] ?? patterns.first { $0.pattern.matches(text) }?.state
      }
    }

    enum Step: String, CaseIterable, Sendable {
      case wait, resume, resolve, reply, close, reopen, cancel
    }
  }

  /// The map of files that are written as this desk writes them.
  public static let plain = ImportMap()

  init() {}

  /// Reads a map file; throws every fault in it with line and column.
  public init(_ settings: Settings) throws(SettingsFaults) {
    var reading = MapReading(settings)
    self = try reading.read()
  }
}

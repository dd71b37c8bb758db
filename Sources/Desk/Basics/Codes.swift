/// A closed list of values with stable codes, as they stand in the journal.
public protocol Code: RawRepresentable, CaseIterable, TextCoded where RawValue == String {}

/// What a resident (or the patrol) came with (R11).
public enum TicketKind: String, Code {
  case repair, complaint, suggestion, inquiry, booking, incident, finding
}

/// How soon it has to be looked after.
public enum Urgency: String, Code, Comparable {
  case critical, urgent, normal, planned

  /// 0 for the most urgent.
  public var rank: Int {
    switch self {
    case .critical: 0
    case .urgent: 1
    case .normal: 2
    case .planned: 3
    }
  }
  /// The more urgent one is the smaller one.
  public static func < (a: Urgency, b: Urgency) -> Bool { a.rank < b.rank }
}

/// Where a ticket stands in its life.
public enum TicketStatus: String, Code {
  case received, assigned, working, waiting, resolved, replied, closed, cancelled, merged

  /// Whether somebody at the desk still has to do something before it is closed.
  @inlinable public var isOpen: Bool {
    switch self {
    case .received, .assigned, .working, .waiting, .resolved, .replied: true
    case .closed, .cancelled, .merged: false
    }
  }
  /// Whether the matter itself is still being worked on, no result yet.
  @inlinable public var isUnresolved: Bool {
    switch self {
    case .received, .assigned, .working, .waiting: true
    case .resolved, .replied, .closed, .cancelled, .merged: false
    }
  }
}

/// Why a ticket or a work order rests.
public enum WaitingReason: String, Code {
  case resident, appointment, weather, parts, provider, approval
  /// Left for another order.
  case elsewhere
}

/// Where a work order stands.
public enum OrderStatus: String, Code {
  case reserved, dispatched, accepted, travelling, onsite, paused, completed, signed, declined, withdrawn

  /// Whether the technician still has it before them.
  @inlinable public var isLive: Bool {
    switch self {
    case .reserved, .dispatched, .accepted, .travelling, .onsite, .paused: true
    case .completed, .signed, .declined, .withdrawn: false
    }
  }
  /// Whether it takes the technician's time now; a future booking never does (DOMAIN, clock rule 9).
  @inlinable public var isBusy: Bool { isLive && self != .reserved }
}

/// The promises that are counted down, each on its own.
public enum ClockName: String, Code {
  case act, respond, arrive, resolve, reply, promise, visit
}

/// How a clock stands; lateness stands beside it.
public enum ClockState: String, Code {
  case pending, running, paused, met, void
}

/// What a staff member is employed as (R54).
public enum StaffRole: String, Code {
  case manager, supervisor
  case maintenanceSupervisor = "maintenance-supervisor"
  case clerk, technician, patrol, trainer, finance, auditor
}

/// How the matter reached the desk (R12, R13).
public enum Channel: String, Code {
  case phone
  case walkIn = "walk-in"
  case wechat, app, web, email, letterbox, meeting, visit, survey, patrol
}

/// What the matter is about: facilities first, then services (R16).
public enum Topic: String, Code {
  case plumbing, power
  case lowVoltage = "low-voltage"
  case doorsWindows = "doors-windows"
  case structure, lift, fire
  case security, sanitation, greening, parking, noise, fees, renovation, pets
  case serviceQuality = "service-quality"
  case community, outside, other

  /// The trade that this topic's work asks for; nil where no craft is needed.
  public var trade: Trade? {
    switch self {
    case .plumbing: .plumber
    case .power: .electrician
    case .lowVoltage, .fire: .lowVoltage
    case .doorsWindows: .carpenter
    case .structure: .mason
    case .lift: .lift
    case .security, .parking, .noise: .security
    case .sanitation: .cleaning
    case .greening: .greening
    case .fees, .renovation, .pets, .serviceQuality, .community, .outside, .other: nil
    }
  }
}

/// What a technician can do.
public enum Trade: String, Code {
  case plumber, electrician
  case lowVoltage = "low-voltage"
  case carpenter, mason, general, lift, cleaning, security, greening
}

extension Trade {
  /// Whether its people repair things in flats; the lift contractor, cleaners, guards and gardeners do not.
  var isCraft: Bool {
    switch self {
    case .plumber, .electrician, .lowVoltage, .carpenter, .mason, .general: true
    case .lift, .cleaning, .security, .greening: false
    }
  }
}

/// What a resident said at the return visit.
public enum Satisfaction: String, Code {
  case yes, fairly, no
}

/// Where a return visit was made or tried (R22).
public enum VisitPlace: String, Code {
  case phone, door
}

/// What became of a return visit: what the resident said, or that nobody was reached.
public enum VisitOutcome: String, Code {
  case yes, fairly, no, unreached

  public init(_ answer: Satisfaction) {
    self =
      switch answer {
      case .yes: .yes
      case .fairly: .fairly
      case .no: .no
      }
  }

  /// What the resident said; nil where nobody was reached.
  public var answer: Satisfaction? {
    switch self {
    case .yes: .yes
    case .fairly: .fairly
    case .no: .no
    case .unreached: nil
    }
  }
}

/// Who asked that a promised time be moved 改约.
public enum Asker: String, Code {
  case us, resident
}

/// In what right somebody lives in a unit (R56).
public enum Tenure: String, Code {
  case owner, tenant
}

/// What sort of place a unit is.
public enum UnitKind: String, Code {
  case home, shop, parking
  case publicArea = "public"
}

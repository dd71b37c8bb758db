import Testing

/// Faults on the real program and the real filesystem; one suite after another, for each keeps the machine busy.
@Suite(.serialized) enum ProcessFaults {}

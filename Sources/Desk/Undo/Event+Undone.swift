extension [Event] {
  /// The numbers of the steps that their authors took back.
  public var undone: Set<Int64> {
    Set(
      compactMap { event in
        if case .ticket(_, .undone(let seq, _)) = event.entry.body { seq } else { nil }
      })
  }

  /// The events without what was taken back, and without the taking back.
  public var standing: [Event] {
    let undone = undone
    guard !undone.isEmpty else { return self }
    return filter { event in
      if case .ticket(_, .undone) = event.entry.body { false } else { !undone.contains(event.seq) }
    }
  }
}

import Desk

/// What a made-up resident came with: the matter behind it and the receipt the clerk wrote.
struct DemoCase: Sendable {
  var matter: DemoMatter
  var receipt: Receipt
}

extension DemoEstate {
  /// A matter of a kind, with place, caller and channel that fit it.
  func make(_ kind: TicketKind, _ random: inout DemoRandom) -> DemoCase {
    make(kind, random.pick(Self.matters(kind, &random)), &random)
  }

  /// A certain matter, with place, caller and channel that fit it.
  func make(_ kind: TicketKind, _ matter: DemoMatter, _ random: inout DemoRandom) -> DemoCase {
    let text = random.phrase(matter.text)
    let contact =
      switch matter.place {
      case .home, .publicArea, .nowhere: random.pick(callers(text))
      case .parking: random.pick(parking)
      case .shop: random.pick(shops)
      }
    let unit =
      switch matter.place {
      case .home, .shop, .parking: contact.unit
      case .publicArea: publicPlace(text, &random)
      case .nowhere: random.chance(60) ? contact.unit : nil
      }
    let isFinding = kind == .finding
    let receipt = Receipt(
      kind: kind, urgency: matter.urgency, unit: unit, topic: matter.topic, summary: text,
      caller: isFinding ? "" : contact.name, phone: isFinding ? "" : contact.phone,
      channel: isFinding ? .patrol : random.pick(Self.channels(kind)),
      rings: nil, isImportant: kind == .suggestion ? random.chance(30) : random.chance(2))
    return DemoCase(matter: matter, receipt: withRings(receipt, &random))
  }

  /// Who can have such a thing: roofs leak on the top floor, neighbours above need a floor above.
  private func callers(_ text: String) -> [Contact] {
    if text.mentions("顶层") || text.mentions("楼顶") { return topHomes }
    if text.mentions("电梯") || text.mentions("货梯") { return liftHomes }
    return text.mentions("楼上") ? lowerHomes : homes
  }

  /// Calls are answered within three rings, nearly always (R7).
  private func withRings(_ receipt: Receipt, _ random: inout DemoRandom) -> Receipt {
    guard receipt.channel == .phone else { return receipt }
    var receipt = receipt
    receipt.rings = random.chance(3) ? random.int(4...8) : random.int(1...3)
    return receipt
  }

  private static func matters(_ kind: TicketKind, _ random: inout DemoRandom) -> [DemoMatter] {
    switch kind {
    case .repair:
      random.pick([
        (34, DemoFaults.water), (20, DemoFaults.current), (16, DemoFaults.weak), (20, DemoFaults.doors),
        (6, DemoFaults.lift), (4, DemoFaults.shop),
      ])
    case .complaint: DemoConcerns.complaints
    case .suggestion: DemoConcerns.suggestions
    case .inquiry: DemoConcerns.inquiries
    case .booking: DemoConcerns.bookings
    case .incident: DemoConcerns.incidents
    case .finding: DemoConcerns.findings
    }
  }

  private static func channels(_ kind: TicketKind) -> [(Int, Channel)] {
    switch kind {
    case .repair: [(58, .phone), (20, .wechat), (12, .app), (8, .walkIn), (2, .web)]
    case .complaint: [(50, .phone), (18, .wechat), (16, .walkIn), (6, .letterbox), (6, .app), (4, .email)]
    case .suggestion:
      [(40, .letterbox), (25, .wechat), (15, .meeting), (10, .visit), (6, .survey), (4, .web)]
    case .inquiry: [(60, .phone), (25, .walkIn), (15, .wechat)]
    case .booking: [(40, .phone), (35, .app), (25, .wechat)]
    case .incident: [(90, .phone), (10, .walkIn)]
    case .finding: [(1, .patrol)]
    }
  }

  /// The public place a text speaks of; one of the halls where it speaks of none.
  private func publicPlace(_ text: String, _ random: inout DemoRandom) -> UnitCode {
    for (word, place) in Self.placeWords where text.mentions(word) { return UnitCode(place) }
    let hasLift = text.mentions("电梯")
    return random.pick(
      publicPlaces.filter { $0.value.hasSuffix("大堂") || !hasLift && $0.value.hasSuffix("楼道") })
  }

  /// What places are called in the texts, the more particular words first.
  private static let placeWords: [(String, String)] =
    [("配电箱", "配电房"), ("水泵房", "水泵房"), ("垃圾", "垃圾房")]
    + (1...8).map { ("\($0)栋", $0 <= 5 ? "\($0)栋大堂" : "\($0)栋楼道") }
    + [
      ("东门", "东门"), ("西门", "西门"), ("儿童", "儿童乐园"),
      ("花园", "中心花园"), ("草坪", "中心花园"), ("健身", "健身区"), ("步道", "环湖步道"), ("会所", "会所"), ("车库B区", "地库B区"),
      ("车库", "地库A区"), ("地库", "地库A区"), ("后门", "西门"), ("入口", "东门"),
    ]
}

extension String {
  /// Whether a word stands somewhere in it.
  fileprivate func mentions(_ word: String) -> Bool {
    let (bytes, word) = (Array(utf8), Array(word.utf8))
    guard bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { bytes[$0..<$0 + word.count].elementsEqual(word) }
  }
}

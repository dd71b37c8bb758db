import Desk

extension CommandTable {
  private static let material = OptionDefinition(
    "material", .material, Phrase("材料，如 '水龙头 x2 @35.00'", "what was used, such as 'tap x2 @35.00'")
  ).repeated
  private static let labour = OptionDefinition(
    "labour", .duration, Phrase("工时，分钟或时长", "working time, in minutes or as a duration"))

  private static let labourPrice = OptionDefinition(
    "labour-price", .price, Phrase("人工费，元", "the price of the labour, in yuan"))
  private static let charge = OptionDefinition(
    "charge", .price, Phrase("住户应付，元；不写为免费", "what the resident pays, in yuan; free where left out"))

  static let complete = CommandDefinition(
    path: ["complete"], section: .orders, summary: Phrase("完工", "the work is done"),
    arguments: [.order, .text.optional], options: [.result, material, labour, labourPrice, charge],
    examples: [
      "complete 1042.1 --result '更换龙头' --material '水龙头 x1 @35.00' --labour 40",
      "complete 1042.1 --result '安装花洒' --labour-price 50 --charge 80",
    ],
    work: .change { call in
      let materials = try call.invocation.all(material).map { text in
        guard let line = Material(text: text) else { throw UsageFault.badMaterial(text) }
        return line
      }
      return .order(
        try call.order(),
        .complete(
          Completion(
            result: try call.text(.result), materials: materials, labourMinutes: try minutes(call),
            labourPrice: try fen(labourPrice, call) ?? 0, charge: try fen(charge, call))))
    })

  private static func fen(_ option: OptionDefinition, _ call: Call) throws -> Int64? {
    guard let text = call.invocation[option] else { return nil }
    guard let fen = DecimalText.fen(text) else { throw UsageFault.badPrice(text) }
    return fen
  }

  private static func minutes(_ call: Call) throws -> Int? {
    guard let text = call.invocation[labour] else { return nil }
    guard !text.isEmpty, text.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      guard let span = MomentReading.span(text) else { throw UsageFault.badDuration(labour, text) }
      return Int(span.whole / 60)
    }
    // Whether so many minutes make sense is the desk's to say; these are more than it could be told.
    guard let minutes = Int(text) else { throw UsageFault.badNumber(labour, text, Sense.labour) }
    return minutes
  }
}

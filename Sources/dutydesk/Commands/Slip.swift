import Console
import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let format = OptionDefinition(
    "format", .words("text|html|message", ["text", "html", "message"]),
    Phrase("text 文本、html 可打印网页、message 给维修的短信", "text, a page that prints, or a message to the technician"))
  private static let paper = OptionDefinition(
    "paper", .words("a4|80mm", ["a4", "80mm"]), Phrase("纸张，缺省 a4", "the paper; a4 unless said"))

  private static let also = OptionDefinition(
    "also", .order, Phrase("一并打印的派工单", "another order on the same print")
  ).repeated

  /// The slip of an order.
  private static func slip(_ id: OrderID, _ call: Call) throws -> WorkOrderSlip {
    let ticket = try call.desk.known(id.ticket)
    let history = try call.live.history(of: id.ticket)
    let slip = WorkOrderSlip(
      id, history: history, desk: call.desk, words: call.session.words, now: call.now)
    guard let slip else {
      throw Refusal.unknownOrder(id, known: ticket.orders.map { OrderID(id.ticket, $0.index) })
    }
    return slip
  }

  static let slip = CommandDefinition(
    path: ["slip"], section: .orders,
    summary: Phrase("打印派工单", "a work order to print, to send or to read out"), arguments: [.order],
    options: [format, paper, also],
    examples: [
      "slip 1042.1", "slip 1042.1 --format html --paper 80mm", "slip 1042.1 --format message",
      "slip 1042.1 --also 1043.1 --also 1050.1 --format html",
    ],
    work: .read { call in
      let slips =
        try [slip(try call.order(), call)]
        + call.invocation.all(also).map { try slip(try call.order($0), call) }
      let chosen = try call.invocation.word(paper) ?? "a4"
      let sheet = WorkOrderSlip.Paper(rawValue: chosen) ?? .a4
      switch try call.invocation.word(format) ?? "text" {
      case "html": call.session.out.page(WorkOrderSlip.html(slips, sheet))
      case "message":
        for slip in slips { call.session.out.line(slip.message) }
      default:
        let texts = slips.map { $0.text(width: sheet == .a4 ? 80 : 42) }
        call.session.out.page(texts.joined(separator: "\u{c}\n"))
      }
    })
}

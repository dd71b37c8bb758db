import Desk
import DeskStore
import Journal
import Words

extension CommandTable {
  private static let centre = OptionDefinition(
    "name", .name, Phrase("服务中心的名称", "the name of the service centre"))
  private static let zone = OptionDefinition(
    "zone", .zone,
    Phrase("时区，如 Asia/Shanghai；缺省为本机时区", "its time zone, such as Asia/Shanghai; else this machine's"))
  private static let group = OptionDefinition(
    "group", .group, Phrase("也可写入日志的系统用户组", "the group of accounts that may write as well"))

  private static let policy = OptionDefinition(
    "policy", .file, Phrase("时限政策文件；缺省为内置的", "the policy file; the one built in unless said"))

  static let initialise = CommandDefinition(
    path: ["init"], section: .start,
    summary: Phrase("新建日志，运行者成为第一位物业经理", "begins a journal; whoever runs it is the first manager"),
    options: [centre, zone, group, policy], examples: ["init --name '阳光花园服务中心' --zone Asia/Shanghai"],
    formats: [.json],
    work: .other { session, invocation in
      let adoption = try invocation[policy].map {
        try PolicyFile.adoption($0, effective: nil, meeting: "", session)
      }
      let live = try LiveDesk.create(
        path: try session.pathAsNamed(invocation),
        centre: invocation[centre] ?? session.words.text("服务中心", "Service centre"),
        zone: invocation[zone] ?? Environment.zoneName, group: invocation[group], policy: adoption)
      session.isSaved = true
      report(live, session, isJSON: invocation.has(.json))
    })

  private static func report(_ live: LiveDesk, _ session: Session, isJSON: Bool) {
    let manager = live.desk.staffInOrder.first?.code.value ?? ""
    guard !isJSON else {
      session.out.json { writer in
        writer.null("ticket")
        writer.null("order")
        writer.field("seq", live.desk.lastSeq)
        writer.field("journal", live.path)
        writer.field("manager", manager)
      }
      return
    }
    let (words, desk) = (session.words, live.desk)
    session.out.line(
      words.text("已建立\(desk.centre)的日志：\(live.path)", "Began the journal of \(desk.centre): \(live.path)"))
    session.out.line(
      words.text("时区\(desk.zoneName)，物业经理\(manager)", "Time zone \(desk.zoneName), manager \(manager)"))
  }
}

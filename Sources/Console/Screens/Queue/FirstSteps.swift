import Desk
import Terminal
import Words

/// What is to be done first on a desk that has no ticket yet: who works there, which rooms there are, the first call.
struct FirstSteps {
  let context: Context

  /// Whether somebody sits at a new desk.
  static func areDue(_ context: Context) -> Bool {
    context.desk.tickets.isEmpty && context.restriction?.isOtherMoment != true
  }

  /// What is still to do, in its order; commands stand in lines of their own.
  var lines: [Line] {
    let desk = context.desk
    let words = context.words
    var steps: [(what: String, commands: [String])] = []
    if desk.technicians.isEmpty {
      steps.append(
        (
          context.say("登记人员，至少一位维修人员：", "Put people on record, one technician at least:"),
          [
            context.say(
              "dutydesk staff add wang --name 王强 --role technician --trade plumber",
              "dutydesk staff add wang --name 'Wang Q.' --role technician --trade plumber"),
            "dutydesk import staff FILE.csv",
          ]
        ))
    }
    if desk.households.isEmpty {
      steps.append(
        (
          context.say("登记房屋：", "Put rooms on record:"),
          ["dutydesk unit add 3-2-1201", "dutydesk import units FILE.csv"]
        ))
    }
    if desk.households.values.allSatisfy(\.contacts.isEmpty) {
      steps.append(
        (
          context.say("登记住户，来电时一打房号就有姓名和电话：", "And who lives there, so that a room brings name and number:"),
          [
            context.say(
              "dutydesk contact add 3-2-1201 --name 张磊 --phone 13800000001 --owner",
              "dutydesk contact add 3-2-1201 --name 'Zhang L.' --phone 13800000001"),
            "dutydesk import contacts FILE.csv",
          ]
        ))
    }
    steps.append(
      (
        context.say(
          "按 \(context.key(.intake)) 登记第一个来电；\(context.key(.help)) 看全部按键。",
          "Press \(context.key(.intake)) to take in the first call; \(context.key(.help)) shows every key."),
        []
      ))
    let head = context.say("还没有工单。接下来：", "No tickets yet. What comes first:")
    let told = steps.enumerated().flatMap { place, step in
      [Line([Span("\(place + 1)  ", .number), Span(step.what)])]
        + step.commands.map { Line("   " + $0, .key) }
    }
    let trial = words.text("想先试试：dutydesk demo（虚构的服务中心）", "To try it first: dutydesk demo, a made-up centre")
    return [Line(head, .title)] + told + [Line(trial, .muted)]
  }
}

import Desk

/// Refusals about people, rooms and rights.
extension Words {
  func unknownStaff(_ code: StaffCode) -> String {
    text(
      "没有代码为\(quoted(code.value))的人员。请核对人员台账，或先添加此人。",
      "Nobody on the staff has the code \(quoted(code.value)). Look at the staff register, or add them first."
    )
  }

  func hasLeft(_ code: StaffCode) -> String {
    text("\(person(code))已经离职。请改用在职人员。", "\(person(code)) no longer works here. Name somebody who does.")
  }

  func malformed(_ code: String) -> String {
    text(
      "\(quoted(code))不能作代码：请用1到32个小写字母、数字、点、下划线或连字符，并以字母或数字开头。",
      "\(quoted(code)) cannot be a code: use 1 to 32 lower-case letters, digits, dots, underscores or dashes, "
        + "a letter or digit first.")
  }

  func notATechnician(_ code: StaffCode) -> String {
    text(
      "\(person(code))不是维修人员，不能派单给此人。责任人可以是任何人员，请用指派。",
      "\(person(code)) is not a technician and cannot be dispatched. Anybody can be the owner: assign the ticket instead."
    )
  }

  func lastManager(_ code: StaffCode) -> String {
    text(
      "\(person(code))是最后一位在职的物业经理。请先任命另一位经理。",
      "\(person(code)) is the last active manager. Make somebody else a manager first.")
  }

  func lastManagerHere(_ code: StaffCode) -> String {
    text(
      "\(person(code))是最后一位在本机有系统账号的物业经理，改后就没有人能管理服务台了。请先给另一位经理绑定本机的账号。",
      "\(person(code)) is the last manager with an account on this machine; nobody could manage the desk afterwards. "
        + "Bind another manager to an account of this machine first.")
  }

  var onlySuperuser: String {
    text(
      "只有本机的超级用户（root）可以恢复物业经理。请联系管理这台机器的人。",
      "Only the superuser (root) of this machine may restore the manager. Ask whoever looks after the machine."
    )
  }

  var noFounder: String {
    text(
      "日志开头没有记录第一位物业经理，无法恢复。请先检查：dutydesk verify",
      "The beginning of the journal does not say who the first manager was, so nobody can be restored. "
        + "Run: dutydesk verify")
  }

  func noSuchAccount(_ account: String) -> String {
    text(
      "本机没有系统账号\(quoted(account))。请指定一个本机已有的账号。",
      "There is no account \(quoted(account)) on this machine. Name one that exists here.")
  }

  func whoAreYou(_ account: String, _ candidates: [StaffCode]) -> String {
    text(
      "账号\(quoted(account))绑定了多人，请说明您是哪一位：\(list(candidates.map { identity($0) }))。",
      "The account \(quoted(account)) belongs to several people. Say who you are: "
        + any(candidates.map { identity($0) }) + ".")
  }

  func stranger(_ account: String) -> String {
    text(
      "账号\(quoted(account))没有绑定任何在职人员，只能查看。请物业经理把它绑定到您的人员记录。",
      "The account \(quoted(account)) is bound to nobody who works here, so it may only read. "
        + "A manager can bind it to your staff record.")
  }

  func disguised(_ account: String) -> String {
    text(
      "这里的账号\(quoted(account))只是用户命名空间里的称呼（例如 unshare 所设），认不出您是谁，只能查看。请在命名空间之外操作。",
      "The account \(quoted(account)) is only what you are called in a user namespace, as unshare makes one: who you are cannot "
        + "be told here, so you may only read. Work outside it.")
  }

  func notYou(_ account: String, _ named: StaffCode, _ candidates: [StaffCode]) -> String {
    let allowed = candidates.map { identity($0) }
    return text(
      "账号\(quoted(account))不能以\(named)的身份操作；"
        + (allowed.isEmpty ? "它没有绑定任何人。" : "可用的身份：\(list(allowed))。"),
      "The account \(quoted(account)) may not act as \(named); "
        + (allowed.isEmpty ? "it is bound to nobody." : "it may act as \(any(allowed))."))
  }

  func unknownUnit(_ code: UnitCode, _ similar: [UnitCode]) -> String {
    let near = similar.map(\.value)
    return text(
      "没有房号\(quoted(code.value))。" + (near.isEmpty ? "请先在台账中添加。" : "相近的房号：\(list(near))。"),
      "There is no room \(quoted(code.value)). "
        + (near.isEmpty ? "Add it to the register first." : "Similar rooms: \(list(near))."))
  }

  func unknownContact(_ unit: UnitCode, _ name: String, _ known: [String]) -> String {
    text(
      "\(unit)没有名叫\(quoted(name))的联系人。" + (known.isEmpty ? "该户还没有联系人。" : "现有：\(list(known))。"),
      "\(unit) has no contact called \(quoted(name)). "
        + (known.isEmpty ? "Nobody is registered there yet." : "Registered there: \(list(known))."))
  }

  func unknownTicket(_ number: TicketNumber) -> String {
    text("没有\(ticket(number))。请核对编号。", "There is no \(ticket(number)). Check the number.")
  }

  func unknownOrder(_ id: OrderID, _ known: [OrderID]) -> String {
    let orders = known.map(\.description)
    return text(
      "没有\(order(id))。" + (orders.isEmpty ? "这张工单还没有派单。" : "这张工单的派工单：\(list(orders))。"),
      "There is no \(order(id)). "
        + (orders.isEmpty
          ? "Nobody has been dispatched to this ticket yet." : "This ticket has \(all(orders))."))
  }

  func alreadyExists(_ thing: Refusal.Thing) -> String {
    switch thing {
    case .staff(let code):
      text(
        "人员代码\(code)已经存在。请换一个代码，或修改原记录。", "The staff code \(code) exists already. Choose another, or edit it."
      )
    case .unit(let code):
      text("房号\(code)已经存在。可以修改原记录。", "The room \(code) exists already. You can edit it.")
    case .contact(let unit, let name):
      text("\(unit)已有联系人\(name)。可以修改原记录。", "\(unit) has a contact called \(name) already. You can edit it.")
    case .policy(let name):
      text(
        "已有名为\(quoted(name))的时限政策。请在文件里换一个 name。",
        "There is a policy called \(quoted(name)) already. Give this one another name in the file.")
    case .reference(let reference, let number):
      text(
        "外部编号\(quoted(reference))已登记为\(ticket(number))。",
        "The reference \(quoted(reference)) is \(ticket(number)) already.")
    }
  }

  func notPermitted(_ role: StaffRole, _ verb: Verb, _ allowed: [StaffRole]) -> String {
    text(
      "\(name(role))无权\(phrase(for: verb))。有权的岗位：\(list(allowed.map { name($0) }))。",
      "The role \(inside(role)) may not \(phrase(for: verb)). Allowed: \(list(allowed.map { inside($0) })).")
  }

  func notInTheirName(
    _ role: StaffRole, _ verb: Verb, _ person: StaffCode, _ theirs: StaffRole, _ allowed: [StaffRole]
  ) -> String {
    guard !allowed.isEmpty else {
      return text(
        "不能代\(name(theirs))\(self.person(person))\(phrase(for: verb))，须由本人录入。",
        "Nobody may \(phrase(for: verb)) in the name of \(self.person(person)) (\(inside(theirs))); they have to key it themselves."
      )
    }
    return text(
      "\(name(role))不能代\(name(theirs))\(self.person(person))\(phrase(for: verb))。可以代录的岗位：\(list(allowed.map { name($0) }))。",
      "The role \(inside(role)) may not \(phrase(for: verb)) in the name of \(self.person(person)) (\(inside(theirs))). "
        + "Allowed: \(list(allowed.map { inside($0) })).")
  }

  func notYourOrder(_ id: OrderID, _ technician: StaffCode) -> String {
    text(
      "\(person(technician))不能操作\(order(id))：维修人员只能操作派给自己的工单。请联系值班客服代录。",
      "Technicians may only work on what they were dispatched to; this is not yours (\(person(technician)), \(id)). "
        + "Ask the duty clerk to key it.")
  }

  func findingsOnly(_ role: StaffRole) -> String {
    text(
      "\(name(role))只能登记巡查发现。其他类型请交值班客服登记。",
      "The role \(inside(role)) may only take in findings. Hand anything else to the duty clerk.")
  }
}

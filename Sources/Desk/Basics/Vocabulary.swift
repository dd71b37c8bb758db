// The words of the domain in both languages, as the centre's documents and the field use them.

extension TicketKind: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .repair: ("报修", "Repair")
    case .complaint: ("投诉", "Complaint")
    case .suggestion: ("建议", "Suggestion")
    case .inquiry: ("咨询", "Inquiry")
    case .booking: ("特约服务", "Booking")
    case .incident: ("突发事件", "Incident")
    case .finding: ("巡查发现", "Finding")
    }
  }
}

extension Urgency: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .critical: ("特急", "Critical")
    case .urgent: ("急修", "Urgent")
    case .normal: ("一般", "Normal")
    case .planned: ("计划", "Planned")
    }
  }
}

extension TicketStatus: Named {
  public static var formerNames: [String: TicketStatus] { ["待受理": .received] }

  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .received: ("待指派", "Received")
    case .assigned: ("已指派", "Assigned")
    case .working: ("处理中", "Working")
    case .waiting: ("挂起", "Waiting")
    case .resolved: ("已处理", "Resolved")
    case .replied: ("已回复", "Replied")
    case .closed: ("已办结", "Closed")
    case .cancelled: ("已作废", "Cancelled")
    case .merged: ("已并单", "Merged")
    }
  }
}

extension WaitingReason: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .resident: ("等业主", "Resident")
    case .appointment: ("等预约", "Appointment")
    case .weather: ("天气", "Weather")
    case .parts: ("等配件", "Parts")
    case .provider: ("等外协", "Provider")
    case .approval: ("等审批", "Approval")
    case .elsewhere: ("先办别单", "Called away")
    }
  }
}

extension OrderStatus: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .reserved: ("预约", "Reserved")
    case .dispatched: ("已派单", "Dispatched")
    case .accepted: ("已接单", "Accepted")
    case .travelling: ("途中", "Travelling")
    case .onsite: ("已到场", "On site")
    case .paused: ("暂停", "Paused")
    case .completed: ("已完工", "Completed")
    case .signed: ("已验收", "Signed off")
    case .declined: ("退单", "Declined")
    case .withdrawn: ("撤单", "Withdrawn")
    }
  }
}

extension ClockName: Named {
  public static var formerNames: [String: ClockName] { ["受理": .act] }

  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .act: ("首次处理", "Act")
    case .respond: ("响应", "Respond")
    case .arrive: ("到场", "Arrive")
    case .resolve: ("处理", "Resolve")
    case .reply: ("回复", "Reply")
    case .promise: ("承诺回复", "Promise")
    case .visit: ("回访", "Visit")
    }
  }
}

extension ClockState: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .pending: ("未开始", "Pending")
    case .running: ("计时", "Running")
    case .paused: ("暂停", "Paused")
    case .met: ("达成", "Met")
    case .void: ("作废", "Void")
    }
  }
}

extension StaffRole: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .manager: ("物业经理", "Manager")
    case .supervisor: ("服务中心主管", "Centre supervisor")
    case .maintenanceSupervisor: ("工程主管", "Maintenance supervisor")
    case .clerk: ("值班客服", "Duty clerk")
    case .technician: ("维修", "Technician")
    case .patrol: ("巡逻员", "Patrol")
    case .trainer: ("培训专员", "Trainer")
    case .finance: ("财务", "Finance")
    case .auditor: ("监督小组", "Auditor")
    }
  }
}

extension Channel: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .phone: ("电话", "Phone")
    case .walkIn: ("来访", "Walk-in")
    case .wechat: ("微信", "WeChat")
    case .app: ("APP", "App")
    case .web: ("网站", "Web")
    case .email: ("邮件", "Email")
    case .letterbox: ("意见箱", "Letterbox")
    case .meeting: ("会议", "Meeting")
    case .visit: ("走访", "Home visit")
    case .survey: ("问卷", "Survey")
    case .patrol: ("巡查", "Patrol")
    }
  }
}

extension Topic: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .plumbing: ("给排水", "Plumbing")
    case .power: ("强电", "Power")
    case .lowVoltage: ("弱电", "Low voltage")
    case .doorsWindows: ("门窗锁", "Doors and windows")
    case .structure: ("土建", "Structure")
    case .lift: ("电梯", "Lift")
    case .fire: ("消防", "Fire safety")
    case .security: ("秩序安防", "Security")
    case .sanitation: ("保洁", "Sanitation")
    case .greening: ("绿化", "Greening")
    case .parking: ("停车", "Parking")
    case .noise: ("噪音油烟", "Noise and fumes")
    case .fees: ("收费", "Fees")
    case .renovation: ("装修违建", "Renovation")
    case .pets: ("宠物", "Pets")
    case .serviceQuality: ("服务态度", "Service quality")
    case .community: ("社区活动", "Community")
    case .outside: ("区外转办", "Outside the estate")
    case .other: ("其他", "Other")
    }
  }
}

extension Trade: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .plumber: ("水工", "Plumber")
    case .electrician: ("电工", "Electrician")
    case .lowVoltage: ("弱电工", "Low-voltage")
    case .carpenter: ("木工", "Carpenter")
    case .mason: ("泥瓦工", "Mason")
    case .general: ("综合维修", "General")
    case .lift: ("电梯维保", "Lift contractor")
    case .cleaning: ("保洁", "Cleaning")
    case .security: ("秩序", "Security")
    case .greening: ("绿化", "Greening")
    }
  }
}

extension Satisfaction: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .yes: ("满意", "Satisfied")
    case .fairly: ("基本满意", "Fairly satisfied")
    case .no: ("不满意", "Not satisfied")
    }
  }
}

extension VisitOutcome: Named {
  public func name(in language: Language) -> String {
    answer?.name(in: language) ?? (language == .zh ? "没打通或没人在" : "Nobody reached")
  }
}

extension VisitPlace: Named {
  public func name(in language: Language) -> String {
    switch (self, language) {
    case (.phone, .zh): "电话"
    case (.phone, .en): "By phone"
    case (.door, .zh): "上门"
    case (.door, .en): "At the door"
    }
  }
}

extension Asker: Named {
  public func name(in language: Language) -> String {
    switch (self, language) {
    case (.us, .zh): "我方"
    case (.us, .en): "Us"
    case (.resident, .zh): "住户"
    case (.resident, .en): "The resident"
    }
  }
}

extension Tenure: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .owner: ("业主", "Owner")
    case .tenant: ("租户", "Tenant")
    }
  }
}

extension AbsenceReason: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .leave: ("请假", "Leave")
    case .sick: ("病假", "Sick")
    case .training: ("培训", "Training")
    case .rest: ("休息", "Rest")
    case .errand: ("外出", "Errand")
    }
  }
}

extension UnitKind: Named {
  public func name(in language: Language) -> String {
    let (zh, en) = words
    return language == .zh ? zh : en
  }

  private var words: (String, String) {
    switch self {
    case .home: ("住宅", "Home")
    case .shop: ("商铺", "Shop")
    case .parking: ("车位", "Parking space")
    case .publicArea: ("公共区域", "Public area")
    }
  }
}

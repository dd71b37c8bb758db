// The words of the domain in both languages, as the centre's documents and the field use them.

extension TicketKind: Named {
  public var phrase: Phrase {
    switch self {
    case .repair: Phrase("报修", "Repair")
    case .complaint: Phrase("投诉", "Complaint")
    case .suggestion: Phrase("建议", "Suggestion")
    case .inquiry: Phrase("咨询", "Inquiry")
    case .booking: Phrase("特约服务", "Booking")
    case .incident: Phrase("突发事件", "Incident")
    case .finding: Phrase("巡查发现", "Finding")
    }
  }
}

extension Urgency: Named {
  public var phrase: Phrase {
    switch self {
    case .critical: Phrase("特急", "Critical")
    case .urgent: Phrase("急修", "Urgent")
    case .normal: Phrase("一般", "Normal")
    case .planned: Phrase("计划", "Planned")
    }
  }
}

extension TicketStatus: Named {
  public static var formerNames: [String: TicketStatus] { ["待受理": .received] }

  public var phrase: Phrase {
    switch self {
    case .received: Phrase("待指派", "Received")
    case .assigned: Phrase("已指派", "Assigned")
    case .working: Phrase("处理中", "Working")
    case .waiting: Phrase("挂起", "Waiting")
    case .resolved: Phrase("已处理", "Resolved")
    case .replied: Phrase("已回复", "Replied")
    case .closed: Phrase("已办结", "Closed")
    case .cancelled: Phrase("已作废", "Cancelled")
    case .merged: Phrase("已并单", "Merged")
    }
  }
}

extension WaitingReason: Named {
  public var phrase: Phrase {
    switch self {
    case .resident: Phrase("等业主", "Resident")
    case .appointment: Phrase("等预约", "Appointment")
    case .weather: Phrase("天气", "Weather")
    case .parts: Phrase("等配件", "Parts")
    case .provider: Phrase("等外协", "Provider")
    case .approval: Phrase("等审批", "Approval")
    case .elsewhere: Phrase("先办别单", "Called away")
    }
  }
}

extension OrderStatus: Named {
  public var phrase: Phrase {
    switch self {
    case .reserved: Phrase("预约", "Reserved")
    case .dispatched: Phrase("已派单", "Dispatched")
    case .accepted: Phrase("已接单", "Accepted")
    case .travelling: Phrase("途中", "Travelling")
    case .onsite: Phrase("已到场", "On site")
    case .paused: Phrase("暂停", "Paused")
    case .completed: Phrase("已完工", "Completed")
    case .signed: Phrase("已验收", "Signed off")
    case .declined: Phrase("退单", "Declined")
    case .withdrawn: Phrase("撤单", "Withdrawn")
    }
  }
}

extension ClockName: Named {
  public static var formerNames: [String: ClockName] { ["受理": .act] }

  public var phrase: Phrase {
    switch self {
    case .act: Phrase("首次处理", "Act")
    case .respond: Phrase("响应", "Respond")
    case .arrive: Phrase("到场", "Arrive")
    case .resolve: Phrase("处理", "Resolve")
    case .reply: Phrase("回复", "Reply")
    case .promise: Phrase("承诺回复", "Promise")
    case .visit: Phrase("回访", "Visit")
    }
  }
}

extension ClockState: Named {
  public var phrase: Phrase {
    switch self {
    case .pending: Phrase("未开始", "Pending")
    case .running: Phrase("计时", "Running")
    case .paused: Phrase("暂停", "Paused")
    case .met: Phrase("达成", "Met")
    case .void: Phrase("作废", "Void")
    }
  }
}

extension StaffRole: Named {
  public var phrase: Phrase {
    switch self {
    case .manager: Phrase("物业经理", "Manager")
    case .supervisor: Phrase("服务中心主管", "Centre supervisor")
    case .maintenanceSupervisor: Phrase("工程主管", "Maintenance supervisor")
    case .clerk: Phrase("值班客服", "Duty clerk")
    case .technician: Phrase("维修", "Technician")
    case .patrol: Phrase("巡逻员", "Patrol")
    case .trainer: Phrase("培训专员", "Trainer")
    case .finance: Phrase("财务", "Finance")
    case .auditor: Phrase("监督小组", "Auditor")
    }
  }
}

extension Channel: Named {
  public var phrase: Phrase {
    switch self {
    case .phone: Phrase("电话", "Phone")
    case .walkIn: Phrase("来访", "Walk-in")
    case .wechat: Phrase("微信", "WeChat")
    case .app: Phrase("APP", "App")
    case .web: Phrase("网站", "Web")
    case .email: Phrase("邮件", "Email")
    case .letterbox: Phrase("意见箱", "Letterbox")
    case .meeting: Phrase("会议", "Meeting")
    case .visit: Phrase("走访", "Home visit")
    case .survey: Phrase("问卷", "Survey")
    case .patrol: Phrase("巡查", "Patrol")
    }
  }
}

extension Topic: Named {
  public var phrase: Phrase {
    switch self {
    case .plumbing: Phrase("给排水", "Plumbing")
    case .power: Phrase("强电", "Power")
    case .lowVoltage: Phrase("弱电", "Low voltage")
    case .doorsWindows: Phrase("门窗锁", "Doors and windows")
    case .structure: Phrase("土建", "Structure")
    case .lift: Phrase("电梯", "Lift")
    case .fire: Phrase("消防", "Fire safety")
    case .security: Phrase("秩序安防", "Security")
    case .sanitation: Phrase("保洁", "Sanitation")
    case .greening: Phrase("绿化", "Greening")
    case .parking: Phrase("停车", "Parking")
    case .noise: Phrase("噪音油烟", "Noise and fumes")
    case .fees: Phrase("收费", "Fees")
    case .renovation: Phrase("装修违建", "Renovation")
    case .pets: Phrase("宠物", "Pets")
    case .serviceQuality: Phrase("服务态度", "Service quality")
    case .community: Phrase("社区活动", "Community")
    case .outside: Phrase("区外转办", "Outside the estate")
    case .other: Phrase("其他", "Other")
    }
  }
}

extension Trade: Named {
  public var phrase: Phrase {
    switch self {
    case .plumber: Phrase("水工", "Plumber")
    case .electrician: Phrase("电工", "Electrician")
    case .lowVoltage: Phrase("弱电工", "Low-voltage")
    case .carpenter: Phrase("木工", "Carpenter")
    case .mason: Phrase("泥瓦工", "Mason")
    case .general: Phrase("综合维修", "General")
    case .lift: Phrase("电梯维保", "Lift contractor")
    case .cleaning: Phrase("保洁", "Cleaning")
    case .security: Phrase("秩序", "Security")
    case .greening: Phrase("绿化", "Greening")
    }
  }
}

extension Satisfaction: Named {
  public var phrase: Phrase {
    switch self {
    case .yes: Phrase("满意", "Satisfied")
    case .fairly: Phrase("基本满意", "Fairly satisfied")
    case .no: Phrase("不满意", "Not satisfied")
    }
  }
}

extension VisitOutcome: Named {
  public var phrase: Phrase { answer?.phrase ?? Phrase("没打通或没人在", "Nobody reached") }
}

extension VisitPlace: Named {
  public var phrase: Phrase {
    switch self {
    case .phone: Phrase("电话", "By phone")
    case .door: Phrase("上门", "At the door")
    }
  }
}

extension Asker: Named {
  public var phrase: Phrase {
    switch self {
    case .us: Phrase("我方", "Us")
    case .resident: Phrase("住户", "The resident")
    }
  }
}

extension Tenure: Named {
  public var phrase: Phrase {
    switch self {
    case .owner: Phrase("业主", "Owner")
    case .tenant: Phrase("租户", "Tenant")
    }
  }
}

extension AbsenceReason: Named {
  public var phrase: Phrase {
    switch self {
    case .leave: Phrase("请假", "Leave")
    case .sick: Phrase("病假", "Sick")
    case .training: Phrase("培训", "Training")
    case .rest: Phrase("休息", "Rest")
    case .errand: Phrase("外出", "Errand")
    }
  }
}

extension UnitKind: Named {
  public var phrase: Phrase {
    switch self {
    case .home: Phrase("住宅", "Home")
    case .shop: Phrase("商铺", "Shop")
    case .parking: Phrase("车位", "Parking space")
    case .publicArea: Phrase("公共区域", "Public area")
    }
  }
}

import Desk

extension TableCatalogue {
  public static let rosters = Table<RosterRow>(
    "rosters", letter: "r", Phrase("排班", "Rosters"), key: ["seq"],
    [
      [
        .integer("seq", Phrase("序号", "Seq"), .open) { $0.event.seq },
        .moment("at", Phrase("记录时间", "Recorded"), .open) { $0.event.at },
        .text("by", Phrase("录入人", "Keyed by"), .staff) { $0.event.entry.by.value },
        .text("staff", Phrase("人员", "Staff"), .staff) { $0.line.staff.value },
        .text("with", Phrase("与谁换班", "Swapped with"), .staff) { $0.other?.value },
        .day("from", Phrase("从", "From"), .open) { $0.line.days.lowerBound },
        .day("to", Phrase("到", "To"), .open) { $0.line.days.upperBound },
        .text("duty", Phrase("班次", "Duty"), .staff) { $0.line.duty?.text },
        .text("why", Phrase("原因", "Why"), .text) { $0.line.reason.why },
        .flag("correction", Phrase("事后更正", "Correction"), .open) { $0.line.reason.isCorrection },
      ]
    ])

  public static let absences = Table<AbsenceRow>(
    "absences", letter: "a", Phrase("缺勤", "Absences"), key: ["seq"],
    [
      [
        .integer("seq", Phrase("序号", "Seq"), .open) { $0.event.seq },
        .moment("at", Phrase("记录时间", "Recorded"), .open) { $0.event.at },
        .text("by", Phrase("录入人", "Keyed by"), .staff) { $0.event.entry.by.value },
        .text("event", Phrase("事件", "Event"), .open) { $0.event.entry.body.typeName },
        .text("staff", Phrase("人员", "Staff"), .staff) { $0.staff.value },
        .code("reason", Phrase("原因", "Reason"), .staff) { $0.reason },
        .moment("from", Phrase("从", "From"), .open) { $0.from },
        .moment("to", Phrase("到", "To"), .open) { $0.to },
        .text("text", Phrase("说明", "Text"), .text) { $0.text },
      ]
    ])

  public static let policies = Table<PolicyRow>(
    "policies", letter: "l", Phrase("时限政策", "Policies"), key: ["seq"],
    [
      [
        .integer("seq", Phrase("序号", "Seq"), .open) { $0.event.seq },
        .moment("at", Phrase("记录时间", "Recorded"), .open) { $0.event.at },
        .text("by", Phrase("录入人", "Keyed by"), .staff) { $0.event.entry.by.value },
        .text("name", Phrase("名称", "Name"), .open) { $0.adoption.policy.name },
        .moment("effective", Phrase("生效时间", "Effective"), .open) { $0.adoption.effective },
        .text("meeting", Phrase("议定", "Decided by"), .text) { $0.adoption.meeting },
        .text("file", Phrase("文件", "File"), .open) { $0.file },
      ]
    ])
}

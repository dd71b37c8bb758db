/// The ways of writing a time, for help and the page of times; tests read every one of them.
public enum MomentForms {
  /// Ways of writing that belong together, and the rule by which they are read.
  public struct Group: Sendable {
    /// What a person calls them.
    public let title: Phrase
    public let zh: [String]
    public let en: [String]
    /// The rule, where one needs to be told.
    public let rule: Phrase?

    /// The examples, those of the language first.
    public func examples(in language: Language) -> [String] { language == .zh ? zh + en : en + zh }
  }

  /// A moment, such as of `--on`, `--by`, `--until`.
  public static let moments: [Group] = [
    Group(
      title: Phrase("日期和时间", "a day and a time"), zh: ["2026年12月5日 18:00", "12月5日 9点"],
      en: [
        "2026-12-05 18:00", "2026-12-05T18:00:00+08:00", "12-05 18:00", "12/5 9:00", "Dec 5 9am", "5 Dec",
      ],
      rule: Phrase(
        "没写年份的取离现在最近、合这一项的；只写日期的为当天零点。",
        "Without a year it is the nearest that fits; a day alone is its first moment."
      )),
    Group(
      title: Phrase("时间", "a time"), zh: ["5点", "17点半", "下午5点半", "五点一刻", "中午", "零点"],
      en: ["18:00", "1730", "5pm", "9:30 am", "noon", "midnight", "24:00"],
      rule: Phrase(
        "没写日期的取离现在最近、合这一项的。“5点”没说上下午的也是；写了日期或时段的，1到6点为下午，7到12点为上午。",
        "Without a day it is the nearest that fits. So is an hour without am or pm (5 o'clock); with a day or in a "
          + "window 1 to 6 are the afternoon's, 7 to 12 the morning's."
      )),
    Group(
      title: Phrase("哪天", "a named day"), zh: ["明天 9:00", "今晚8点", "明早9点", "昨晚10点", "大后天 9点", "前天 14:00"],
      en: ["tomorrow 9am", "yesterday 14:00", "tonight 8pm", "day after tomorrow 9:00"], rule: nil),
    Group(
      title: Phrase("星期", "a weekday"), zh: ["周三", "下周六 9:00", "上周二 10:00", "这周五", "礼拜天 9点", "星期一上午"],
      en: ["Fri 9am", "next Friday", "last Tuesday", "this Friday 17:00"],
      rule: Phrase(
        "一周从周一起；下周三为下一周的，last Tuesday 为今天以前最近的。",
        "Weeks begin on Monday: next Friday is that of the next week; last Tuesday is the latest before today."
      )),
    Group(
      title: Phrase("本月几号", "a day of the month"), zh: ["5号", "本月25号", "下月5号 9:00"], en: ["the 5th"],
      rule: nil),
    Group(
      title: Phrase("一天的一段", "a part of the day"), zh: ["明天上午", "今天下午", "傍晚"],
      en: ["tomorrow morning", "this evening"],
      rule: Phrase(
        "早上6-9点、上午8-12点、中午12-14点、下午14-18点、傍晚17-19点、晚上18-22点、凌晨0-6点；当时间用时为开始的一刻。晚上12点为当天24:00。",
        "Early morning 6-9, morning 8-12, noon 12-14, afternoon 14-18, evening 18-22; as a moment it is its first."
      )),
    Group(
      title: Phrase("从现在算", "from now"),
      zh: ["30分钟后", "半小时后", "一个半小时后", "两小时内", "10分钟前", "刚才", "3天后 9:00"],
      en: ["+2h", "-30m", "in 2 hours", "half an hour", "10 minutes ago", "now"],
      rule: Phrase(
        "只写时长的（30m、半小时），过去的事从现在往回算，将来的往后算。",
        "A length alone (30m, 2h) counts back for what has happened, ahead for what is to come."
      )),
  ]

  /// A stretch of time, such as of `--window`.
  public static let windows: [Group] = [
    Group(
      title: Phrase("时段", "a stretch of time"),
      zh: ["明天 9:00-11:00", "下周六上午9点到11点", "9-11点", "下午2点到4点", "明天上午", "两小时内"],
      en: [
        "14:00-16:00", "2026-12-05 14:00..16:00", "12-05 23:00-01:00", "2-4pm", "tomorrow 9am to 11am",
        "Fri afternoon",
      ],
      rule: Phrase(
        "结束早于开始的为第二天，最多16小时；两头一起认。请假可只写哪天，为全天。",
        "An end before the start is the next day's, up to 16 hours. Of an absence a day alone is all of it."
      ))
  ]

  /// Days, such as of a roster.
  public static let days: [Group] = [
    Group(
      title: Phrase("日期", "days"), zh: ["明天", "周三", "12月5日", "5号到7号"],
      en: ["2026-12-05", "12-05", "tomorrow", "12-28..01-03", "Dec 5"], rule: nil)
  ]

  /// Lengths of time, such as of `--within`.
  public static let spans: [Group] = [
    Group(
      title: Phrase("时长", "a length of time"), zh: ["30分钟", "2小时15分", "半小时", "一个半小时", "3天"],
      en: ["30m", "1h30m", "2h 15m", "7d", "half an hour"], rule: nil)
  ]

  /// Tickets and orders.
  public static let references: [Group] = [
    Group(
      title: Phrase("编号", "a ticket or an order"), zh: ["工单1042", "#1042", "1042.1"],
      en: ["1042", "ticket 1042", "#1042.1"],
      rule: nil)
  ]

  /// All of them, in the order of the page.
  public static let all = moments + windows + days + spans + references
}

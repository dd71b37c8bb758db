import Foundation
import Testing

/// Which language the program speaks.
@Suite struct LanguageTests {
  @Test func theLanguageComesFromTheOptionThenTheEnvironment() throws {
    let centre = try Centre()
    let cases: [([String], [String: String], String)] = [
      (["list", "--lang", "zh"], ["DUTYDESK_LANG": "en"], "没有工单。"),
      (["list", "--lang=en"], ["DUTYDESK_LANG": "zh"], "No tickets."),
      (["list"], ["DUTYDESK_LANG": "zh", "LC_ALL": "en_US.UTF-8"], "没有工单。"),
      (["list"], ["DUTYDESK_LANG": "", "LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], "没有工单。"),
      (["list"], ["DUTYDESK_LANG": "", "LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en"], "没有工单。"),
      (["list"], ["DUTYDESK_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW.UTF-8"], "没有工单。"),
      (["list"], ["DUTYDESK_LANG": "", "LC_ALL": "", "LANG": "de_DE.UTF-8"], "No tickets."),
      (["list"], ["DUTYDESK_LANG": "", "LC_ALL": ""], "No tickets."),
    ]
    for (line, environment, said) in cases {
      let answer = try centre.run(line, environment: environment)
      #expect(answer.out == said + "\n", "\(environment) \(answer)")
    }
  }

  @Test func aMissingLocaleStopsNothing() throws {
    let centre = try Centre()
    _ = try centre.ticket("repair", "--summary", "厨房漏水")
    let answer = try centre.run("list", environment: ["LC_ALL": "xx_YY.UTF-8", "DUTYDESK_LANG": ""])
    #expect(answer.status == 0)
    #expect(answer.out.contains("厨房漏水"))
    #expect(try centre.run("list", environment: ["LC_ALL": "C"]).out.contains("厨房漏水"))
  }
}

import Testing

@testable import DeskStore

@Suite struct Spreadsheets {
  @Test(arguments: [
    ("1.38E+10", SpreadsheetDamage.shortened), ("1,38E+10", .shortened), ("1E+10", .shortened),
    ("-2.5E-05", .shortened),
    ("1.10101E+17", .shortened), (" 1.38E+10 ", .shortened), ("##", .tooNarrow), ("########", .tooNarrow),
    ("#REF!", .formula), ("#N/A", .formula), ("#VALUE!", .formula), ("#name?", .formula),
    ("#DIV/0!", .formula),
    ("Err:502", .formula), ("Err:520", .formula),
  ])
  func whatASpreadsheetDestroyedIsKnown(text: String, damage: SpreadsheetDamage) {
    #expect(SpreadsheetDamage.of(text) == damage)
  }

  @Test(arguments: [
    "", "13812345678", "1E5", "3E+2-101", "E+10", "1.E+10", "12.5E+10", "#1001", "#", "#3", "楼#", "# #",
    "Err:5", "1.38e+10",
    "1.38E+1", "1.38E+10号",
  ])
  func whatIsWholeStays(text: String) { #expect(SpreadsheetDamage.of(text) == nil) }

  @Test(arguments: [
    ("=\"0138\"", "0138"), ("=\"a\"\"b\"", "a\"b"), ("'13812345678", "13812345678"), ("'0010", "0010"),
    ("'3-2-1201", "3-2-1201"),
    ("'=1+1", "=1+1"), ("'+86 138", "+86 138"), ("''=x", "'=x"),
  ])
  func signsForSpreadsheetsAreTakenOff(cell: String, text: String) { #expect(CellText.bare(cell) == text) }

  @Test(arguments: ["=1+1", "=\"a\"&\"b\"", "=\"", "=\"\"\"", "'90s", "'", "'tis", "138'", "", "="])
  func otherTextsStay(cell: String) { #expect(CellText.bare(cell) == cell) }

  @Test func whatOurOwnListsGuardIsReadBack() {
    for text in ["=1", "'=1", "+1", "\t", "138", "'", "a=b", "@x", "＝1", " =1"] {
      #expect(CellText.bare(CSVGuard.guarded(text)) == text)
    }
  }
}

public import TextCoding

/// What is said of files whose characters cannot be read with certainty.
extension Words {
  /// What is wrong, as half a sentence: what to do about it differs from file to file.
  public func sentence(for fault: EncodingFault) -> String {
    switch fault {
    case .invalid(let encoding, let place):
      text(
        "\(at(place))不是有效的 \(upper(encoding)) 文字", "\(at(place)) is not valid \(upper(encoding)) text")
    case .neither(let utf8, let gb18030):
      text(
        "既不是 UTF-8（\(at(utf8))），也不是 GB18030（\(at(gb18030))）",
        "it is neither UTF-8 (\(at(utf8))) nor GB18030 (\(at(gb18030)))")
    case .undecided(let place):
      text(
        "可能是 UTF-8，也可能是 GB18030，无法断定（\(at(place))）",
        "it could be UTF-8 as well as GB18030 (\(at(place)))")
    case .unlikely(let place):
      text(
        "不是 UTF-8（\(at(place))），按 GB18030 读又不像中文",
        "it is not UTF-8 (\(at(place))), and read as GB18030 it is hardly Chinese")
    case .cutOff(let encoding):
      text(
        "文件不完整：按 \(upper(encoding)) 读，最后一个字只有一半",
        "it is not complete: in \(upper(encoding)) it ends in the middle of a character")
    case .unmarked(let encoding):
      text(
        "像是 \(upper(encoding))，但开头没有标记（BOM）",
        "it seems to be \(upper(encoding)), but begins without a mark (BOM)")
    case .contradicted(let told, let mark):
      text(
        "指定的是 \(upper(told))，文件开头的标记却是 \(upper(mark))",
        "it was said to be \(upper(told)), but its mark says \(upper(mark))")
    case .irreversible(let encoding):
      text(
        "有的字在 \(upper(encoding)) 中没有确定的对应", "a character of \(upper(encoding)) has no exact counterpart")
    case .unavailable(let encoding):
      text(
        "本机不能转换 \(upper(encoding))（libc 的 iconv 没有它）",
        "this system cannot convert from \(upper(encoding)): libc's iconv lacks it")
    }
  }

  private func at(_ place: BytePlace) -> String {
    let digits = String(place.byte, radix: 16, uppercase: true)
    let byte = digits.utf8.count < 2 ? "0" + digits : digits
    return text(
      "第\(place.line)行第\(place.column)字节 \(byte)", "line \(place.line), byte \(place.column): \(byte)")
  }

  private func upper(_ encoding: TextEncoding) -> String { encoding.name.uppercased() }
}

import DeskStore
import Journal
import Words

/// Why a journal was not taken care of as asked.
extension Words {
  func sentence(for fault: CareFault) -> String {
    switch fault {
    case .notDamaged:
      text(
        "日志没有损坏，不需要处理，未作改动。", "The journal is not damaged: there is nothing to decide. Nothing was changed.")
    case .noGoodCopy(let path, let form):
      text(
        "\(path)里没有能由校验链证明的丢失记录，未作改动。",
        "\(path) holds no copy of a lost record that the chain proves; nothing was changed. ")
        + (form.map { sentence(for: $0) } ?? text("不恢复而继续：去掉--from。", "To go on without it leave --from out."))
    case .notPoisoned:
      text(
        "没有写盘失败，不需要恢复，未作改动。确有理由时：--force",
        "No write to the disk has failed: there is nothing to recover from and nothing was changed. Where there is a "
          + "reason all the same: --force")
    case .appendOnly(let path):
      text(
        "\(path)是只追加文件（或不属于您），不能替换，未作改动。请先以 root 执行：chattr -a \(path)，恢复后再执行：chattr +a \(path)",
        "\(path) is append-only (or not yours), so it cannot be replaced; nothing was changed. As root run: "
          + "chattr -a \(path), and after the recovery: chattr +a \(path)")
    case .ownedByAnother(let path, let owner):
      text(
        "\(path)属于\(ProcessIdentity.account(owner))，换上的新文件会变成您的，未作改动。请由该用户或 root 执行恢复。",
        "\(path) belongs to \(ProcessIdentity.account(owner)), and the new file would become yours; nothing was changed. Let that "
          + "account or root recover it.")
    case .emptyPeriod:
      text("这段时间内没有任何记录，未写档案。", "Nothing was recorded in that period; no archive was written.")
    case .noDirectory(let path):
      text("没有目录\(quoted(path))。", "There is no folder \(quoted(path)).")
    case .anotherJournal(let path, let uuid):
      text(
        "\(path)是另一份日志（UUID \(uuid)）的备份，未作改动。请换一个目录。",
        "\(path) belongs to another journal (UUID \(uuid)) and was left alone. Choose another folder.")
    case .diverged(let path, let place):
      text(
        "\(path)与日志从字节\(place)起不同，未作改动。请检查：dutydesk verify；损坏时它可用于 journal repair --from。"
          + "要重新备份请换一个目录。",
        "\(path) and the journal differ from byte \(place) on; it was left alone. Run: dutydesk verify. If the journal "
          + "is the damaged one, the copy may serve journal repair --from; else back up into another folder.")
    case .sameFile(let path):
      text("\(path)就是日志本身。请换一个目录。", "\(path) is the journal itself. Choose another folder.")
    case .isLink(let path):
      text(
        "\(path)是符号链接，可能指向别人的文件，备份未继续。请删除它，或换一个只有您能写的目录。",
        "\(path) is a symbolic link and may lead to somebody else's file; the backup did not go on. Remove it, or choose a "
          + "folder that only you can write.")
    case .copyDiffers(let path):
      text(
        "\(path)写入后读回的内容不同，不能信任。请检查那块磁盘。",
        "What was written to \(path) does not come back from its disk. Do not trust it; look after that disk."
      )
    }
  }
}

/// What was done.
extension Words {
  func line(for done: Backup) -> String {
    let head = done.head.noted.text
    let after =
      done.behindAfter == 0
      ? text("现已一致", "it is level now")
      : text("现仍落后\(done.behindAfter)条", "it is \(done.behindAfter) events behind now")
    return text(
      "已备份到\(done.path)并核对：原落后\(done.behindBefore)条，复制\(done.copied)字节，\(after)，末尾 \(head)",
      "Backed up to \(done.path) and checked there: it was \(done.behindBefore) events behind, \(done.copied) bytes "
        + "were copied, \(after), head \(head)")
  }

  func line(for done: Archive) -> String {
    text(
      "已封存到\(done.path)并核对：期间事件\(done.seqs.lowerBound)-\(done.seqs.upperBound)，与日志共有到 "
        + "\(done.head.noted.text)",
      "Sealed in \(done.path) and checked: events \(done.seqs.lowerBound) to \(done.seqs.upperBound) are of the "
        + "period; it is the journal up to \(done.head.noted.text)")
  }

  func damageKept(_ path: String) -> String {
    text("损坏的字节已保存到\(path)", "The damaged bytes are kept in \(path)")
  }

  func repaired(_ head: Head) -> String {
    text(
      "已记录，日志可以继续写入。新的末尾 \(head.noted.text)",
      "The decision is recorded and the journal can be written again. Its head is now \(head.noted.text)")
  }

  func recovered(_ done: Recovery) -> [String] {
    [
      text(
        "已从磁盘重读并换上新文件，末尾 \(done.head.noted.text)",
        "Read again from the disk and replaced; its head is \(done.head.noted.text)"),
      text("旧文件保留为\(done.oldFile)", "The old file is kept as \(done.oldFile)"),
      done.setAside.map {
        text(
          "末尾之后从未确认的\(done.beyond.count)行已移到\($0)：",
          "What lay behind it was never confirmed (lines: \(done.beyond.count)) and is set aside in \($0):")
      },
    ].compactMap(\.self)
  }

  /// A line that lay behind the confirmed head.
  func line(for line: UnconfirmedLine) -> String {
    let bytes = text(
      "字节\(line.bytes.lowerBound)至\(line.bytes.upperBound)",
      "bytes \(line.bytes.lowerBound) to \(line.bytes.upperBound)")
    guard let seq = line.seq, let type = line.type else {
      return pair(bytes, text("不是完整的记录", "no whole record"))
    }
    return pair(bytes, text("事件\(seq) \(type)", "event \(seq) \(type)"))
  }

  var headNotSound: String {
    text(
      "警告：磁盘上已确认的末尾与记录的不同，请检查：dutydesk verify",
      "Warning: on the disk the confirmed end is not what had been confirmed. Run: dutydesk verify")
  }

  func sameDisk(_ path: String) -> String {
    text("注意：\(path)与日志在同一磁盘上。", "Note: \(path) is on the same disk as the journal.")
  }
}

public import Desk
import DeskStore
public import Journal

/// What is wrong with the journal, and what to do about it.
extension Words {
  /// One or two sentences; they say "not saved" where something was to be saved.
  public func sentence(for error: JournalError) -> String {
    switch error {
    case .notFound(let path):
      text(
        "没有日志文件\(path)。新建：dutydesk init；试用：dutydesk demo",
        "There is no journal \(path). Begin one with: dutydesk init; or look at a made-up one: dutydesk demo")
    case .exists(let path):
      text(
        "\(path)已经存在，不会覆盖。请换一个文件名。", "\(path) exists already and is never overwritten. Choose another name.")
    case .notAJournal(let path, let form):
      text("\(path)不是服务台日志。", "\(path) is not a journal of this program.")
        + (form.map { text("", " ") + sentence(for: $0) } ?? "")
    case .newerFormat(let format, let features): newer(format, features)
    case .worldWritable(let path):
      text(
        "\(path)人人可写，拒绝使用。请执行：chmod o-w \(path)",
        "Everybody on this machine may write \(path), so it is not used. Run: chmod o-w \(path)")
    case .severalNames(let path, let links):
      text(
        "\(path)有\(links)个文件名（硬链接），拒绝使用：各个名字会各有一份状态。请只留一个名字，可改用符号链接。",
        "\(path) has \(links) names (hard links), so it is not used: each name would have a state of its own. Keep one "
          + "name only; a symbolic link does no harm.")
    case .foreignCopy(let path):
      text(
        "\(path)是链接，或不只属于您，备份没有写入。请换一个只有您能写的目录。",
        "\(path) is a link, or not yours alone, so nothing was written to it. Choose a folder that only you can write."
      )
    case .unknownGroup(let name):
      text(
        "本机没有用户组\(name)。列出全部：getent group", "This machine has no group \(name). To list them: getent group")
    case .networkFilesystem(let path, let type):
      text(
        "\(path)在网络文件系统（\(type)）上，它的加锁和落盘不可靠。请放在本机磁盘上。",
        "\(path) lies on a network filesystem (\(type)), whose locks and syncs cannot be trusted. "
          + "Put it on a disk of this machine.")
    case .damaged(let damage):
      text(
        "日志有\(damage.count)处损坏，不能写入，未保存。现有内容仍可查看；检查：dutydesk verify；处理：dutydesk journal repair",
        "The journal is damaged in \(places(damage.count)): NOT saved. All else can still be read; "
          + "to see where: dutydesk verify; to decide about it: dutydesk journal repair")
    case .readOnly(let reason): text("未保存：", "NOT saved: ") + sentence(for: reason)
    case .busy:
      text("日志正被其他进程占用，未保存。请稍后再试。", "Busy: another process holds the journal. NOT saved; try again.")
    case .poisoned:
      text(
        "先前一次写盘失败，未保存。恢复之前只能查看。恢复：dutydesk journal recover",
        "An earlier write to the disk failed: NOT saved. Until it is recovered "
          + "the journal can only be read: dutydesk journal recover")
    case .replaced:
      text("日志文件已被替换，未保存。请重新打开。", "The journal was replaced by another file: NOT saved. Open it again.")
    case .shrunk(let known, let found):
      text(
        "日志变短了（原\(known)字节，现\(found)字节），未保存。检查：dutydesk verify",
        "The journal became shorter (\(known) bytes before, \(found) now): NOT saved. Run: dutydesk verify")
    case .recordTooLong(let bytes):
      text(
        "这条记录太长（\(bytes)字节，最多1 MiB），未保存。",
        "The record is too long (\(bytes) bytes, 1 MiB is allowed): NOT saved.")
    case .notCaughtUp:
      text("其他进程刚写入了日志，未保存。请再试一次。", "Somebody else has just written to the journal: NOT saved. Try again.")
    case .emptyBatch: text("没有要保存的内容。", "There was nothing to save.")
    case .partlySaved(let saved, let cause):
      text(
        "只保存了事件\(saved.lowerBound)到\(saved.upperBound)，其余未保存。",
        "Only the events \(saved.lowerBound) to \(saved.upperBound) are saved. ") + sentence(for: cause)
    case .io(let call, let number):
      text(
        "读写失败（\(call.rawValue)：\(number)），未保存。",
        "An operation failed (\(call.rawValue): \(number)). NOT saved.")
    }
  }

  /// A healing that may hide what was confirmed.
  public func line(for healing: UnvouchedHealing) -> String {
    let (first, records) = (healing.healed.seq, healing.records)
    return text(
      "注意：事件\(first)作废的内容里有\(records)条记录与前文相接，而状态文件缺失或是后来重建的，它们当时是否确认过无从得知。请用交接表上的末尾核对："
        + "dutydesk verify --against SEQ:DIGEST",
      "Note: what event \(first) set aside holds \(counted(records, "record that goes", "records that go")) on from what "
        + "lies before, and the state file, which knew whether that was confirmed, is missing or was made anew later. Hold it "
        + "against the head on a handover sheet: dutydesk verify --against SEQ:DIGEST")
  }

  /// What a file has become, and how to undo it.
  public func sentence(for form: ForeignForm) -> String {
    switch form {
    case .byteOrderMark:
      text(
        "文件开头多了一个字节序标记（BOM，Windows 编辑器所加）。去掉：sed -i --follow-symlinks '1s/^\\xEF\\xBB\\xBF//' 文件，或取回备份。",
        "A byte-order mark stands before the first line, as editors of Windows put it there. To take it out: "
          + "sed -i --follow-symlinks '1s/^\\xEF\\xBB\\xBF//' FILE, or bring a backup back.")
    case .utf16:
      text(
        "文件看来是 UTF-16 编码。转回：iconv -f UTF-16 -t UTF-8 文件 > 新文件。",
        "It seems to be in UTF-16. To turn it back: iconv -f UTF-16 -t UTF-8 FILE > NEW.")
    case .packed:
      text("文件看来是压缩包，请先解压。", "It seems to be packed (gzip, xz, zip and the like): unpack it first.")
    }
  }

  /// Where the machine's clock had been set.
  public func line(for jump: ClockJump, _ zone: Zone) -> String {
    let times = [jump.from, jump.to].map { fullTime(Instant(milliseconds: $0), zone) }
    return text(
      "事件\(jump.seq)之前本机时钟被改动：上一条记于\(times[0])，这一条记于\(times[1])",
      "The machine's clock was set before event \(jump.seq): the record before says \(times[0]), this one \(times[1])"
    )
  }

  /// Who keeps everybody else from writing.
  public func sentence(forHolders holders: [LockHolder]) -> String {
    let names = holders.map { holder in
      let account = holder.account.map { ProcessIdentity.account($0) } ?? "?"
      return text("进程\(holder.process)（\(account)）", "process \(holder.process) (\(account))")
    }
    return names.isEmpty ? "" : text("占用者：", "Held by: ") + list(names) + text("。", ".")
  }

  /// The snapshot was false, and is gone.
  public var misled: String {
    text(
      "日志旁的快照与日志不符，已弃用，内容已从日志重新读出。请查明谁改过它。",
      "The snapshot beside the journal was NOT what the journal says; it is gone, and all was read from the journal again. "
        + "Find out who changed it.")
  }

  private func newer(_ format: Int64, _ features: [String]) -> String {
    text(
      "日志由更新的版本写成（格式\(format)\(features.isEmpty ? "" : "，" + list(features))），请先升级本程序。",
      "The journal was written by a newer version (format \(format)"
        + (features.isEmpty ? "" : ", " + list(features)) + "). Upgrade this program to use it.")
  }

  /// Why this process may only read.
  public func sentence(for reason: ReadOnlyReason) -> String {
    switch reason {
    case .openedForReading: text("日志以只读方式打开。", "the journal was opened for reading.")
    case .permission:
      text("您没有写这个日志文件的权限。", "you have no permission to write this journal.")
    case .filesystem: text("文件系统是只读的。", "the filesystem is read-only.")
    case .damage: text("日志已损坏。", "the journal is damaged.")
    case .poisoned: text("先前一次写盘失败。", "an earlier write to the disk failed.")
    case .archive:
      text("这是一份封存的档案。", "it is a sealed archive.")
    case .stateFile(let path):
      text(
        "日志的状态文件\(path)无法读写，已确认与未保存的内容会分不清。请让所有者或 root 查看：应是普通文件，权限与日志相同。",
        "the journal's state file \(path) cannot be read and written, so that what is confirmed and what was not saved "
          + "could not be told apart. Its owner or root has to see to it: a plain file, with the journal's permissions."
      )
    case .carriageReturns:
      text(
        "换行符被改成了 CR LF（编辑器或文本方式传输所致），记录仍可查看。改回：sed -i --follow-symlinks 's/\\r$//' 日志文件，或取回备份。",
        "its line ends were changed to CR LF, as an editor or a transfer in text mode does; its records can still be read. "
          + "To change them back: sed -i --follow-symlinks 's/\\r$//' JOURNAL, or bring a backup back.")
    case .unrecognised(let names):
      text(
        "日志中有本版本不认识的内容（\(list(names))），请升级。",
        "the journal holds what only a newer version knows (\(list(names))). Upgrade to change it.")
    }
  }

  /// What a reader of the journal is told besides its contents; empty for a sound one. `access` is what the file
  /// allows, `unrecognised` the number of events that only a newer version knows.
  public func banner(_ notices: Notices, access: Journal.Access, unrecognised: Int) -> [String] {
    var lines: [String] = []
    if let tail = notices.unfinishedTail {
      lines.append(
        text(
          "日志末尾有\(tail.entries)条未写完的内容，从未确认过，不计入。",
          "The journal ends in \(unfinished(tail.entries)), never confirmed to anybody and not counted."))
    }
    if !notices.damage.isEmpty {
      lines.append(
        text(
          "警告：日志有\(notices.damage.count)处损坏，只能查看。检查：dutydesk verify",
          "Warning: the journal is damaged in \(places(notices.damage.count)) and can only be read. "
            + "To see where: dutydesk verify"))
      lines += notices.damage.prefix(5).map { "  " + line(for: $0) }
    }
    if notices.hasByteOrderMark { lines.append("  " + sentence(for: ForeignForm.byteOrderMark)) }
    if notices.isStateUnreadable {
      lines.append(
        text(
          "注意：日志的状态文件读不了，末尾几条是否确认过无从得知。",
          "Note: the state file of the journal cannot be read, so whether the last entries were confirmed is not known."
        ))
    }
    lines += notices.unvouched.map { line(for: $0) }
    switch access {
    case .readOnly(let reason) where reason != .openedForReading && reason != .damage:
      lines.append(text("只能查看：", "Reading only: ") + sentence(for: reason))
    case .readOnly, .readWrite: break
    }
    if unrecognised > 0, case .readWrite = access {
      lines.append(
        text(
          "有\(unrecognised)个事件由更新的版本写成，本版本不认识，不计入；只能查看，请升级。",
          "\(counted(unrecognised, "event", "events")) of a newer version cannot be understood here and "
            + (unrecognised == 1 ? "is" : "are")
            + " left out of what is shown; reading only until this program is upgraded."))
    }
    return lines
  }

  private func places(_ count: Int) -> String { counted(count, "place", "places") }
  private func unfinished(_ count: Int) -> String {
    counted(count, "unfinished entry", "unfinished entries")
  }

  /// One damaged place: what is wrong, where, and which events are lost by it.
  public func line(for damage: Damage) -> String {
    let bytes = text(
      "字节\(damage.bytes.lowerBound)至\(damage.bytes.upperBound)",
      "bytes \(damage.bytes.lowerBound) to \(damage.bytes.upperBound)")
    guard let missing = damage.missing else { return pair(bytes, name(damage.kind)) }
    let events = numbers(missing)
    return pair(bytes, name(damage.kind)) + text("，缺少事件\(events)", "; missing: event \(events)")
  }

  private func name(_ kind: Damage.Kind) -> String {
    switch kind {
    case .unreadable: text("无法辨认", "not a good record")
    case .missing: text("记录被取走", "records are gone")
    case .repeated: text("序号重复", "the same number comes twice")
    case .altered: text("内容被改过", "the record was altered")
    case .lineFeed: text("换行符损坏，记录有效", "only the line feed is wrong; the record counts")
    case .healedDiffers: text("与作废时的校验不符", "not what was set aside there")
    case .endsEarly: text("文件在已确认的末尾之前结束", "the file ends before its confirmed end")
    case .headDiffers: text("已确认的末尾处内容不同", "something else lies where the confirmed end was")
    case .falseHealing:
      text("冒充作废记录，所指内容仍有效", "a false record that others were set aside; they count")
    case .repairedDiffers: text("与处理时的校验不符", "not what it was when it was repaired")
    }
  }
}

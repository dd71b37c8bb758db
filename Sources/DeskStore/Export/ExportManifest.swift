public import Desk
public import Journal

/// What an export says of itself, for whoever reads it and for ``DeskImport``.
public struct ExportManifest: Sendable {
  public static let product = "dutydesk"
  public static let name = "manifest.json"

  /// When it was made.
  public let made: Instant
  /// The account that made it; nil where nothing may be told of people.
  public let by: String?
  /// The UUID of the journal.
  public let journal: String
  public let centre: String
  public let zone: String
  /// The last record of the journal when it was made.
  public let head: NotedHead
  /// The moment at which the desk was looked at.
  public let moment: Moment
  public let options: ExportOptions
  public let files: [ExportedFile]

  /// As it is written.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.document { writer in
      writer.field("product", Self.product)
      writer.field("made", MomentCell.utc(made))
      if let by { writer.field("by", by) } else { writer.null("by") }
      writer.field("journal", journal)
      writer.field("centre", centre)
      writer.field("zone", zone)
      writer.field("head", head.text)
      switch moment {
      case .live: writer.null("moment")
      case .now(let instant): writer.object("moment") { $0.field("now", MomentCell.utc(instant)) }
      case .asOf(let instant): writer.object("moment") { $0.field("as_of", MomentCell.utc(instant)) }
      }
      writer.object("options") { options.write(to: &$0) }
      writer.objects("files", files) { $0.file($1) }
    }
    return writer.finish() + [0x0A]
  }
}

extension ExportOptions {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("format", format.rawValue)
    switch names {
    case .codes: writer.field("names", "codes")
    case .words(let language): writer.field("names", language.rawValue)
    }
    writer.field("excel", isForSpreadsheet)
    if let tables { writer.field("tables", tables.sorted()) } else { writer.null("tables") }
    writer.field("without", without.isEmpty ? [] : without.text)
    if let from { writer.field("from", MomentCell.utc(from)) } else { writer.null("from") }
    if let to { writer.field("to", MomentCell.utc(to)) } else { writer.null("to") }
  }
}

extension JSONWriter {
  fileprivate mutating func file(_ file: ExportedFile) {
    field("name", file.name)
    field("bytes", file.bytes)
    field("sha256", file.sha256)
    objects("tables", file.tables) { writer, table in
      writer.field("table", table.name)
      writer.field("rows", table.rows)
      writer.objects("columns", table.columns) { writer, column in
        writer.field("name", column.name)
        writer.field("zh", column.title.zh)
        writer.field("en", column.title.en)
        writer.field("type", column.type.rawValue)
        writer.field("privacy", column.privacy.text)
      }
    }
  }
}

import Desk
import Glibc
import Journal

/// An export as it lies in a folder: what its manifest says that a journal can be made of.
struct ExportedDesk {
  let journal: String
  let head: NotedHead
  /// The file of the events.
  let events: String
  let format: ExportOptions.Format
  /// What was left out, so that no journal can be made of it: the name of the option.
  let leftOut: String?

  private struct Reading {
    var product: String?
    var journal: String?
    var head: NotedHead?
    var format: ExportOptions.Format?
    var leftOut: String?
    var events: String?
  }

  /// Reads the manifest of the folder.
  init(_ folder: String) throws {
    let bytes = try Self.bytes(of: folder + "/" + ExportManifest.name, folder)
    var reading = Reading()
    do {
      try bytes.withUnsafeBytes { try Self.read(JSONCursor($0), &reading) }
    } catch let fault as JSONFault {
      throw DeskImportFault.badManifest(offset: fault.offset)
    }
    guard reading.product == ExportManifest.product, let journal = reading.journal, let head = reading.head,
      let format = reading.format
    else { throw DeskImportFault.foreignManifest }
    self.journal = journal
    self.head = head
    self.format = format
    leftOut = reading.leftOut ?? (reading.events == nil ? "tables" : nil)
    events = folder + "/" + (reading.events ?? "")
  }

  private static func read(_ cursor: JSONCursor, _ reading: inout Reading) throws {
    var cursor = cursor
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "product": reading.product = try cursor.readString()
      case "journal": reading.journal = try cursor.readString()
      case "head": reading.head = NotedHead(try cursor.readString())
      case "options": try readOptions(&cursor, &reading)
      case "files": try readFiles(&cursor, &reading)
      default: try cursor.skipValue()
      }
    }
    try cursor.finish()
  }

  private static func readOptions(_ cursor: inout JSONCursor, _ reading: inout Reading) throws {
    try cursor.beginObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "format": reading.format = ExportOptions.Format(rawValue: try cursor.readString())
      case "without": if try !cursor.readStrings().isEmpty { reading.leftOut = "without" }
      case "tables", "from":
        let name = key.string
        if try !cursor.readNull() {
          try cursor.skipValue()
          reading.leftOut = reading.leftOut ?? name
        }
      default: try cursor.skipValue()
      }
    }
  }

  private static func readFiles(_ cursor: inout JSONCursor, _ reading: inout Reading) throws {
    try cursor.beginArray()
    while try cursor.nextElement() {
      var name: String?
      var tables: [String] = []
      try cursor.beginObject()
      while let key = try cursor.nextKey() {
        switch key {
        case "name": name = try cursor.readString()
        case "tables":
          try cursor.beginArray()
          while try cursor.nextElement() {
            try cursor.beginObject()
            while let key = try cursor.nextKey() {
              if key.equals("table") {
                tables.append(try cursor.readString())
              } else {
                try cursor.skipValue()
              }
            }
          }
        default: try cursor.skipValue()
        }
      }
      // A name with a folder in it would lead out of this one.
      if tables.contains("events"), let name, !name.contains("/") { reading.events = name }
    }
  }

  private static func bytes(of path: String, _ folder: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DeskImportFault.unreadable(path: path, errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 16 << 20 {
      let count = Glibc.read(descriptor, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw DeskImportFault.unreadable(path: path, errno: errno) }
      if count == 0 { return bytes }
      bytes += room.prefix(count)
    }
    throw DeskImportFault.foreignManifest
  }
}

/// Which journal this is: what its first record says.
public struct Identity: Equatable, Sendable {
  /// The name of the centre.
  public var centre: String
  /// The name of its time zone, such as `Asia/Shanghai`.
  public var zone: String
  /// The journal's own UUID (RFC 9562), lowercase.
  public var uuid: String
  /// The number of the line format.
  public var format: Int64

  /// The format this version writes.
  public static let currentFormat: Int64 = 1

  /// The identity of a journal about to be created, with a fresh random UUID.
  public init(centre: String, zone: String) {
    self.init(centre: centre, zone: zone, uuid: Identity.randomUUID(), format: Identity.currentFormat)
  }

  public init(centre: String, zone: String, uuid: String, format: Int64 = Identity.currentFormat) {
    self.centre = centre
    self.zone = zone
    self.uuid = uuid
    self.format = format
  }

  /// What stands in for the identity when the first record cannot be read.
  static let unreadable = Identity(centre: "", zone: "UTC", uuid: "")

  /// Version 4: all random but six bits.
  static func randomUUID() -> String {
    var random = SystemRandomNumberGenerator()
    let high = random.next() & 0xffff_ffff_ffff_0fff | 0x4000
    let low = random.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let digits = Digest(high: high, low: low).hex.utf8
    var text: [UInt8] = []
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append(0x2d) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The payload of `journal.created`.
struct Creation {
  var identity: Identity
  var compat: [String] = []
  var incompat: [String] = []

  /// Features this version knows: none so far, in either list.
  static let knownFeatures: Set<String> = []

  func write(to writer: inout JSONWriter) {
    writer.field("format", identity.format)
    writer.field("uuid", identity.uuid)
    writer.field("centre", identity.centre)
    writer.field("zone", identity.zone)
    writer.field("compat", compat)
    writer.field("incompat", incompat)
  }

  /// What `record` says, if it is a whole `journal.created`.
  init?(_ record: Record) {
    guard record.seq == 0, record.typeIs("journal.created"), let read = try? Creation(reading: record.payload)
    else { return nil }
    self = read
  }

  init(identity: Identity) {
    self.identity = identity
  }

  private init(reading payload: JSONCursor) throws(JSONFault) {
    var payload = payload
    identity = .unreadable
    identity.format = 0
    while let key = try payload.nextKey() {
      switch key {
      case "format": identity.format = try payload.readInt64()
      case "uuid": identity.uuid = try payload.readString()
      case "centre": identity.centre = try payload.readString()
      case "zone": identity.zone = try payload.readString()
      case "compat": compat = try payload.readStrings()
      case "incompat": incompat = try payload.readStrings()
      default: try payload.skipValue()
      }
    }
  }
}

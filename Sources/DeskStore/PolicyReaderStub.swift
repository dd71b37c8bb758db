import Desk
enum PolicyReader { static func read(_ text: String, name: String) throws -> Policy { throw EventReader.Unknown() } }

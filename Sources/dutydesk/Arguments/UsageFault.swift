import Desk

/// What is wrong with a command line itself, before the desk is asked.
enum UsageFault: Error {
  case unknownCommand(String, near: [String])
  case missingSubcommand(String, [String])
  case unknownOption(String, near: [String], String?)
  case givenTwice(OptionDefinition)
  case takesNoValue(OptionDefinition)
  case missingValue(OptionDefinition)
  case tooManyArguments(String, CommandDefinition)
  case missingArgument(ArgumentDefinition, CommandDefinition)
  case missingOption(OptionDefinition, CommandDefinition)
  /// One of several options has to be given.
  case missingOneOf([OptionDefinition])
  case emptyValue(OptionDefinition)
  case badChoice(OptionDefinition, String)
  case badCode(String, choices: [String])
  case badNumber(OptionDefinition, String, ClosedRange<Int64>)
  case badHead(OptionDefinition, String)
  case badTicket(String)
  /// Not the number of an import.
  case badImport(String)
  case badOrder(String)
  /// A ticket was named that has several orders it could be about.
  case whichOrder([OrderID])
  case badTime(OptionDefinition, String)
  /// A time that summer time leaves out, or shows twice.
  case unclearTime(OptionDefinition, String, MomentFault)
  case badDate(OptionDefinition, String)
  /// The period would end before it begins.
  case periodReversed
  case badDuration(OptionDefinition, String)
  case badWindow(String)
  case badShift(String)
  case badMaterial(String)
  case badPrice(String)
  case badLicence(String)
  case notPast(OptionDefinition, Instant)
  case conflicting(OptionDefinition, OptionDefinition)
  /// An option that says something only beside another one, which is written so.
  case onlyWith(OptionDefinition, String)
  case readingOnly(OptionDefinition, CommandDefinition)
  case noSuchFormat(OptionDefinition, CommandDefinition)
  /// The argument at that place is not UTF-8.
  case notUTF8(position: Int)
  case unknownWord(String)
  /// A mark of the one-line intake that says again what another has said.
  case saidTwice(String)
  case unreadable(path: String, errno: Int32)
  case unwritable(path: String, errno: Int32)
  /// A file that would be written over, and is none of ours.
  case existsAlready(path: String)
  /// Neither we nor libc know an encoding of that name.
  case unknownEncoding(String)
  /// No list was kept under that name.
  case unknownView(String, known: [String])
  /// No file was named, and the environment names no home to look in.
  case noHome
  /// Neither a file nor an adopted version is called so.
  case unknownPolicy(String, known: [String])
}

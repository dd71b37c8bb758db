import Foundation

@testable import Journal

/// The real filesystem with chosen calls failing: for what a disk does once in years.
final class FaultyFileSystem: FileSystem, @unchecked Sendable {
  private let real = LinuxFileSystem()
  /// Asked before each write to the end of a file; an answer of n takes only n bytes, an error fails the call.
  var onWrite: ((UnsafeRawBufferPointer) throws(JournalError) -> Int?)?
  /// Asked before each sync of data.
  var onSync: (() throws(JournalError) -> Void)?
  /// Called when the cached pages of a file are let go of, the moment at which a bad disk shows.
  var onDropCache: (() -> Void)?
  /// Asked before a file gets another name.
  var onLink: (() throws(JournalError) -> Void)?
  /// Asked before a lock is tried; false makes it look taken.
  var onLock: ((LockMode) -> Bool)?
  /// Stands in for files of /proc.
  var files: [String: String] = [:]
  private(set) var syncs = 0
  private(set) var pauses = 0
  private var clock: Int64 = 0

  func open(_ path: String, _ mode: OpenMode) throws(JournalError) -> Int32 { try real.open(path, mode) }
  func close(_ file: Int32) { real.close(file) }
  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(JournalError)
    -> Int
  {
    // Never more than 1000 bytes at once: readers must ask again.
    let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, 1000)])
    return try real.read(file, into: piece, at: offset)
  }
  func readNext(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int {
    try real.readNext(file, into: buffer)
  }
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(JournalError) -> Int {
    guard let taken = try onWrite?(bytes) else { return try real.write(file, bytes) }
    return try real.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
  }
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(JournalError) -> Int {
    try real.write(file, bytes, at: offset)
  }
  func syncData(_ file: Int32) throws(JournalError) {
    syncs += 1
    try onSync?()
    try real.syncData(file)
  }
  func sync(_ file: Int32) throws(JournalError) { try real.sync(file) }
  func dropCache(_ file: Int32) throws(JournalError) {
    onDropCache?()
    try real.dropCache(file)
  }
  func lock(_ file: Int32, _ mode: LockMode) throws(JournalError) -> Bool {
    if let onLock, !onLock(mode) { return false }
    return try real.lock(file, mode)
  }
  func status(_ file: Int32) throws(JournalError) -> FileStatus { try real.status(file) }
  func status(named path: String) throws(JournalError) -> FileStatus { try real.status(named: path) }
  func link(_ path: String, to newPath: String) throws(JournalError) {
    try onLink?()
    try real.link(path, to: newPath)
  }
  func unlink(_ path: String) throws(JournalError) { try real.unlink(path) }
  func rename(_ path: String, to newPath: String) throws(JournalError) { try real.rename(path, to: newPath) }
  func setMode(_ file: Int32, _ mode: UInt32) throws(JournalError) { try real.setMode(file, mode) }
  func setMode(named path: String, _ mode: UInt32) throws(JournalError) {
    try real.setMode(named: path, mode)
  }
  func setOwner(_ file: Int32, _ owner: UInt32, group: UInt32) throws(JournalError) {
    try real.setOwner(file, owner, group: group)
  }
  func setGroup(_ file: Int32, _ group: UInt32) throws(JournalError) { try real.setGroup(file, group) }
  func setGroup(named path: String, _ group: UInt32) throws(JournalError) {
    try real.setGroup(named: path, group)
  }
  func group(named name: String) throws(JournalError) -> UInt32 { try real.group(named: name) }
  func resolved(_ path: String) -> String? { real.resolved(path) }
  func names(in directory: String) -> [String] { real.names(in: directory) }
  func contents(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } ?? real.contents(of: path) }
  func processID() -> Int32 { real.processID() }
  func now() -> Int64 { Sample.moment }
  func elapsed() -> Int64 { clock }
  func pause(milliseconds: Int32) {
    pauses += 1
    clock += Int64(milliseconds)
  }
  func watch(_ path: String) -> Int32? { real.watch(path) }
  func holdSignals(_ which: SignalsToHold) -> HeldSignals { real.holdSignals(which) }
  func release(_ signals: HeldSignals) { real.release(signals) }
}

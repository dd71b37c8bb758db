/// The descriptor by which the kernel tells that something about the journal may have changed.
final class Watch {
  let file: OwnedFile
  private let fileSystem: any FileSystem

  init?(_ path: String, _ fileSystem: any FileSystem) {
    guard let number = fileSystem.watch(path) else { return nil }
    file = OwnedFile(number, fileSystem)
    self.fileSystem = fileSystem
  }

  /// Takes in all that has been told, so that the descriptor is quiet until the next change.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while let count = try? fileSystem.readNext(file.number, into: buffer), count > 0 {}
    }
  }
}

extension Journal {
  /// A descriptor for `poll` that becomes readable when the journal may have news; nil where the machine has no watch
  /// to give. It is only a hint: look once a second as well.
  public var wakeFileDescriptor: Int32? {
    if watch == nil { watch = Watch(path, fileSystem) }
    return watch?.file.number
  }

  /// Quiets `wakeFileDescriptor`; to be called before `readNew`, so that no change between the two is missed.
  public func drainWakeups() {
    watch?.drain()
  }
}

import Glibc

/// Which target this run is about: `DUTYDESK_FUZZ=line`.
private let target: FuzzTarget = {
  let name = getenv("DUTYDESK_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("DUTYDESK_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

/// What libFuzzer calls with bytes of its own making; a broken promise stops it, and it keeps the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = target.fault(of: bytes) { fatalError(fault) }
  return 0
}

// Mutates sites, templates, state, tables and requests at random, and checks that every mistake
// becomes a diagnostic: nothing traps, hangs, names a foreign file or loses existing data.
//
// usage: fuzz-sites [SECONDS [SEED]]. The program runs itself as a worker, so that a trap is
// reported with its seed; `fuzz-sites once SEED` repeats one run.

import Foundation
import Glibc

/// The time limit for a run. A normal run takes far less; a longer one hangs.
let secondsPerRun: UInt32 = 20
let memoryBytes: rlim_t = 4 << 30

func run(_ seed: UInt64, _ checks: Checks, _ lines: [String: [[UInt8]]]) throws {
  var mutator = Mutator(seed: seed, lines: lines)
  alarm(secondsPerRun)
  switch mutator.below(10) {
  case 0...5: try checks.site(&mutator)
  case 6...7: try checks.table(&mutator)
  default: for _ in 0..<50 { try checks.request(&mutator) }
  }
  alarm(0)
}

/// Runs seed after seed until the time is over. Writes each seed to a file before its run.
func work(from first: UInt64, until end: Date, _ place: URL) throws {
  var limit = rlimit(rlim_cur: memoryBytes, rlim_max: memoryBytes)
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  let samples = try Samples()
  let checks = Checks(samples: samples, folder: place.appending(path: "site"))
  let lines = samples.lines
  var seed = first
  repeat {
    try Data("\(seed)".utf8).write(to: place.appending(path: "seed"))
    do { try run(seed, checks, lines) } catch {
      print("seed \(seed): \(error)")
      exit(1)
    }
    seed += 1
  } while Date() < end
  print(checks.tally.text)
}

func supervise(_ seconds: Double, _ start: UInt64) throws -> Int32 {
  let place = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid())")
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: place) }
  print("SEED=\(start)")
  let end = Date(timeIntervalSinceNow: seconds)
  var (seed, findings) = (start, 0)
  while Date() < end, findings < 20 {
    let worker = Process()
    worker.executableURL = URL(filePath: CommandLine.arguments[0])
    worker.arguments = ["work", "\(seed)", "\(end.timeIntervalSinceNow)", place.path()]
    worker.environment = ["SWIFT_BACKTRACE": "enable=no", "HOME": "/nonexistent"]
    try worker.run()
    worker.waitUntilExit()
    let text = (try? String(contentsOf: place.appending(path: "seed"), encoding: .utf8)) ?? ""
    let last = UInt64(text) ?? seed
    if worker.terminationStatus != 0 || worker.terminationReason != .exit {
      findings += 1
      print("finding: seed \(last) ended with \(worker.terminationStatus)")
    }
    seed = last + 1
  }
  print("\(seed - start) runs, \(findings) findings")
  return findings == 0 ? 0 : 1
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.flatMap { UInt64($0) }) {
case ("work", let seed?):
  let rest = Array(arguments.dropFirst(2))
  let seconds = rest.first.flatMap { Double($0) } ?? 1
  try work(
    from: seed, until: Date(timeIntervalSinceNow: seconds),
    URL(filePath: rest.last ?? "/tmp", directoryHint: .isDirectory))
case ("once", let seed?):
  let place = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(seed)")
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  try work(from: seed, until: Date(), place)
  print("seed \(seed): nothing found")
default:
  let seconds = arguments.first.flatMap { Double($0) } ?? 30
  let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 32)
  exit(try supervise(seconds, seed))
}

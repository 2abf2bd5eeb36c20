import Dispatch
import FoundationEssentials
import Glibc
import Synchronization
import Writing

/// Shows on a terminal the progress of a build that takes longer than a second.
final class ProgressBar: Sendable {
  private let progress: BuildProgress
  private let isEnded = Atomic(false)
  private let isDrawn = Atomic(false)
  private let drawing = DispatchGroup()

  /// Starts the bar; nil if nobody would see it, or if it would fill a log.
  init?(_ progress: BuildProgress, _ invocation: Invocation) {
    let environment = ProcessInfo.processInfo.environment
    self.progress = progress
    guard isatty(STDERR_FILENO) == 1, !invocation.isQuiet, environment["TERM"] != "dumb",
      environment["CI"] == nil
    else { return nil }
    DispatchQueue.global().async(group: drawing) { self.run() }
  }

  /// Stops drawing and clears the line.
  func end() {
    isEnded.store(true, ordering: .relaxed)
    drawing.wait()
    if isDrawn.load(ordering: .relaxed) { Terminal.note("\r\u{1b}[K") }
  }

  private func run() {
    let start = ContinuousClock.now
    while !isEnded.load(ordering: .relaxed) {
      usleep(100_000)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if seconds < 1 || progress.total == 0 { continue }
      isDrawn.store(true, ordering: .relaxed)
      Terminal.note(
        "\r" + Self.line(progress.done, of: progress.total, seconds: seconds) + "\u{1b}[K")
    }
  }

  /// Returns a line such as `[######------] 51 %  12,345 of 24,010 pages, 6,200/s, 2 s left`.
  static func line(_ done: Int, of total: Int, seconds: Double) -> String {
    let share = min(1, Double(done) / Double(max(1, total)))
    let width = 24
    let filled = Int(share * Double(width))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    let rate = seconds > 0 ? Double(done) / seconds : 0
    let left = rate > 0 ? Int((Double(max(0, total - done)) / rate).rounded(.up)) : 0
    let time = done == 0 ? "" : ", \(left / 60 > 0 ? "\(left / 60) min " : "")\(left % 60) s left"
    return "[\(bar)] \(Int(share * 100)) %  \(done) of \(total) pages, \(Int(rate))/s\(time)"
  }
}

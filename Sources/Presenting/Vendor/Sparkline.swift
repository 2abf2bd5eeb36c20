import Content
import FoundationEssentials

/// A small line chart, 48 pixels high and up to 240 wide. Weeks run from left to right, and larger
/// values are higher.
///
/// Consecutive weeks are joined by a line, weeks with others between them by a line of its own.
struct Sparkline {
  private static let (height, edge) = (48.0, 5.0)

  /// The width in pixels, between 82 and 240: 24 per week, so that two weeks do not look like a
  /// long time.
  let width: Int
  let points: [(x: String, y: String)]
  /// The lines, each as the `points` attribute of a `<polyline>`.
  let lines: [String]
  /// The lines over weeks without a value, in the same form.
  let gaps: [String]

  /// - Parameters:
  ///   - values: at least one, oldest first.
  ///   - ceiling: the value at the top of a chart that starts at zero; nil to fill the height.
  init(_ values: [(week: Week, number: Decimal)], ceiling: Decimal?) {
    let numbers = values.map { Double($0.number.description) ?? 0 }
    let low = ceiling == nil ? numbers.min() ?? 0 : 0
    let high = ceiling.flatMap { Double($0.description) } ?? numbers.max() ?? 0
    let weeks = values.first.map { first in values.map { first.week.weeks(until: $0.week) } } ?? []
    let span = Double(weeks.last ?? 0)
    width = min(max((weeks.last ?? 0) * 24 + 10, 82), 240)
    let room = Double(width) - 2 * Self.edge
    let points = zip(weeks, numbers).map { week, number in
      let across = span > 0 ? Double(week) / span : 0.5
      let up = high > low ? min(max((number - low) / (high - low), 0), 1) : 0.5
      return (
        x: Self.text(Self.edge + across * room),
        y: Self.text(Self.height - Self.edge - up * (Self.height - 2 * Self.edge))
      )
    }
    self.points = points
    var runs: [[Int]] = []
    for index in weeks.indices {
      if index > 0, weeks[index] == weeks[index - 1] + 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    let joined = { (indices: [Int]) in
      indices.map { "\(points[$0].x),\(points[$0].y)" }.joined(separator: " ")
    }
    lines = runs.filter { $0.count > 1 }.map(joined)
    gaps = runs.indices.dropFirst().map { joined([runs[$0][0] - 1, runs[$0][0]]) }
  }

  /// Formats a length to a tenth of a pixel, independently of the locale.
  private static func text(_ pixels: Double) -> String {
    let tenths = Int((pixels * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

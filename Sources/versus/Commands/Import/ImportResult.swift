import Content
import Importing

/// The result of `import --format json`.
struct ImportResult: Encodable {
  struct Report: Encodable {
    let week: String
    let vendor: String
    let file: String
    let state: ImportPlan.State
    let changed: [Change]
  }
  struct Change: Encodable {
    let criterion: String
    let from: WrittenValue?
    let to: WrittenValue?

    private enum CodingKeys: CodingKey { case criterion, from, to }

    /// Encodes missing values as null instead of leaving them out.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(criterion, forKey: .criterion)
      try values.encode(from, forKey: .from)
      try values.encode(to, forKey: .to)
    }
  }

  let reports: [Report]
  /// The number of files written.
  let written: Int

  init(_ plan: ImportPlan, isDry: Bool) {
    reports = plan.entries.map { entry in
      Report(
        week: entry.report.week.text, vendor: entry.report.slug.text, file: entry.report.path,
        state: entry.state,
        changed: entry.changes.map {
          Change(criterion: $0.criterion, from: $0.from, to: $0.to)
        })
    }
    written = isDry ? 0 : plan.entries.count { $0.state != .unchanged }
  }
}

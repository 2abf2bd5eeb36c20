import Content
import Diagnosing
import FoundationEssentials
import Reading

/// The usage `versus new report [VENDOR] [WEEK]`. Without a vendor, it prints what a report of the
/// category consists of, for programs that write reports.
enum NewReport {
  /// The contract of `new report --format json`.
  private struct Skeleton: Encodable {
    struct Criterion: Encodable {
      /// The path `group.criterion`.
      let criterion: String
      let label: String
      let kind: String
      let help: String?
      /// The best score.
      let max: Decimal?
      let unit: String?
      /// The currency of amounts without one.
      let currency: String?
      /// Words that may stand in place of a date.
      let words: [String]?
      /// The values that the criterion accepts, if they are few words.
      let values: [String]?
    }

    let category: String
    let path: String
    let criteria: [Criterion]
    /// The text of a report without values.
    let text: String
  }

  static func run(_ invocation: Invocation) throws -> ExitCode {
    if invocation.operands.count > 1 { return try NewVendor.run(invocation) }
    let reader = try ContentReader(folder: ContentFolder(invocation.source))
    let names = try reader.categoryNames()
    let name = try Option.category(invocation, among: names)
    var log = Diagnostics()
    guard let category = try reader.category(name, into: &log) else {
      invocation.report(log)
      return .contentWrong
    }
    let text = NewVendor.text("Vendor", category, isOnly: names.count == 1)
    if invocation.format != .json {
      Terminal.print(text)
      return .done
    }
    let criteria = zip(category.criterionPaths, category.groups.flatMap(\.criteria))
    let skeleton = Skeleton(
      category: name, path: FileKind.report.path,
      criteria: criteria.map { path, criterion in
        Skeleton.Criterion(
          criterion: path, label: criterion.label, kind: criterion.kind.rawValue,
          help: criterion.help, max: criterion.kind == .score ? criterion.max ?? 100 : nil,
          unit: criterion.unit, currency: criterion.currency,
          words: criterion.words.isEmpty ? nil : criterion.words.keys.sorted(),
          values: criterion.scale.map { ($0.ranked + $0.unranked).map(\.id) })
      }, text: text)
    Terminal.print(jsonText(skeleton) + "\n")
    return .done
  }
}

import Comparing
import Content
import FoundationEssentials
import Planning
import Presenting
import System

extension CategoryTable {
  /// The table as JSON, with members in a fixed order; `schema` describes it.
  var json: [UInt8] {
    let plan = context.plan
    return JSONWriter.file {
      $0.member("$schema", plan.canonical(of: .document(.table(position, .schema))))
      $0.member("category", category.slug.text)
      $0.member("criteria", columns) { $1.write(into: &$0) }
      $0.member("title", category.title)
      $0.member("url", plan.canonical(of: .category(position)))
      $0.member("vendors", rows) { json, row in row.write(columns, into: &json) }
      $0.member("week", plan.edition.week.text)
    }
  }
}

extension CategoryTable.Column {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("better", criterion.isRanked ? criterion.better.rawValue : nil)
      $0.member("help", criterion.help)
      $0.member("id", id)
      $0.member("kind", criterion.kind.rawValue)
      $0.member("label", criterion.label)
      if criterion.kind == .score {
        $0.name("max")
        $0.number(criterion.max ?? 100)
      }
      $0.member("unit", criterion.kind == .duration ? "s" : criterion.unit)
    }
  }
}

extension CategoryTable.Row {
  fileprivate func write(_ columns: [CategoryTable.Column], into json: inout JSONWriter) {
    json.object {
      $0.member("isStale", vendor.isStale)
      $0.member("name", vendor.report.name)
      $0.member("relationship", relationship)
      $0.member("slug", vendor.slug.text)
      $0.member("tier", tier)
      $0.member("title", title)
      $0.member("updated", vendor.report.updated.text)
      $0.member("url", url)
      $0.name("values")
      $0.object { json in
        for (column, value) in zip(columns, values) {
          guard let value else { continue }
          json.name(column.id)
          value.write(column.details, into: &json)
        }
      }
      $0.member("week", vendor.report.week.text)
    }
  }
}

extension DataValue {
  fileprivate func write(_ names: [String], into json: inout JSONWriter) {
    json.object {
      for name in names.sorted() {
        guard let detail = details[name] else { continue }
        $0.name(name)
        detail.write(into: &$0)
      }
      $0.member("shown", shown)
      $0.name("value")
      content.write(into: &$0)
    }
  }
}

extension DataValue.Content {
  fileprivate func write(into json: inout JSONWriter) {
    switch self {
    case .number(let number): json.number(number)
    case .text(let text): json.text(text)
    case .items(let items): json.list(items) { $0.text($1) }
    }
  }
}

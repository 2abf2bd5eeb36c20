import Content
import Diagnosing
import Markup

/// Reads the cells that an editor gives one vendor on the page of a pair, by `group.criterion`.
struct PairCellReader {
  let category: Category
  let offerings: [Choice]

  func read(_ node: YAMLNode, _ vendor: String, into log: inout Diagnostics) -> [CriterionIndex:
    Cell]
  {
    let reader = CellReader(offerings: offerings)
    var cells: [CriterionIndex: Cell] = [:]
    for (key, value) in node.entries(vendor, into: &log) {
      guard let index = category.index(of: key.value) else {
        log.report(
          .danglingReference("criterion", key.value, among: category.criterionPaths, at: key.span))
        continue
      }
      cells[index] = reader.read(value, for: category.criterion(at: index), into: &log)
    }
    return cells
  }
}

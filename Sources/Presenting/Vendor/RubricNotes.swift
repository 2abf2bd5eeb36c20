import Comparing
import Content

/// Notes for a vendor's history about changes of the rubric: those that frozen weeks show, and when
/// the displayed columns came into use and went out of use.
struct RubricNotes {
  struct Note {
    let week: Week
    let text: String
  }

  /// The notes, newest first, at most one per week.
  let notes: [Note]

  init(
    _ entry: EditionCategory, columns: [CriterionIndex], uses: [CriterionUse?], context: PageContext
  ) {
    let category = entry.category
    var texts: [Week: [String]] = [:]
    func say(_ phrase: EnginePhrase, _ labels: [String], in week: Week, since: Week? = nil) {
      if labels.isEmpty { return }
      let values = [
        "criteria": labels.joined(separator: ", "), "week": since?.text ?? week.text,
      ]
      texts[week, default: []].append(context.say(phrase, values))
    }
    for change in entry.rubricChanges {
      say(.rubricAdded, change.added.map(\.label), in: change.to, since: change.from)
      say(.rubricRetired, change.retired.map(\.label), in: change.to, since: change.from)
      say(.rubricRedefined, change.redefined.map(\.to.label), in: change.to, since: change.from)
      if change.winner != nil { say(.rubricWinner, [""], in: change.to, since: change.from) }
    }
    let shown = columns.compactMap { index -> (label: String, path: String, use: CriterionUse)? in
      guard let use = uses[category.position(of: index)] else { return nil }
      return (category.criterion(at: index).label, category.criterionPath(of: index), use)
    }
    // A change that the rubric's notes mention is not repeated from the reports.
    let begun = shown.filter { column in
      !entry.rubricChanges.contains {
        $0.from < column.use.begin && column.use.begin <= $0.to && $0.adds(column.path)
      }
    }
    for week in Set(begun.map(\.use.begin)).sorted() {
      say(.criteriaBegun, begun.filter { $0.use.begin == week }.map(\.label), in: week)
    }
    for week in Set(shown.compactMap(\.use.end)).sorted() {
      say(.criteriaEnded, shown.filter { $0.use.end == week }.map(\.label), in: week)
    }
    notes = texts.sorted { $0.key > $1.key }.map {
      Note(week: $0.key, text: $0.value.joined(separator: " "))
    }
  }
}

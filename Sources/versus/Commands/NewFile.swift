/// What `versus new` can make.
enum NewFile: String, CaseIterable {
  case vendor, week, comparison, prompt

  var synopsis: String {
    switch self {
    case .vendor: "vendor NAME [WEEK]"
    case .week: "week WEEK [--from WEEK]"
    case .comparison: "comparison A B"
    case .prompt: "prompt NAME"
    }
  }

  /// How many words follow.
  var operandCount: ClosedRange<Int> {
    switch self {
    case .vendor: 1...2
    case .week, .prompt: 1...1
    case .comparison: 2...2
    }
  }
}

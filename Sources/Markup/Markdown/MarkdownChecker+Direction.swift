import Diagnosing

/// Finds what makes a page show figures and words in another order than the file.
extension MarkdownChecker {
  /// Reports the first character of a text of several blocks that turns text around.
  func checkDirection(of source: String, _ bytes: [UInt8], into log: inout Diagnostics) {
    if let (offset, scalar) = BidiControls.firstTurning(in: bytes) {
      log.report(.bidiControl(scalar, at: place(offset..<offset + UTF8.width(scalar))))
    } else if let (range, scalar) = BidiControls.firstReference(in: bytes),
      Self.showsTurning(source)
    {
      log.report(.bidiControl(scalar, at: place(range)))
    }
  }

  /// The same for a value, in which YAML has left no such character as it is.
  func checkDirection(of line: String, into log: inout Diagnostics) {
    if let (_, scalar) = BidiControls.firstReference(in: Array(line.utf8)),
      Self.showsTurning(InlineMarkdown.guarded(line))
    {
      log.report(.bidiControl(scalar, at: span.head))
    }
  }

  private func place(_ range: Range<Int>) -> SourceSpan {
    let start = span.range.lowerBound
    return SourceSpan(
      file: span.file, range: start + range.lowerBound..<start + range.upperBound)
  }

  /// Whether a page would show such a character: in code, a reference is what it is.
  private static func showsTurning(_ source: String) -> Bool {
    guard let tree = MarkdownTree(source) else { return false }
    var isShown = false
    tree.withRoot { root in
      root.walk { _, node in
        let texts = [node.kind == .text ? node.literal : "", node.title]
        if texts.contains(where: { $0.unicodeScalars.contains(where: BidiControls.isTurning) }) {
          isShown = true
        }
      }
    }
    return isShown
  }
}

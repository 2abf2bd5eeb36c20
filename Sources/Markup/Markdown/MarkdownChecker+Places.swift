import Diagnosing
import System

extension MarkdownChecker {
  /// Locates nodes in the file. cmark-gfm reports the lines of blocks, but no columns.
  struct Places {
    private let span: SourceSpan
    private let bytes: [UInt8]
    private let lineStarts: [Int]
    private var block = 0
    /// The offset at which the search for the block's next node begins.
    private var cursor = 0

    init(_ span: SourceSpan) {
      self.span = span
      bytes = Array(span.bytes)
      var starts = [0]
      for (index, byte) in bytes.enumerated() {
        let isPair = byte == 0x0d && index + 1 < bytes.count && bytes[index + 1] == 0x0a
        if byte == 0x0a || byte == 0x0d && !isPair { starts.append(index + 1) }
      }
      lineStarts = starts
    }

    /// Returns a line of the text, counted from 1.
    func line(_ number: Int) -> SourceSpan {
      let start = lineStarts.indices.contains(number - 1) ? lineStarts[number - 1] : 0
      return file(start..<bytes.count).head
    }

    /// Returns the first line of the block that an inline node is in.
    func line(of node: MarkdownNode) -> SourceSpan { line(number(ofBlockAround: node)) }

    private func number(ofBlockAround node: MarkdownNode) -> Int {
      var owner: MarkdownNode? = node
      while let current = owner, current.line == 0 || current.kind == .htmlInline {
        owner = current.parent
      }
      return owner?.line ?? 1
    }

    /// Returns the place of the first line of a node's literal.
    mutating func place(of literal: String, in node: MarkdownNode) -> SourceSpan {
      let number = number(ofBlockAround: node)
      if number != block {
        block = number
        cursor = lineStarts.indices.contains(number - 1) ? lineStarts[number - 1] : 0
      }
      let wanted = Array(literal.utf8.prefix { $0 != 0x0a && $0 != 0x0d })
      var start = cursor
      while let found = bytes.firstIndex(of: UInt8(ascii: "<"), from: start) {
        if bytes[found...].starts(with: wanted) {
          cursor = found + wanted.count
          return file(found..<cursor)
        }
        start = found + 1
      }
      return line(number)
    }

    private func file(_ range: Range<Int>) -> SourceSpan {
      let start = span.range.lowerBound
      return SourceSpan(
        file: span.file, range: start + range.lowerBound..<start + range.upperBound)
    }
  }
}

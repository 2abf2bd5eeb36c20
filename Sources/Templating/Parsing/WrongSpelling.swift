import Diagnosing

/// Spellings that other template languages, editors and HTML suggest, with the right ones.
enum WrongSpelling {
  /// Words that people write for operators.
  static let operators = [
    "and": "&&", "or": "||", "eq": "==", "ne": "!=", "is": "==", "lt": "<", "gt": ">", "le": "<=",
    "ge": ">=", "mod": "%",
  ]

  /// Words that people write for keywords.
  static let keywords = [
    "endif": "end", "endfor": "end", "endforeach": "end", "endblock": "end", "fi": "end",
    "elseif": "else if", "elif": "else if", "elsif": "else if", "endunless": "end",
    "endwhile": "end", "endswitch": "end",
  ]

  /// Words that begin a tag in other languages, with what a tag begins with here and the remedy.
  static let statements: [String: (keyword: Keyword?, remedy: Diagnostic.Message)] = [
    "foreach": (.for, "'foreach' is written 'for'"),
    "while": (.if, "there is no 'while'; a loop goes over a list, as in 'for x in list'"),
    "unless": (.if, "'unless x' is written 'if !x'"),
    "switch": (.if, "there is no 'switch'; write 'if a == b' and 'else if'"),
    "case": (nil, "there is no 'case'; write 'if a == b' and 'else if'"),
    "var": (.let, "'var' is written 'let'"), "set": (.let, "'set' is written 'let'"),
    "const": (.let, "'const' is written 'let'"), "assign": (.let, "'assign' is written 'let'"),
    "import": (.include, "'import' is written 'include'"),
    "partial": (.include, "'partial' is written 'include'"),
    "render": (.include, "'render' is written 'include'"),
    "extend": (.extends, "'extend' is written 'extends'"),
    "raw": (.raw, "'raw' is followed by a colon, as in 'raw: x'"),
  ]

  /// Names that have no value here, with what people mean by them.
  static let values = [
    "null": "nil", "undefined": "nil", "None": "nil", "none": "nil", "NULL": "nil", "True": "true",
    "False": "false", "TRUE": "true", "FALSE": "false",
  ]

  /// Members and functions of other languages, with the methods that do the same.
  static let methods = [
    "length": "x.count", "size": "x.count", "len": "x.count", "empty": "x.isEmpty",
    "upper": "x.uppercased()", "upcase": "x.uppercased()", "toUpperCase": "x.uppercased()",
    "lower": "x.lowercased()", "downcase": "x.lowercased()", "toLowerCase": "x.lowercased()",
    "join": "x.joined(separator: \", \")", "includes": "x.contains(y)",
    "startsWith": "x.hasPrefix(y)", "startswith": "x.hasPrefix(y)",
    "endsWith": "x.hasSuffix(y)", "endswith": "x.hasSuffix(y)", "take": "x.prefix(3)",
    "slice": "x.prefix(3)", "skip": "x.dropFirst(1)", "round": "x.rounded(to: 1)",
    "toFixed": "x.rounded(to: 1)", "toString": "\"\\(x)\"", "String": "\"\\(x)\"",
    "str": "\"\\(x)\"",
  ]

  /// Bytes that look like a symbol or white space, with the right spelling.
  private static let symbols: [(bytes: [UInt8], symbol: String)] = [
    ("&amp;&amp;", "&&"), ("&lt;=", "<="), ("&gt;=", ">="), ("&lt;", "<"), ("&gt;", ">"),
    ("===", "=="), ("!==", "!="), ("\u{2265}", ">="), ("\u{2264}", "<="), ("\u{2260}", "!="),
    ("\u{2212}", "-"), ("\u{2013}", "-"), ("\u{d7}", "*"),
  ].map { (Array($0.0.utf8), $0.1) }

  static func symbol(in bytes: ArraySlice<UInt8>) -> (length: Int, symbol: String)? {
    symbols.first { bytes.starts(with: $0.bytes) }.map { ($0.bytes.count, $0.symbol) }
  }

  /// Returns the length in bytes and the name of a space that the language does not allow.
  static func space(in bytes: ArraySlice<UInt8>) -> (length: Int, name: String)? {
    let spaces = [
      ("\u{a0}", "no-break space"), ("\u{202f}", "narrow no-break space"),
      ("\u{200b}", "zero-width space"), ("&nbsp;", "no-break space"),
    ]
    return spaces.first { bytes.starts(with: $0.0.utf8) }.map { ($0.0.utf8.count, $0.1) }
  }

  private static let quotes: [(open: [UInt8], close: [UInt8])] = [
    ("'", "'"), ("\u{201c}", "\u{201d}"), ("\u{201d}", "\u{201d}"), ("\u{201e}", "\u{201c}"),
    ("\u{2018}", "\u{2019}"), ("&quot;", "&quot;"), ("\u{ab}", "\u{bb}"), ("`", "`"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Returns the length of a text in quotes other than `"`, and the range of the text within it.
  static func quoted(in bytes: ArraySlice<UInt8>) -> (length: Int, text: Range<Int>)? {
    guard let pair = quotes.first(where: { bytes.starts(with: $0.open) }) else { return nil }
    var index = bytes.startIndex + pair.open.count
    while index < bytes.endIndex, !bytes[index...].starts(with: pair.close) { index += 1 }
    guard index < bytes.endIndex else { return nil }
    return (
      index + pair.close.count - bytes.startIndex,
      pair.open.count..<index - bytes.startIndex
    )
  }

  /// Reports the first tag of another template language in literal text.
  static func check(_ text: SourceSpan, into log: inout Diagnostics) -> Bool {
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("<%", "%>")] {
      let bytes = text.bytes
      guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: open.utf8) }),
        let end = bytes[start...].indices.first(where: { bytes[$0...].starts(with: close.utf8) })
      else { continue }
      log.report(
        .foreignTag(
          open, close, at: SourceSpan(file: text.file, range: start..<end + close.utf8.count)))
      return true
    }
    return false
  }
}

import CYAML
package import Diagnosing

/// Parses YAML with libyaml into nodes that know their place.
///
/// No other file uses libyaml. An explicit stack consumes the events, so a rule bounds the depth
/// and not the machine's stack. Anchors, aliases and tags are rejected, so that no small file can
/// become a large value.
package enum YAML {
  /// Parses a range of a file.
  ///
  /// - Parameter range: the bytes of the file that are YAML.
  /// - Returns: the document; nil when it is empty, or when something was reported.
  package static func parse(
    _ file: SourceFile, range: Range<Int>, into diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    if let tab = tabInIndentation(file, range) {
      diagnostics.report(.tabIndentation(at: tab))
      return nil
    }
    var builder = YAMLTreeBuilder(file: file, offsets: CharacterOffsets(file, range))
    let bytes = Array(file.bytes[range])
    // This function owns the parser until the parser is deleted.
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { unsafe yaml_parser_delete(&parser) }
    // libyaml keeps the pointer, so all parsing happens while the buffer is alive.
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      return unsafe run(&parser, &builder, into: &diagnostics)
    }
  }

  private static func run(
    _ parser: inout yaml_parser_t, _ builder: inout YAMLTreeBuilder,
    into diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
        diagnostics.report(unsafe syntaxError(parser, builder))
        return nil
      }
      defer { unsafe yaml_event_delete(&event) }
      let type = unsafe event.type
      if type == YAML_STREAM_END_EVENT { return builder.root }
      if let problem = unsafe take(event, into: &builder) {
        diagnostics.report(problem)
        return nil
      }
    }
  }

  /// Adds one event to the tree; returns a diagnostic if the event is not allowed.
  private static func take(
    _ event: yaml_event_t, into builder: inout YAMLTreeBuilder
  ) -> Diagnostic? {
    // The parser has filled the part of the event that belongs to its type, and owns the strings
    // until the event is deleted.
    let span = unsafe builder.span(event.start_mark.index, event.end_mark.index)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      return builder.root == nil ? nil : .yamlFeature("a second document", at: span)
    case YAML_ALIAS_EVENT:
      return .yamlFeature("an alias", at: span)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      return unsafe property(scalar.anchor, scalar.tag, at: span)
        ?? add(scalar, to: &builder, at: span)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe property(start.anchor, start.tag, at: span)
        ?? builder.open(isMapping: false, at: span)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe property(start.anchor, start.tag, at: span)
        ?? builder.open(isMapping: true, at: span)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: builder.close()
    default: break
    }
    return nil
  }

  /// Rejects anchors and tags, which no value may have.
  private static func property(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?,
    at span: SourceSpan
  ) -> Diagnostic? {
    if unsafe anchor != nil { return .yamlFeature("an anchor", at: span) }
    return unsafe tag == nil ? nil : .yamlFeature("a tag", at: span)
  }

  private static func add(
    _ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar,
    to builder: inout YAMLTreeBuilder, at span: SourceSpan
  ) -> Diagnostic? {
    // libyaml keeps the bytes of the text while the event is alive; they are copied.
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    // Only double quotes can escape a control character; elsewhere it would be in the file itself.
    if unsafe scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE,
      let (_, control) = unsafe ControlCharacters.first(in: bytes)
    {
      return .controlCharacter(control, at: span)
    }
    if let (_, control) = unsafe BidiControls.first(in: bytes) {
      return .bidiControl(control, at: BidiControls.place(of: control, in: span))
    }
    let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    return builder.add(.scalar(text, isPlain: isPlain), at: span)
  }

  private static func syntaxError(
    _ parser: yaml_parser_t, _ builder: YAMLTreeBuilder
  ) -> Diagnostic {
    // libyaml's messages are string literals of the library.
    let problem =
      unsafe parser.problem.map { unsafe String(cString: $0) } ?? "the YAML is not valid"
    let context = unsafe parser.context.map { unsafe String(cString: $0) + ", " } ?? ""
    let mark = unsafe parser.problem_mark.index
    return .yamlSyntax("\(context)\(problem)", at: builder.span(mark, mark + 1))
  }

  /// Returns the first tab in the indentation of a line.
  private static func tabInIndentation(_ file: SourceFile, _ range: Range<Int>) -> SourceSpan? {
    var isIndentation = true
    for index in range {
      switch file.bytes[index] {
      case UInt8(ascii: "\n"): isIndentation = true
      case UInt8(ascii: " "): break
      case UInt8(ascii: "\t") where isIndentation:
        return SourceSpan(file: file, range: index..<index + 1)
      default: isIndentation = false
      }
    }
    return nil
  }
}

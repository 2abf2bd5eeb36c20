import Content
import Diagnosing
import FoundationEssentials
import Markup

/// Reads a prompt and its answers.
enum PromptReader {
  static let keys = PromptKeys.all
  private static let answerKeys = PromptKeys.answer

  static func read(_ file: SourceFile, into log: inout Diagnostics) -> Prompt? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard let slug = fileSlug(name, of: file, into: &log),
      let (root, body) = file.frontMatter(required: "title", into: &log),
      let fields = Fields(root, "the prompt", keys: keys, into: &log)
    else { return nil }
    let title = fields.required("title", into: &log)?.string("title", into: &log)
    let text = fields.required("prompt", into: &log)?.string("prompt", into: &log)
    let answers = Self.answers(fields["answers"], into: &log)
    if !answers.isEmpty { _ = fields.required("date", into: &log) }
    var prompt = Prompt(file: file, slug: slug, title: title ?? "", text: text ?? "", body: body)
    prompt.system = fields["system"]?.string("system", into: &log)
    prompt.attachments = attachments(fields["files"], into: &log)
    prompt.date = fields["date"]?.date("date", into: &log)
    prompt.redaction = fields["redaction"]?.string("redaction", into: &log)
    prompt.answers = answers
    return prompt
  }

  private static func attachments(
    _ node: YAMLNode?, into log: inout Diagnostics
  ) -> [Prompt.Attachment] {
    (node?.items("files", into: &log) ?? []).compactMap { item in
      guard let fields = Fields(item, "a file", keys: PromptKeys.file, into: &log),
        let name = fields.required("name", into: &log)?.string("name", into: &log)
      else { return nil }
      let hash = fields["sha256"]?.located("sha256", into: &log)
      if let hash, !isHash(hash.value) {
        log.report(
          .invalidValue(
            "sha256", hash.value, expected: "64 hexadecimal digits", at: hash.span))
      }
      return Prompt.Attachment(name: name, sha256: hash?.value)
    }
  }

  private static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  /// Reads the answers. Two answers of one vendor are an error, because a page can show only one.
  private static func answers(_ node: YAMLNode?, into log: inout Diagnostics) -> [Answer] {
    var first: [String: SourceSpan] = [:]
    return (node?.items("answers", into: &log) ?? []).compactMap { item in
      guard let answer = Self.answer(item, into: &log) else { return nil }
      let vendor = answer.vendor
      if let first = first[vendor.value] {
        log.report(.duplicateKey(vendor.value, first: first, at: vendor.span))
      }
      first[vendor.value] = vendor.span
      return answer
    }
  }

  private static func answer(_ node: YAMLNode, into log: inout Diagnostics) -> Answer? {
    guard let fields = Fields(node, "an answer", keys: answerKeys, into: &log) else { return nil }
    let vendor = fields.required("vendor", into: &log)?.located("vendor", into: &log)
    let model = fields.required("model", into: &log)?.string("model", into: &log)
    let text = fields.required("text", into: &log)?.string("text", into: &log)
    let latency = fields["latency"].flatMap { node in
      node.duration("latency", into: &log).map {
        Answer.Latency(seconds: $0, text: node.text ?? "")
      }
    }
    let tokens = fields["tokens"]?.integer("tokens", in: 0...Int.max, into: &log)
    let cost = fields["cost"]?.nonNegativeDecimal("cost", into: &log)
    guard let vendor else { return nil }
    return Answer(
      vendor: vendor, model: model ?? "",
      latency: latency, tokens: tokens, cost: cost, text: text ?? "")
  }
}

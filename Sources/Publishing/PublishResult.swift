/// What publishing, or going back, did.
package struct PublishResult: Sendable, Encodable {
  package let target: String
  package let release: String
  package var sent = 0
  package var deleted = 0
  package var unchanged = 0
  package var bytes = 0
  package var seconds = 0.0
  /// How many addresses search engines were told of; nil if they were not.
  package var notified: Int?
  /// The paths that readers find changed or gone.
  package private(set) var changed: Set<String> = []

  private enum CodingKeys: String, CodingKey {
    case target, release, sent, deleted, unchanged, bytes, seconds, notified
  }

  package init(target: String, release: String) {
    self.target = target
    self.release = release
  }

  init(target: String, release: String, _ transfer: Transfer) {
    self.init(target: target, release: release)
    sent = transfer.sent.count
    deleted = transfer.deleted.count
    unchanged = transfer.unchanged
    bytes = transfer.bytes
    changed = Set(transfer.sent.map(\.path) + transfer.deleted)
  }
}

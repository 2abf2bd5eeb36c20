/// What publishing, or going back, did.
package struct PublishResult: Sendable, Encodable {
  package let target: String
  package let release: String
  package var sent = 0
  package var deleted = 0
  package var unchanged = 0
  package var bytes = 0
  package var seconds = 0.0

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
  }
}

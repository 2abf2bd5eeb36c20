import Content

/// A frozen week in numbers: the result of `snapshot` and an item of `snapshot list`.
struct SnapshotEntry: Encodable {
  let week: String
  let version: String
  let inputs: Int
  let pages: Int

  init(_ snapshot: Snapshot) {
    week = snapshot.week.text
    version = snapshot.version
    inputs = snapshot.inputs.count
    pages = snapshot.pages.count
  }
}

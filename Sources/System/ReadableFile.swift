/// A file that is opened whenever its bytes are needed, so that it takes no memory in between.
package struct ReadableFile: Sendable {
  package let open: @Sendable () throws(FileFailure) -> InputFile

  package init(open: @escaping @Sendable () throws(FileFailure) -> InputFile) { self.open = open }

  package func bytes() throws(FileFailure) -> [UInt8] {
    let file = try open()
    return try file.bytes(atMost: .max)
  }

  package func forEachPiece(
    _ body: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let file = try open()
    try file.forEachPiece(body)
  }
}

import Content
import Diagnosing
import Hashing
import System

/// Reads the files of a content folder, and keeps a fingerprint of everything it has read.
struct ContentFiles {
  private let folder: ContentFolder
  private let jobs: Int
  private var input = FingerprintInput()
  /// The texts of files read so far that are still to be written.
  private(set) var unfinished: [SourceSpan] = []

  init(_ folder: ContentFolder, jobs: Int) {
    self.folder = folder
    self.jobs = jobs
  }

  var fingerprint: Fingerprint { input.fingerprint }

  /// Reads files in the order given.
  mutating func read(_ paths: [String]) throws(FileFailure) -> [SourceFile] {
    let files = try folder.read(paths, jobs: jobs)
    input.add(files.count)
    for file in files {
      input.add(file.path)
      input.add(Fingerprint(of: file.bytes))
      unfinished += UnfinishedTexts.places(in: file)
    }
    return files
  }

  /// Returns files to copy, in the order given, with paths relative to a folder.
  mutating func copies(
    _ paths: [String], below root: String
  ) throws(FileFailure) -> [ContentAsset] {
    let found = try folder.assets(paths, jobs: jobs)
    input.add(found.count)
    return zip(paths, found).map { path, asset in
      input.add(path)
      input.add(asset.fingerprint)
      return ContentAsset(
        path: String(path.dropFirst(root.count)), fingerprint: asset.fingerprint,
        file: asset.file)
    }
  }
}

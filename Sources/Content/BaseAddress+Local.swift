extension BaseAddress {
  /// Returns the path of an address below the base path, from `/`. The address may or may not
  /// include the base path.
  package func local(_ path: String) -> String {
    if path + "/" == self.path { return "/" }
    return path.hasPrefix(self.path) ? "/" + path.dropFirst(self.path.count) : path
  }
}

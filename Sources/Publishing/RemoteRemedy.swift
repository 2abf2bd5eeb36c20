/// What to do about what a program says that could not send files.
enum RemoteRemedy {
  /// What programs say, in lowercase letters, and what it means. The first match counts.
  private static let remedies: [(words: [String], remedy: String)] = [
    (
      ["didn't find section in config"],
      "there is no such remote; set it up with 'rclone config', or write a folder as './NAME:PATH'"
    ),
    (
      ["host key verification failed", "knownhosts: key"],
      "the key of the host is not known, or another one; connect once by hand with 'ssh'"
    ),
    (
      ["connection refused"],
      "nothing answers at that address; see whether the server runs, and whether the port is right"
    ),
    (
      ["no such host", "could not resolve", "name or service not known", "failure in name res"],
      "there is no such host, or no network"
    ),
    (
      [
        "permission denied (", "unable to authenticate", "invalidaccesskeyid", "401 unauth",
        "401 not auth", "signaturedoesnotmatch", "expiredtoken",
      ],
      "the server does not let this user in; see whether its key or password is still valid"
    ),
    (
      ["permission denied", "accessdenied", "access denied", "403 forbidden", "forbidden"],
      "this user may not write there; ask for the permission, or see who owns the folder"
    ),
    (["no space left", "quota", "507 insufficient"], noRoom),
    (
      [
        "timed out", "i/o timeout", "no route to host", "network is unreachable",
        "connection reset", "broken pipe", "connection unexpectedly closed", "connection lost",
        "unexpected eof", ": eof", "closed ssh connection", "use of closed network connection",
        "error in rsync protocol data stream",
      ],
      "the connection was lost"
    ),
    (
      ["rsync: command not found", "rsync: not found"],
      "the server has no rsync; install it there, or use rclone's 'sftp'"
    ),
  ]

  static let noRoom = "there is no space left; free some on the server"

  /// Whether a server failed and did not say why, as one by SFTP whose disk is full.
  static func isSilent(_ said: String) -> Bool {
    said.contains("SSH_FX_FAILURE") && remedy(for: said) == nil
  }

  /// Returns nil for words that no remedy is known for.
  static func remedy(for said: String) -> String? {
    let text = said.lowercased()
    return remedies.first { $0.words.contains(where: text.contains) }?.remedy
  }
}

// `versus`: arguments → command → exit code. Results go to standard output, everything else to
// standard error.

import Glibc

// Otherwise a reader that goes away, such as `head`, would kill the process.
_ = signal(SIGPIPE, SIG_IGN)
Interruption.listen()
exit(Tool.run(CommandLine.arguments.dropFirst().map(\.self)).rawValue)

import Glibc
import Templating

// `versus`: flags → command → exit code. Results go to standard output, all else to standard error.

// A reader that goes away, such as `head`, is no crash.
_ = signal(SIGPIPE, SIG_IGN)
allowInterruption()
exit(Program.run(CommandLine.arguments.dropFirst().map(\.self)).rawValue)

"""A line to a server on loopback, which can be cut: ports, processes and what goes between them."""
import contextlib
import socket
import subprocess
import threading
import time

HOST = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command: list, port: int, **options):
    """A server, from when it listens until the end; it is ended by its own process id."""
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
    process = subprocess.Popen([str(word) for word in command], **options)
    try:
        end = time.monotonic() + 60
        while True:
            try:
                socket.create_connection((HOST, port), timeout=1).close()
                break
            except OSError as error:
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"{command[0]} does not listen: {error}") from error
                time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


class Line:
    """Forwards connections to a port, until it is cut: then connections end, and new ones are refused."""

    def __init__(self, target: int):
        self.target, self.port = target, free_port()
        self.room, self.lock, self.open = None, threading.Lock(), []
        self.listener = None
        self.mend()

    def mend(self) -> None:
        if self.listener:
            self.cut()
        self.room = None
        self.listener = socket.create_server((HOST, self.port))
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self) -> None:
        with self.lock:
            # A listener that a thread waits for ends at its shutdown, not when it is closed.
            with contextlib.suppress(OSError):
                self.listener.shutdown(socket.SHUT_RDWR)
            self.listener.close()
            for end in self.open:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self.open = []

    def cut_after(self, count: int) -> None:
        """Cuts the line once so many more bytes went to the server."""
        self.room = count

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client = listener.accept()[0]
                server = socket.create_connection((HOST, self.target))
            except OSError:
                return
            with self.lock:
                self.open += [client, server]
            for ends in [(client, server, True), (server, client, False)]:
                threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, counts: bool) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(1 << 16):
                if counts and self.room is not None:
                    self.room -= len(piece)
                    if self.room < 0:
                        self.cut()
                        return
                target.sendall(piece)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

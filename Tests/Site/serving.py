"""A server of a test's own, on a loopback address."""
import contextlib
import http.server
import sys
import threading


class Server(http.server.ThreadingHTTPServer):
    # A browser opens more connections at once than the five that a server lets wait by default.
    request_queue_size = 128

    def handle_error(self, request, client_address):
        # A browser that leaves a page drops what it still loads: no fault of anyone's.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(handler):
    """A server whose requests the handler answers, until the block ends."""
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()

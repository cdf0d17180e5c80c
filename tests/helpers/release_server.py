"""A server on this machine that says which version is the latest."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@contextmanager
def release_server(
    content: bytes, code: int = 200, location: str = ""
) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """Serve one content, or the way elsewhere; yields the address, and the requests so far with their headers."""
    requests: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append((self.requestline, dict(self.headers)))
            self.send_response(code)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/latest.json", requests
        finally:
            server.shutdown()
            thread.join()

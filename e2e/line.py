"""A telephone line between a browser and the server that the journey can cut. Chromium's own "offline" leaves open streams alone."""

import socket
from contextlib import suppress
from threading import Thread

CHUNK = 65_536


class Line:
    """Passes bytes both ways, until it is cut; mended, it takes new connections again."""

    def __init__(self, port: int) -> None:
        self.server_port = port
        self.is_cut = False
        self.open: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.listener.getsockname()[1]}"

    def cut(self) -> None:
        """Whatever is on its way is lost, and nothing gets through."""
        self.is_cut = True
        for end in self.open:
            _hang_up(end)
        self.open.clear()

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self.listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self.listener.accept()
                if self.is_cut:
                    browser.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self.server_port))
                self.open += [browser, server]
                Thread(target=_pass_on, args=(browser, server), daemon=True).start()
                Thread(target=_pass_on, args=(server, browser), daemon=True).start()


def _pass_on(origin: socket.socket, destination: socket.socket) -> None:
    with suppress(OSError):
        while chunk := origin.recv(CHUNK):
            destination.sendall(chunk)
    _hang_up(destination)


def _hang_up(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()

"""Triple stores to load into: real servers of Oxigraph and Virtuoso, and a line to them that can be cut."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import requests

_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
CheckpointInterval = 0
DisableUnixSocket = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 10000
"""


def oxigraph_program() -> str | None:
    """The server that `pip install oxigraph` brings, or None."""
    return shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


def virtuoso_program() -> str | None:
    """The server of Debian's virtuoso-opensource-7-bin, or None."""
    return shutil.which("virtuoso-t")


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """A running Oxigraph; its address."""
    port = free_port()
    command = [str(oxigraph_program()), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, f"http://127.0.0.1:{port}/query?query=ASK%7B%7D") as address:
        yield address


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """A running Virtuoso, whose user dba has the password dba; its address."""
    http = free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, sql=free_port(), http=http))
    command = [str(virtuoso_program()), "-f", "-c", str(folder / "virtuoso.ini")]
    with _running(command, folder, f"http://127.0.0.1:{http}/sparql?query=ASK%7B%7D") as address:
        yield address


@contextmanager
def _running(command: list[str], folder: Path, question: str) -> Iterator[str]:
    with (folder / "output").open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as server:
        try:
            _wait(server, question, folder)
            yield question.rpartition("/")[0]
        finally:
            server.kill()


def _wait(server: subprocess.Popen[bytes], question: str, folder: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, (folder / "output").read_text()
        with suppress(requests.RequestException):
            if requests.get(question, timeout=5).ok:
                return
        time.sleep(0.1)
    raise AssertionError((folder / "output").read_text())


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


class Wire:
    """A TCP line to a local port that breaks for good after so many bytes have gone out.

    Attributes:
        address: where to connect, as http://127.0.0.1:PORT.
    """

    def __init__(self, port: int, after: int) -> None:
        self._port, self._left = port, after
        self._lock = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more calls."""
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self._port))
                threading.Thread(target=self._out, args=(near, far), daemon=True).start()
                threading.Thread(target=self._back, args=(far, near), daemon=True).start()

    def _out(self, near: socket.socket, far: socket.socket) -> None:
        with near, far, suppress(OSError):
            while data := near.recv(4096):
                with self._lock:
                    passed = data[: max(0, self._left)]
                    self._left -= len(data)
                far.sendall(passed)
                if len(passed) < len(data):
                    near.shutdown(socket.SHUT_RDWR)
                    far.shutdown(socket.SHUT_RDWR)
                    return

    def _back(self, far: socket.socket, near: socket.socket) -> None:
        with suppress(OSError):
            while data := far.recv(65536):
                near.sendall(data)

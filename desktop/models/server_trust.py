"""Why a server's certificate is not trusted: libpq says only that it is not, and each cause has a way on of its own."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence, sentence
from desktop.domain.times import CHINA
from desktop.models.server_settings import host_and_port

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_SECONDS = 1.0
_ASK_FOR_TLS = (8).to_bytes(4, "big") + (80877103).to_bytes(4, "big")
"""PostgreSQL's own question, which comes before the TLS handshake."""
_OUT_OF_TIME = (9, 10)
"""OpenSSL's numbers: not yet valid, no longer valid."""
_OF_OTHERS = (2, 18, 19, 20, 21)
"""Signed by itself, or by somebody whom the file does not name."""
_OF_ANOTHER = (62, 64)
"""Another name, another address."""

_DATES = sentence(
    "errors",
    "服务器的证书不能确认：它不在有效期内（这台电脑的时间是{now}）。为防假冒，没有连接。请先核对这台电脑的日期；日期没有错，请管理员给服务器换上新证书。",
)
_NAME = sentence(
    "errors",
    "服务器的证书不能确认：上面没有“{host}”这个名称或地址。为防假冒，没有连接。请管理员核对“连接”页上的服务器地址，或按这个地址重新签发证书。",
)
_AUTHORITY = sentence(
    "errors",
    "服务器的证书不能确认：它不是由本窗口所选的CA签发的。为防假冒，没有连接。请管理员查明原因；服务器确实换了CA的，在“连接”页选择新的CA文件。",
)


def why_untrusted(address: str, ca_file: Path | None, now: datetime) -> Sentence | None:
    """Ask a server for its certificate and say what is wrong with it; None where that cannot be told.

    Blocks for some seconds at most. Nothing is sent to the server but that question.
    """
    host, port = host_and_port(address)
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(str(ca_file))
        with socket.create_connection((host, port), _SECONDS) as way:
            way.sendall(_ASK_FOR_TLS)
            if way.recv(1) != b"S":
                return None
            context.wrap_socket(way, server_hostname=host).close()
    except ssl.SSLCertVerificationError as error:
        if error.verify_code in _OUT_OF_TIME:
            return _DATES.fill(now=now.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"))
        if error.verify_code in _OF_ANOTHER:
            return _NAME.fill(host=host)
        return _AUTHORITY.fill() if error.verify_code in _OF_OTHERS else None
    except (OSError, ValueError):
        return None
    return None

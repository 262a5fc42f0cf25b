"""What Patroni and etcd are told on each of three servers that stand in for each other.

`python -m installer.cluster_settings FOLDER NAME=ADDRESS NAME=ADDRESS NAME=ADDRESS` writes the files of three
machines; `docs/high-availability.md` says where they go. `installer/cluster.py` runs the same on one machine.
"""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWNER, COPIES = "postgres", "copies"
MEMORY: Mapping[str, int | bool] = {
    "ttl": 5,
    "loop_wait": 1,
    "retry_timeout": 2,
    "maximum_lag_on_failover": 1_048_576,
    "primary_start_timeout": 0,
    "synchronous_mode": True,
}
"""How Patroni keeps the leader's key, in seconds and bytes; nothing is acknowledged that a second server lacks."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of the servers is, and the ports it listens on."""

    name: str
    address: str
    port: int = 5432
    rest: int = 8008
    client: int = 2379
    peer: int = 2380


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a server keeps its data, its socket and its certificate, and where PostgreSQL's programs are."""

    data: Path
    socket: Path
    certificate: Path
    key: Path
    programs: Path
    pgpass: Path


def etcd_options(place: Place, places: Sequence[Place], data: Path) -> list[str]:
    """Return the options of one member of etcd.

    The second version of its interface is asked for: Patroni 3.0 takes the leader's key there by comparing it,
    and under the third by merely writing, which let a server that had been frozen rob its successor.
    """
    members = ",".join(f"{each.name}=http://{each.address}:{each.peer}" for each in places)
    here, between = f"http://{place.address}:{place.client}", f"http://{place.address}:{place.peer}"
    options = {
        "name": place.name,
        "data-dir": str(data),
        "listen-client-urls": here,
        "advertise-client-urls": here,
        "listen-peer-urls": between,
        "initial-advertise-peer-urls": between,
        "initial-cluster": members,
        "initial-cluster-state": "new",
        "enable-v2": "true",
        "heartbeat-interval": "100",
        "election-timeout": "1000",
    }
    return [f"--{name}={value}" for name, value in options.items()]


def patroni_settings(
    place: Place, places: Sequence[Place], folders: Folders, passwords: Mapping[str, str]
) -> dict[str, Any]:
    """Return what Patroni reads on one server; `passwords` are those of OWNER and COPIES."""
    everybody = sorted({f"{each.address}/32" for each in places})
    return {
        "scope": "station",
        "name": place.name,
        "restapi": {
            "listen": f"{place.address}:{place.rest}",
            "connect_address": f"{place.address}:{place.rest}",
        },
        "etcd": {"hosts": [f"{each.address}:{each.client}" for each in places]},
        "bootstrap": {
            "dcs": {
                **MEMORY,
                "postgresql": {
                    "use_pg_rewind": True,
                    "parameters": {"max_connections": 120, "wal_log_hints": "on", "synchronous_commit": "on"},
                },
            },
            "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, "data-checksums"],
            "pg_hba": [
                "local all all peer" if place.address != "127.0.0.1" else "local all all trust",
                *(f"hostssl replication {COPIES} {each} scram-sha-256" for each in everybody),
                "hostssl all all all scram-sha-256",
            ],
        },
        "postgresql": {
            "listen": f"{place.address}:{place.port}",
            "connect_address": f"{place.address}:{place.port}",
            "data_dir": str(folders.data),
            "bin_dir": str(folders.programs),
            "pgpass": str(folders.pgpass),
            "authentication": {
                "superuser": {"username": OWNER, "password": passwords[OWNER]},
                "replication": {"username": COPIES, "password": passwords[COPIES]},
            },
            "parameters": {
                "unix_socket_directories": str(folders.socket),
                "ssl": "on",
                "ssl_cert_file": str(folders.certificate),
                "ssl_key_file": str(folders.key),
            },
        },
    }


def write(folder: Path, places: Sequence[Place]) -> None:
    """Write the files of each server into a folder of its name, with passwords that nobody has seen."""
    passwords = {OWNER: secrets.token_urlsafe(24), COPIES: secrets.token_urlsafe(24)}
    home = Path("/var/lib/postgresql/station")
    folders = Folders(
        home / "data",
        Path("/var/run/postgresql"),
        Path("/etc/patroni/server.crt"),
        Path("/etc/patroni/server.key"),
        Path("/usr/lib/postgresql/15/bin"),
        home / "pgpass",
    )
    for place in places:
        here = folder / place.name
        here.mkdir(parents=True)
        patroni = here / "patroni.yml"  # JSON is YAML
        patroni.touch(mode=0o600)
        patroni.write_text(json.dumps(patroni_settings(place, places, folders, passwords), indent=2) + "\n")
        options = etcd_options(place, places, Path("/var/lib/etcd/station"))
        (here / "etcd").write_text(f'DAEMON_ARGS="{" ".join(options)}"\n')


def main(arguments: list[str]) -> int:
    """Write the files of three machines."""
    try:
        if not arguments or not all("=" in each for each in arguments[1:]):
            raise ValueError("a folder, and NAME=ADDRESS for each server")
        folder, *named = arguments
        places = [Place(name, address) for name, address in (each.split("=", 1) for each in named)]
        if len(places) < 3 or len({each.name for each in places}) < len(places):
            raise ValueError("three servers at least, each with a name of its own")
        write(Path(folder), places)
    except (ValueError, TypeError) as error:
        print(f"{error}\n{__doc__}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"Written to {folder}: a folder for each server. Give nobody else patroni.yml: it holds passwords.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

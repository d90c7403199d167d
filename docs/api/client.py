"""A client of the CPOF's API in Python: an organisation applies, its representative signs, the file is followed.

    pip install httpx
    python docs/api/client.py http://localhost:3000 apply docs/adhesion.json statuts.pdf
    python docs/api/client.py http://localhost:3000 sign TOKEN "Jeanne Dupont"
    python docs/api/client.py http://localhost:3000 follow TOKEN

A token is the last part of the address in an e-mail. A federation gives its key in CPOF_KEY.
"""

import json
import os
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import httpx

TRIES = 5


class Refused(Exception):
    """A refusal: rely on `code`, and on `path` and `code` of each of `faults`, never on sentences."""

    def __init__(self, status: int, error: dict[str, Any]) -> None:
        self.status = status
        self.code = error.get("code")
        self.faults = error.get("data", {}).get("errors", [])
        super().__init__(f"{status} {self.code}: {error.get('message')} {self.faults or ''}".strip())


class Cpof:
    """The API of one installation, for anybody or, with a key, for a federation."""

    def __init__(self, url: str, key: str | None = None) -> None:
        self._http = httpx.Client(base_url=f"{url}/api", headers={"Accept-Language": "en"}, timeout=30)
        self._by_key = {"Authorization": f"Key {key}"} if key else {}

    def apply(self, adhesion: dict[str, Any], papers: list[Path] = []) -> dict[str, Any]:
        """Opens a file, with papers or without."""
        files = [("files", (paper.name, paper.read_bytes())) for paper in papers]
        return self._post(
            "/adhesions",
            self._by_key,
            **({"data": {"adhesion": json.dumps(adhesion)}, "files": files} if files else {"json": adhesion}),
        )

    def sign(self, token: str, full_name: str) -> dict[str, Any]:
        """The representative signs the charter, by the link that they were sent."""
        return self._post("/adhesions/by-link/sign", self._by_link(token), json={"fullName": full_name, "accept": True})

    def follow(self, token: str) -> dict[str, Any]:
        """How a file stands, what is expected, and what may be done now."""
        return self._answer(self._http.get("/adhesions/by-link", headers=self._by_link(token)))

    def write(self, token: str, text: str) -> dict[str, Any]:
        """A message to the secretariat."""
        return self._post("/adhesions/by-link/message", self._by_link(token), json={"text": text})

    @staticmethod
    def _by_link(token: str) -> dict[str, str]:
        return {"Authorization": f"Link {token}"}

    def _post(self, path: str, headers: dict[str, str], **sent: Any) -> dict[str, Any]:
        """Sent under one key until an answer arrives, a request has one effect."""
        headers = {**headers, "Idempotency-Key": str(uuid.uuid4())}
        for attempt in range(1, TRIES + 1):
            try:
                response = self._http.post(path, headers=headers, **sent)
            except httpx.TransportError:
                if attempt == TRIES:
                    raise
                time.sleep(attempt)
                continue
            wait = response.headers.get("Retry-After")
            if wait is None or attempt == TRIES or int(wait) > 10:
                return self._answer(response)
            time.sleep(int(wait))
        raise AssertionError("An attempt answers or raises")

    @staticmethod
    def _answer(response: httpx.Response) -> dict[str, Any]:
        answer = response.json()
        if response.is_error:
            raise Refused(response.status_code, answer["errors"][0])
        return answer


def main(url: str, what: str, *given: str) -> None:
    cpof = Cpof(url, os.environ.get("CPOF_KEY"))
    if what == "apply":
        adhesion, *papers = map(Path, given)
        answer = cpof.apply(json.loads(adhesion.read_text("utf-8")), papers)
    else:
        answer = {"sign": cpof.sign, "follow": cpof.follow, "write": cpof.write}[what](*given)
    print(json.dumps(answer, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refused as refused:
        sys.exit(str(refused))

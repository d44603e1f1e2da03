"""How much a client may ask, under which names the product answers, and what is kept for how long."""

from __future__ import annotations

import pytest
from flask import Flask, Response, request

from dashboard.server.failures import tell_failures
from dashboard.server.limits import limit
from dashboard.server.log import Requests
from dashboard.server.security import trust
from dashboard.settings import HostSettings, RateSettings, SettingError


def server(rates: RateSettings | None = None, hosts: HostSettings | None = None) -> Flask:
    """A server with a page, a file to take away, and what operators ask."""
    made = Flask("toy")
    tell_failures(made)
    limit(made, rates or RateSettings(0, 0))
    made.add_url_rule("/export/later.png", "later", lambda: Response("Others come first.", 503))
    for path in ("/", "/export/map.png", "/health"):
        made.add_url_rule(path, path, lambda: Response(f"{request.scheme} {request.host} {request.remote_addr}"))
    made.wsgi_app = Requests(made.wsgi_app)  # type: ignore[method-assign]
    trust(made, hosts or HostSettings())
    return made


def statuses(made: Flask, path: str, count: int, address: str = "10.0.0.1") -> list[int]:
    """What a client is answered, asking so often."""
    client = made.test_client()
    return [client.get(path, environ_base={"REMOTE_ADDR": address}).status_code for _ in range(count)]


def test_pages_and_exports_are_counted_apart_and_operators_not_at_all() -> None:
    made = server(RateSettings(requests=5, exports=2))
    assert statuses(made, "/", 7) == [200] * 5 + [429] * 2
    assert statuses(made, "/export/map.png", 4) == [200, 200, 429, 429]
    assert statuses(made, "/health", 20) == [200] * 20
    assert statuses(made, "/", 2, "10.0.0.2") == [200, 200], "another client has a count of its own"


def test_who_waits_in_the_line_for_a_file_may_ask_again_and_again() -> None:
    made = server(RateSettings(requests=5, exports=2))
    assert statuses(made, "/export/later.png", 9) == [503] * 9
    assert statuses(made, "/export/map.png", 3) == [200, 200, 429]


def test_who_asks_too_much_is_told_when_to_come_back() -> None:
    made = server(RateSettings(requests=1, exports=1))
    statuses(made, "/", 1)
    answer = made.test_client().get("/", environ_base={"REMOTE_ADDR": "10.0.0.1"})
    assert answer.status_code == 429
    assert answer.get_data(as_text=True).startswith(
        "Too much was asked from this network at once; try again in a minute."
    )
    assert 0 <= int(answer.headers["Retry-After"]) <= 61


def test_without_limits_nothing_is_counted() -> None:
    assert statuses(server(RateSettings(0, 0)), "/", 50) == [200] * 50


def test_without_its_redis_the_limit_is_kept_in_the_process() -> None:
    made = server(RateSettings(requests=3, exports=3, redis_url="redis://127.0.0.1:1/0"))
    assert statuses(made, "/", 5) == [200, 200, 200, 429, 429]


@pytest.mark.parametrize(
    ("host", "status"),
    [("growth.example.org", 200), ("growth.example.org:8050", 200), ("a.nhs.example", 200), ("evil.example", 400), ("growth.example.org.evil.example", 400), ("", 400)],
)  # fmt: skip
def test_only_under_its_own_names(host: str, status: int) -> None:
    made = server(hosts=HostSettings(("growth.example.org", ".nhs.example")))
    answer = made.test_client().get("/", headers={"Host": host})
    assert answer.status_code == status


def test_without_names_any_is_served() -> None:
    assert server().test_client().get("/", headers={"Host": "anything.example"}).status_code == 200


def test_proxies_are_believed_as_many_as_there_are() -> None:
    said = {
        "X-Forwarded-For": "1.1.1.1, 2.2.2.2",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "growth.example.org",
    }
    direct, behind = (
        server(hosts=HostSettings(proxies=count)).test_client().get("/", headers=said).get_data(as_text=True)
        for count in (0, 1)
    )
    assert direct == "http localhost 127.0.0.1"
    assert behind == "https growth.example.org 2.2.2.2"


@pytest.mark.parametrize(
    ("name", "value"),
    [("TRUSTED_HOSTS", "a b"), ("TRUSTED_HOSTS", "https://x.org"), ("TRUSTED_HOSTS", "x.org,*"), ("PROXIES", "6"), ("PROXIES", "one")],
)  # fmt: skip
def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=name):
        HostSettings.from_environment()


def test_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_HOSTS", "growth.example.org, .nhs.example,")
    monkeypatch.setenv("PROXIES", "1")
    monkeypatch.setenv("RATE_REQUESTS", "9")
    monkeypatch.delenv("RATE_EXPORTS", raising=False)
    assert HostSettings.from_environment() == HostSettings(("growth.example.org", ".nhs.example"), 1)
    assert RateSettings.from_environment() == RateSettings(9, 60, "")
    monkeypatch.setenv("RATE_EXPORTS", "-1")
    with pytest.raises(SettingError, match="RATE_EXPORTS"):
        RateSettings.from_environment()

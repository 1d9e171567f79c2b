"""Who is told of what happens to a pact: the heads of both teams, but for the one who did it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from leadpact.ledger.access import Actor
from leadpact.ledger.models import Notice, PactVersion, Person

HEADS = ("marketing_head", "sales_head")


def tell_heads(kind: str, row: PactVersion, actor: Actor, now_s: int) -> None:
    """Tell the heads of both teams of a step of a version."""
    tell(kind, heads(), actor, now_s, f"{kind}:{row.pk}:{actor.id}", pact=row.name, version=row.version, pact_id=row.pk)


def heads() -> list[int]:
    """The heads of both teams, who sign."""
    active = Person.objects.filter(role__in=HEADS, is_active=True, can_sign_in=True)
    return list(active.order_by("pk").values_list("pk", flat=True))


def tell(kind: str, people: Iterable[int | None], actor: Actor, now_s: int, once: str, **values: Any) -> None:
    """Write a notice for each of some people, once each, but not for who did it."""
    said = {key: value for key, value in {**values, "by": actor.id}.items() if value is not None}
    for person_id in dict.fromkeys(people):
        if person_id is not None and person_id != actor.id:
            Notice.objects.get_or_create(
                once=f"{once}:{person_id}",
                defaults={"person_id": person_id, "kind": kind, "values": said, "made_s": now_s},
            )

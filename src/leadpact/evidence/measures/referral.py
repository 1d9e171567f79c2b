"""What followed the links that people were sent: whether they opened them, came back, talked, and bought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from leadpact.evidence.behind import Behind, Key, same
from leadpact.evidence.leads import is_two_way
from leadpact.evidence.measure import (
    AS_OF,
    TITLES,
    Answer,
    Counts,
    Layout,
    Measure,
    Parameter,
    Query,
    Shown,
    Values,
)
from leadpact.evidence.result import Row, called, in_order, share
from leadpact.evidence.shared import is_apart
from leadpact.evidence.tables import DAY_S, FAR_S, NEVER_S, count_of, known, latest, one, settled, shared_of_period
from leadpact.evidence.uncertainty import FEW
from leadpact.rules.facts import ATTEMPTS

WAYS = {
    "material_sales": "Material sent by sales",
    "material_marketing": "Material sent by marketing",
    "mail": "Links in mails",
    "recommendation": "Recommendations",
}
BACK_DAYS = 30
AFTER = ("came_back", "talked", "deal", "won")


def starts(table: Any, p: Values) -> Any:
    """Every link: lead_id, way, name (of the mail's campaign or the material), sent_s and followed_s (``FAR_S``).

    Material is followed when the lead reads that piece at or after it was first sent; of mails only the click is
    known, and a recommendation is followed by itself.
    """
    sent = known(table, p["as_of_s"], ("asset_sent",), ("asset_id",))
    sent = sent.filter((sent.asset_id.fill_null(0) > 0) & sent.side.isin(["sales", "marketing"]))
    sent = sent.select("lead_id", "asset_id", "occurred_s", by_sales=one(sent.side == "sales"))
    first = sent.group_by(["lead_id", "asset_id", "by_sales"]).agg(sent_s=sent.occurred_s.min())
    views = known(table, p["as_of_s"], ("asset_viewed",), ("asset_id",))
    views = views.filter(views.asset_id.fill_null(0) > 0).select("lead_id", "asset_id", "occurred_s")
    if not is_apart():  # SQLite indexes a grouped table and would else compare all with all.
        views = views.group_by(["lead_id", "asset_id", "occurred_s"]).agg(views=views.count())
    views = views.select(view_lead_id="lead_id", view_asset_id="asset_id", view_s="occurred_s")
    both = settled(settled(first).left_join(views, [("lead_id", "view_lead_id"), ("asset_id", "view_asset_id")]))
    view_s = both.view_s.fill_null(FAR_S)
    both = both.select(
        "lead_id", "asset_id", "by_sales", "sent_s", seen_s=(view_s >= both.sent_s).ifelse(view_s, FAR_S)
    )
    read = both.group_by(["lead_id", "asset_id", "by_sales"]).agg(
        sent_s=both.sent_s.min(), followed_s=both.seen_s.min()
    )
    material = read.select(
        "lead_id", "sent_s", "followed_s", name=read.asset_id.cast("string"),
        way=(read.by_sales == 1).ifelse("material_sales", "material_marketing"),
    )  # fmt: skip
    others = known(table, p["as_of_s"], ("email_clicked", "referred"), ("campaign",))
    is_mail = others.kind == "email_clicked"
    others = others.select(
        "lead_id", sent_s="occurred_s", followed_s="occurred_s",
        name=is_mail.ifelse(others.campaign.fill_null("unknown"), others.source.fill_null("unknown")),
        way=is_mail.ifelse("mail", "recommendation"),
    )  # fmt: skip
    return ibis.union(settled(material), settled(others))


def followed(table: Any, p: Values) -> Any:
    """One row per lead, way and name, and one per lead and way (name empty), begun in the period.

    Columns: lead_id, way, name, is_followed, is_ripe (followed 30 days ago or longer), and whether after it the lead
    came_back within 30 days, talked, had a deal and won (1 or 0).
    """
    row = _links(table, p)
    is_ripe = row.followed_s <= p["as_of_s"] - BACK_DAYS * DAY_S
    return row.select(
        "lead_id", "way", "name", is_followed=one(row.followed_s < FAR_S), is_ripe=one(is_ripe),
        came_back=one(is_ripe & (row.visits > 0)), talked="talked", deal="deal", won="won",
    )  # fmt: skip


@shared_of_period("lead_id", "sent_s")
def _links(table: Any, p: Values) -> Any:
    """The same whatever the day: when it was followed, and how often the lead came back within 30 days."""
    told = starts(table, p)
    told = ibis.union(told, told.select("lead_id", "sent_s", "followed_s", name=ibis.literal(""), way=told.way))
    per = told.group_by(["lead_id", "way", "name"]).agg(sent_s=told.sent_s.min(), followed_s=told.followed_s.min())
    per = per.filter((per.sent_s >= p["since_s"]) & (per.sent_s < p["until_s"]))
    row = settled(settled(per).left_join(_last(table, p), [("lead_id", "last_lead_id")]))
    names = ("talk_s", "deal_s", "won_s")
    row = settled(row.select(*per.columns, **{name: row[name].fill_null(NEVER_S) for name in names}))
    back = _came_back(table, p, per)
    row = settled(row.left_join(back, [("lead_id", "back_lead_id"), ("followed_s", "back_followed_s")]))
    return row.select(
        "lead_id", "way", "name", "sent_s", "followed_s", visits=row.visits.fill_null(0),
        talked=one(row.talk_s > row.followed_s), deal=one(row.deal_s > row.followed_s),
        won=one(row.won_s > row.followed_s),
    )  # fmt: skip


def _last(table: Any, p: Values) -> Any:
    """When each lead had its last talk, deal and win: what lies after a moment if anything does."""
    told = known(table, p["as_of_s"], ("deal_opened", "won", *ATTEMPTS))
    return told.group_by(last_lead_id="lead_id").agg(
        talk_s=latest(is_two_way(told), told.occurred_s),
        deal_s=latest(told.kind.isin(["deal_opened", "won"]), told.occurred_s),
        won_s=latest(told.kind == "won", told.occurred_s),
    )


def _came_back(table: Any, p: Values, per: Any) -> Any:
    """How often a lead visited within 30 days after the moment it followed a link; only where it did."""
    followed = per.filter(per.followed_s < FAR_S)
    moments = followed.group_by(back_lead_id="lead_id", back_followed_s="followed_s").agg(links=followed.count())
    told = known(table, p["as_of_s"], ("page_view", "form_filled")).select("lead_id", "occurred_s")
    if not is_apart():  # SQLite indexes a grouped table and would else compare all with all.
        told = told.group_by(["lead_id", "occurred_s"]).agg(times=told.count())
    visits = told.select(visit_lead_id="lead_id", visit_s="occurred_s")
    both = settled(settled(moments).join(visits, [("back_lead_id", "visit_lead_id")]))
    is_back = (both.visit_s > both.back_followed_s) & (both.visit_s <= both.back_followed_s + BACK_DAYS * DAY_S)
    both = both.filter(is_back)
    return both.group_by(["back_lead_id", "back_followed_s"]).agg(visits=both.count())


def by_way(table: Any, p: Values) -> Any:
    """Leads by way and name: sent, followed, and what came after."""
    told = followed(table, p)
    return told.group_by(["way", "name"]).agg(
        leads=told.count(),
        followed=count_of(told.is_followed == 1),
        ripe=count_of(told.is_ripe == 1),
        **{name: count_of(told[name] == 1) for name in AFTER},
    )


def in_all(table: Any, p: Values) -> Any:
    """The same of all ways together, each lead once."""
    told = followed(table, p)
    told = told.filter(told.name == "")
    names = ("is_followed", "is_ripe", *AFTER)
    per = told.group_by("lead_id").agg(**{name: told[name].max() for name in names})
    counted = {name.removeprefix("is_"): count_of(per[name] == 1) for name in names}
    return per.agg(leads=per.count(), **counted)


def estimate(counts: Counts, values: Values) -> Answer:
    """What followed, per way over all its links, and per campaign, piece of material or recommender."""
    told = {(row["way"], row["name"]): row for row in counts["ways"]}
    if not told:
        return Answer("Counted", "none", {})
    rows = [_line(told[way, ""]) for way in WAYS if (way, "") in told]
    named = in_order((_line(row) for (_, name), row in told.items() if name), "way", "name")
    numbers = [int(row["name"]) for row in named if row["way"].startswith("material")]
    titles = called(numbers, values["titles"])
    named = [_titled(row, titles) for row in named]
    args: Row = {name: counts["in_all"][0][name] for name in ("leads", "followed", "ripe", *AFTER)}
    return Answer(
        "Counted",
        "few" if args["followed"] < FEW else "followed",
        args,
        rows=tuple(rows),
        tables={"links": tuple(named)},
        notes=(("not_because", {}), *((("no_sent", {}),) if ("mail", "") in told else ())),
    )


def _titled(row: Row, titles: Mapping[int, str]) -> Row:
    """The row with what people call its link; a campaign or recommender goes by its name."""
    title = titles[int(row["name"])] if row["way"].startswith("material") else row["name"]
    return {"way": row["way"], "name": row["name"], "title": title, **row}


def _line(row: Row) -> Row:
    line: Row = {name: row[name] for name in ("way", "name", "leads", "followed", "ripe", *AFTER)}
    is_sent = row["way"].startswith("material")
    shares = {
        "followed": (row["followed"], row["leads"] if is_sent else 0),
        "came_back": (row["came_back"], row["ripe"]),
    }
    shares |= {name: (row[name], row["followed"]) for name in AFTER[1:]}
    for name, (k, n) in shares.items():
        found = share(k, n, f"{name}_share")
        line |= {column: value for column, value in found.items() if column != "support"}
    return line


def _state(value: str, _key: Key, _values: Mapping[str, int]) -> str:
    if value == "sent":
        return "1 = 1"
    column = {"followed": "is_followed", "ripe": "is_ripe"}.get(value, value)
    if column not in ("is_followed", "is_ripe", *AFTER):
        raise ValueError(value)
    return f"{column} = 1"


_BEHIND = Behind(
    followed, "lead_id", {"way": same("way"), "name": same("name"), "state": _state}, blanks=frozenset({"name"})
)
_WAY = Shown("way", "Way", "text", words=WAYS)
_COUNTS = (
    Shown("leads", "Leads", opens={"state": "sent"}), Shown("followed", "Followed it", opens={"state": "followed"}),
    Shown("came_back", "Came back", opens={"state": "came_back"}), Shown("talked", "Talked", opens={"state": "talked"}),
    Shown("deal", "Had a deal", opens={"state": "deal"}), Shown("won", "Won", opens={"state": "won"}),
)  # fmt: skip

MEASURE = Measure(
    name="referral",
    title="Links and referrals",
    question="What followed links and recommendations: did leads open them, come back, talk with us, buy?",
    unit="leads",
    least_sample=FEW,
    counted=(
        "Each lead once per way, and in the sentence once: material sent by sales, material sent by marketing, mails "
        "in which a link was clicked, recommendations. Material is followed when the lead reads that piece at or after "
        "it was sent. Came back: a page or a form within 30 days after, of links followed at least 30 days ago. "
        "Talked, deal, won: at any time after it was followed; who won had a deal."
    ),
    formula="Share = k / n with Wilson's interval: followed of sent, came back of ripe ones, the rest of followed.",
    assumptions=("A link that is opened is recorded under the lead it was sent to.",),
    cannot_say=(
        "That the link was the reason. It shows what came after, in that order.",
        "How many mails were sent without a click: only the click is recorded.",
        "What visits came through a link on a social page or a website of somebody else: no fact carries such a link.",
    ),
    published="proportions (Newcombe 1998)",
    reads=(
        ("asset_sent, asset_viewed", "occurred_s, side, asset_id"),
        ("email_clicked", "occurred_s, campaign"),
        ("referred", "occurred_s, source"),
        ("page_view, form_filled, deal_opened, won", "occurred_s"),
        ("call, email, meeting, social", "occurred_s, side, value_code (reached, reply, replied, held)"),
        ("merged, unmerged, corrected", "value_number, corrects_id"),
    ),
    parameters=(
        AS_OF,
        Parameter("since_s", "instant", "only links first sent at or after it"),
        Parameter("until_s", "instant", "only links first sent before it"),
        TITLES,
    ),
    queries=(Query("ways", by_way), Query("in_all", in_all)),
    estimate=estimate,
    chart="steps",
    sentences={
        "none": "No links, material or recommendations are recorded in this period.",
        "few": "{followed:,} of {leads:,} leads followed a link or a recommendation: too few to speak of shares.",
        "followed": (
            "{followed:,} of {leads:,} leads followed a link or a recommendation. After that {talked:,} of them talked "
            "with us, {deal:,} had a deal and {won:,} bought; of {ripe:,} that did so at least 30 days ago "
            "{came_back:,} came back within 30 days."
        ),
        "not_because": "This is what came after, not what came of it: a lead may have come anyway.",
        "no_sent": "Of mails only clicks are known, so nothing is said of how many were followed.",
    },
    layouts=(
        Layout("", "By way", (_WAY, *_COUNTS, Shown("won_share", "Won of followed", "share")),
               key=("way", "name")),
        Layout("links", "By campaign, material and recommender",
               (_WAY, Shown("title", "Name", "text"), *_COUNTS), key=("way", "name")),
    ),
    behind=_BEHIND,
)  # fmt: skip

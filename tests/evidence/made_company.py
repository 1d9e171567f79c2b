"""A company of a few hundred leads from a fixed seed, in which everything happens that makes counting hard.

Merges, merges taken back and merges of merged leads; corrections of every kind, some of them heard of too late;
facts recorded after the snapshot, or days after they happened; leads handed over again, reassigned, sent back and
brought forward; wins before capture; deals without amounts; two currencies; two deals at once; losses that name no
deal; deals lost and opened again; leads never captured, twice captured, or of no known source; facts that share their second; reasons and sides left out; material sent, read before and
after it was sent, and never read; deals that go forward, skip a stage and go back, or that nobody opened; hand-offs
only to try a lead out.
"""

from __future__ import annotations

import random

from tests.evidence.company import DAY, HOUR, START

AS_OF = START + 200 * DAY
SOURCES = ("web", "web", "fair", "ads", "referral", None)
FIELDS = {
    "budget": ("approved", "planned", "none", "unknown"),
    "employees": ("20", "50", "200", "500", "900"),
    "need": ("crm", "erp", "unknown"),
    "phone": ("known", "known", "unknown"),
    "email": ("known", "unknown"),
    "email_is_free_mail": ("true", "false"),
    "need_text:soon": ("true", "false"),
}
NUMBERS = ("employees",)
BUYS = ("page_view", "form_filled", "email_opened", "email_clicked", "event_visit", "asset_viewed", "referred")
REASONS = ("price", "too_early", "no_budget", "competitor", None)
STAGES = ("talks", "offer", "contract")


class Maker:
    """Tells the story of lead after lead."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.more = random.Random(seed + 1000)
        self.told = []
        self.accounts = random.Random(seed + 2000)
        self.deals = random.Random(seed + 3000)

    def tell(self, kind, lead, when, **columns):
        late = self.dice.random()
        heard = when + (40 * DAY if late < 0.01 else 3 * HOUR if late < 0.03 else 0)
        name = f"told-{len(self.told)}"
        account = columns.pop("account_id", 1000 + lead // 3 if lead % 4 else None)
        if self.accounts.random() < 0.05:  # Told under another one, as by a file; and back under its own.
            account = self.accounts.choice((1000 + lead, 1001 + lead // 3, None))
        self.told.append((heard, kind, lead, when, {"id": name, "account_id": account, **columns}))
        if self.dice.random() < 0.012:
            self.told.append(
                (when + self.dice.choice((DAY, 30 * DAY, 150 * DAY)), "corrected", lead, when, {"corrects_id": name})
            )

    def chance(self, share):
        return self.dice.random() < share

    def later(self, when, most_days):
        """A later instant on a whole hour, so that facts often share their second."""
        return when + self.dice.randint(0, round(most_days * 24)) * HOUR

    def describe(self, lead, when, side):
        field = self.dice.choice(sorted(FIELDS))
        code = self.dice.choice(FIELDS[field])
        number = float(code) if field in NUMBERS else None
        self.tell("described", lead, when, field=field, value_code=code, value_number=number, side=side)

    def touch(self, lead, when):
        kind = self.dice.choice((*BUYS, "asset_sent"))
        side = self.dice.choice(("marketing", "sales")) if kind == "asset_sent" else "buyer"
        channel = self.dice.choice(("web", "email", "event", None))
        field = self.dice.choice(("pricing", None))
        said = {}
        if kind in ("asset_sent", "asset_viewed"):
            said["asset_id"] = self.more.choice((1, 2, 3, 4, None))
        elif kind in ("email_clicked", "referred"):
            name = {"email_clicked": "campaign", "referred": "source"}[kind]
            said[name] = self.more.choice(("spring", "summer", None))
        self.tell(kind, lead, when, side=side, channel=channel, field=field, **said)

    def contact(self, lead, when, code=None):
        kind = self.dice.choice(("call", "call", "email", "meeting", "social"))
        side = self.dice.choice(("sales", "sales", "sales", "sales", "buyer", "marketing"))
        code = code or self.dice.choice(("no_answer", "no_answer", "voicemail", "reached", "replied", "held", None))
        self.tell(kind, lead, when, side=side, value_code=code, channel=self.dice.choice((kind, None)))

    def hand(self, lead, when, again=False):
        due = when + 4 * HOUR if self.chance(0.9) else None
        points = self.dice.choice((None, 15, 30, 40, 45, 55, 60, 75, 80, 95))
        version = self.dice.choice((1, 1, 2, None))
        side = "sales" if self.chance(0.1) else "marketing"
        reason = self.dice.choice((None, None, None, "round_robin"))
        if self.more.random() < 0.15:
            reason = "explored"
        step = self.dice.choice(("first", "second", None))
        self.tell(
            "handed_over", lead, when, person_id=self.dice.randint(7, 9), points=points, due_s=due, side=side,
            pact_version=version, reason=reason, step=step, source=self.dice.choice((None, None, "list")),
        )  # fmt: skip
        if self.chance(0.12):
            new = self.later(when, 0.5)
            self.tell("reassigned", lead, new, person_id=9, due_s=new + 4 * HOUR)
        return self.worked(lead, when, again)

    def worked(self, lead, when, again):
        for number in range(self.dice.choice((0, 1, 1, 2, 3, 5))):
            soon = self.dice.choice((0.05, 0.2, 9)) if number == 0 else 3
            when = self.later(when, soon)
            self.contact(lead, when, "no_answer" if self.chance(0.5) else None)
        if self.chance(0.5):
            self.describe(lead, self.later(when, 40), self.dice.choice(("sales", "sales", "buyer", "marketing")))
        fate = self.dice.random()
        reason = self.dice.choice(REASONS)
        side = self.dice.choice(("sales", "buyer"))
        when = self.later(when, 6)
        version = self.dice.choice((None, 1, 2))
        if fate < 0.2:
            self.tell("rejected", lead, when, side="sales", reason=reason, pact_version=version)
            if self.chance(0.6):
                self.tell("recycled", lead, when, due_s=when + 30 * DAY, reason=reason)
            return self.back(lead, when, again)
        if fate < 0.27:
            self.tell("disqualified", lead, when, side=side, reason=reason, pact_version=version)
            return self.back(lead, when, again) if self.chance(0.2) else None
        if fate < 0.35:
            self.tell("gave_up", lead, when, side="sales", reason=reason, pact_version=version)
            return None
        if fate < 0.45:
            return None
        self.tell("accepted", lead, when, side="sales")
        if self.chance(0.1):
            self.tell("rejected", lead, self.later(when, 4), side="sales", reason=reason)
        return self.deal(lead, self.later(when, 20)) if self.chance(0.75) else None

    def back(self, lead, when, again):
        if again or self.chance(0.5):
            return
        when = self.later(when, 40)
        if self.chance(0.7):
            self.tell("woken", lead, when)
        self.hand(lead, self.later(when, 10), again=True)

    def deal(self, lead, when, deal=1):
        number = lead * 10 + deal
        amount = self.dice.choice((None, 100_000, 250_050, 99_999))
        money = {"amount_minor": amount, "currency": self.dice.choice(("EUR", "EUR", "USD")) if amount else None}
        if self.more.random() < 0.9:
            self.tell("deal_opened", lead, when, deal_id=number, side="sales", stage="talks", **money)
        for _ in range(self.dice.randint(0, 2)):
            self.contact(lead, self.later(when, 10))
        if self.chance(0.3):
            self.touch(lead, self.later(when, 20))
        end = self.later(when, 60)
        fate = self.dice.random()
        self.go_on(lead, number, when, end)
        if fate < 0.45:
            side = self.dice.choice(("sales", "sales", "marketing"))
            self.tell("won", lead, end, deal_id=number, side=side, person_id=self.dice.randint(7, 9), **money)
        elif fate < 0.8:
            stage, reason = self.dice.choice(("talks", "offer", None)), self.dice.choice(REASONS)
            side = self.dice.choice(("sales", "buyer"))
            version = self.dice.choice((None, None, 1, 2))
            named = number if self.deals.random() < 0.9 else None
            self.tell(
                "lost", lead, end, deal_id=named, side=side, reason=reason, stage=stage, pact_version=version
            )  # fmt: skip
            if self.more.random() < 0.2:
                over = end + self.more.choice((0, 0, 24)) * HOUR
                self.tell("gave_up", lead, over, side="sales", reason=self.more.choice(REASONS))
            if self.deals.random() < 0.15:
                over = end + self.deals.choice((0, 24, 240)) * HOUR
                again = self.deals.choice(("deal_opened", "lost"))
                self.tell(again, lead, over, deal_id=number, side="sales", stage="talks")
        if deal == 1 and self.chance(0.2):
            again = self.later(end, 30)
            self.deal(lead, self.deals.choice((when, again)), 2)  # Often while the first one is still open.

    def go_on(self, lead, deal, when, end):
        """Stages and material of a deal, by dice of their own."""
        for _ in range(self.more.choice((0, 1, 1, 2, 3))):
            when += self.more.randint(0, max(0, end - when) // HOUR) * HOUR
            self.tell("stage_changed", lead, when, deal_id=deal, side="sales", stage=self.more.choice(STAGES))
            if self.more.random() < 0.7:
                self.show(lead, when)

    def show(self, lead, when):
        asset = self.more.choice((1, 1, 2, 3))
        when += self.more.randint(-48, 48) * HOUR
        self.tell("asset_sent", lead, when, side=self.more.choice(("sales", "marketing")), asset_id=asset)
        if self.more.random() < 0.6:
            self.tell(
                "asset_viewed", lead, when + self.more.choice((-5, 0, 0, 24)) * HOUR, side="buyer", asset_id=asset
            )

    def live(self, lead):
        born = START + self.dice.randint(0, 195 * 24) * HOUR
        source = self.dice.choice(SOURCES)
        if self.chance(0.96):
            side = self.dice.choice(("buyer", "buyer", "marketing", "sales", "system"))
            self.tell("captured", lead, born, source=source, side=side, campaign=self.dice.choice(("spring", None)))
        if self.chance(0.08):
            self.tell("captured", lead, self.later(born, 30), source="fair", side="buyer")
        if self.chance(0.02):
            self.tell("won", lead, born - 2 * DAY, side="sales", deal_id=lead * 10 + 9)
        when = born
        for _ in range(self.dice.randint(0, 4)):
            when = self.later(when, 5)
            self.touch(lead, when)
        for _ in range(self.dice.randint(0, 4)):
            self.describe(lead, self.later(born, 8), self.dice.choice(("buyer", "marketing", "sales", "system")))
        if self.chance(0.08):
            self.contact(lead, self.later(born, 6))
        if self.more.random() < 0.9:
            code = self.more.choice(("retail", "retail", "trade", "health", "health", "banks", "mining"))
            self.tell("described", lead, born + 30 * HOUR, field="industry", value_code=code, side="marketing")
        self.gate(lead, self.later(when, 4))

    def gate(self, lead, when):
        if self.chance(0.6):
            self.tell("qualified", lead, when, side="marketing", points=self.dice.choice((40, 60)), pact_version=1)
            if self.chance(0.3):
                self.tell("queued", lead, when, due_s=when + 2 * DAY, reason="capacity")
            if self.chance(0.4):
                self.tell("action_done", lead, when, field=self.dice.choice(("call", "brochure")), side="marketing")
        chance = self.dice.random()
        when = self.later(when, 3)
        if chance < 0.65:
            self.hand(lead, when)
        elif chance < 0.72:
            self.deal(lead, when)
        elif chance < 0.8:
            kind = self.dice.choice(("rejected", "disqualified", "accepted"))
            self.tell(kind, lead, when, side=self.dice.choice(("sales", "marketing")), reason=self.dice.choice(REASONS))

    def join(self, leads):
        for _ in range(leads // 15):
            child, parent = self.dice.sample(range(1, leads + 1), 2)
            when = START + self.dice.randint(20 * 24, 199 * 24) * HOUR
            if child > parent:
                self.tell("merged", child, when, value_number=float(parent))
                if self.chance(0.2):
                    self.tell("unmerged", child, self.later(when, 10), value_number=float(parent))


def made_company(leads=300, seed=11):
    """The facts in order of recording, as dictionaries."""
    maker = Maker(seed)
    for lead in range(1, leads + 1):
        maker.live(lead)
    maker.join(leads)
    ordered = sorted(enumerate(maker.told), key=lambda each: (each[1][0], each[0]))
    return [
        {"seq": seq, "kind": kind, "lead_id": lead, "occurred_s": when, "recorded_s": heard, **columns}
        for seq, (_, (heard, kind, lead, when, columns)) in enumerate(ordered, 1)
    ]

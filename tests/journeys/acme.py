"""Fills a fresh installation with the small test company and some leads, as at now."""

import time


def main():
    import django

    django.setup()
    from leadpact.ledger.models import HandOff
    from leadpact.operations import deals, pact_comments, pact_drafts, qualify, sla, verdict
    from tests.company import company

    now_s = int(time.time())
    acme = company(now_s - 3600)
    marketer = acme.actor("marketer")
    draft = pact_drafts.begin(actor=marketer, now_s=now_s - 3500, base_id=acme.pact_id)
    pact_comments.say(actor=acme.actor("salesperson"), text="Why so much?", draft_id=draft.pk, now_s=now_s - 3400)
    leads = [acme.good_lead(f"w{n}", name=f"Given Family{n}", phone=f"+4930123456{n:02d}") for n in range(9)]
    acme.lead("raw1", name="Raw One", company="Raw GmbH", email="raw@raw.example")
    for lead_id in leads[:6]:
        qualify.hand_over(actor=marketer, lead_id=lead_id, now_s=now_s - 3000)
    handed = list(HandOff.objects.order_by("pk"))
    owners = [acme.owner(each) for each in handed]
    verdict.reject(actor=owners[0], hand_off_id=handed[0].pk, reason="too_early", now_s=now_s - 2000)
    sla.log_attempt(actor=owners[1], lead_id=handed[1].lead_id, channel="call", outcome="reached", now_s=now_s - 1900)
    first = deals.open_deal(actor=owners[1], lead_id=handed[1].lead_id, amount_minor=900_000, now_s=now_s - 1800)
    deals.win(actor=owners[1], deal_id=first, amount_minor=1_200_000, currency="EUR", now_s=now_s - 1700)
    sla.log_attempt(actor=owners[2], lead_id=handed[2].lead_id, channel="call", outcome="reached", now_s=now_s - 1600)
    deals.open_deal(actor=owners[2], lead_id=handed[2].lead_id, amount_minor=500_000, now_s=now_s - 1500)


if __name__ == "__main__":
    main()

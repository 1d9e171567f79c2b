"""Fills a fresh installation with the small test company, a write key, a form for the web site and one for a show."""

import time


def main():
    import django

    django.setup()
    from leadpact.ledger.models import CaptureForm
    from leadpact.operations import forms
    from leadpact.operations.forms import FormPlan
    from leadpact.operations.trackers_keys import make_write_key
    from tests.company import company

    now_s = int(time.time())
    acme = company(now_s - 3600)
    by = acme.actor("marketer")
    make_write_key(actor=by, name="Web", is_public=True, now_s=now_s, own="journey-page-key", app="site")
    make_write_key(actor=by, name="Shop", is_public=False, now_s=now_s, own="journey-server-key")
    asked = (
        ("name", True),
        ("email", True),
        ("company", False),
        ("job_title", False),
        ("phone", False),
        ("budget", False),
    )
    web = FormPlan(
        name="Demo", kind="demo", title="See it work", fields=asked, agreement="You may write to me.", ways=("email",)
    )
    show = FormPlan(name="Fair", kind="fair", title="Fair 2026", fields=asked, purpose="show", campaign="Fair 2026")
    for token, plan in (("journey-web", web), ("journey-show", show)):
        made = forms.make_form(actor=by, plan=plan, now_s=now_s)
        CaptureForm.objects.filter(pk=made.pk).update(token=token)


if __name__ == "__main__":
    main()

"""The page of jobs: whether the installation is well, what the worker could not do, and trying it again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from leadpact.jobs.timetable import TURNS
from leadpact.operations import jobs as acts
from leadpact.queries import doctor
from leadpact.queries import jobs as queries
from leadpact.web.door import Asked, door


@door
@require_GET
def page(request: Asked) -> HttpResponse:
    """Every job, those with trouble first, and what ``leadpact doctor`` says."""
    found = queries.jobs_page(request.actor, request.now_s)
    states = {
        "failed": _("failed"),
        "failing": _("failed, is tried again"),
        "late": _("late"),
        "running": _("running"),
        "waiting": _("waits"),
    }
    rows = [(row, _(TURNS[row.name].says) if row.name in TURNS else row.name, states[row.state]) for row in found.jobs]
    context = {
        "here": "jobs",
        "heading": _heading(found),
        "failed": [each for each in rows if each[0].may_be_tried],
        "others": [each for each in rows if not each[0].may_be_tried],
        "checks": [check for check in doctor.checks(request.now_s) if check.name != "jobs"],
    }
    return render(request, "jobs/page.html", context)


def _heading(found: queries.JobsPage) -> str:
    if found.failed:
        return ngettext("%(n)d job failed", "%(n)d jobs failed", found.failed) % {"n": found.failed}
    return _("Everything is done in time") if found.is_working else _("No worker is running")


@door
@require_POST
def again(request: Asked, job_id: int) -> HttpResponse:
    """Let a failed job be tried again."""
    acts.try_again(actor=request.actor, job_id=job_id, now_s=request.now_s)
    messages.success(request, _("The worker tries it again in a moment."))
    return redirect("jobs")

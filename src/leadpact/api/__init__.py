"""The API for other systems: JSON over HTTP, a key with scopes on every request."""

from leadpact.api import capture, consent, evidence, goals, leads, mails, merging, pacts, trackers
from leadpact.api.keys import router
from leadpact.api.reference import Reference
from leadpact.api.refusals import JsonBody, LeadpactAPI

api = LeadpactAPI(
    title="Leadpact",
    version="1",
    urls_namespace="api",
    description="Send leads, touches, deals, companies; read leads, the queue and figures; merge leads; draft pacts.",
    docs=Reference(),
    docs_url="/docs/",
    parser=JsonBody(),
)
api.add_router("", router)

__all__ = ["api", "capture", "consent", "evidence", "goals", "leads", "mails", "merging", "pacts", "trackers"]

"""The WSGI application, for granian or any other server; the worker runs beside it unless it is off."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadpact.settings")
_pages = get_wsgi_application()

from leadpact.api.keyed import sent_first  # noqa: E402 - Django has to be set up before
from leadpact.jobs.worker import start_thread  # noqa: E402 - it needs the models

application = sent_first(_pages)
start_thread()

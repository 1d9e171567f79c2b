"""Django's settings, read from a few environment variables; each is described in ``ENVIRONMENT``.

Business options live in the pact, not here. A wrong value stops the start with the value and the choice.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

try:  # A newer SQLite than the system's: before 3.51.3 a WAL reset could lose data.
    import pysqlite3.dbapi2 as _sqlite

    sys.modules["sqlite3"] = sys.modules["pysqlite3"]
    sys.modules["sqlite3.dbapi2"] = _sqlite
    # Without an adapter each None that is bound costs two failed look-ups: a fact takes five times as long.
    _sqlite.register_adapter(type(None), {}.get)
except ImportError:  # No wheel for this machine: ``leadpact doctor`` names the version in use.
    pass

ENVIRONMENT: dict[str, str] = {
    "LEADPACT_HOME": "Folder of data and settings. Default: `leadpact` in the user's data folder.",
    "LEADPACT_DATABASE_URL": (
        "`postgres://user:word@host:port/name` for teams. Default: `leadpact.sqlite3` in the home folder."
    ),
    "LEADPACT_SECRET_KEY": "Key that signs sessions and mail links. Default: made once and kept in the home folder.",
    "LEADPACT_HOSTS": "Comma separated host names the web server answers to. Default: `localhost,127.0.0.1,[::1]`.",
    "LEADPACT_BASE_URL": "Address of the pages, used in mails. Default: `http://127.0.0.1:8000`.",
    "LEADPACT_SMTP_URL": "`smtp://user:word@host:port` or `smtps://…`. Default: none, notices stay in the app.",
    "LEADPACT_MAIL_FROM": "Sender of mails. Default: `leadpact@localhost`.",
    "LEADPACT_WORKER": (
        "`thread` runs due work inside the web process, `off` leaves it to `leadpact work`. Default: `thread`."
    ),
    "LEADPACT_SYNCHRONOUS": "SQLite's `NORMAL` or `FULL`. Default: `NORMAL`.",
    "LEADPACT_COPY_FROM": (
        "From so many facts on the measures are asked of the columnar copy, below of the database itself; "
        "`0` always, `off` never. Default: `5000`."
    ),
    "LEADPACT_BACKUPS": (
        "So many daily backups are kept in the folder `backups` of the home folder. Default: `0`, none is made."
    ),
    "LEADPACT_COPY_MEMORY_MB": (
        "Memory of the engine that answers from the columnar copy; what needs more goes to the disk. Some answers "
        "need about 10 for each million facts. Trying a pact on the past may take twice that. Default: `350`."
    ),
}


class WrongSetting(Exception):
    """A setting has a value that cannot be used; the message names the choice."""


def _choice(name: str, default: str, choices: tuple[str, ...]) -> str:
    value = os.environ.get(name, default)
    if value not in choices:
        raise WrongSetting(f"{name} is {value!r}; it must be one of: {', '.join(choices)}.")
    return value


def _number(name: str, default: int, least: int) -> int:
    text = os.environ.get(name, str(default))
    if not text.isascii() or not text.isdigit() or int(text) < least:
        raise WrongSetting(f"{name} is {text!r}; it must be a whole number, {least} or more.")
    return int(text)


def _home() -> Path:
    default = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "leadpact"
    home = Path(os.environ.get("LEADPACT_HOME") or default).expanduser().absolute()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WrongSetting(
            f"LEADPACT_HOME is {str(home)!r} and cannot be made: {error}. Name a folder you may write to."
        ) from error
    return home


def _secret(home: Path) -> str:
    given = os.environ.get("LEADPACT_SECRET_KEY")
    if given:
        return given
    place = home / "secret_key"
    if not place.exists():
        made = secrets.token_urlsafe(48)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(made)
    return place.read_text(encoding="utf-8").strip()


def _database(home: Path) -> dict[str, Any]:
    url = os.environ.get("LEADPACT_DATABASE_URL", "")
    if not url:
        synchronous = _choice("LEADPACT_SYNCHRONOUS", "NORMAL", ("NORMAL", "FULL"))
        pragmas = f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous};"
        pragmas += " PRAGMA mmap_size=268435456; PRAGMA cache_size=-32000; PRAGMA journal_size_limit=33554432;"
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "leadpact.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise WrongSetting("LEADPACT_DATABASE_URL must look like postgres://user:word@host:port/name.")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_MAX_AGE": None,
    }


HOME = _home()
SECRET_KEY = _secret(HOME)
DATABASES = {"default": _database(HOME)}
DEBUG = False
ALLOWED_HOSTS = [
    h.strip() for h in os.environ.get("LEADPACT_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h.strip()
]
BASE_URL = os.environ.get("LEADPACT_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
WORKER = _choice("LEADPACT_WORKER", "thread", ("thread", "off"))
COPY_FROM = None if os.environ.get("LEADPACT_COPY_FROM") == "off" else _number("LEADPACT_COPY_FROM", 5_000, 0)
BACKUPS = _number("LEADPACT_BACKUPS", 0, 0)
COPY_MEMORY_MB = _number("LEADPACT_COPY_MEMORY_MB", 350, 100)
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
    "leadpact.ledger",
    "leadpact.web",
]
MIDDLEWARE = [
    "leadpact.api.keyed.KeyedRequests",
    "django.middleware.security.SecurityMiddleware",
    "leadpact.web.headers.SecureHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "leadpact.web.shell.shell",
            ],
        },
    },
]
ROOT_URLCONF = "leadpact.urls"
WSGI_APPLICATION = "leadpact.wsgi.application"
AUTH_USER_MODEL = "ledger.Person"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
CSRF_FAILURE_VIEW = "leadpact.web.door.too_old"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

_smtp = urlsplit(os.environ.get("LEADPACT_SMTP_URL", ""))
MAIL_IS_SET = bool(_smtp.hostname)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if MAIL_IS_SET else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = _smtp.hostname or ""
EMAIL_PORT = _smtp.port or 25
EMAIL_HOST_USER = unquote(_smtp.username or "")
EMAIL_HOST_PASSWORD = unquote(_smtp.password or "")
EMAIL_USE_SSL = _smtp.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("LEADPACT_MAIL_FROM", "leadpact@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"leadpact": {"level": "INFO"}},
}

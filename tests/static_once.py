"""The static files are found once: each client of each test starts the middleware anew, which would find them anew."""

from whitenoise.middleware import WhiteNoiseMiddleware

_find = WhiteNoiseMiddleware.add_files_from_finders
_found: dict = {}
"""By the prefix they are served under and how long they may be kept: the files by address."""


def keep_static():
    """Give each middleware the files that the first one with its settings found; what serves them holds no state."""
    WhiteNoiseMiddleware.add_files_from_finders = _from_first


def _from_first(middleware):
    key = (middleware.static_prefix, middleware.max_age)
    if key not in _found:
        _find(middleware)
        _found[key] = dict(middleware.files)
    middleware.files.update(_found[key])

"""The statement of what is recorded of people fits on two sheets of A4."""

import re

import pytest

from tests.company import PASSWORD
from tests.journeys.test_pages_look import MAIL_OF, acme  # noqa: F401 - a fixture of theirs

pytestmark = pytest.mark.browser


def test_the_statement_prints_on_two_pages(acme, visit):  # noqa: F811 - a fixture
    visitor = visit(acme).sign_in(MAIL_OF["marketing_head"], PASSWORD)
    visitor.page.goto("/pact/1/statement/")
    paper = visitor.page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2

"""Fills a fresh installation with the small test company, one salesperson and no leads."""

import time


def main():
    import django

    django.setup()
    from leadpact.connectors import pact_file
    from leadpact.operations import people
    from tests.company import company

    text = (
        pact_file.starter()
        .replace("least: {fit: 20, intent: 10}", "least: {fit: 20}")
        .replace("points: 60", "points: 20")
    )
    acme = company(int(time.time()) - 3600, text=text)
    people.leave(actor=acme.actor("operator"), person_id=acme.people["other"].pk)


if __name__ == "__main__":
    main()

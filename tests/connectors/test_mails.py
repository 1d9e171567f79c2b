"""Mails as they come: who wrote to whom, what is forwarded or automatic, and nothing malformed crashes."""

import contextlib
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leadpact.connectors.mails import LARGEST, WORDS_MOST, Mail, NotAMail, Writer, read

PLAIN = b"""From: =?utf-8?q?J=C3=BCrgen_K=C3=B6hler?= <Jurgen@Buyer.example>\r
To: "Sales, Acme" <sales@acme.example>, ana@acme.example\r
Cc: ana@acme.example\r
Subject: =?utf-8?b?QW5nZWJvdCBmw7xyIDQwIFBsw6R0emU=?=\r
Date: Tue, 02 Jun 2026 10:15:00 +0200\r
Message-ID: <abc@buyer.example>\r
\r
Hello Ana,\r
how much are   40 seats?\r
"""


def made(text="Hello", *, sender="j@buyer.example", subject="Hi", **headers):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "sales@acme.example", subject
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def taken(mail):
    return read(mail.as_bytes(policy=SMTP))


def test_who_wrote_to_whom_and_when():
    found = read(PLAIN)
    assert found == Mail(
        key=found.key, sent_s=1780388100, sender=Writer("jurgen@buyer.example", "Jürgen Köhler"),
        to=(Writer("sales@acme.example", "Sales, Acme"), Writer("ana@acme.example", "")),
        subject="Angebot für 40 Plätze", words="Hello Ana, how much are 40 seats?", apart="", forwarded=None,
    )  # fmt: skip
    assert (len(found.key), "abc" in found.key) == (32, False)


def test_the_same_mail_has_the_same_key_and_another_has_another():
    first, again = read(PLAIN), read(PLAIN.replace(b"how much", b"How much"))
    assert first.key == again.key  # Its Message-ID is its name, whatever a server did to the text.
    other = read(PLAIN.replace(b"abc@", b"abd@"))
    nameless = PLAIN.replace(b"Message-ID: <abc@buyer.example>\r\n", b"")
    assert len({first.key, other.key, read(nameless).key, read(nameless.replace(b"40 seats", b"50 seats")).key}) == 4


@pytest.mark.parametrize(
    ("headers", "apart"),
    [
        ({}, ""),
        ({"Auto_Submitted": "no"}, ""),
        ({"Auto_Submitted": "auto-replied"}, "automatic"),
        ({"Precedence": "auto_reply"}, "automatic"),
        ({"X_Autoreply": "yes"}, "automatic"),
        ({"Precedence": "bulk"}, "list"),
        ({"List_Id": "news <news.buyer.example>"}, "list"),
        ({"sender": "MAILER-DAEMON@buyer.example"}, "bounce"),
        ({"sender": "no-reply@buyer.example"}, "automatic"),
        ({"sender": "nora.reply@buyer.example"}, ""),
        ({"X_Failed_Recipients": "x@buyer.example"}, "bounce"),
    ],
)
def test_what_nobody_wrote_by_hand_is_recognised(headers, apart):
    assert taken(made(**headers)).apart == apart


@pytest.mark.parametrize(
    ("subject", "text", "who"),
    [
        ("Fwd: Price", "See below\n\nFrom: Nadia Roy <Nadia@Buyer.example>\nDate: today\n", Writer("nadia@buyer.example", "Nadia Roy")),
        ("WG: Preis", "> Von: Nadia Roy [mailto:nadia@buyer.example]\n> Gesendet: heute", Writer("nadia@buyer.example", "Nadia Roy")),
        ("FW: Price", "*From:* nadia@buyer.example\n", Writer("nadia@buyer.example", "")),
        ("TR: Prix", "De : Nadia Roy <nadia@buyer.example>\n", Writer("nadia@buyer.example", "Nadia Roy")),
        ("Fwd: Price", "From: nobody\n", None),
        ("Re: Price", "From: Nadia Roy <nadia@buyer.example>", None),
    ],
)  # fmt: skip
def test_who_wrote_a_forwarded_mail_is_found(subject, text, who):
    assert taken(made(text, subject=subject)).forwarded == who


def test_a_mail_that_is_attached_says_itself_who_wrote_it():
    outer = made("Please see", subject="for you")
    outer.add_attachment(made("What does it cost?", sender="Nadia <nadia@buyer.example>"))
    found = taken(outer)
    assert (found.forwarded, found.words) == (Writer("nadia@buyer.example", "Nadia"), "Please see")


def test_a_mail_of_nothing_but_markup_is_read_as_text():
    mail = made()
    mail.set_content("<html><head><style>p{}</style></head><p>40&nbsp;seats?<br>Ana", subtype="html")
    assert taken(mail).words == "40 seats? Ana"


def test_attachments_are_not_read_and_long_texts_are_cut():
    mail = made("x" * 5_000)
    mail.add_attachment(b"secret", maintype="text", subtype="plain", filename="notes.txt")
    assert taken(mail).words == "x" * WORDS_MOST


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "no line From:"),
        (b"\xff\xd8\xff\xe0 a photo", "no line From:"),
        (b"From: nobody\r\n\r\nHello", "no line From:"),
        (b"x" * (LARGEST + 1), "at most 25,000,000"),
    ],
)
def test_what_is_no_mail_is_refused_in_words(raw, says):
    with pytest.raises(NotAMail, match=says):
        read(raw)


HEADERS = st.sampled_from(
    ["From", "To", "Cc", "Subject", "Date", "Message-ID", "Content-Type", "Content-Transfer-Encoding", "MIME-Version", "Auto-Submitted"]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=60),
    st.sampled_from([
        "a@b.example", "=?utf-8?b?!!!?=", "=?nope?q?x?=", "multipart/mixed; boundary=b", "text/html; charset=nope",
        "message/rfc822", "base64", "quoted-printable", 'multipart/report; report-type="', "x-uuencode", "a <a@b", '"a',
        "Tue, 99 Jun 2026 10:15:00 +9999", "multipart/mixed; boundary*0*=utf-8'';",
    ]),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(HEADERS, VALUES), max_size=8), st.binary(max_size=300))
@example(
    [("From", "a@b.example"), ("Content-Type", "multipart/mixed; boundary=b")],
    b"--b\r\nContent-Type: message/rfc822\r\n\r\n--b--",
)
@example(
    [("From", "a@b.example"), ("Content-Type", "text/plain; charset*=x'y"), ("Content-Transfer-Encoding", "base64")],
    b"=\xff",
)
def test_no_mail_crashes_the_reader(headers, body):
    raw = "\r\n".join(f"{name}: {value}" for name, value in headers).encode("utf-8", "replace") + b"\r\n\r\n" + body
    try:
        found = read(raw)
    except NotAMail:
        return
    assert found.sender.address.count("@") == 1
    assert len(found.words) <= WORDS_MOST
    assert all(sign.isprintable() for sign in found.subject)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(raw):
    with contextlib.suppress(NotAMail):
        read(b"From: a@b.example\r\n" + raw)

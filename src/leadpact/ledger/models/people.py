"""Teams, the people in them, when they work, and the keys of other systems."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Company(models.Model):
    """The one company this ledger belongs to; its zone dates the facts."""

    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=60, default="UTC")
    country = models.CharField(max_length=10, blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    is_demo = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)


class Team(models.Model):
    """A team on one side of the hand-off."""

    name = models.CharField(max_length=100)
    side = models.CharField(max_length=10, choices=[("marketing", "Marketing"), ("sales", "Sales")])


class PeopleManager(BaseUserManager["Person"]):
    """Finds and makes people; e-mail addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **values: object) -> Person:
        """Make a person who may sign in with the password, or none yet."""
        person = self.model(email=email.strip().lower(), **values)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        """Sign-in is by e-mail, whatever its case."""
        return self.get(email=(username or "").strip().lower())


ROLES = ["marketer", "salesperson", "marketing_head", "sales_head", "operator", "reader"]


class Person(AbstractBaseUser):
    """Somebody of the company, or somebody brought in with history (``can_sign_in`` false)."""

    email = models.CharField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=[(r, r) for r in ROLES], default="reader")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    manager = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="reports")
    zone = models.CharField(max_length=60, blank=True, help_text="Empty: the pact's zone.")
    country = models.CharField(max_length=10, blank=True, help_text="Country or country-region of the holidays.")
    languages = models.CharField(max_length=100, blank=True, help_text="Language codes, comma separated.")
    regions = models.CharField(max_length=200, blank=True, help_text="Regions or countries served, comma separated.")
    accounts = models.CharField(max_length=500, blank=True, help_text="Named accounts, comma separated ids.")
    capacity = models.PositiveIntegerField(null=True, blank=True, help_text="Leads per period; empty: the pact's.")
    is_active = models.BooleanField(default=True)
    can_sign_in = models.BooleanField(default=True)
    source_system = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PeopleManager] = PeopleManager()

    class Meta:
        constraints: ClassVar = [
            # Which person is this one of the other system?
            models.UniqueConstraint(
                fields=["source_system", "external_id"], condition=~models.Q(external_id=""), name="person_external"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def side(self) -> str:
        """The side of the hand-off the person stands on: marketing, sales, or system for neither."""
        if self.role.startswith("market"):
            return "marketing"
        return "sales" if self.role.startswith("sales") else "system"


class Hours(models.Model):
    """A person's working week from a day on; before the first one the pact's hours hold."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="hours")
    from_on = models.DateField()
    week = models.CharField(max_length=300)

    class Meta:
        # Which hours hold from this day on?
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "from_on"], name="hours_once_a_day")]


class Absence(models.Model):
    """Days, both included, on which a person does not work and gets no leads."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    from_on = models.DateField()
    until_on = models.DateField()


class HolidayYear(models.Model):
    """Public holidays of a country or region in one year, as they were known when first needed.

    ``full`` and ``half`` are lists of ISO dates. Kept here so that a deadline computed again stays the same.
    """

    code = models.CharField(max_length=10)
    year = models.IntegerField()
    name = models.CharField(max_length=100)
    is_known = models.BooleanField(default=True)
    full = models.JSONField(default=list)
    half = models.JSONField(default=list)

    class Meta:
        # Which days are off here in this year?
        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "year"], name="holiday_year")]


class ApiKey(models.Model):
    """A key for another system: only its digest is kept; ``scopes`` are comma separated."""

    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    scopes = models.CharField(max_length=200)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

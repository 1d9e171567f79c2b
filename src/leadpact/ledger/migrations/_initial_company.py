"""The first tables of the company: who works there, when, and what other systems may do."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Account",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("name", models.CharField(max_length=300)),
            ("key", models.CharField(max_length=300, unique=True)),
            ("owner_id", models.BigIntegerField(null=True)),
            ("values", models.JSONField(default=dict)),
        ],
    ),
    migrations.CreateModel(
        name="Company",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("name", models.CharField(max_length=200)),
            ("zone", models.CharField(default="UTC", max_length=60)),
            ("country", models.CharField(blank=True, max_length=10)),
            ("currency", models.CharField(default="EUR", max_length=3)),
            ("is_demo", models.BooleanField(default=False)),
            ("made_at", models.DateTimeField(auto_now_add=True)),
        ],
    ),
    migrations.CreateModel(
        name="ImportRun",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("file_name", models.CharField(max_length=300)),
            ("shape", models.CharField(max_length=20)),
            ("started_s", models.BigIntegerField()),
            ("ended_s", models.BigIntegerField(null=True)),
            ("by_id", models.BigIntegerField(null=True)),
            ("counts", models.JSONField(default=dict)),
            ("rejects_file", models.CharField(blank=True, max_length=500)),
        ],
    ),
    migrations.CreateModel(
        name="Team",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("name", models.CharField(max_length=100)),
            ("side", models.CharField(choices=[("marketing", "Marketing"), ("sales", "Sales")], max_length=10)),
        ],
    ),
    migrations.CreateModel(
        name="Person",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("password", models.CharField(max_length=128, verbose_name="password")),
            ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
            ("email", models.CharField(max_length=254, unique=True)),
            ("name", models.CharField(max_length=200)),
            (
                "role",
                models.CharField(
                    choices=[
                        ("marketer", "marketer"),
                        ("salesperson", "salesperson"),
                        ("marketing_head", "marketing_head"),
                        ("sales_head", "sales_head"),
                        ("operator", "operator"),
                        ("reader", "reader"),
                    ],
                    default="reader",
                    max_length=20,
                ),
            ),
            ("zone", models.CharField(blank=True, help_text="Empty: the pact's zone.", max_length=60)),
            (
                "country",
                models.CharField(blank=True, help_text="Country or country-region of the holidays.", max_length=10),
            ),
            (
                "languages",
                models.CharField(blank=True, help_text="Language codes, comma separated.", max_length=100),
            ),
            (
                "regions",
                models.CharField(blank=True, help_text="Regions or countries served, comma separated.", max_length=200),
            ),
            (
                "accounts",
                models.CharField(blank=True, help_text="Named accounts, comma separated ids.", max_length=500),
            ),
            (
                "capacity",
                models.PositiveIntegerField(blank=True, help_text="Leads per period; empty: the pact's.", null=True),
            ),
            ("is_active", models.BooleanField(default=True)),
            ("can_sign_in", models.BooleanField(default=True)),
            ("source_system", models.CharField(blank=True, max_length=60)),
            ("external_id", models.CharField(blank=True, max_length=200)),
            ("joined_at", models.DateTimeField(auto_now_add=True)),
            (
                "manager",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.SET_NULL,
                    related_name="reports",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "team",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="people",
                    to="ledger.team",
                ),
            ),
        ],
    ),
    migrations.CreateModel(
        name="Absence",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("from_on", models.DateField()),
            ("until_on", models.DateField()),
            (
                "person",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="absences",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
        ],
    ),
    migrations.CreateModel(
        name="ApiKey",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("name", models.CharField(max_length=100)),
            ("digest", models.CharField(max_length=64, unique=True)),
            ("hint", models.CharField(max_length=12)),
            ("scopes", models.CharField(max_length=200)),
            ("made_at", models.DateTimeField(auto_now_add=True)),
            ("last_used_at", models.DateTimeField(null=True)),
            ("revoked_at", models.DateTimeField(null=True)),
            (
                "made_by",
                models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL),
            ),
        ],
    ),
    migrations.CreateModel(
        name="Hours",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("from_on", models.DateField()),
            ("week", models.CharField(max_length=300)),
            (
                "person",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="hours", to=settings.AUTH_USER_MODEL
                ),
            ),
        ],
        options={
            "constraints": [models.UniqueConstraint(fields=("person", "from_on"), name="hours_once_a_day")],
        },
    ),
    migrations.AddConstraint(
        model_name="person",
        constraint=models.UniqueConstraint(
            condition=models.Q(("external_id", ""), _negated=True),
            fields=("source_system", "external_id"),
            name="person_external",
        ),
    ),
]

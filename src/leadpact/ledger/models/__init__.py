"""Every table of the product."""

from leadpact.ledger.models.duplicates import CompanyPair, DuplicatePair, LookedThrough
from leadpact.ledger.models.facts import FactRow, PersonValue
from leadpact.ledger.models.forgotten import ForgottenMark
from leadpact.ledger.models.forms import CaptureForm, HeldEntry
from leadpact.ledger.models.imports import ImportBatch, ImportMemory, ImportRun
from leadpact.ledger.models.leads import Account, Asset, Clock, Deal, HandOff, Lead, LeadKey
from leadpact.ledger.models.mails import MailIn
from leadpact.ledger.models.pacts import PactComment, PactDraft, PactRevision, PactVersion
from leadpact.ledger.models.people import Absence, ApiKey, Company, HolidayYear, Hours, Person, Team
from leadpact.ledger.models.retention import ExpiringLead, RetentionRun
from leadpact.ledger.models.visits import RefusedEvent, Visit, Visitor, WriteKey
from leadpact.ledger.models.work import Job, MeasureResult, Notice

__all__ = [
    "Absence",
    "Account",
    "ApiKey",
    "Asset",
    "CaptureForm",
    "Clock",
    "Company",
    "CompanyPair",
    "Deal",
    "DuplicatePair",
    "ExpiringLead",
    "FactRow",
    "ForgottenMark",
    "HandOff",
    "HeldEntry",
    "HolidayYear",
    "Hours",
    "ImportBatch",
    "ImportMemory",
    "ImportRun",
    "Job",
    "Lead",
    "LeadKey",
    "LookedThrough",
    "MailIn",
    "MeasureResult",
    "Notice",
    "PactComment",
    "PactDraft",
    "PactRevision",
    "PactVersion",
    "Person",
    "PersonValue",
    "RefusedEvent",
    "RetentionRun",
    "Team",
    "Visit",
    "Visitor",
    "WriteKey",
]

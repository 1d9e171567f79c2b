"""What the columns of a CRM's export mean, told by their headings, whichever system wrote them.

Headings are compared without signs, capitals and the prefixes and endings that systems add: ``Deal - Won time``,
``property_hs_lead_status`` and ``LEADSOURCE`` are found as ``wontime``, ``hsleadstatus`` and ``leadsource``. Some
mean another thing in a file of leads than in one of deals or activities, so the kind of the file is found first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

FileKind = Literal["leads", "deals", "activities"]
MEANINGS: dict[str, str] = {
    "id": "the row's own id",
    "email": "e-mail address",
    "phone": "phone number",
    "company": "company",
    "name": "a person's whole name",
    "first_name": "first name",
    "last_name": "last name",
    "created": "when the lead or deal began",
    "source": "where the lead came from",
    "campaign": "campaign, form or landing page",
    "score": "points that marketing gives",
    "good": "stage, rating or flag by which marketing calls a lead good",
    "good_at": "when marketing called it good",
    "status": "status that sales gives a lead",
    "cost": "what the lead cost",
    "first_contact": "when sales first reached out",
    "times_contacted": "how often sales reached out",
    "activity": "kind of contact (call, mail, meeting)",
    "activity_at": "when the contact was",
    "activity_done": "whether the contact took place",
    "stage": "stage or status of a deal",
    "is_won": "whether a deal is won",
    "is_closed": "whether a deal is closed",
    "closed": "when a deal was closed",
    "amount": "what a deal is worth",
    "currency": "the currency of that",
    "reason": "why a deal or lead was lost",
    "deleted": "whether the row was deleted",
}
"""What a column can mean, by the name that people may give it with an option."""
_SEVERAL = frozenset(("email", "phone", "activity", "stage", "closed", "name"))
"""Meanings that several columns of a file may share."""
_ALWAYS: dict[str, str] = {
    "id": "id recordid leadid contactid dealid opportunityid externalid mqlid hsobjectid vid pipedrivesystemid "
    "systemid canonicalvid contactrecordid uuid guid leadnumber prospectid crmid kontaktid zohoid",
    "email": "email emailaddress mail emailwork emailhome emailprivate workemail businessemail primaryemail "
    "secondaryemail email1 email2 contactemail emailfrom emailnormalized epost courriel correo personemail",
    "phone": "phone phonenumber mobilephonenumber mobile mobilephone telephone tel telefon telefonnummer handy "
    "phonework phonemobile phonehome workphone contactphone homephone telephone1 mobilnummer",
    "company": "company companyname companyaccount account accountname organization organizationname organisation "
    "associatedcompany associatedcompanyprimary firma unternehmen societe entreprise empresa partnername customer "
    "inferredcompany employer accountcompany",
    "name": "fullname contactname contactperson personname leadname contactfullname displayname name contact person "
    "lead",
    "first_name": "firstname givenname vorname prenom forename personfirstname",
    "last_name": "lastname surname familyname nachname nom personlastname",
    "source": "source leadsource originalsource originalsourcetype hsanalyticssource origin utmsource firstsource "
    "acquisitionsource quelle herkunft channel marketingchannel analyticssource leadorigin latestsource sourcename",
    "campaign": "campaign campaignname utmcampaign landingpage landingpageid leadsourcedetail campaignid form "
    "formname kampagne originalsourcedrilldown1 firstconversioneventname program programname",
    "score": "score leadscore hubspotscore points actonleadscore piscore behaviorscore marketoscore leadscoretotal "
    "engagementscore fitscore relativescore predictivescore hubspotpredictivescore",
    "good": "lifecyclestage lifecycle rating mql ismql marketingqualified qualified isqualified leadgrade grade "
    "leadstage contactstage qualification leadquality",
    "good_at": "becameamarketingqualifiedleaddate hslifecyclestagemarketingqualifiedleaddate mqldate mqlat "
    "marketingqualifieddate dateenteredmarketingqualifiedleadlifecyclestagepipeline",
    "status": "leadstatus hsleadstatus status contactstatus leadstate",
    "cost": "cost leadcost costperlead spend adspend acquisitioncost kosten costs cpl",
    "first_contact": "firstcontacted datefirstcontacted firstcall firstcallat firstcalldate firstcalledat "
    "firsttouchbysales firstoutreach firstoutreachdate firstresponse firstresponsedate firstresponseat "
    "hsfirstoutreachdate hssalefirstengagementdate dateoffirstengagement hssalesfirstengagementdate firstreply "
    "firstsalesactivity firstcontactbysales erstkontakt firstactivitydate dateoffirstoutreach firstcontactedat "
    "dateopen calledat",
    "times_contacted": "timescontacted numberoftimescontacted numcontactednotes calls callattempts attempts "
    "numberofsalesactivities numberofcalls numbercalls contactattempts",
    "is_won": "iswon won hsisclosedwon isclosedwon",
    "is_closed": "isclosed hsisclosed",
    "amount": "amount dealvalue value expectedrevenue amountincompanycurrency dealamount opportunityamount betrag "
    "umsatz montant importe revenue plannedrevenue valeur",
    "currency": "currency dealcurrency currencyofvalue dealcurrencyofvalue currencyisocode dealcurrencycode "
    "amountcurrency wahrung waehrung",
    "reason": "closedlostreason lostreason lossreason reasonlost hsclosedlostreason unqualifiedreason reason "
    "reasonforloss dealclosedlostreason verlustgrund disqualificationreason",
    "deleted": "isdeleted deleted fivetrandeleted isdealdeleted",
}
_OF: dict[FileKind, dict[str, str]] = {
    "leads": {
        "created": "createdate createddate createdat created createdon creationdate datecreated dateadded "
        "dateidentified firstcontactdate leadcreateddate leaddate signupdate registeredat capturedat addtime "
        "erstelltam angelegtam firstseen receivedat inquirydate dateofenquiry enquirydate hscreatedate",
        "closed": "converteddate convertdate",
    },
    "deals": {
        "created": "createdate createddate createdat created createdon creationdate datecreated addtime dealcreated "
        "opened openedat opendate erstelltam dealcreateddate hscreatedate",
        "stage": "stage dealstage stagename dealstagepipeline status dealstatus dealpipelinestageid "
        "opportunitystage state phase etape etapa outcome result hsdealstagelabel dealstagelabel stagepipeline "
        "forecastcategoryname",
        "closed": "closedate closeddate closedat closed wondate wontime wonat wonon losttime lostdate lostat "
        "lostclosedate dateclosed abschlussdatum closedwondate hscloseddate closedlostdate actualclosedate",
        "first_contact": "firstcontactdate",
        "status": "",
        "name": "contactperson contactname person personname leadname contactfullname fullname contact",
    },
    "activities": {
        "activity": "activitytype type subject activitysubject tasksubtype engagementtype eventsubtype tasktype "
        "hstasktype calltype channel betreff tasksubject category kind",
        "activity_at": "date activitydate activitydatetime duedate activityduedate timestamp hstimestamp "
        "startdatetime starttime createddate createdate createdat completeddatetime calldate datum completedat "
        "occurredat duedateonly",
        "activity_done": "status activitystatus done isdone taskstatus callstatus state isclosed markedasdone",
        "status": "",
        "name": "contact lead name contactname leadname fullname contactperson whoname person personname",
    },
}
_PREFIX = re.compile(
    r"^(?:property|properties|deal|person|organization|organisation|activity|contact|lead|opportunity)$"
)
_DEAL_WORDS = (
    "amount dealstage stagename dealname opportunityname dealvalue wontime losttime expectedrevenue iswon wondate "
    "opportunity closedate sellerid closedlostreason dealpipelinestageid dealtitle dealstatus forecastcategory "
    "dealid"
)
_DEAL_SIGNS = frozenset(_DEAL_WORDS.split())
_ACTIVITY_WORDS = (
    "subject activitydate activitytype activitysubject tasksubtype whoid calltype callduration duedate engagementid "
    "activityduedate engagementtype taskstatus assigned task calldisposition activitydatetime calldate"
)
_ACTIVITY_SIGNS = frozenset(_ACTIVITY_WORDS.split())
_MARKETING_WORDS = (
    "lifecyclestage leadsource originalsource utmsource utmcampaign score leadscore points campaign landingpageid "
    "landingpage source origin mql jobtitle preferredlocale"
)
_MARKETING_SIGNS = frozenset(_MARKETING_WORDS.split())
_NO_ID_WORDS = "paid valid invalid fluid covid phonenumber mobilephonenumber faxnumber accountnumber"
_NO_ID = frozenset(_NO_ID_WORDS.split())


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a file, its kind, and the places of columns by what they mean; ``ids`` hold ids of any sort."""

    headings: tuple[str, ...]
    kind: FileKind
    means: Mapping[str, tuple[int, ...]]
    ids: tuple[int, ...]
    marketing_signs: int = field(default=0)

    def first(self, meaning: str) -> int | None:
        """The place of the first column with a meaning."""
        return next(iter(self.means.get(meaning, ())), None)

    def heading(self, place: int) -> str:
        """The heading at a place."""
        return self.headings[place]

    @property
    def known(self) -> frozenset[int]:
        """The places of all columns that mean something here."""
        return frozenset(place for places in self.means.values() for place in places) | frozenset(self.ids)


def compact(heading: str) -> str:
    """A heading as it is compared: its letters and digits, without accents and a custom field's ending."""
    bare = unicodedata.normalize("NFKD", heading.strip().removeprefix("\ufeff")).casefold()
    bare = re.sub(r"__?c$", "", bare)
    return "".join(sign for sign in bare if sign.isalnum())


def spellings(heading: str) -> tuple[str, ...]:
    """The ways in which a heading may be known: whole, and without the kind of record before it."""
    parts = [part for part in re.split(r"[^\w]+|_", heading.strip()) if part]
    whole = compact(heading)
    found = [whole]
    while len(parts) > 1 and _PREFIX.match(compact(parts[0])):
        parts = parts[1:]
        found.append(compact("".join(parts)))
    return tuple(dict.fromkeys(found))


def kind_of(headings: Iterable[str]) -> FileKind:
    """Whether rows are leads, deals or activities."""
    names = {spelling for heading in headings for spelling in spellings(heading)}
    deals, activities = len(names & _DEAL_SIGNS), len(names & _ACTIVITY_SIGNS)
    if activities > deals and (activities >= 2 or "engagementid" in names):
        return "activities"
    return "deals" if deals >= 2 or (deals == 1 and not names & {"firstname", "lastname", "leadsource"}) else "leads"


def recognise(headings: Iterable[str], given: Mapping[str, str] | None = None) -> Columns:
    """What each column means. ``given`` says it by the heading for some meanings, whatever the headings tell.

    Raises ``NoSuchColumn`` when a given heading is not there, or a meaning is not known.
    """
    heads = tuple(headings)
    kind = kind_of(heads)
    means: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    for meaning, heading in (given or {}).items():
        place = _given(heads, meaning, heading)
        means[meaning] = (place,)
        taken.add(place)
    spelled = [spellings(heading) for heading in heads]
    for meaning in MEANINGS:
        if meaning not in means:
            places = _found(meaning, kind, spelled, taken)
            if places:
                means[meaning] = places
                taken.update(places)
    names = {spelling for each in spelled for spelling in each}
    ids = tuple(place for place, each in enumerate(spelled) if is_id(heads[place], each))
    return Columns(heads, kind, means, ids, len(names & _MARKETING_SIGNS))


class NoSuchColumn(ValueError):
    """An option names a column that the file does not have, or a meaning that nothing has; the message lists them."""


def _given(heads: tuple[str, ...], meaning: str, heading: str) -> int:
    if meaning not in MEANINGS:
        raise NoSuchColumn(f"{meaning!r} is nothing that a column can mean. Columns can mean: {', '.join(MEANINGS)}.")
    own = [place for place, head in enumerate(heads) if head == heading or compact(head) == compact(heading)]
    if not own:
        raise NoSuchColumn(f"There is no column {heading!r}. The columns are: {', '.join(heads)}.")
    return own[0]


def _found(meaning: str, kind: FileKind, spelled: list[tuple[str, ...]], taken: set[int]) -> tuple[int, ...]:
    """The places of a meaning's columns, in the order of its names; one unless several may share it."""
    own = _OF[kind].get(meaning)
    names = (own if own is not None else _ALWAYS.get(meaning, "")).split()
    rank = {name: place for place, name in enumerate(names)}
    found = sorted(
        (min(rank[one] for one in each if one in rank), place)
        for place, each in enumerate(spelled)
        if place not in taken and any(one in rank for one in each)
    )
    places = tuple(place for _, place in found)
    several = meaning in _SEVERAL and (meaning != "name" or kind == "activities")
    return places if several else places[:1]


def is_id(heading: str, spelled: tuple[str, ...]) -> bool:
    """Whether a column holds ids, of whatever."""
    if spelled[0] in _NO_ID:
        return False
    last = re.split(r"[\s_\-/]+", heading.strip().lower())[-1]
    return last in {"id", "ids", "vid", "guid", "uuid", "key"} or bool(
        re.search(r"(?:[a-z]ID|Id|IDs|Ids|ID)$", heading.strip())
    )

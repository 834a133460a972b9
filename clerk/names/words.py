"""The words that titles, honours, particles and posts are made of, and those no name is."""

import re

from clerk.patterns import LatePattern


def _words(line: str) -> list[str]:
    """The words of a table below, kept in lines that can be read."""
    return line.split()


_MARITAL = r"Mr|Mrs|Miss|Ms|Mx|Mme|Mlle"
CIVIC = r"Cllr|Clr|Councillor|Cyng|Cynghorydd|Ald|Alderman|Alderwoman"
_LEARNED = r"Dr|Doctor|Prof|Professor|Rev|Revd|Reverend|Sir|Dame"
SURE_TITLE = rf"(?:{_MARITAL}|{CIVIC}|{_LEARNED})"
"""Titles that are hardly ever a surname, so that one after a name begins another person."""

RANK = (
    r"Lord|Lady|Baroness|Baron|Viscount|Viscountess|Earl|Countess|Hon|Honourable|Rt|Right|Canon|"
    r"Father|Fr|Bishop|Archdeacon|Rabbi|Imam|Pastor|Sister|Brother|Judge|HHJ|Justice|Chief|Acting|"
    r"Inspector|Insp|Superintendent|Supt|Sergeant|Sgt|Constable|PC|PS|DCI|Captain|Capt|Major|Maj|"
    r"Colonel|Col|Lieutenant|Lt|Brigadier|General|Commander|Cdr|Wing|Squadron|Group|Commodore|"
    r"Admiral|Mayor|Provost|Bailie|Vice|Very|Most|Venerable|Ven|Madam"
)
"""Titles that are surnames too."""
BODY = r"County|Borough|District|City|Town|Parish|Community|Lord|Deputy|Honorary|Hon"
TITLE_WORD = LatePattern(rf"(?:{SURE_TITLE}|{RANK}|County|Borough|District|Parish)\.?", re.I)
"""One word of a title; some are surnames too, so what follows decides."""
PAIRED = {
    "rt": {"hon", "rev", "revd", "reverend"},
    "right": {"hon", "honourable", "rev", "revd", "reverend"},
    "chief": {"inspector", "insp", "superintendent", "supt", "constable"},
    "acting": {"inspector", "chief", "sergeant", "superintendent"},
    "wing": {"commander", "cdr"},
    "squadron": {"leader"},
    "group": {"captain", "capt"},
    "vice": {"admiral"},
    "very": {"rev", "revd", "reverend"},
    "most": {"rev", "revd", "reverend"},
    "county": {"councillor", "cllr", "alderman"},
    "borough": {"councillor", "cllr"},
    "district": {"councillor", "cllr"},
    "parish": {"councillor", "cllr"},
}
"""Words that are a title only before one of these."""
STYLE_OF_RESPECT = LatePattern(r"^(?:The )?(?:Rt\.?|Right) Hon(?:\.|ourable)? (?=\w)")

"""What a short form of the name leaves out."""

PLURAL_TITLE = LatePattern(
    r"(?:Cyng\.?\s*/\s*)?(?P<title>(?:(?:County|Borough|District|City|Town|Parish|Community)\s+)?"
    r"(?:Councillors|Cllrs|Clrs|Aldermen)|Messrs|Drs|Misses|Mesdames)\b\.?\s*:?-?\s*",
    re.I,
)
"""A title that governs the names behind it, with what stands between."""
SINGULAR = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "clrs": "Clr",
    "aldermen": "Alderman",
    "messrs": "Mr",
    "drs": "Dr",
    "misses": "Miss",
    "mesdames": "Mrs",
}

_KNOWN_HONOURS = _words(
    "KG KT LG LT GCB KCB DCB CB OM GCMG KCMG DCMG CMG GCVO KCVO DCVO CVO LVO MVO GBE KBE DBE CBE "
    "OBE MBE BEM RVM CH VC GC DSO DSC MC DFC AFC DCM CGC QPM KPM QFSM KFSM QAM QVRM TD VR RD VRD "
    "CD JP DL VL MP MEP MSP MLA MS AM KC QC PC SC ED Bt Bart Esq KStJ OStJ CStJ MStJ DStJ FRS FBA "
    "FRSA FRICS MRICS FCA ACA FCCA FCMA CPFA FCIS ACIS MRTPI FRTPI FRIBA RIBA FCIH FRCS FRCP FRCGP "
    "FRGS FLS PhD DPhil MPhil MA BA BSc MSc BEd MEd MBA LLB LLM BCL DBA MD MBBS MBChB RGN RN Rtd"
)
HONOUR = LatePattern(
    r"(?:" + "|".join(_KNOWN_HONOURS) + r"|(?:[A-Z]\.){2,5}|[A-Z]{3,6})(?:\s?\(\w+\))?\.?"
)
"""What an honour behind a comma looks like: known ones, and letters of degrees and bodies."""
SURE_HONOUR = LatePattern(r"(?:" + "|".join(_KNOWN_HONOURS) + r"|[MOCDK]\.?B\.?E\.|J\.P\.|D\.L\.)")
"""What is an honour even without a comma before it."""

PARTICLES = set(
    _words(
        "van der den de la le les du des von zu zur zum del della dela di da das do dos ten ter te "
        "af av 't t st ap ab ferch bin ibn binti al el ul of y mac mc fitz"
    )
)
CAPITAL_PARTICLES = {"Van", "Von", "De", "Du", "La", "Le", "Del", "Des", "Dos", "Den", "Der"}
CAPITAL_PARTICLES |= {"Ter", "Ten", "St", "St.", "Ste", "Mac", "Mc", "Fitz", "O", "Ap", "Ab"}
AFTER_SURNAME = LatePattern(r"(?:Jnr|Jr|Snr|Sr|Junior|Senior|II|III|IV)\.?")

LETTER = r"[^\W\d_]"
POST = LatePattern(
    r"\b(?:"
    r"Director|Officer|Clerk|Head|Manager|Chief|Executive|Solicitor|Secretary|Treasurer|"
    r"Leader|Member|Councillor|Chairman|Chair|Chairperson|Vice|Deputy|Assistant|Principal|"
    r"Senior|Lead|Adviser|Advisor|Auditor|Accountant|Engineer|Planner|Surveyor|Co-?ordinator|"
    r"Inspector|Representative|Rep|Services?|Team|Partner|Registrar|Governor|Headteacher|"
    r"Headmaster|Headmistress|Consultant|Supervisor|Administrator|Monitoring|Corporate|"
    r"Democratic|Committee|Legal|Portfolio|Ward|Mayor|Trainee|Interim|Acting|Analyst|"
    r"Specialist|Strategic|Finance|Police|Support|Convener"
    r")\b",
    re.I,
)
"""A word that posts are made of."""

NOT_NAMES = set(
    _words(
        "absent academies academy accepted access accounts acquisition act adjournment "
        "admissions adult adults agency agenda agreed also and announcement announcements "
        "annual any apologies apology appendix appointment appointments approved april archive "
        "area areas assessments attendance audit august authority award background board budget "
        "building bus business cabinet capital care centre chair chairman chairperson chamber "
        "cheques chief children childrens city clerk closure commissioning committee "
        "communications communities community confidential conservative consultation "
        "consultations contract contracts core corporate correspondence costs council "
        "councillors county crime customer customers data date dates december decision "
        "decisions declaration declarations democratic department deputation deputations deputy "
        "details development director disability disposal district economic education election "
        "emergency environment exclusion executive exempt external february finance flood for "
        "forum forward framework friday fund future general given governance government "
        "governors group guidance health highways human independent information interest "
        "interests internal introduction investment issue issues item items january july june "
        "key labour lead leader learners learning lease legal liberal libraries library local "
        "management manager matters meeting meetings member members membership mental minute "
        "minute-taker minutes monday monitoring motion national needs new next nil none noted "
        "notes november october of officer officers older open options other outturn overview "
        "panel parenting parish part partnership partnerships party payments pension pensions "
        "people performance petition petitions places plan planning plans please police policy "
        "present previous private procurement programme programmes project projects property "
        "proposals proposed public quarterly question questions ratings reason received "
        "recommendation record reference regeneration regional remarks report reports "
        "representative representatives rescue resolved resources response revenue review "
        "rights risk road room safety saturday savings school scrutiny secretary section sector "
        "select september service services skills social special staff standards strategic "
        "strategy structure subject subsidy substitute substitutes summary sunday support task "
        "team technology terms the themes this thursday to total town trading transformation "
        "transport treasury tuesday unrestricted update updates urgent vacancy venue verbal "
        "vice-chair vice-chairman village visitors waste water webcast webcasting wednesday "
        "wellbeing with work youth "
    )
)

POST_START = LatePattern(
    rf"(?:(?:Town|Parish|Borough|County|District|City|Group|Service)\s+)?{POST.pattern}"
    rf"(?=.*\b(?:of|for|to)\b|.+{POST.pattern})",
    re.I,
)
"""The first word of a post that stands right behind a name: "Head of …", "Deputy Parish Clerk"."""

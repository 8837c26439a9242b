"""The closed vocabularies of a partnership: states, kinds, families, strategies."""

from __future__ import annotations

from enum import StrEnum


class AnswerState(StrEnum):
    """How far a question has come (content brief 0.4)."""

    OPEN = "open"
    TALKING = "talking"
    AGREED = "agreed"
    SKIPPED = "skipped"


class Tri(StrEnum):
    """Yes, partly or no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Province(StrEnum):
    """Where the privacy rules come from."""

    ONTARIO = "on"
    QUEBEC = "qc"
    OTHER = "other"


class Stage(StrEnum):
    """Where a partnership stands in its life (content brief 14)."""

    EXPLORATION = "exploration"
    COMMITMENT = "commitment"
    ACTIVE = "active"
    REVIEW = "review"
    CONCLUDED = "concluded"
    ARCHIVED = "archived"


class OrganizationKind(StrEnum):
    """What an organization is."""

    CAMPUS = "campus"
    COMMUNITY = "community"
    STUDENTS = "students"
    FUNDER = "funder"
    OTHER = "other"


class Reply(StrEnum):
    """An organization's answer to the invitation."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"


class Function(StrEnum):
    """What a contact does in the partnership."""

    LEAD = "lead"
    CHAMPION = "champion"
    BACKUP = "backup"
    COMMITTEE = "committee"
    COMMUNICATION = "communication"
    SIGNATORY = "signatory"
    ADVISER = "adviser"


class RiskFamily(StrEnum):
    """The prompt family of a risk (content brief 4.7)."""

    SETUP = "setup"
    ORG = "org"
    TIME = "time"
    GOALS = "goals"
    MEANS = "means"
    LEGAL = "legal"
    OTHER = "other"


class Strategy(StrEnum):
    """What is done about a risk (content brief s7.answer.method)."""

    ACCEPT = "accept"
    TRANSFER = "transfer"
    MITIGATE = "mitigate"
    ELIMINATE = "eliminate"


class RiskState(StrEnum):
    """Where a risk stands."""

    OPEN = "open"
    WATCHED = "watched"
    HAPPENED = "happened"
    CLOSED = "closed"


class RiskLevel(StrEnum):
    """The word for likelihood × impact."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class RiskScale(StrEnum):
    """In how many degrees a partnership judges its risks."""

    FIVE = "five"
    THREE = "three"


class Moment(StrEnum):
    """When a risk is as likely and as serious as it is judged."""

    BEFORE = "before"
    """Before anything is done about it."""
    NOW = "now"
    TARGET = "target"
    """Once all that is planned is done."""


class Trend(StrEnum):
    """Which way a risk went when it was judged last."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


class ActionState(StrEnum):
    """Where an action stands."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    POSTPONED = "postponed"
    DROPPED = "dropped"


class Grouping(StrEnum):
    """By what actions are put together."""

    DUE = "due"
    PERSON = "person"
    ORGANIZATION = "organization"
    ORIGIN = "origin"


class Which(StrEnum):
    """Which actions are shown, by their state."""

    OPEN = "open"
    LATE = "late"
    ALL = "all"


class Sieve(StrEnum):
    """A filter one often asks for."""

    WEEK = "week"
    MEETING = "meeting"
    NOBODY = "nobody"
    MINE = "mine"


class MeetingKind(StrEnum):
    """The kind of a meeting (content brief min.body)."""

    MONTHLY = "monthly"
    COMMITTEE = "committee"
    EXPLORATORY = "exploratory"
    REVIEW = "review"


class MeetingState(StrEnum):
    """How far the minutes have come."""

    DRAFT = "draft"
    SENT = "sent"
    """Proposed to the organizations."""
    CORRECTED = "corrected"
    """Proposed again after a correction that was asked for."""
    ADOPTED = "adopted"
    LOCKED = "locked"
    """Adopted and put away: nothing is added but errata."""


class OnMinutes(StrEnum):
    """What an organization says of minutes that were proposed."""

    CONFIRMED = "confirmed"
    CORRECTION = "correction"
    """It asks for other words."""


class TopicState(StrEnum):
    """Where a topic of the meetings stands: it stays until someone ends it."""

    OPEN = "open"
    PARKED = "parked"
    ENDED = "ended"


class Rhythm(StrEnum):
    """How often the partners meet."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"


class Alarm(StrEnum):
    """Which answer to the question of a risk says that it is coming."""

    YES = "yes"
    NO = "no"


class NoteKind(StrEnum):
    """Under which heading of the minutes a note stands (content brief 10)."""

    NEWS = "news"
    WIN = "win"
    DIFFICULTY = "difficulty"
    TIMELINE = "timeline"
    TOPIC = "topic"
    """A subject of minutes kept before topics lived on; new ones are records of their own."""
    ERRATUM = "erratum"
    """A correction added to minutes that were adopted."""


class DecisionHow(StrEnum):
    """How a decision was taken."""

    CONSENSUS = "consensus"
    VOTE = "vote"
    LEAD = "lead"


class ResourceKind(StrEnum):
    """What a resource is (content brief 4.3)."""

    MONEY = "money"
    POSITION = "position"
    STAFF = "staff"
    VOLUNTEER = "volunteer"
    ROOM = "room"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    EXPERTISE = "expertise"
    NETWORK = "network"
    ACCESS = "access"
    PROMOTION = "promotion"
    DIGITAL = "digital"


class ResourceStatus(StrEnum):
    """How sure a resource is."""

    TO_FIND = "tofind"
    PROMISED = "promised"
    CONFIRMED = "confirmed"
    RECEIVED = "received"


class Stance(StrEnum):
    """What an organization says of a version of the statement; silence is no word at all."""

    AGREES = "agrees"
    RESERVED = "reserved"
    """It agrees, with a reservation that its words say."""
    ABSTAINS = "abstains"
    OPPOSES = "opposes"


class Way(StrEnum):
    """By which way a text was sent."""

    EMAIL = "email"
    MEETING = "meeting"
    """Handed over or projected when the partners met."""
    PAPER = "paper"
    SHARED = "shared"
    """Put in a place that everyone reads."""

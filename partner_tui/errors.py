"""The errors that a person is told about, each with one sentence that helps."""

from __future__ import annotations


class PartnerError(Exception):
    """An error whose message is written for the person at the keyboard."""


class UsageError(PartnerError):
    """A command was called with a path or an option that cannot work."""


class ContentError(PartnerError):
    """The guide text has a mistake; the message names the file and the line."""


class SettingsError(PartnerError):
    """The settings file has a mistake; the message names the file and the place."""


class StoreError(PartnerError):
    """The dossier could not be read or written."""


class NotADossier(StoreError):
    """The path does not lead to a dossier."""


class BrokenDossier(StoreError):
    """The dossier's file cannot be understood; the message names the place in it."""


class NewerDossier(StoreError):
    """The dossier was written by a newer version of the program."""


class SaveFailed(StoreError):
    """The change could not be written; nothing of it is on disk."""


class Unwritable(SaveFailed):
    """The value itself cannot be written, today or later."""


class Unconfirmed(SaveFailed):
    """The change is in the file, but the disk did not confirm it."""


class ReadOnly(SaveFailed):
    """The dossier is open for reading only."""


class Conflict(StoreError):
    """Someone else changed the same field since it was read here."""

    def __init__(self, message: str, mine: object = None, theirs: object = None) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs


class ExportFailed(PartnerError):
    """A document could not be written in the format that was asked for."""


class FieldError(PartnerError):
    """A value typed in a field cannot be used as it is."""

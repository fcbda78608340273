"""Keys and the sealed log. Alone touches cryptography and the database; is handed its folder and its chance."""

from kindlight.vault.check import Finding, Report
from kindlight.vault.door import State, change_passphrase, change_recovery, create, rescue, state, unlock
from kindlight.vault.keys import FLOOR, Cost, Entropy, calibrated
from kindlight.vault.offer import offer_words, sign
from kindlight.vault.prove import Proof, Seen, prove
from kindlight.vault.recovery import fits
from kindlight.vault.rescue import Rescue
from kindlight.vault.vault import Vault

__all__ = [
    "FLOOR",
    "Cost",
    "Entropy",
    "Finding",
    "Proof",
    "Report",
    "Rescue",
    "Seen",
    "State",
    "Vault",
    "calibrated",
    "change_passphrase",
    "change_recovery",
    "create",
    "fits",
    "offer_words",
    "prove",
    "rescue",
    "sign",
    "state",
    "unlock",
]

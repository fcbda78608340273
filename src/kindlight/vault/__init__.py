"""Keys and the sealed log. Alone touches cryptography and the database; is handed its folder and its chance."""

from kindlight.vault.check import Finding, Report
from kindlight.vault.door import State, change_passphrase, change_recovery, create, state, unlock
from kindlight.vault.keys import Entropy
from kindlight.vault.offer import offer_words, sign
from kindlight.vault.prove import Proof, Seen, prove
from kindlight.vault.vault import Vault

__all__ = [
    "Entropy",
    "Finding",
    "Proof",
    "Report",
    "Seen",
    "State",
    "Vault",
    "change_passphrase",
    "change_recovery",
    "create",
    "offer_words",
    "prove",
    "sign",
    "state",
    "unlock",
]

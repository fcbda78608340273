"""The open vault and what it folds to: founding, unlocking, closing. It blocks; the room calls it aside."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from kindlight import vault
from kindlight.errors import StillLocked
from kindlight.events import Happening, RoomFounded
from kindlight.host import clock
from kindlight.host.settings import remember_seed, remembered_seed
from kindlight.projections import view as views
from kindlight.session import Session
from kindlight.terms import When
from kindlight.vault import Vault

VIEW = "view"
"""The name under which the folded view is remembered in the vault."""

WORTH_REMEMBERING = 64
"""Events folded since the last remembered view before it is worth writing again."""


class Sources(Struct, frozen=True, kw_only=True):
    """Time and chance, handed in so that a test can hold them still."""

    now: Callable[[], When] = clock.now
    new_id: Callable[[], str] = clock.new_id
    entropy: Callable[[int], bytes] = clock.entropy
    new_seed: Callable[[], int] = clock.new_seed
    cost: Callable[[], vault.Cost] = lambda: vault.calibrated(clock.steady)


class Keeper:
    """One folder, its vault when open, and the session over it."""

    def __init__(self, home: Path, sources: Sources | None = None) -> None:
        """Look at the folder; nothing is opened or written yet."""
        self.home = home
        self.sources = sources or Sources()
        self.seed = remembered_seed(home) or self.sources.new_seed()
        self.session: Session | None = None
        self._vault: Vault | None = None
        self._remembered = 0

    @property
    def state(self) -> str:
        """How the folder stands: none, passphrase, key-file or damaged."""
        return vault.state(self.home)

    def sign(self) -> str:
        """The two words that only this install knows; none before it is founded."""
        return vault.sign(self.home) if self.state in ("passphrase", "key-file") else ""

    def found(self, passphrase: str | None, first: Sequence[Happening] = ()) -> str:
        """Make the room lasting, with what happened `first` if an export comes back; return its recovery code."""
        founded = RoomFounded(id=self.sources.new_id(), when=self.sources.now(), seed=self.seed)
        self._vault, code = vault.create(self.home, passphrase, self.sources.entropy, self._cost(passphrase))
        self._vault.append(first or [founded])
        self._begin(self._vault)
        remember_seed(self.home, self.seed)
        return code

    def unlock(self, *, passphrase: str | None = None, recovery: str | None = None, accept_older: bool = False) -> None:
        """Open the room, with its key file when neither secret is given."""
        self._vault = vault.unlock(self.home, passphrase=passphrase, recovery=recovery, accept_older=accept_older)
        self._begin(self._vault)

    def recover(self, code: str, passphrase: str, *, accept_older: bool = False) -> None:
        """Open the room with its recovery code and set a new passphrase."""
        self.unlock(recovery=code, accept_older=accept_older)
        vault.change_passphrase(self._open_vault(), passphrase, self.sources.entropy, self._cost(passphrase))

    def record(self) -> Iterator[Happening]:
        """Every event, in order; the room must be open."""
        return (event for _seq, event in self._open_vault().read())

    def check(self) -> vault.Report:
        """Verify the whole record, its search index too; the room must be open."""
        return self._open_vault().check()

    def lock(self) -> None:
        """Remember the view, close the vault, drop the keys."""
        if self._vault is None:
            return
        try:
            self._remember()
        finally:
            self._vault.close()
            self._vault = self.session = None

    def _cost(self, passphrase: str | None) -> vault.Cost:
        return vault.FLOOR if passphrase is None else self.sources.cost()

    def _open_vault(self) -> Vault:
        if self._vault is None:
            raise StillLocked
        return self._vault

    def _begin(self, opened: Vault) -> None:
        view = self._recall(opened)
        self.session = Session(opened, view, now=self.sources.now, new_id=self.sources.new_id)
        self.seed = view.seed
        self._remember()

    def _recall(self, opened: Vault) -> views.View:
        kept = opened.snapshot(VIEW, views.VERSION)
        self._remembered, view = (kept[0], views.decode(kept[1])) if kept else (0, views.begin())
        for _seq, event in opened.read(after=self._remembered):
            view = views.fold(view, event)
        return view

    def _remember(self) -> None:
        if self._vault is None or self.session is None:
            return
        if self._vault.head_seq - self._remembered >= WORTH_REMEMBERING:
            self._remembered = self._vault.head_seq
            self._vault.keep_snapshot(VIEW, views.VERSION, self._remembered, views.encode(self.session.view))

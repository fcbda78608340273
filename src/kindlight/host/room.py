"""The room as its tabs know it: how the door stands, who is here, and what a gesture leads to."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from kindlight import vault
from kindlight.errors import KeysDamaged, NothingToLock, NotUnderstood, RecordOlder, Refusal, StillLocked
from kindlight.host.keeper import Keeper
from kindlight.host.tab import Tab
from kindlight.reading import UNLEANING, Leaning, read_all, wake
from kindlight.scene import compose, light
from kindlight.scene.gestures import (
    AcceptOlder,
    Draft,
    Enter,
    FoundRoom,
    Gesture,
    KeepThought,
    LockRoom,
    Recover,
    Unlock,
)
from kindlight.scene.messages import Door, DoorMoved, KeysOffered, RecoveryShown, Refused, SceneMessage, Welcome
from kindlight.scene.wire import fingerprint
from kindlight.session import Wish

LONGEST_DRAFT = 4_000
"""Characters at the end of a draft that the walls answer to; the rest has been answered already."""


class Room:
    """One keeper, any number of tabs, one gesture at a time."""

    def __init__(self, keeper: Keeper) -> None:
        """Take the keeper of the folder."""
        self.keeper = keeper
        self.tabs: set[Tab] = set()
        self._turn = asyncio.Lock()
        self.stirred = 0.0
        self._older: Callable[[], None] | None = None
        self._waking: asyncio.Future[None] | None = None
        self._recovery: SceneMessage | None = None
        """The recovery code, until someone who sees it goes on past it; in memory alone."""

    @property
    def door(self) -> Door:
        """How the door stands now."""
        if self.keeper.session is not None:
            return "open"
        if self._older is not None:
            return "older"
        return "new" if self.keeper.state == "none" else "locked"

    async def enter(self, tab: Tab) -> None:
        """Welcome a tab, and show it all there is to see."""
        async with self._turn:
            refusal = await self._open_without_passphrase()
            self.tabs.add(tab)
            tab.push(self._welcome())
            if refusal is not None:
                tab.push(refused("enter", refusal))
            tab.push_all(self._seen())
        self._waking = asyncio.get_running_loop().run_in_executor(None, wake)  # before the first letter comes

    def leave(self, tab: Tab) -> None:
        """A tab has gone."""
        self.tabs.discard(tab)

    async def take(self, tab: Tab, gesture: Gesture) -> None:
        """Do what a gesture asks, or tell the tab kindly why not."""
        try:
            if isinstance(gesture, Draft):
                session = self.keeper.session
                leaning = session.leaning if session else UNLEANING
                tab.push(await asyncio.to_thread(answer_draft, gesture, leaning))
            else:
                async with self._turn:
                    await self._do(tab, gesture)
        except Refusal as refusal:
            tab.push(refused(kind_of(gesture), refusal))

    def puzzled(self, tab: Tab) -> None:
        """A page sent something that is no gesture."""
        tab.push(refused("", NotUnderstood()))

    async def rest(self) -> None:
        """Nobody has stirred for a while: a room with a passphrase locks; tabs stay, and see the door."""
        async with self._turn:
            if self.keeper.session is not None and self.keeper.state != "key-file":
                await self._lock()

    async def _lock(self) -> None:
        if self.keeper.state == "key-file":
            raise NothingToLock
        self._older = None
        await asyncio.to_thread(self.keeper.lock)
        self._tell([self._moved()])

    async def _do(self, tab: Tab, gesture: Gesture) -> None:
        match gesture:
            case FoundRoom(passphrase=passphrase):
                self._recovery = RecoveryShown(code=await asyncio.to_thread(self.keeper.found, passphrase))
                self._announce()
            case Unlock(passphrase=passphrase):
                await self._open(lambda **how: self.keeper.unlock(passphrase=passphrase, **how))
            case Recover(code=code, passphrase=passphrase):
                await self._open(lambda **how: self.keeper.recover(code, passphrase, **how))
            case AcceptOlder() if self._older is not None:
                await asyncio.to_thread(self._older)
                self._announce()
            case LockRoom():
                await self._lock()
                self._recovery = None
            case Enter():  # a page that was here already goes on past its recovery code
                self._recovery = None
            case AcceptOlder() | Draft():
                pass
            case _:
                await self._wish(tab, gesture)

    async def _wish(self, tab: Tab, wish: Wish) -> None:
        if self.keeper.session is None:
            if self.door == "new" and isinstance(wish, KeepThought):
                tab.push(KeysOffered(words=vault.offer_words(self.keeper.sources.entropy)))
                return
            raise StillLocked
        reply = await asyncio.to_thread(self.keeper.session.take, wish)
        tab.push_all(reply.asker)
        self._tell(reply.everyone)

    async def _open(self, unlock: Callable[..., None]) -> None:
        if self.keeper.session is not None:
            return
        try:
            await asyncio.to_thread(unlock)
        except RecordOlder:
            self._older = lambda: unlock(accept_older=True)
            self._tell([self._moved()])
            return
        self._announce()

    async def _open_without_passphrase(self) -> Refusal | None:
        try:
            if self.door == "locked" and self.keeper.state == "damaged":
                raise KeysDamaged
            if self.door == "locked" and self.keeper.state == "key-file":
                await self._open(self.keeper.unlock)
        except Refusal as refusal:
            return refusal
        return None

    def _announce(self) -> None:
        self._older = None
        self._tell([self._moved(), *self._seen()])

    def _seen(self) -> Iterable[SceneMessage]:
        if self.keeper.session is not None:
            yield from compose.snapshot(self.keeper.session.view)
            if self._recovery is not None:
                yield self._recovery

    def _returning(self) -> bool:
        return self.keeper.session is not None and self.keeper.session.view.returning

    def _welcome(self) -> Welcome:
        keeper = self.keeper
        return Welcome(
            contract=fingerprint(), door=self.door, returning=self._returning(), seed=keeper.seed, sign=keeper.sign()
        )

    def _moved(self) -> DoorMoved:
        return DoorMoved(door=self.door, returning=self._returning(), seed=self.keeper.seed)

    def _tell(self, messages: Iterable[SceneMessage]) -> None:
        told = tuple(messages)
        for tab in self.tabs:
            tab.push_all(told)


def answer_draft(draft: Draft, leaning: Leaning) -> SceneMessage:
    """How the walls answer the words on the line."""
    return light.walls(draft.echo, read_all(draft.text[-LONGEST_DRAFT:], leaning=leaning))


def refused(gesture: str, refusal: Refusal) -> Refused:
    """A refusal as the page hears it."""
    return Refused(gesture=gesture, word=refusal.word, values=refusal.values)


def kind_of(gesture: Any) -> str:
    """The tag of a gesture."""
    return str(type(gesture).__struct_config__.tag)

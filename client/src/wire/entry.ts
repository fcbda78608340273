// This tab's real ends: its address, its shelf, its siblings and the engine's socket.

import { Keyring, redeem } from "./key.ts";
import { Siblings } from "./siblings.ts";
import type { Socket } from "./socket.ts";

export function keysOfThisTab(): { readonly keys: Keyring; readonly siblings: Siblings } {
  const siblings: Siblings = new Siblings(new BroadcastChannel("kindlight"), () => keys.mine);
  const strip = () => history.replaceState(null, "", location.pathname);
  const keys: Keyring = new Keyring({ hash: location.hash, redeem, strip, shelf: sessionStorage, siblings });
  return { keys, siblings };
}

export function openSocket(): Socket {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return new WebSocket(`${scheme}://${location.host}/room`) as Socket;
}

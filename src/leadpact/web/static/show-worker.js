/* Leadpact: keeps the page for trade shows on the phone, so that it opens without a network. Pages come from the network
   first and from the phone when there is none; styles and scripts from the phone first, refreshed behind. Nothing that is
   sent passes here. */
"use strict";
const KEPT = "leadpact-show-1";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("leadpact-show-") && name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));
const isPage = (url) => /^\/show\/[^/.]+\/$/.test(url.pathname);
const keep = async (request, answer) => {
  if (answer.ok && !answer.redirected && answer.type === "basic") await (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
};
const page = async (request) => {
  try {
    return await keep(request, await fetch(request, { signal: AbortSignal.timeout(6000) }));
  } catch {
    return (await caches.match(request, { ignoreSearch: true, ignoreVary: true })) || Response.error();
  }
};
const part = async (request) => {
  const kept = await caches.match(request, { ignoreVary: true });
  const fresh = fetch(request).then((answer) => keep(request, answer));
  if (!kept) return fresh;
  fresh.catch(() => {});
  return kept;
};
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isPage(url)) event.respondWith(page(event.request));
  else if (url.pathname.startsWith("/static/")) event.respondWith(part(event.request));
});
/* The page that is open when this script comes asks to be kept whole. */
self.addEventListener("message", (event) => {
  if (!Array.isArray(event.data)) return;
  event.waitUntil((async () => {
    const cache = await caches.open(KEPT);
    await Promise.all(event.data.map(async (url) => { try { await keep(new Request(url), await fetch(url)); } catch { /* next time */ } }));
    event.source.postMessage((await cache.keys()).length);
  })());
});

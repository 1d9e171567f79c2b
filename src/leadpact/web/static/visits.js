/* Leadpact: tells Leadpact which pages are looked at. Nothing is sent by browsers that ask not to be followed, and
   nothing is kept in the browser until the page says that its visitor agreed: leadpactVisits.consent(true). */
(() => {
  "use strict";
  const own = document.currentScript;
  if (!own || navigator.doNotTrack === "1" || navigator.globalPrivacyControl) return;
  const base = new URL(own.src).origin, key = own.dataset.key || "";
  const NAME = "leadpact-visitor", AGREED = "leadpact-agreed";
  const kept = () => { try { return window.localStorage; } catch { return null; } };
  const fresh = () => (crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join(""));
  const agreed = () => own.dataset.consent === "given" || kept()?.getItem(AGREED) === "yes";
  let once = "";
  const visitor = () => {
    const store = agreed() ? kept() : null;
    let found = (store && store.getItem(NAME)) || once || fresh();
    once = found;
    if (store) store.setItem(NAME, found);
    return found;
  };
  const send = (verb, more) => {
    const at = new Date().toISOString();
    const page = { url: location.href, path: location.pathname, referrer: document.referrer, title: document.title };
    const body = JSON.stringify({
      type: verb, writeKey: key, messageId: fresh(), anonymousId: visitor(), timestamp: at, sentAt: at,
      context: { page, userAgent: navigator.userAgent, locale: navigator.language }, ...more,
    });
    if (!(navigator.sendBeacon && navigator.sendBeacon(`${base}/v1/${verb}`, new Blob([body], { type: "text/plain" })))) {
      fetch(`${base}/v1/${verb}`, { method: "POST", body, keepalive: true, headers: { "Content-Type": "text/plain" } }).catch(() => {});
    }
  };
  window.leadpactVisits = {
    consent: (yes) => { const store = kept(); if (!store) return; if (yes) { store.setItem(AGREED, "yes"); visitor(); } else { store.removeItem(AGREED); store.removeItem(NAME); } },
    track: (event, properties) => send("track", { event, properties }),
    identify: (userId, traits) => send("identify", { userId, traits }),
    visitor,
  };
  if (document.visibilityState === "prerender" || document.prerendering) document.addEventListener("prerenderingchange", () => send("page", {}), { once: true });
  else send("page", {});
})();

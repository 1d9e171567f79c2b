/* Leadpact: puts a form where this script stands, in a frame. It keeps nothing in the browser and asks nobody else.
   <script src=".../static/form-embed.js" data-form="TOKEN" defer></script> */
(() => {
  "use strict";
  const own = document.currentScript;
  if (!own || !own.dataset.form) return;
  const base = new URL(own.src).origin;
  const told = new URLSearchParams({ embed: "1", page: location.href, from: document.referrer });
  const follows = window.leadpactVisits && !navigator.globalPrivacyControl && navigator.doNotTrack !== "1";
  if (follows) told.set("visitor", window.leadpactVisits.visitor());
  const frame = document.createElement("iframe");
  frame.src = `${base}/f/${encodeURIComponent(own.dataset.form)}/?${told}`;
  frame.title = own.dataset.title || "Form";
  frame.style.cssText = "border:0;width:100%;height:480px;color-scheme:auto";
  own.after(frame);
  window.addEventListener("message", (event) => {
    const height = event.source === frame.contentWindow && event.origin === base && event.data && event.data.leadpactForm;
    if (typeof height === "number") frame.style.height = `${Math.min(Math.max(height, 120), 6000)}px`;
  });
})();
